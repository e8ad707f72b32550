"""Make the learnt models: ``python -m benchmarks.train.confusions [PAIR …]``.

Without a pair all are made, ``words.bin`` included; ``report.tsv`` (in ``benchmarks/out``)
says of each direction what it finds and costs in corpora that the model had not seen.
``--read PAIR`` prints the true uses that look most like slips, to be read for ``slips.tsv``.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from benchmarks.corpora import OUT, need_shared
from benchmarks.train.confusions.clearing import cleared
from benchmarks.train.confusions.columns import Columns, design_of, rare_words
from benchmarks.train.confusions.fitting import Array, Design, Fitted, fit
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

Told = tuple[Use, list[Level | None]]  # the scores of one direction, its levels: warning first


def directions(pair: Pair, uses: Uses, scores: Array, fine: np.ndarray) -> list[Told]:
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
    """Make the model of one pair; lines of the report, one a direction and level."""
    began = time.perf_counter()
    uses = find_uses(text, pair.forms, slips)
    known = with_lists(text, vectors(text), pair.rule) if pair.rule else vectors(text)
    design, columns = design_of(text, known, uses, pair)
    scores = unseen_scores(text, design, uses)
    fine = np.zeros(len(scores), np.bool_)
    if pair.rule:
        first = np.flatnonzero(~uses.second)
        fine[first] = cleared(text, uses, first, pair.rule)
    _keep(pair, uses, scores, fine)
    model = fit(design, taught(np.flatnonzero(design.learn), design.second))
    rare = rare_words(text) & (not pair.story)
    shipped = Shipped(text.words, known, rare, design, columns, model)
    size = len(columns.words)
    beside = design.near[: len(uses.at), 3 * size : 5 * size] @ model.near[3 * size : 5 * size]
    both = directions(pair, uses, scores, fine)
    said = [
        _direction(pair, uses, side, told, np.asarray(beside), scores)
        for side, told in enumerate(both)
    ]
    reach = _reach(design, columns, model, len(uses.at))
    shipped.write(folder / Path(file_of(pair.name)).name, pair.forms, (said[0], said[1]), reach)
    print(f"{pair.name}: {time.perf_counter() - began:.1f} s", flush=True)
    half = text.half[text.article[uses.at]]
    halves = [
        directions(pair, _some(uses, half == h), scores[half == h], fine[half == h]) for h in (0, 1)
    ]
    return [line for side in (0, 1) for line in _lines(pair, uses, side, both, halves)]


def _keep(pair: Pair, uses: Uses, scores: Array, fine: np.ndarray) -> None:
    """Keep the scores of a pair, for :func:`read`."""
    np.savez(
        _kept(pair),
        scores=scores,
        at=uses.at,
        second=uses.second,
        fine=fine,
        slip=uses.slip,
        total=np.array(uses.total),
    )


def _kept(pair: Pair) -> Path:
    return OUT / f"confusions-{pair.name.replace('/', '-')}.npz"


def _reach(design: Design, columns: Columns, model: Fitted, uses: int) -> float:
    """How much a story can say for or against a word, but for one use in a thousand."""
    if design.story is None:
        return 0.0
    told = (design.story @ model.story)[design.article[:uses]]
    told = told + design.near[:uses, columns.facts_from :] @ model.near[columns.facts_from :]
    return float(np.quantile(np.abs(told), 0.999))


def _direction(
    pair: Pair, uses: Uses, side: int, told: Told, beside: Array, scores: Array
) -> Direction:
    """What ships of one of the two directions of a pair."""
    use, (warning, suggestion) = told
    sign = 1 if side == 0 else -1
    swapped = (uses.second != bool(side)) & ~uses.slip
    level = suggestion or warning
    first = _first(sign * beside[swapped], sign * scores[swapped], level, story=pair.story)
    return Direction(
        warning.score if warning else None,
        suggestion.score if suggestion else None,
        first,
        *use.chance(),
    )


def _lines(
    pair: Pair, uses: Uses, side: int, both: Sequence[Told], halves: Sequence[Sequence[Told]]
) -> Iterator[str]:
    """The lines of the report on one direction: a level each, as it ships, and by halves."""
    names = pair.name.split("/")
    shown, tuned = halves[1][side][0], halves[0][side][1]
    levels = zip(("warning", "suggestion"), both[side][1], tuned, strict=True)
    for name, level, own in levels:
        held = shown.level(own.score) if own else None
        head = f"{names[side]}\t{names[1 - side]}\t{uses.total[side]}\t{name}"
        yield f"{head}\t{_figures(level)}\t{_figures(held)}"


def _figures(level: Level | None) -> str:
    if level is None:
        return "\t\t\t"
    return f"{level.score}\t{level.recall:.3f}\t{level.alarms}\t{level.slips}"


def _some(uses: Uses, chosen: np.ndarray) -> Uses:
    return Uses(
        uses.at[chosen], uses.width[chosen], uses.second[chosen], uses.form[chosen],
        uses.slip[chosen], tuple(round(n * chosen.mean()) for n in uses.total),
    )  # fmt: skip


def read(text: Text, slips: np.ndarray, pair: Pair, most: int = 20) -> None:
    """Print the true uses of either word that look most like slips, a line each."""
    kept = np.load(_kept(pair))
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
