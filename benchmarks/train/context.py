"""Makes ``lint/context/data/news-en-GB.context``: the context model that ships.

    python -m benchmarks.train.context
    python -m benchmarks.train.context --half 0 --out benchmarks/out/train/half.context

By the code of ``copydesk learn context``, from the five corpora. Slips are put into the BBC’s
articles and two in five of the others, the rest is clean text to learn from; Reuters of 1987
gives counts only. ``--half 0`` leaves
the reporting half of bbc_modern out, so that it can be measured on.
"""

from __future__ import annotations

import argparse
import time
import zlib
from pathlib import Path

from benchmarks.corpora import NAMES, OUT, ROOT, corpus, need_shared
from lint.readers import read_article
from lint.shells.teaching.gathering import CLEAN, COUNTS, SLIPS, Gatherer, restored, saved
from lint.shells.teaching.making import Made, Plan, made
from lint.shells.teaching.working import Arrays, Work

_TO = ROOT / "lint" / "context" / "data" / "news-en-GB.context"
_COUNTS_ONLY = "reuters21578"
_MEASURED = "bbc_modern"


def gathered(half: int | None) -> Arrays:
    """The text of the corpora; of the measured one only one half, if a half is named."""
    gatherer = Gatherer()
    for name in NAMES:
        for path in corpus(name):
            key = f"{name}/{path.stem}"
            if name == _MEASURED and half is not None and zlib.crc32(key.encode()) & 1 != half:
                continue
            often = name.startswith("bbc") or zlib.crc32(f"lesson/{key}".encode()) % 5 < 2
            article = read_article(path.read_bytes(), str(path), format="plain")
            role = COUNTS if name == _COUNTS_ONLY else SLIPS if often else CLEAN
            gatherer.take(article, role)
    return saved(gatherer.text())


def reported(result: Made) -> str:
    """What to expect of a model, as lines of a table."""
    lines = ["alarms in 1,000 words\tfamily\talarms\tslips found"]
    for rate, family, alarms, found in result.report:
        lines.append(f"{rate:g}\t{family}\t{alarms:.3f}\t{found:.4f}")
    lines.append(f"suggestion {result.suggestion:.3f}, warning {result.warning:.3f}")
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else "")
    parser.add_argument("--half", type=int, choices=(0, 1), default=None)
    parser.add_argument("--out", type=Path, default=_TO)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    need_shared()
    start = time.monotonic()

    def tell(doing: str) -> None:
        print(f"{time.monotonic() - start:5.0f} s  {doing}", flush=True)

    folder = OUT / "train" / f"context-{'all' if asked.half is None else asked.half}"
    folder.parent.mkdir(parents=True, exist_ok=True)
    work = Work(str(folder), {"half": asked.half, "seed": asked.seed})
    tell("reading")
    text = restored(work.step("text", lambda: gathered(asked.half)))
    name = "British news" if asked.half is None else f"British news, half {asked.half}"
    result = made(text, Plan("en-GB", name, asked.seed), work, tell)
    asked.out.write_bytes(result.raw)
    work.done()
    print(reported(result))
    print(f"{asked.out}: {len(result.raw) / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
