"""Near-misses of listed names: which of the words that resemble one are slips for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lint.checks.naming.common import BORNE, GIVEN
from lint.checks.naming.company import QUARTERS, Neighbour, Occurrence, after, before
from lint.checks.naming.directory import Directory
from lint.checks.naming.forms import Form, Known
from lint.checks.naming.scene import Group, Scene
from lint.checks.naming.sieve import ALONE, UNNAMED
from lint.checks.naming.spelling import SHORTEST, distance, fold, near, sound
from lint.reading import Reading
from lint.tuples import NamedTuple

_VERY_LONG = 12  # letters that it then needs if two of them may be wrong
_OFTEN = 3  # a spelling used so often in one article is likelier somebody else's
_BOTH = 14  # letters of a first name and a surname together, where both may be off by one


class NearMiss(NamedTuple):
    """A word at a prose range that is taken for a slip for a word of a listed name.

    ``found`` is what the article has, as much of the name as stands there; ``right`` is
    what to write in place of the range, ``form`` the right form meant. ``whole`` says that
    the rest of the name stands beside it.
    """

    start: int
    end: int
    found: str
    right: str
    form: Form
    whole: bool


class Judge:
    """Finds the near-misses of the names of one rule, by its number in the directory."""

    def __init__(self, directory: Directory, rule: int) -> None:
        self._directory = directory
        self._rule = rule

    @property
    def _known(self) -> Known:
        return self._directory.known

    def near_misses(self, reading: Reading) -> Iterator[NearMiss]:
        """Every near-miss of an article, in order of place."""
        suspects = self._directory.lookout.among(reading, self._rule)
        if not suspects:
            return
        scene = Scene(reading, suspects)
        found: dict[tuple[int, int], NearMiss] = {}
        for group in scene.groups():
            in_full = [
                miss
                for standing in group.occurrences
                if (miss := self._in_full(reading, scene, standing, group)) is not None
            ]
            for miss in (*in_full, *self._alone(scene, group, in_full)):
                found.setdefault((miss.start, miss.end), miss)
        yield from (found[place] for place in sorted(found))

    # Beside the other words of the name

    def _in_full(
        self, reading: Reading, scene: Scene, standing: Occurrence, group: Group
    ) -> NearMiss | None:
        for form, place in group.suspect.in_full.beside(*standing.beside):
            words = _around(reading.prose, standing, form, place)
            if words is not None and self._is_full_slip(
                reading, scene, standing, words, group.suspect.folded, form, place
            ):
                first, final = words[0], words[-1]
                start = first.start if first else standing.start
                end = final.end if final else standing.end
                found = " ".join(reading.prose[start:end].split())
                return NearMiss(
                    standing.start, standing.end, found, form.words[place], form, whole=True
                )
        return None

    def _is_full_slip(
        self,
        reading: Reading,
        scene: Scene,
        standing: Occurrence,
        words: Sequence[Neighbour | None],
        folded: str,
        form: Form,
        place: int,
    ) -> bool:
        """Whether the words are the form but for a slip at ``place``, and nobody else's name."""
        texts = tuple(word.folded if word else folded for word in words)
        off = [n for n, text in enumerate(texts) if text not in form.styles[n]]
        if off != [place] and not _both_off(texts, form.folded, off):
            return False
        if self._known.is_name(texts) or not self._is_meant(scene, texts, form, place):
            return False
        if not self._known.is_common(folded):
            return True
        first = words[0]
        opening = Occurrence(reading, first.start, first.end) if first else standing
        return opening.given_before() is None  # Asim Iftikhar Ahmed is not Iftikhar Ahmad

    def _is_meant(self, scene: Scene, texts: tuple[str, ...], form: Form, place: int) -> bool:
        """Whether a name that is nearly a listed one stands for it.

        A rare word that resembles the right one does. A word that others bear does when the
        rest of the name is rare (Stephen Spielberg); else the article itself must spell the
        name rightly elsewhere.
        """
        right, found = form.folded[place], texts[place]
        if len(right) == len(found) == SHORTEST and sorted(right) != sorted(found):
            return sound(right) == sound(found)
        if not self._known.has(found) and not self._known.is_common(found):
            return True
        rest = [word for n, word in enumerate(form.folded) if n != place and len(word) > 3]
        if any(not self._known.is_common(word) for word in rest):
            return True
        if sound(right) == sound(found) and any(word not in BORNE for word in rest):
            return True  # Mahmud Abbas
        return scene.count_name(texts) == 1 and scene.count_name(form.folded) > 0

    # By itself

    def _alone(self, scene: Scene, group: Group, in_full: list[NearMiss]) -> Iterator[NearMiss]:
        """The near-misses of a last word that stands without the rest of its name.

        Where the word stands in full as well (``in_full``), it is the same person's.
        """
        sure = {miss.form for miss in in_full if miss.right == miss.form.words[-1]}
        found = group.suspect.folded

        def rank(form: Form) -> tuple[bool, bool, int]:
            named = scene.count_word(form.words[-1]) > 0
            return form not in sure, not named, distance(found, form.folded[-1], strict=True)

        forms = sorted(group.suspect.alone, key=rank)
        for form in forms:
            if self._is_alone_slip(scene, group, form, sure=form in sure):
                for standing in group.occurrences:
                    start, end = standing.start, standing.end
                    right = _inflected(form, found)
                    yield NearMiss(start, end, standing.text, right, form, whole=False)
                return

    def _is_alone_slip(self, scene: Scene, group: Group, form: Form, *, sure: bool) -> bool:
        found, right = group.suspect.folded, form.folded[-1]
        seen = group.occurrences
        if not sure and (len(right) < ALONE or not near(found, right, strict=True)):
            return False
        if group.suspect.plural and not all(s.left and s.left.folded == "the" for s in seen):
            return False
        named = scene.count_word(form.words[-1])
        if any(_somebody_else(standing, form, named=named > 0) for standing in seen):
            return False
        if scene.has_in_small_letters(found):
            return False
        if sure:
            return True
        if not any(standing.certain for standing in seen):
            return False
        if named:
            return len(seen) < max(_OFTEN, named)
        return len(seen) < _OFTEN and self._is_unnamed_slip(found, right, seen, form)

    def _is_unnamed_slip(
        self, found: str, right: str, seen: Sequence[Occurrence], form: Form
    ) -> bool:
        """Whether it is a slip though the article never spells the name rightly."""
        if self._known.is_common(right):
            return False
        twice = distance(found, fold(_inflected(form, found)), strict=True) > 1
        if twice and sound(found) != sound(right) and len(right) < _VERY_LONG:
            return False  # Plattsburgh is not Pittsburgh
        long_enough = min(len(right), len(found)) >= UNNAMED
        if form.is_single:
            alike = sound(right) == sound(found)
            return long_enough or alike or any(standing.in_place for standing in seen)
        return long_enough and any(s.title or s.telling for s in seen)


