"""Print a random sample of findings to read and judge.

    python -m benchmarks.accuracy.sample --kind names --corpus bbc2004 --count 50 --seed 1

The copy that it prints is others': nothing of it goes into the project.
"""

from __future__ import annotations

import argparse
import random

from benchmarks.accuracy.quiet import run
from benchmarks.corpora import NAMES, corpus, need_shared


def main() -> None:
    """Read the arguments, check, and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kind", default="")
    parser.add_argument("--rule", action="append", default=[])
    parser.add_argument("--severity", default="")
    parser.add_argument("--corpus", action="append", choices=NAMES, default=[])
    parser.add_argument("--count", type=int, default=50)
    parser.add_argument("--limit", type=int, default=0, help="articles of each corpus")
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    need_shared()
    found = []
    for name in asked.corpus or NAMES[:2]:
        files = corpus(name)
        chosen = random.Random(asked.seed).sample(files, min(asked.limit or len(files), len(files)))
        found += run(name, sorted(chosen), select=asked.rule).findings
    found = [f for f in found if asked.kind in ("", f.kind) and asked.severity in ("", f.severity)]
    print(f"{len(found)} findings; {min(asked.count, len(found))} shown")
    for finding in random.Random(asked.seed).sample(found, min(asked.count, len(found))):
        line, start, end = finding.excerpt.line, finding.excerpt.start, finding.excerpt.end
        print(f"\n{finding.rule} {finding.severity} {finding.path}:{finding.start.line}")
        print(f"  {finding.message}")
        print(f"  …{line[max(0, start - 90) : start]}»{line[start:end]}«{line[end : end + 90]}…")
        for related in finding.related[:3]:
            print(f"  also {related.path}:{related.start.line}: {related.excerpt.line[:100]}")


if __name__ == "__main__":
    main()
