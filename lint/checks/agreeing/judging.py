"""Which forms of an article are slips for others of it: pairs looked for, weighed and chosen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from functools import lru_cache
from typing import TYPE_CHECKING

from lint.checks.agreeing.forms import Form, capitals, forms_of
from lint.checks.agreeing.nearness import Edit, edit_between, is_number, near_pairs, neighbours
from lint.checks.agreeing.sifting import sifted
from lint.checks.agreeing.standing import Standing, is_known_name, standing
from lint.frozen import Frozen
from lint.mentioned import held_by, names_in, runs_of
from lint.reading import Reading

if TYPE_CHECKING:
    from lint.checks.agreeing.company import Company

_REMEMBERED = 1 << 10
_OPENING = frozenset("'\"‘“")
_CLOSING = frozenset("'\"’”")
_AS_GOOD = 6  # of two forms that stand equally often: so little apart in renown, either is right
_BRAND = 8  # letters; a longer word in which one letter is another is a slip, not a trade name
_GREAT_PLACE = 10  # how well a country is known that is spelt as an ordinary word is (Turkey)

_Around = Sequence[tuple[tuple[str, ...], str]]  # the words and the title of each name


class Pair(Frozen):
    """Two forms that look like one name: the rarer, the usual, and what speaks for it."""

    rare: Form
    usual: Form
    known: tuple[Standing, Standing]
    company: Company
    evidence: Mapping[str, float]

    @property
    def confidence(self) -> float:
        """How sure it is that they are one name, 0 to 1."""
        from lint.checks.agreeing.weighing import confidence
        from lint.checks.agreeing.weights import WEIGHTS

        return confidence(self.evidence, WEIGHTS)

    @property
    def either(self) -> bool:
        """Whether nothing tells which is right: not the number, nor what is known of them."""
        one, other = self.known
        if len(self.usual) > len(self.rare):
            return one.rank > other.rank + 3 and len(self.usual) <= 2 * len(self.rare)
        return abs(other.rank - one.rank) < _AS_GOOD


def pairs(reading: Reading, least: float) -> Iterator[Pair]:
    """For each form that is likely a slip, the form that it is a slip for."""
    best: dict[str, Pair] = {}
    for pair in candidates(reading):
        kept = best.get(pair.rare.folded)
        if pair.confidence >= max(least, kept.confidence if kept else 0):
            best[pair.rare.folded] = pair
    yield from best.values()


def candidates(reading: Reading, *, every: bool = False) -> Iterator[Pair]:
    """The pairs of forms of an article that look alike, however unlike the names may be.

    Two well-known words that have no company in common are left out, unless ``every`` pair
    is asked for.
    """
    wanted = _worth_a_look(reading.once(runs_of), every=every)
    if not wanted:
        return
    forms, prose = _forms(reading, wanted), reading.prose
    for one, other in near_pairs(forms):
        two = forms[one], forms[other]
        written = two[0].written, two[1].written
        known = standing(one, written[0]), standing(other, written[1])
        if not _worth_weighing(one, other, *written):
            continue
        if not every and _is_hopeless(two, known):
            continue
        edit = edit_between(one, other)
        pair = None if edit is None else _paired(two, known, edit, prose)
        if pair is not None:
            yield pair


def _paired(
    two: tuple[Form, Form], known: tuple[Standing, Standing], edit: Edit, prose: str
) -> Pair | None:
    """Two forms as a pair, unless one glance at their company says that they are two names."""
    from lint.checks.agreeing.company import company  # for the few articles that have a pair
    from lint.checks.agreeing.weighing import features, ordered

    rare, usual = ordered(two, known)
    beside = company(two[rare], two[usual], prose)
    if beside.sexes or _is_mere_word(two[rare], known[rare]):
        return None
    chosen = known[rare], known[usual]
    if _is_quoted(two[rare], prose) or _is_brand(two[rare], two[usual], chosen[1], beside):
        return None
    found = features(two[rare], two[usual], chosen, edit, beside)
    return Pair(two[rare], two[usual], chosen, beside, found)


def _worth_a_look(runs: Set[str], *, every: bool) -> set[str]:
    """The words of an article that have a neighbour in it: of most articles none.

    The runs alone are looked at, for what is said of a pair wherever it stands. What is left
    out here would be left out later; the names need not be made for it.
    """
    holding: dict[str, list[str]] = {}
    for run in runs:
        for folded in sifted(run).folds:
            holding.setdefault(folded, []).append(run)
    return {
        word
        for pair in neighbours(holding)
        if not is_number(*pair) and (every or not _is_hopeless_in(holding, *pair))
        for word in pair
    }


def _is_hopeless_in(holding: Mapping[str, Sequence[str]], one: str, other: str) -> bool:
    """Whether two words are known too well to be joined by what the runs that hold them have
    around them."""
    if not (is_known_name(one) and is_known_name(other)):
        return False
    sides = [[part for run in holding[word] for part in held_by(run)] for word in (one, other)]
    return _have_no_company(*([(part.words, part.title) for part in parts] for parts in sides))


def _forms(reading: Reading, wanted: Set[str]) -> Mapping[str, Form]:
    holding = {run for run in reading.once(runs_of) if not wanted.isdisjoint(sifted(run).folds)}
    return forms_of(names_in(reading, holding), wanted)


@lru_cache(maxsize=_REMEMBERED)
def _worth_weighing(one: str, other: str, written: str, otherwise: str) -> bool:
    """Whether two near words may be one name at all, whatever stands around them."""
    if capitals(written) != capitals(otherwise) or is_number(one, other):
        return False
    return not ("-" in one and _is_of_places(one) and _is_of_places(other))


def _is_of_places(folded: str) -> bool:
    """Whether a compound is made of places and their people (Russian-Chinese)."""
    parts = [standing(part, part.capitalize()) for part in folded.split("-")]
    return all(max(part.place, part.demonym) > 3 for part in parts)


def _is_hopeless(forms: Sequence[Form], known: Sequence[Standing]) -> bool:
    """Whether both words are known too well for anything but a whole name to join them."""
    if not (known[0].known and known[1].known):
        return False
    around = ([(m.name.words, m.name.title) for m in form.mentions] for form in forms)
    return _have_no_company(*around)


def _have_no_company(one: _Around, other: _Around) -> bool:
    """Whether the names of which one word is part share no word and no title with the others."""
    words = [{word for name, _ in side for word in name} for side in (one, other)]
    titles = [{title for _, title in side if title} for side in (one, other)]
    return words[0].isdisjoint(words[1]) and titles[0].isdisjoint(titles[1])


def _is_quoted(rare: Form, prose: str) -> bool:
    """Whether every mention is a name between quotation marks: a joke, a title, a nickname."""
    return all(
        prose[max(0, mention.name.start - 1) : mention.name.start] in _OPENING
        and prose[mention.name.end : mention.name.end + 1] in _CLOSING
        for mention in rare.mentions
    )


def _is_brand(rare: Form, usual: Form, known: Standing, beside: Company) -> bool:
    """Whether it may be a trade name: an ordinary word in which one letter is another (Lyft)."""
    if not known.ordinary or known.place >= _GREAT_PLACE or max(known.given, known.surname) > 1:
        return False
    if beside.same_name or beside.same_title or beside.plain_title:
        return False
    one, other = rare.folded, usual.folded
    if len(one) != len(other) or len(one) >= _BRAND:
        return False
    return sum(left != right for left, right in zip(one, other, strict=True)) == 1


def _is_mere_word(rare: Form, known: Standing) -> bool:
    """Whether it is an ordinary word that has its capital from a sentence or a headline."""
    return known.ordinary and not any(mention.sure for mention in rare.mentions)
