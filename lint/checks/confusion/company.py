"""The company a word keeps: phrases of words around it, as an editor writes them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from lint.frozen import Frozen
from lint.late import late

# The possessive ’s is a word of its own. A hyphen inside a compound is no token (“two-story”
# is “two story”); set off by spaces it is a dash, and breaks a phrase as every mark does.
_TOKEN = late(r"['’]s\b|[^\W_]+(?:['’](?!s\b)[^\W_]+)*|(?<!\S)-+|[^\w\s-]")
_STROKE = late(r"\s*\|\s*")  # a long slot may be broken there
_POSSESSIVE = late(r"('s\b)")
_COMPOUND = late(r"(?<=[\w~)>*])-|-(?=[\w~(<*])")
_STOP = late(r"(?<=[\w~)>*])([,.?;:])(?=\s|$)")
_REACH = 90  # code points looked at on either side for a phrase: some fifteen words
_A_WORD = 12  # code points allowed for a word when neighbours are counted in words
_NUMBERS = frozenset(
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty "
    "ninety hundred thousand million".split()
)
_SMALL = frozenset(
    "a an and another any as at both but by each every few for from he her his how i if in it "
    "its many more most my no of on one or our several she since so some such than that the "
    "their these they this those though to two under what when where which while who with you "
    "your".split()
)

Lists = Mapping[str, Sequence[str]]


class PhraseError(ValueError):
    """A phrase that cannot be read; the message says why, for the editor."""


def tokens_of(text: str, start: int = 0, end: int | None = None) -> list[str]:
    """Words, the possessive 's as a word of its own, and marks; apostrophes made straight.

    ``[start, end)`` is read, with an eye on what stands before it: a hyphen that joins it to
    the word before is no mark.
    """
    tokens = _TOKEN.findall(text, start, len(text) if end is None else end)
    return [token.replace("’", "'") if "’" in token else token for token in tokens]


def places_of(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Where each token of ``[start, end)`` stands (see :func:`tokens_of`)."""
    return [found.span() for found in _TOKEN.finditer(text, start, end)]


class Surroundings(Frozen):
    """A word at ``[start, end)`` of a text, of which ``[floor, ceiling)`` may be looked at."""

    text: str
    start: int
    end: int
    floor: int
    ceiling: int

    def before(self, reach: int = _REACH) -> list[str]:
        """Words and marks before the word, nearest first; a word cut in two is left out."""
        edge = max(self.floor, self.start - reach)
        tokens = tokens_of(self.text, edge, self.start)
        if edge > self.floor and tokens and self.text[edge - 1].isalnum():
            del tokens[0]
        tokens.reverse()
        return tokens

    def after(self, reach: int = _REACH) -> list[str]:
        """Words and marks after the word, nearest first; a word cut in two is left out."""
        edge = min(self.ceiling, self.end + reach)
        tokens = tokens_of(self.text, self.end, edge)
        if edge < self.ceiling and tokens and self.text[edge].isalnum():
            del tokens[-1]
        return tokens

    def neighbours(self, words: int = 8) -> list[str]:
        """The words (not the marks) up to ``words`` places away on either side."""
        reach = _A_WORD * words
        before = [token for token in self.before(reach) if token[0].isalnum()]
        after = [token for token in self.after(reach) if token[0].isalnum()]
        return before[:words] + after[:words]


class Slot(Frozen):
    """One place of a phrase, or a set of words to look for: which words will do.

    ``words`` are in small letters and match any case; ``exact`` match as written.
    """

    words: frozenset[str]
    exact: frozenset[str] = frozenset()
    starts: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()
    tests: tuple[Callable[[str], bool], ...] = ()
    refuses: bool = False  # everything but these, the edge of the block included

    def fits(self, token: str) -> bool:
        """Whether a word or mark will do here; ``""`` is the edge of the block."""
        return self._names(token) != self.refuses

    def _names(self, token: str) -> bool:
        low = token.lower()
        return (
            low in self.words
            or token in self.exact
            or (bool(self.starts) and low.startswith(self.starts))
            or (bool(self.ends) and low.endswith(self.ends))
            or any(test(token) for test in self.tests)
        )

    @property
    def literals(self) -> frozenset[str] | None:
        """The words that will do, in small letters, if they can be listed."""
        if self.starts or self.ends or self.tests or self.refuses:
            return None
        return self.words | {word.lower() for word in self.exact}


class Phrase(Frozen):
    """A phrase around the word: slots before it (nearest first) and after it.

    ``form`` is the form of the word that must stand there (small letters), or empty.
    """

    text: str
    before: tuple[Slot, ...]
    after: tuple[Slot, ...]
    form: str = ""

    def fits(self, found: str, before: Sequence[str], after: Sequence[str]) -> bool:
        """Whether the word found (small letters) and its neighbours make up this phrase."""
        if self.form and found != self.form:
            return False
        return _fit(self.before, before) and _fit(self.after, after)


def _fit(slots: tuple[Slot, ...], tokens: Sequence[str]) -> bool:
    for place, slot in enumerate(slots):
        if not slot.fits(tokens[place] if place < len(tokens) else ""):
            return False
    return True


