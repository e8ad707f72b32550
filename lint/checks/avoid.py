"""Words that are not used here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from lint.checks.base import Check, Claim, Complaint, Mend, Slip, option
from lint.checks.casing import follow_apostrophe, follow_case
from lint.frozen import Frozen
from lint.index import Hit, Phrase
from lint.reading import Reading
from lint.tuples import NamedTuple


class Entry(Frozen):
    """One word or phrase that is not used here, in all its forms."""

    avoid: tuple[str, ...] = option("the word or phrase, and its other forms")
    use: tuple[str, ...] = option("what may be written instead; each is offered", default=())
    note: str = option("a short reason, shown with the finding", default="")
    exceptions: tuple[str, ...] = option("phrases in which it may stand", default=(), key="except")


class AvoidOptions(Frozen):
    """What a rule of this kind may say."""

    entries: tuple[Entry, ...] = option("what is avoided")
    fixes: Literal["unsafe", "display"] = option(
        "unsafe: a single offer is written when unsafe mends are asked for; "
        "display: offers are only shown",
        default="unsafe",
    )


class _Form(NamedTuple):
    """An avoided form: the number of its entry, and whether it is found only as written."""

    entry: int
    exact: bool


class Avoid(Check):
    """Not used here: words and phrases that the house avoids, with what to write instead.

    Unlike a term, an avoided word has no one right form: the sentence decides, so nothing
    is ever mended unasked. What stands under ``use`` is offered, each on its own. A form in
    small letters is found in any case; one with a capital is found as written (and in ALL
    CAPS). Only whole words are found. Direct speech is passed over unless the rule says
    ``speech: check``.

    ::

        kind: avoid
        entries:
          - avoid: [going forward]
            use: [in future, from now on]
            note: Nobody goes backward.
            except: [before going forward]
    """

    Options = AvoidOptions
    message = "“{found}” is not used here.{offer}"
    fields = ("offer",)
    speech = "skip"

    def phrases(self) -> Iterable[Phrase]:
        """Every avoided form, and the exceptions that hold it back."""
        for number, entry in enumerate(self.options.entries):
            for form in entry.avoid:
                exact = form != form.lower()
                yield Phrase(form, exact, _Form(number, exact))
            for exception in entry.exceptions:
                yield Phrase(exception, False, number)

    def read(self, reading: Reading, hits: Sequence[Hit]) -> Iterator[Slip]:
        """Yield a slip for each avoided form outside the exceptions of its entry."""
        held = [hit for hit in hits if isinstance(hit.payload, int)]
        for hit in hits:
            if isinstance(hit.payload, int):
                continue
            form = _Form(*hit.payload)
            if any(
                other.payload == form.entry and other.start <= hit.start and hit.end <= other.end
                for other in held
            ):
                continue
            yield self._slip(reading, hit, form)

    def _slip(self, reading: Reading, hit: Hit, form: _Form) -> Slip:
        entry = self.options.entries[form.entry]
        found = reading.prose[hit.start : hit.end]
        # A form listed with capitals says nothing of the capitals of what is offered.
        plain = form.exact and not found.isupper()
        model = found.lower() if plain else found
        opens = plain and reading.opens_sentence(hit.start)
        offers = [
            follow_apostrophe(found, follow_case(model, use, opens_sentence=opens))
            for use in entry.use
        ]
        listed = _listed(offers)
        return Slip(
            hit.start,
            hit.end,
            entry=entry.avoid[0],
            mends=tuple(Mend(offer, safety=self.options.fixes) for offer in offers),
            say={
                "use": " or ".join(offers),
                "offer": f" Write {listed}." if offers else "",
                "note": entry.note,
            },
        )

    def claims(self) -> Iterator[Claim]:
        """Avoided forms are wrong, offered ones right."""
        for number, entry in enumerate(self.options.entries):
            for place, form in enumerate(entry.avoid):
                yield Claim(form, False, entry.avoid[0], ("entries", number, "avoid", place))
            for place, form in enumerate(entry.use):
                yield Claim(form, True, form, ("entries", number, "use", place))

    def complaints(self) -> Iterator[Complaint]:
        """An entry without forms, or one that offers what it forbids."""
        for number, entry in enumerate(self.options.entries):
            if not entry.avoid:
                yield Complaint(("entries", number, "avoid"), "no form stands under “avoid”")
            for place, use in enumerate(entry.use):
                if use in entry.avoid:
                    yield Complaint(
                        ("entries", number, "use", place),
                        f"“{use}” is avoided and offered in the same entry",
                    )


def _listed(words: Sequence[str]) -> str:
    """Words in quotation marks with commas and an “or”."""
    quoted = [f"“{word}”" for word in words]
    if len(quoted) < 2:
        return "".join(quoted)
    return f"{', '.join(quoted[:-1])} or {quoted[-1]}"
