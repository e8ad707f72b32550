"""One of several right forms, throughout an article and throughout a run."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Literal

from lint.checks.base import (
    Aside,
    Check,
    Claim,
    Complaint,
    Group,
    Mend,
    Observation,
    Sighting,
    Slip,
    option,
)
from lint.checks.casing import follow_apostrophe, follow_case
from lint.frozen import Frozen
from lint.index import Hit, Phrase
from lint.reading import Reading
from lint.tuples import NamedTuple

_RELATED_PLACES = 20  # more would bury the finding; the message gives the count


class Entry(Frozen):
    """One family of words that can be written in several ways."""

    forms: tuple[tuple[str, ...], ...] = option(
        "one list for each way of writing; the second word of one list is the second of the others"
    )
    prefer: int = option("the house's way: 1 for the first list", default=0)
    note: str = option("a short reason, shown with the finding", default="")
    exceptions: tuple[str, ...] = option(
        "names and phrases that keep their form", default=(), key="except"
    )

    @property
    def name(self) -> str:
        """The family by the first word of each form."""
        return " / ".join(form[0] for form in self.forms if form)


class ConsistencyOptions(Frozen):
    """What a rule of this kind may say."""

    entries: tuple[Entry, ...] = option("the families of words")
    fixes: Literal["safe", "unsafe"] = option(
        "whether the mend may be written unasked", default="unsafe"
    )


class _Word(NamedTuple):
    """A word of a family: the number of its form, and its number in that form."""

    entry: Entry
    form: int
    number: int

    @property
    def written(self) -> str:
        """The word as the rule writes it."""
        return self.entry.forms[self.form][self.number]

    @property
    def differs_by_case(self) -> bool:
        """Whether a counterpart in another form is the same but for its capitals."""
        folded = self.written.casefold()
        return any(
            form[self.number].casefold() == folded
            for other, form in enumerate(self.entry.forms)
            if other != self.form
        )


_HELD = -1  # the payload of a phrase that keeps its form


class Consistency(Check):
    """One of several right forms, throughout an article and throughout a run.

    Both “co-operate” and “cooperate” are English; an article should have one of them. The
    form that an article uses less often is told at each place, with the place of the other;
    where they are equal, the form that came later. Articles that are consistent in
    themselves but differ from each other are told of once for the whole run.

    The lists under ``forms`` are parallel, so that the mend finds the same word in the
    other form. A family of one word may be written ``forms: [adviser, advisor]``. With
    ``prefer`` the house has chosen, and the other forms are told wherever they stand.

    A word with a capital inside a sentence belongs to a name (Organisation for Economic
    Co-operation), and names keep their spelling: it neither counts nor is told.

    ::

        kind: consistency
        entries:
          - forms:
              - [co-operate, co-operates, co-operated, co-operating, co-operation]
              - [cooperate, cooperates, cooperated, cooperating, cooperation]
            except: [Co-operative Group]
    """

    Options = ConsistencyOptions
    corpus = True
    message = "“{found}” here, but {elsewhere}."
    fields = ("elsewhere",)

    def phrases(self) -> Iterable[Phrase]:
        """Every word of every form, and the phrases that keep theirs."""
        for family, entry in enumerate(self.options.entries):
            for form, words in enumerate(entry.forms):
                for number, word in enumerate(words):
                    yield Phrase(word, word != word.lower(), (family, form, number))
            for exception in entry.exceptions:
                yield Phrase(exception, False, _HELD)
        for exception in self.rule.exceptions:
            yield Phrase(exception, False, _HELD)

    def read(self, reading: Reading, hits: Sequence[Hit]) -> Iterator[Slip]:
        """Yield a slip for each word that is not in the form of the article or the house."""
        for entry, family in self._families(reading, hits):
            wanted = entry.prefer - 1 if entry.prefer else _majority(_voting(reading, family))
            model = next((hit for hit in family if hit.payload.form == wanted), None)
            for hit in family:
                if hit.payload.form != wanted:
                    yield self._slip(reading, hit, wanted, model)

    def _slip(self, reading: Reading, hit: Hit, wanted: int, model: Hit | None) -> Slip:
        word: _Word = hit.payload
        found = reading.prose[hit.start : hit.end]
        right = follow_apostrophe(found, follow_case(found, word.entry.forms[wanted][word.number]))
        asides: tuple[Aside, ...] = ()
        elsewhere = f"the house writes “{right}”"
        if model is not None:
            shown = reading.prose[model.start : model.end]
            asides = (Aside(model.start, model.end, f"“{shown}” stands here."),)
        if model is not None and not word.entry.prefer:
            same = model.payload.number == word.number
            elsewhere = (
                f"“{right if same else shown}” elsewhere in this article. "
                f"Write {'the word' if same else 'such words'} in one way"
            )
        return Slip(
            hit.start,
            hit.end,
            entry=word.entry.name,
            mends=(Mend(right, safety=self.options.fixes),),
            say={"use": right, "note": word.entry.note, "elsewhere": elsewhere},
            asides=asides,
        )

    def observe(self, reading: Reading, hits: Sequence[Hit]) -> Iterator[Sighting]:
        """Remember the form of each family that the article writes in one way."""
        for entry, family in self._families(reading, hits):
            if not entry.prefer and len({hit.payload.form for hit in family}) == 1:
                first = family[0]
                word: _Word = first.payload
                data = {"family": entry.name, "form": word.form, "word": word.number}
                yield Sighting(first.start, first.end, data)

    def compare(self, observations: Sequence[Observation]) -> Iterator[Group]:
        """Yield one group for each family that articles of the run write differently."""
        families: dict[str, list[int]] = {}
        for number, observation in enumerate(observations):
            families.setdefault(observation.data["family"], []).append(number)
        for family, places in families.items():
            counts = Counter(observations[place].data["form"] for place in places)
            if len(counts) > 1:
                yield _group(family, places, counts, observations)

    def ties(self, data: Any) -> Iterable[str]:
        """The family."""
        return (data["family"],)

    def _families(self, reading: Reading, hits: Sequence[Hit]) -> Iterator[tuple[Entry, list[Hit]]]:
        """The words found, by family, in order of place."""
        held = [hit for hit in hits if hit.payload == _HELD]
        families: dict[int, list[Hit]] = {}
        for hit in hits:
            if hit.payload == _HELD:
                continue
            family, form, number = hit.payload
            word = _Word(self.options.entries[family], form, number)
            found = Hit(hit.start, hit.end, word)
            if self._counts(reading, found, held):
                families.setdefault(family, []).append(found)
        for words in families.values():
            yield words[0].payload.entry, words

    def _counts(self, reading: Reading, hit: Hit, held: Sequence[Hit]) -> bool:
        if any(other.start < hit.end and hit.start < other.end for other in held):
            return False
        block = reading.block_at(hit.start)
        if self.rule.scope and (block is None or block.kind not in self.rule.scope):
            return False
        if _is_joined(reading.prose, hit) or _is_named(reading, hit):
            return False
        return not reading.is_protected(hit.start, hit.end)

    def claims(self) -> Iterator[Claim]:
        """Every form is right, unless the house prefers one of them."""
        for number, entry in enumerate(self.options.entries):
            for form, words in enumerate(entry.forms):
                right = entry.prefer in (0, form + 1)
                for place, word in enumerate(words):
                    yield Claim(word, right, entry.name, ("entries", number, "forms", form, place))

    def complaints(self) -> Iterator[Complaint]:
        """Families of one form, lists that are not parallel, a preference for no form."""
        for number, entry in enumerate(self.options.entries):
            at = ("entries", number, "forms")
            if len(entry.forms) < 2 or not all(entry.forms):
                yield Complaint(at, "a family needs at least two forms, each with a word")
                continue
            for place, form in enumerate(entry.forms):
                if len(form) != len(entry.forms[0]):
                    yield Complaint(
                        (*at, place),
                        f"this form has {len(form)} words and the first has "
                        f"{len(entry.forms[0])}; each word needs its counterpart",
                    )
            words = Counter(word for form in entry.forms for word in form)
            for word, count in words.items():
                if count > 1:
                    yield Complaint(at, f"“{word}” stands twice in this family")
            if not 0 <= entry.prefer <= len(entry.forms):
                yield Complaint(
                    ("entries", number, "prefer"),
                    f"there is no form {entry.prefer}; the forms are 1 to {len(entry.forms)}",
                )


def _voting(reading: Reading, family: Sequence[Hit]) -> Counter[int]:
    """How often each form is used: in the paper's own words, or else in what it quotes."""
    counts = Counter(hit.payload.form for hit in family)
    if len(counts) == 1:
        return counts  # no contest, and where speech stands need not be known
    own = [hit for hit in family if not reading.in_speech(hit.start, hit.end)]
    return Counter(hit.payload.form for hit in own) if own else counts