class Company:
    """Many phrases, found by the word next to ours so that few are tried."""

    __slots__ = ("_by_left", "_by_right", "_others", "phrases")

    def __init__(self, phrases: tuple[Phrase, ...]) -> None:
        self.phrases = phrases
        self._by_left: dict[str, list[Phrase]] = {}
        self._by_right: dict[str, list[Phrase]] = {}
        self._others: list[Phrase] = []
        for phrase in phrases:
            left = phrase.before[0].literals if phrase.before else None
            right = phrase.after[0].literals if phrase.after else None
            if left is not None:
                for word in left:
                    self._by_left.setdefault(word, []).append(phrase)
            elif right is not None:
                for word in right:
                    self._by_right.setdefault(word, []).append(phrase)
            else:
                self._others.append(phrase)

    def find(self, found: str, before: Sequence[str], after: Sequence[str]) -> Phrase | None:
        """The first phrase that the word found and its neighbours (nearest first) make up."""
        low = found.lower()
        left = self._by_left.get(before[0].lower(), ()) if before else ()
        right = self._by_right.get(after[0].lower(), ()) if after else ()
        for phrases in (left, right, self._others):
            for phrase in phrases:
                if phrase.fits(low, before, after):
                    return phrase
        return None


def phrases(text: str, lists: Lists) -> Iterator[Phrase]:
    """Read a phrase as an editor writes it; one ``Phrase`` for each way of reading it.

    ``~`` is the word itself (``~counties``: in this form only), ``a|b`` either word (a line
    may be broken after the stroke; each is one word), ``*`` any word, ``refus*`` and ``*ing``
    words that begin or end so, ``(very)`` a word that may be absent, ``!of|in`` anything but
    these, ``<nations>`` a word of a list of the rule, ``<number>`` a number, ``<name>`` a word
    with a capital. Words match in any case unless written with a capital. Marks (comma, stop,
    quote) break a phrase that does not name them; hyphens count as spaces.

    Raises:
        PhraseError: there is no ``~``, or more than one, or an unknown list.
    """
    for reading in _readings(_parts(text)):
        places = [place for place, part in enumerate(reading) if part.startswith("~")]
        if len(places) != 1:
            raise PhraseError(f"“{text}” needs one ~ where the word stands")
        at = places[0]
        before = tuple(slot(part, lists) for part in reversed(reading[:at]))
        after = tuple(slot(part, lists) for part in reading[at + 1 :])
        yield Phrase(text, before, after, reading[at][1:].lower())


def _parts(text: str) -> list[str]:
    closed = _STROKE.sub("|", text.replace("’", "'"))
    spaced = _COMPOUND.sub(" ", _POSSESSIVE.sub(r" \1", closed))
    return _STOP.sub(r" \1", spaced).split()


def _readings(parts: Sequence[str]) -> Iterator[list[str]]:
    """The phrase with and without each of its words in brackets."""
    if not parts:
        yield []
        return
    head, *tail = parts
    for rest in _readings(tail):
        if head.startswith("(") and head.endswith(")"):
            yield [head[1:-1], *rest]
            yield rest
        else:
            yield [head, *rest]


def slot(part: str, lists: Lists) -> Slot:
    """One place of a phrase as written, see :func:`phrases`.

    Raises:
        PhraseError: an unknown list.
    """
    refuses = part.startswith("!") and len(part) > 1
    return slot_of(part[refuses:].split("|"), lists, refuses=refuses)


def slot_of(words: Iterable[str], lists: Lists, *, refuses: bool = False) -> Slot:
    """Which words will do, from words as written (a list’s name, or an asterisk, included).

    Raises:
        PhraseError: an unknown list.
    """
    plain: set[str] = set()
    exact: set[str] = set()
    starts: list[str] = []
    ends: list[str] = []
    tests: list[Callable[[str], bool]] = []
    for word in _listed(words, lists):
        if word in _TESTS:
            tests.append(_TESTS[word])
        elif word.endswith("*"):
            starts.append(word[:-1].lower())
        elif word.startswith("*"):
            ends.append(word[1:].lower())
        elif word != word.lower():
            exact.update((word, word.upper()))
        else:
            plain.add(word.replace("’", "'"))
    return Slot(
        frozenset(plain), frozenset(exact), tuple(starts), tuple(ends), tuple(tests), refuses
    )


def _listed(words: Iterable[str], lists: Lists) -> Iterator[str]:
    for word in words:
        name = word[1:-1] if word.startswith("<") and word.endswith(">") else ""
        if not name or word in _TESTS:
            yield word
        elif name in lists:
            yield from lists[name]
        else:
            known = ", ".join(f"<{known}>" for known in sorted([*lists, "name", "number"]))
            raise PhraseError(f"there is no list <{name}>; there are {known}")


def _is_word(token: str) -> bool:
    return token[:1].isalnum()


def _is_number(token: str) -> bool:
    return token[:1].isdigit() or token.lower() in _NUMBERS


def _is_name(token: str) -> bool:
    """A capital that no start of a sentence explains: small words are no names."""
    return token[:1].isupper() and token.lower() not in _SMALL


_TESTS: dict[str, Callable[[str], bool]] = {
    "*": _is_word,
    "<number>": _is_number,
    "<name>": _is_name,
}
