"""Makes ``lint/context/data/news-en-GB.context``: the context model that ships.

    python -m benchmarks.train.context

By the code of ``copydesk learn context``, from the five corpora. Slips are put into the BBC’s
articles and two in five of the others, the rest is clean text to learn from; Reuters of 1987
gives counts only. Nothing is learnt from the reporting half of bbc_modern: it is only counted,
at the very end. The same model without these counts is written to
``benchmarks/out/train/half.context``, so that it can be measured on that half.
"""

from __future__ import annotations

import argparse
import time
import zlib
from pathlib import Path

from benchmarks.corpora import NAMES, OUT, ROOT, corpus, need_shared
from lint.article import Article
from lint.readers import read_article
from lint.shells.teaching.gathering import CLEAN, COUNTS, LATER, SLIPS, Gatherer, restored, saved
from lint.shells.teaching.making import Made, Plan, made
from lint.shells.teaching.working import Arrays, Work

_TO = ROOT / "lint" / "context" / "data" / "news-en-GB.context"
_HALF = OUT / "train" / "half.context"
_COUNTS_ONLY = "reuters21578"
_MEASURED = "bbc_modern"


def gathered() -> Arrays:
    """The text of the corpora; what is to be measured on comes last, to be counted later."""
    gatherer = Gatherer()
    later = []
    for name in NAMES:
        for path in corpus(name):
            key = f"{name}/{path.stem}"
            if name == _MEASURED and zlib.crc32(key.encode()) & 1:
                later.append(path)
                continue
            often = name.startswith("bbc") or zlib.crc32(f"lesson/{key}".encode()) % 5 < 2
            gatherer.take(
                _article(path), COUNTS if name == _COUNTS_ONLY else SLIPS if often else CLEAN
            )
    for path in later:
        gatherer.take(_article(path), LATER)
    return saved(gatherer.text())


def _article(path: Path) -> Article:
    return read_article(path.read_bytes(), str(path), format="plain")


def reported(result: Made) -> str:
    """What to expect of a model, as lines of a table."""
    lines = ["alarms in 1,000 words\tfamily\talarms\tslips found"]
    for rate, family, alarms, found in result.report:
        lines.append(f"{rate:g}\t{family}\t{alarms:.3f}\t{found:.4f}")
    lines.append(f"suggestion {result.suggestion:.3f}, warning {result.warning:.3f}")
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else "")
    parser.add_argument("--out", type=Path, default=_TO)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    need_shared()
    start = time.monotonic()

    def tell(doing: str) -> None:
        print(f"{time.monotonic() - start:5.0f} s  {doing}", flush=True)

    folder = OUT / "train" / "context"
    folder.parent.mkdir(parents=True, exist_ok=True)
    work = Work(str(folder), {"seed": asked.seed})
    tell("reading")
    text = restored(work.step("text", gathered))
    result = made(text, Plan("en-GB", "British news", asked.seed), work, tell)
    asked.out.write_bytes(result.raw)
    assert result.measured is not None
    _HALF.write_bytes(result.measured)
    work.done()
    print(reported(result))
    print(f"{asked.out}: {len(result.raw) / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
