"""What is known of words and names before any stylebook speaks: the data that ship.

Word lists and gazetteers are memory-mapped tries under ``data/``, opened when they are
first asked for. Where each comes from, and under which licence, stands in ``NOTICE``; the
recipes that make them are under ``benchmarks/train/``.
"""
