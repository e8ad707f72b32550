"""What stands around a doubled word, and whether it lets the word stand twice."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lint.checks.repeating.vocabulary import (
    ALLOWED_AFTER,
    ALLOWED_BEFORE,
    AUXILIARIES,
    BE_FORMS,
    CALLS,
    CERTAIN,
    DETERMINERS,
    ENDS_CLAUSE,
    INTENSIFIERS,
    NO_HEADS,
    NUMBERS,
    OPENS_CLAUSE,
    OPENS_PHRASE,
    OPENS_QUESTION,
    PARTICLES,
    PREPOSITIONS,
    SAYING,
    SEPARATED,
    SINGULAR_BE,
    STRANDED,
    SUBJECTS,
    TIMES,
    WH_WORDS,
)
from lint.frozen import Frozen
from lint.kept import cached_property
from lint.late import late

_CLAUSE = 60  # code points in which a clause that ends in “is” has begun
_GAP = 90  # code points in which the noun that a stranded preposition belongs to has stood
_STOPS = frozenset(".,;:!?)”’")
_BREAK = late(r"[.!?;:\"“”\n]")
_WORDS = late(r"[a-z]+(?:['’][a-z]+)?")
_SUM = late(r"[$£€]\d[\d.,]*[ \u00a0]?$")
_BEFORE = late(r"[^\W_]+(?:['’-][^\W_]+)*(?=[^\w.!?]*$)")
_AFTER = late(r"\s*([^\W_]+)")
_NEAR_SUBJECT = 4  # words between the subject of a contact clause and its preposition, at most
_LEAD = 4  # words of a phrase that opens its sentence: on top of this
_FAR_IS, _FAR_ARE = 6, 3  # words between what/how and the verb that ends its clause, at most


class Doubled(Frozen):
    """A word that stands twice in a row in a block, which is ``prose[start:end]``."""

    prose: str
    found: re.Match[str]
    start: int
    end: int
    spoken: bool  # inside direct speech

    @cached_property
    def word(self) -> str:
        """The word in small letters."""
        return self.found[1].lower()

    @cached_property
    def before(self) -> str:
        """The word before it, or nothing where a sentence ends between."""
        return word_before(self.prose, self.start, self.found.start())

    @cached_property
    def after(self) -> str:
        """The word after it in small letters, or nothing where none follows directly."""
        return word_after(self.prose, self.found.end(), self.end)

    @cached_property
    def previous(self) -> str:
        """The word before it in small letters, of a chain the last part."""
        return self.before.lower().rsplit("-", 1)[-1]

    @cached_property
    def stops(self) -> bool:
        """Whether a mark follows at once, or nothing: a second preposition would have no noun."""
        following = self.prose[self.found.end() : self.end].lstrip(" ")[:1]
        return not following or following in _STOPS

    @cached_property
    def opens_quotation(self) -> bool:
        """Whether a quotation or a bracket opens before it: a chant, a title, a foreign word."""
        before = self.prose[max(0, self.found.start() - 2) : self.found.start()]
        return before[-1:] in ('"', "'") or before.rstrip().endswith(("“", "‘", "(", "_", "*"))

    def clause(self, width: int) -> list[str]:
        """The words before it, back to the last stop or mark of quotation, in small letters."""
        at = self.found.start()
        text = self.prose[max(self.start, at - width) : at].lower()
        return _WORDS.findall(_BREAK.split(text)[-1])

    def follows_small(self) -> bool:
        """Whether a word in small letters follows with nothing but a space between."""
        following = self.prose[self.found.end() : self.found.end() + 2]
        return following[:1] == " " and following[1:].islower()


def word_before(prose: str, start: int, at: int) -> str:
    """The word before an offset, or nothing where a sentence ends between."""
    found = _BEFORE.search(prose[max(start, at - 40) : at])
    return found[0] if found else ""


def word_after(prose: str, at: int, end: int) -> str:
    """The word after an offset in small letters, or nothing where a mark stands between."""
    found = _AFTER.match(prose, at, end)
    return found[1].lower() if found else ""


def may_double(place: Doubled) -> bool:
    """Whether the words around a function word let it stand twice."""
    word = place.word
    if word == "there":
        return place.previous == "no" or is_term(place)  # no there there
    if word in ENDS_CLAUSE:
        return _ends_clause(place)
    if place.previous in PARTICLES.get(word, ()):
        return not place.stops and (word not in STRANDED or _is_stranded(place))
    if word == "in" and place.previous.endswith(("ed", "en")):
        # been placed in in the past, built in in 2018
        following = place.prose[place.found.end() : place.found.end() + 12].lower()
        return (
            place.after[:2].isdigit() or place.after in TIMES or following.startswith(" the past")
        )
    return False


def _ends_clause(place: Doubled) -> bool:
    """Whether a clause may end in the first verb and be the subject of the second: what it
    is is a mess, how late the ferry is is unknown."""
    if place.word == "be" or place.stops:
        return False
    words = place.clause(_CLAUSE)
    if "all" in words and place.previous in {"it", "there"}:
        return True
    asking = [number for number, word in enumerate(words) if word in WH_WORDS]
    if not asking:
        return False
    between = len(words) - 1 - asking[-1]
    if not between:
        return place.word in SINGULAR_BE and words[-1].startswith("what")
    return between <= (_FAR_IS if place.word in SINGULAR_BE else _FAR_ARE)


def _is_stranded(place: Doubled) -> bool:
    """Whether the first of two prepositions may have its noun before it: the pools she goes
    to to swim, what it was looked at at first."""
    if place.word == "for" and place.after in TIMES:
        return True  # waiting for for years
    if place.word == "to" and (place.after in DETERMINERS or not place.follows_small()):
        return False  # what follows is no verb
    words = place.clause(_GAP)
    if len(words) > 1 and words[-1].endswith(("ed", "en")) and words[-2] in BE_FORMS:
        return True
    for number, word in enumerate(words):
        head = words[number - 1] if number else ""
        if word in OPENS_QUESTION or (word == "that" and head not in SAYING):
            return True
    near = range(max(1, len(words) - 1 - _NEAR_SUBJECT), len(words) - 1)
    return any(words[at] in SUBJECTS and _is_head(words[at - 1]) for at in near)


def _is_head(word: str) -> bool:
    """Whether a word may be the noun that a clause without “that” belongs to."""
    return not (word in NO_HEADS or word in SAYING or word in CERTAIN or word.endswith("ly"))


def is_emphasis(place: Doubled) -> bool:
    """Whether a word that is doubled for emphasis, in calls or by custom may be so here.

    Words that are so always (very very) are not asked about.
    """
    word, previous, after = place.word, place.previous, place.after
    if word in NUMBERS:  # six million million miles, but not $1.9 billion billion
        at = place.found.start()
        return _SUM.search(place.prose[max(0, at - 16) : at]) is None
    if word in INTENSIFIERS and (place.spoken or previous == word):
        return previous != "too"
    if word in CALLS:
        return not previous or after not in SEPARATED
    if not place.before or previous in ALLOWED_BEFORE.get(word, ()):
        return True
    return _is_allowed(after, ALLOWED_AFTER.get(word, ()))


def _is_allowed(after: str, allowed: Sequence[str] | frozenset[str]) -> bool:
    """Whether a word is one of those allowed; ``*ly`` and the like stand for endings."""
    return after in allowed or any(
        len(after) > len(one) and after.endswith(one[1:]) for one in allowed if one[0] == "*"
    )


def may_repeat(place: Doubled) -> bool:
    """Whether a word that no list has as certain may stand twice where it does."""
    word = place.word
    if word == "it":
        return place.before.lower() not in OPENS_CLAUSE and place.after in AUXILIARIES
    if word == "this":  # on top of this this is wrong
        lead = place.clause(_CLAUSE)
        opens = len(lead) <= _LEAD and OPENS_PHRASE.issuperset(lead[:1])
        return place.before.lower() in PREPOSITIONS and opens
    if word == "not":  # you can not not know; not not knowing
        return place.previous in {"can", "could", "if", ""} or place.after.endswith("ing")
    if word == "first" and place.after in {"lady", "ladies", "minister", "ministers"}:
        return True
    return is_term(place)


def is_term(place: Doubled) -> bool:
    """Whether a doubled word is a term: it stands in the copy again, or opens a quotation.

    One in small letters that goes on in small letters is a slip in a quotation, no chant.
    """
    if place.opens_quotation:
        plain = place.found[0].islower() and place.follows_small()
        if not plain or place.after not in SEPARATED:
            return True
    prose, doubled = place.prose, place.found[0]
    first = prose.find(doubled)  # and not all: a text may hold thousands
    return prose.find(doubled, first + len(doubled)) >= 0