def _majority(counts: Counter[int]) -> int:
    """The form used most; of equals the one that came first (a counter keeps the order)."""
    return max(counts, key=lambda form: counts[form])


def _is_joined(prose: str, hit: Hit) -> bool:
    """Whether a hyphen or a dot joins a word to its neighbour (same-day care, healthcare.gov)."""
    before, after = prose[max(0, hit.start - 2) : hit.start], prose[hit.end : hit.end + 2]
    left = before[-1:] in {"-", "."} and before[:1].isalnum() and len(before) == 2
    return left or (after[:1] in {"-", "."} and after[1:].isalnum())


def _is_named(reading: Reading, hit: Hit) -> bool:
    """Whether a word is part of a name, or its capitals hide which form it has."""
    found = reading.prose[hit.start : hit.end]
    word: _Word = hit.payload
    if word.differs_by_case:  # where a capital has another reason it says nothing of the form
        return found != word.written or found.isupper() or reading.opens_sentence(hit.start)
    if not found[:1].isupper() or found.isupper() or word.written != word.written.lower():
        return False
    if not reading.opens_sentence(hit.start):
        return True
    return reading.prose[hit.end + 1 : hit.end + 2].isupper()


def _group(
    family: str, places: Sequence[int], counts: Counter[int], observations: Sequence[Observation]
) -> Group:
    """One finding for a family: at the first place of the rarer form, the others related."""
    usual = _majority(counts)
    rare = [place for place in places if observations[place].data["form"] != usual]
    others = [place for place in places if observations[place].data["form"] == usual]
    one, other = observations[rare[0]], observations[others[0]]
    shown = [*others[:1], *rare[1:], *others[1:]][:_RELATED_PLACES]
    same = one.data["word"] == other.data["word"]
    here = "here" if len(rare) == 1 else f"in {len(rare)} articles"
    there = "another article" if len(others) == 1 else f"{len(others)} other articles"
    message = (
        f"“{one.site.text}” {here}, but “{other.site.text}” in {there}. "
        f"Write {'the word' if same else 'such words'} in one way."
    )
    left = len(places) - 1 - len(shown)
    if left:
        message += f" {left} more {'place is' if left == 1 else 'places are'} not listed."
    said = tuple(f"here “{observations[place].site.text}”" for place in shown)
    return Group((rare[0], *shown), family, message, said)
