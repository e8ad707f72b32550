"""Make the learnt models: ``python -m benchmarks.train.confusions [PAIR …]``.

Without a pair all are made, ``words.bin`` included; ``report.tsv`` (in ``benchmarks/out``)
says of each direction what it finds and costs in corpora that the model had not seen.
``--read PAIR`` prints the true uses that look most like slips, to be read for ``slips.tsv``.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

import numpy as np

from benchmarks.corpora import OUT, need_shared
from benchmarks.train.confusions.clearing import cleared
from benchmarks.train.confusions.columns import design_of, rare_words
from benchmarks.train.confusions.fitting import Array, fit
from benchmarks.train.confusions.measuring import Level, Use, taught, unseen_scores
from benchmarks.train.confusions.pairs import PAIRS, Pair
from benchmarks.train.confusions.shipping import Shipped, write_words
from benchmarks.train.confusions.stories import with_lists
from benchmarks.train.confusions.text import Text, read_text
from benchmarks.train.confusions.uses import Uses, find_uses, known_slips
from benchmarks.train.confusions.vectors import vectors
from lint.checks.confusion.tables import FOLDER, Direction, file_of

_SUGGESTION = 0.5  # how much of what is told at that level should be a slip
_NEVER = -99.0  # the score of what is never told
_OR_BEYOND = 0.3  # where that cannot be had: how far above all true uses it is told


def directions(
    pair: Pair, uses: Uses, scores: Array, fine: np.ndarray
) -> list[tuple[Use, list[Level | None]]]:
    """Of either word written for the other: its scores, and the levels that they call for.

    ``fine`` are the uses of the first word that hand-made evidence clears, whatever their score.
    """
    made = []
    for side in (0, 1):
        towards = scores if side == 0 else -scores
        own = uses.second == bool(side)
        use = Use(
            np.where(fine, _NEVER, towards)[own & ~uses.slip],
            towards[own & uses.slip],
            towards[~own & ~uses.slip],
            float(own.sum()) / max(uses.total[side], 1),
        )
        if pair.shares and side == 0:
            levels: list[Level | None] = [use.at_share(share) for share in pair.shares]
        else:
            levels = [use.beyond_all(), use.at_precision(_SUGGESTION) or use.beyond(_OR_BEYOND)]
        made.append((use, levels))
    return made


def _first(design_near: Array, towards: Array, level: Level | None, *, story: bool) -> float:
    """What the words beside a swapped use reach where it would be told, but for one in fifty.

    A ``story`` may tell whatever they say.
    """
    if story:
        return _NEVER
    told = design_near[towards >= level.score] if level is not None else design_near[:0]
    return round(float(np.quantile(told, 0.02)) - 0.1, 2) if len(told) else 99.0


def make(text: Text, slips: np.ndarray, pair: Pair, folder: Path) -> list[str]:
    """Make the model of one pair; lines of the report, one a direction."""
    began = time.perf_counter()
    uses = find_uses(text, pair.forms, slips)
    known = with_lists(text, vectors(text), pair.rule) if pair.rule else vectors(text)
    design, columns = design_of(text, known, uses, pair)
    scores = unseen_scores(text, design, uses)
    fine = np.zeros(len(scores), np.bool_)
    if pair.rule:
        first = np.flatnonzero(~uses.second)
        fine[first] = cleared(text, uses, first, pair.rule)
    np.savez(
        OUT / f"confusions-{pair.name.replace('/', '-')}.npz",
        scores=scores,
        at=uses.at,
        second=uses.second,
        fine=fine,
        slip=uses.slip,
        total=np.array(uses.total),
    )
    model = fit(design, taught(np.flatnonzero(design.learn), design.second))
    rare = rare_words(text) & (not pair.story)
    shipped = Shipped(text.words, known, rare, design, columns, model)
    size = len(columns.words)
    near = design.near[: len(uses.at)]
    beside = np.asarray(near[:, 3 * size : 5 * size] @ model.near[3 * size : 5 * size])
    reach = 0.0
    if design.story is not None:
        told = (design.story @ model.story)[design.article[: len(uses.at)]]
        told = told + near[:, columns.facts_from :] @ model.near[columns.facts_from :]
        reach = float(np.quantile(np.abs(told), 0.999))
    said: list[Direction] = []
    lines = []
    half = text.half[text.article[uses.at]]
    halves = [
        directions(pair, _some(uses, half == h), scores[half == h], fine[half == h]) for h in (0, 1)
    ]
    for side, (use, (warning, suggestion)) in enumerate(directions(pair, uses, scores, fine)):
        sign = 1 if side == 0 else -1
        swapped = (uses.second != bool(side)) & ~uses.slip
        slope, offset = use.chance()
        said.append(
            Direction(
                warning.score if warning else None,
                suggestion.score if suggestion else None,
                _first(
                    sign * beside[swapped],
                    sign * scores[swapped],
                    suggestion or warning,
                    story=pair.story,
                ),
                slope,
                offset,
            )
        )
        names = pair.name.split("/")
        tuned, shown = halves[0][side][1], halves[1][side][0]
        for name, level, own in (
            ("warning", warning, tuned[0]),
            ("suggestion", suggestion, tuned[1]),
        ):
            held = shown.level(own.score) if own else None
            lines.append(
                f"{names[side]}\t{names[1 - side]}\t{uses.total[side]}\t{name}\t"
                + (
                    f"{level.score}\t{level.recall:.3f}\t{level.alarms}\t{level.slips}"
                    if level
                    else "\t\t\t"
                )
                + "\t"
                + (
                    f"{held.score}\t{held.recall:.3f}\t{held.alarms}\t{held.slips}"
                    if held
                    else "\t\t\t"
                )
            )
    shipped.write(folder / Path(file_of(pair.name)).name, pair.forms, (said[0], said[1]), reach)
    print(f"{pair.name}: {time.perf_counter() - began:.1f} s", flush=True)
    return lines


def _some(uses: Uses, chosen: np.ndarray) -> Uses:
    return Uses(
        uses.at[chosen], uses.width[chosen], uses.second[chosen], uses.form[chosen],
        uses.slip[chosen], tuple(round(n * chosen.mean()) for n in uses.total),
    )  # fmt: skip


def read(text: Text, slips: np.ndarray, pair: Pair, most: int = 20) -> None:
    """Print the true uses of either word that look most like slips, a line each."""
    kept = np.load(OUT / f"confusions-{pair.name.replace('/', '-')}.npz")
    uses = find_uses(text, pair.forms, slips)
    for side in (0, 1):
        towards = kept["scores"] if side == 0 else -kept["scores"]
        own = np.flatnonzero((uses.second == bool(side)) & ~uses.slip)
        for use in own[np.argsort(-towards[own])][:most]:
            at = uses.at[use]
            around = range(max(0, at - 9), min(len(text.ids), at + 10))
            words = [text.words[text.ids[n]] for n in around if text.block[n] == text.block[at]]
            print(f"{towards[use]:5.1f} {text.name[text.article[at]]}: {' '.join(words)}")


def main(arguments: list[str]) -> None:
    """See the module."""
    need_shared()
    text = read_text()
    slips = known_slips(text)
    names = [argument for argument in arguments if not argument.startswith("-")]
    pairs = [pair for pair in PAIRS if not names or pair.name in names]
    if "--read" in arguments:
        for pair in pairs:
            read(text, slips, pair)
        return
    folder = Path(FOLDER)
    folder.mkdir(exist_ok=True)
    write_words(text.words, folder)
    lines: list[str] = []
    for pair in pairs:
        lines += make(text, slips, pair, folder)
    head = "written\tmeant\tuses\tlevel\tscore\trecall\talarms\tslips"
    head += "\tscore of one half\trecall of the other\talarms\tslips\n"
    (OUT / "confusions-report.tsv").write_text(head + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