def _around(
    prose: str, standing: Occurrence, form: Form, place: int
) -> list[Neighbour | None] | None:
    """The words that stand where the other words of a form would; None at ``place`` itself.

    An initial between a first name and a surname is passed over (Donald J. Trump).
    """
    words: list[Neighbour | None] = [None]
    at = standing.left if place else None
    for number in range(place - 1, -1, -1):
        if at is not None and at.is_initial and len(form.words[number]) > 1:
            at = before(prose, standing.floor, at.outer_start)
        if at is None or at.possessive:
            return None
        words.insert(0, at)
        at = before(prose, standing.floor, at.outer_start) if number else None
    at = standing.right if place + 1 < len(form.words) else None
    for number in range(place + 1, len(form.words)):
        if at is not None and at.is_initial and len(form.words[number]) > 1:
            stop = at.end + (prose[at.end : at.end + 1] == ".")
            at = after(prose, standing.ceiling, stop)
        if at is None or (at.possessive and number + 1 < len(form.words)):
            return None
        words.append(at)
        at = after(prose, standing.ceiling, at.end) if number + 1 < len(form.words) else None
    return words


def _both_off(texts: tuple[str, ...], folded: tuple[str, ...], off: list[int]) -> bool:
    """Whether a first name and a surname are each one slip away, and long enough for it."""
    if len(folded) != 2 or len(off) != 2 or sum(map(len, folded)) < _BOTH:
        return False
    return all(
        near(text, word) and distance(text, word) == 1 and text not in GIVEN
        for text, word in zip(texts, folded, strict=True)
    )


def _somebody_else(standing: Occurrence, form: Form, *, named: bool) -> bool:
    """Whether the words beside it make it a part of somebody else's name."""
    given = standing.given_before()
    if given is None:
        return not (form.is_single and named) and standing.leads()
    if form.is_single:
        return given.folded not in QUARTERS
    return not any(_may_be(given, first) for first in form.folded[:-1])


def _inflected(form: Form, found: str) -> str:
    """The last word of a form, as an adjective if that is what a slip is nearer to.

    Only -an of a place in -a is known (Venezuela, Venezuelan), since it is by far the
    commonest; the others are too far from their names to be taken for slips.
    """
    right, folded = form.words[-1], form.folded[-1]
    if form.is_single and right.endswith("a"):
        adjective = distance(found, folded + "n", strict=True)
        if adjective < distance(found, folded, strict=True):
            return right + "n"
    return right


def _may_be(given: Neighbour, first: str) -> bool:
    """Whether a word before a surname may stand for the first name: an initial, a short form."""
    short = given.is_initial or len(given.folded) > 2
    return (
        given.folded == first
        or (short and first.startswith(given.folded))
        or near(given.folded, first)
    )
