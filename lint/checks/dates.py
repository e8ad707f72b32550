"""How dates are written, and whether they can be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from lint.article import Block
from lint.checks.base import Aside, Check, Complaint, Mend, Slip, option
from lint.dates.almanac import is_impossible
from lint.dates.amending import absence, weekday_clash
from lint.dates.grammar import find_dates
from lint.dates.mixing import departures
from lint.dates.rewriting import Rewrite, is_fixed_wording, rewrites
from lint.dates.style import BadStyle, DateStyle, is_plainly_in
from lint.dates.vocabulary import MONTH_ABBREVIATIONS, MONTHS
from lint.dates.written import Order, WrittenDate
from lint.frozen import Frozen
from lint.index import Hit, Phrase
from lint.kept import cached_property
from lint.patterns import Pattern
from lint.reading import Reading
from lint.tuples import NamedTuple

_ALSO_WORDS = frozenset({"March", "May", "August"})
_NUMBERS = r"\b\d{1,4}[-/.]\d{1,2}[-/.]\d{2,4}\b"
_BRITISH = DateStyle(Order.DAY_MONTH)


class DatesOptions(Frozen):
    """What a rule of this kind may say."""

    look_for: Literal["house form", "mixed forms", "two readings", "weekday", "impossible"] = (
        option("what the rule looks for in dates: one of the five things above")
    )
    style: str = option(
        "a date written as the house writes it, such as Tuesday 17 July 2007", default=""
    )
    names: tuple[str, ...] = option(
        "dates that are names, such as September 11: left as they are where no year is given",
        default=(),
    )


class _Placed(NamedTuple):
    """A date of an article: in the text of its block, which starts at a prose offset."""

    text: str
    base: int
    date: WrittenDate

    @property
    def start(self) -> int:
        return self.base + self.date.start

    @property
    def end(self) -> int:
        return self.base + self.date.end


class Dates(Check):
    """How dates are written, and whether they can be.

    A rule looks for one thing:

    - *house form*: a date written otherwise than the house's example (``style``), with the
      house's form as the mend. An example with a weekday settles the comma after it too; in
      one without, weekdays stay as they are.
    - *mixed forms*: an article that writes dates in more than one form. It is told to keep
      to the style given or, without one, to the form that it uses most.
    - *two readings*: 03/04/2007, which some read as April and some as March. Both are offered.
    - *weekday*: a weekday that is not the date's own. Where no year is written the
      publication date of the article supplies it; where that is not known, nothing is said.
    - *impossible*: a day that is in no calendar, such as 31 June or 29 February 2007.

    What is looked at are dates with a day; “July 2007” is left alone, as are names (the
    17 July Revolution), titles in single quotation marks and the datelines of agencies. A
    mend is written unasked only where the words around the date leave no doubt: “On July 17,
    2007, he left” becomes “On 17 July 2007, he left”, but in “the attack of July 17, 2007,
    was” the second comma may go or stay, so both are offered.

    ```yaml
    kind: dates
    look for: house form
    style: Tuesday 17 July 2007
    names: [September 11]
    ```
    """

    Options = DatesOptions

    @cached_property
    def _shown(self) -> DateStyle | str | None:
        """The house's style, what is wrong with its example, or None without one."""
        try:
            return DateStyle.from_example(self.options.style) if self.options.style else None
        except BadStyle as fault:
            return str(fault)

    @property
    def _style(self) -> DateStyle | None:
        return None if isinstance(self._shown, str) else self._shown

    @cached_property
    def _names(self) -> set[tuple[Order, int, int]]:
        named = (date for name in self.options.names for date in find_dates(name))
        return {(date.order, date.day.value, date.month.value) for date in named}

    def phrases(self) -> Iterable[Phrase]:
        """The months, in full and short."""
        for month in MONTHS:
            yield Phrase(month, month in _ALSO_WORDS, None)
        for month in MONTH_ABBREVIATIONS:
            yield Phrase(month, True, None)

    def patterns(self) -> Iterable[Pattern]:
        """Three numbers that may be a date."""
        yield Pattern(_NUMBERS, None)

    def complaints(self) -> Iterator[Complaint]:
        """An example that shows no style, a name that is no date."""
        if isinstance(self._shown, str):
            yield Complaint(("style",), self._shown)
        if self.options.look_for == "house form" and not self.options.style:
            yield Complaint(("look for",), "“house form” needs a style, such as 17 July 2007")
        for number, name in enumerate(self.options.names):
            if len(find_dates(name)) != 1:
                yield Complaint(("names", number), f"“{name}” is not one day of one month")

    def read(self, reading: Reading, hits: Sequence[Hit]) -> Iterator[Slip]:
        """Yield what the rule looks for among the dates of one article."""
        dates = reading.once(_dates, hits)
        match self.options.look_for:
            case "house form":
                style = self._style or _BRITISH
                doubtful = [placed for placed in dates if not is_plainly_in(placed.date, style)]
                for placed in self._free(doubtful):
                    yield from _rewritten(placed, style)
            case "mixed forms":
                yield from self._mixed(reading, dates)
            case "two readings":
                for placed in dates:
                    if placed.date.is_ambiguous:
                        yield from _rewritten(placed, self._style or _BRITISH)
            case "weekday":
                for placed in dates:
                    yield from _clashing(placed, reading)
            case "impossible":
                for placed in dates:
                    yield from _impossible(placed)

    def _free(self, dates: Iterable[_Placed]) -> Iterator[_Placed]:
        """The dates that a form may be asked of: no names, no titles, no datelines."""
        for placed in dates:
            date = placed.date
            is_name = (
                not (date.numeric or date.year or date.weekday)
                and (date.order, date.day.value, date.month.value) in self._names
            )
            if not is_name and not is_fixed_wording(placed.text, date):
                yield placed

    def _mixed(self, reading: Reading, dates: Iterable[_Placed]) -> Iterator[Slip]:
        judged = [
            placed
            for placed in self._free(dates)
            if not reading.in_speech(placed.start, placed.end) and not is_impossible(placed.date)
        ]
        found = departures([placed.date for placed in judged])
        if found and self._style is not None:
            for placed in judged:
                yield from _rewritten(placed, self._style)
            return
        for departure in found:
            model = judged[departure.model]
            aside = Aside(model.start, model.end, f"here the form is “{model.date.text}”")
            for slip in _rewritten(judged[departure.number], departure.style):
                yield slip._replace(asides=(aside,))


