"""Findings to output: one file a form, one table."""
