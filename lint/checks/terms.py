"""Write this, not that."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Literal

from lint.checks.base import Check, Claim, Complaint, Mend, Slip, option
from lint.checks.casing import follow_apostrophe, follow_case
from lint.frozen import Frozen
from lint.index import Hit, Phrase
from lint.reading import Reading
from lint.rule import Rule
from lint.tuples import NamedTuple


class Entry(Frozen):
    """One term: the form to use and the forms not to use."""

    use: str = option("the form the house writes")
    wrong: tuple[str, ...] = option("forms it does not write", key="not")
    note: str = option("a short reason, shown with the finding", default="")
    exceptions: tuple[str, ...] = option(
        "phrases in which the wrong form is right", default=(), key="except"
    )


class TermsOptions(Frozen):
    """What a rule of this kind may say."""

    entries: tuple[Entry, ...] = option("the terms")
    misspellings: bool = option(
        "true: plain misspellings, mended even inside direct speech", default=False
    )
    case: Literal["any", "lower"] = option(
        "lower: only words without a capital are looked at", default="any"
    )
    fixes: Literal["safe", "unsafe"] = option(
        "whether the mend may be written unasked", default="safe"
    )


class _Form(NamedTuple):
    """A wrong form: the number of its entry, and whether it is found only as written."""

    entry: int
    exact: bool


class Terms(Check):
    """Write this, not that: one form for a word or a phrase, and the forms that it replaces.

    A wrong form in small letters is found in any case, and the mend takes the capitals of
    what was found. A wrong form with a capital is found as written (and in ALL CAPS), and
    mended to the right form as written, with a capital at the start of a sentence. Only
    whole words are found; a possessive ’s is left as it stands. Curly and straight
    apostrophes are the same here. Where forms overlap, the longest is told.
    """

    Options = TermsOptions

    def __init__(self, rule: Rule, options: TermsOptions) -> None:
        super().__init__(rule, options)
        self.mends_speech = options.misspellings

    def phrases(self) -> Iterable[Phrase]:
        """Every wrong form, and the exceptions that hold it back."""
        for number, entry in enumerate(self.options.entries):
            for wrong in entry.wrong:
                exact = wrong != wrong.lower()
                yield Phrase(wrong, exact, _Form(number, exact))
            for exception in entry.exceptions:
                yield Phrase(exception, False, number)

    def read(self, reading: Reading, hits: Sequence[Hit]) -> Iterator[Slip]:
        """Yield a slip for each wrong form outside the exceptions of its entry."""
        held = [(hit.start, hit.end, hit.payload) for hit in hits if isinstance(hit.payload, int)]
        forms = [hit for hit in hits if not isinstance(hit.payload, int)]
        for hit in _longest(forms):
            form = _Form(*hit.payload)
            if any(
                entry == form.entry and start <= hit.start and hit.end <= end
                for start, end, entry in held
            ):
                continue
            found = reading.prose[hit.start : hit.end]
            if self.options.case == "lower" and found != found.lower():
                continue
            slip = self._slip(reading, hit, form, found)
            if slip.mends[0].text != found:  # a capital that only opens the sentence is right
                yield slip

    def _slip(self, reading: Reading, hit: Hit, form: _Form, found: str) -> Slip:
        entry = self.options.entries[form.entry]
        opens = reading.opens_sentence(hit.start)
        model = found.lower() if form.exact and not found.isupper() else found
        right = follow_case(model, entry.use, opens_sentence=opens and found[:1].isupper())
        right = follow_apostrophe(found, right)
        return Slip(
            hit.start,
            hit.end,
            entry=entry.use,
            mends=(Mend(right, safety=self.options.fixes),),
            say={"use": right, "note": entry.note},
            is_name=entry.use[:1].isupper(),
        )

    def claims(self) -> Iterator[Claim]:
        """Right and wrong forms of every entry."""
        for number, entry in enumerate(self.options.entries):
            at: tuple[Any, ...] = ("entries", number)
            yield Claim(entry.use, True, entry.use, (*at, "use"))
            for place, wrong in enumerate(entry.wrong):
                yield Claim(wrong, False, entry.use, (*at, "not", place))

    def complaints(self) -> Iterator[Complaint]:
        """An entry that has nothing to find, or that forbids what it asks for."""
        for number, entry in enumerate(self.options.entries):
            if not entry.wrong:
                yield Complaint(("entries", number), f"“{entry.use}” has no form under “not”")
            for place, wrong in enumerate(entry.wrong):
                if wrong == entry.use:
                    yield Complaint(
                        ("entries", number, "not", place),
                        f"“{wrong}” is both the right form and a wrong one",
                    )


def _longest(hits: Sequence[Hit]) -> Iterator[Hit]:
    """The hits that no longer hit covers, in order of place; capitals as listed go first."""
    kept_end = -1
    for hit in sorted(hits, key=lambda hit: (hit.start, -hit.end, not _Form(*hit.payload).exact)):
        if hit.end > kept_end:
            kept_end = hit.end
            yield hit