def _dates(reading: Reading, hits: Sequence[Hit]) -> tuple[_Placed, ...]:
    """The dates of an article; every rule of this kind has the same hits."""
    found: list[_Placed] = []
    for block, inside in _by_block(reading, hits):
        text = reading.prose[block.start : block.end]
        months = sorted({hit.start - block.start for hit in inside if hit.payload is None})
        numeric = any(hit.payload is not None for hit in inside)
        dates = find_dates(text, months, numeric=numeric)
        found.extend(_Placed(text, block.start, date) for date in dates)
    return tuple(found)


def _by_block(reading: Reading, hits: Sequence[Hit]) -> Iterator[tuple[Block, list[Hit]]]:
    """The hits of each block that has any, block by block."""
    inside: dict[int, tuple[Block, list[Hit]]] = {}
    for hit in hits:
        block = reading.block_at(hit.start)
        if block is not None:
            inside.setdefault(block.start, (block, []))[1].append(hit)
    for start in sorted(inside):
        yield inside[start]


def _rewritten(placed: _Placed, style: DateStyle) -> Iterator[Slip]:
    """The slip of a date that a style writes otherwise."""
    date = placed.date
    found = rewrites(placed.text, date, style)
    if not found:
        return
    message = ""
    if date.is_ambiguous:
        both = " or ".join(f"“{rewrite.text}”" for rewrite in found)
        message = f"“{date.text}” has two readings: write {both}."
    mends = tuple(_mend(placed, rewrite) for rewrite in found)
    yield Slip(placed.start, placed.end, style.order.value, mends, {"use": found[0].text}, message)


def _mend(placed: _Placed, rewrite: Rewrite) -> Mend:
    """The mend of a rewrite; where the comma after the date goes too, the title says so."""
    safety: Literal["safe", "unsafe"] = "safe" if rewrite.safe else "unsafe"
    if (rewrite.start, rewrite.end) == (placed.date.start, placed.date.end):
        return Mend(rewrite.text, safety=safety)
    edit = (placed.base + rewrite.start, placed.base + rewrite.end, rewrite.text)
    return Mend(
        rewrite.text, f"Write “{rewrite.text}”, without the comma after it", safety, (edit,)
    )


def _clashing(placed: _Placed, reading: Reading) -> Iterator[Slip]:
    """The slip of a weekday that is not its date's, with the mends of either side."""
    clash = weekday_clash(placed.date, reading.article.metadata.published)
    if clash is None:
        return
    mends = tuple(
        Mend(
            title=f"Write “{amendment.text}”",
            safety="unsafe",
            edits=tuple((placed.base + s, placed.base + e, text) for s, e, text in amendment.edits),
        )
        for amendment in clash.amendments
    )
    beside = placed.date.beside is not None and placed.text[clash.end : clash.end + 1] == ")"
    end = clash.end + beside  # Tuesday (17 July)
    yield Slip(
        placed.base + clash.start,
        placed.base + end,
        "weekday",
        mends,
        message=clash.message,
        # A year that had to be reckoned may not be the year that was meant.
        severity=None if placed.date.year else "warning",
    )


def _impossible(placed: _Placed) -> Iterator[Slip]:
    """The slip of a date that is in no calendar, with the days that are nearest to it."""
    if not is_impossible(placed.date):
        return
    found = absence(placed.date)
    mends = tuple(Mend(text, safety="unsafe") for text in found.instead)
    yield Slip(placed.start, placed.end, "impossible", mends, {}, found.message)
