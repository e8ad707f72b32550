"""The company a name keeps: the words beside it, and what they say of whose name it is."""

from __future__ import annotations

from lint import titles
from lint.checks.naming.spelling import core, fold
from lint.kept import cached_property
from lint.late import late
from lint.mentioned import is_loud
from lint.reading import Reading
from lint.tuples import NamedTuple

# What may stand before a surname besides: those who play, and the saints of places.
TITLES = titles.TITLES | {"saint", "st", "striker", "winger", "goalkeeper"}
FUNCTION_WORDS = frozenset(
    """
    a about after again against all also although among an and another any are as at because
    before behind both but by can could despite did do does during each either even every for from
    had has have how however if in indeed inside instead into is it its just later like many
    may meanwhile might more most much neither no nor not now of on once one only or other our
    over rather several should since so some still such than that the their then there these they
    this those though through throughout thus to today together under unless unlike until up upon
    was we were what when where whether which while who whom whose why will with within
    without would yes yesterday yet you your earlier
    """.split()
)
# What may stand before the name of a place without being the first name of somebody.
QUARTERS = frozenset(
    "north south east west northern southern eastern western central upper lower inner outer "
    "greater mid downtown new old".split()
)
_PLACE_LEADERS = frozenset("in of from to across outside inside".split())
_TELLING = late(
    r"(?:['’]s)?,?\s(?:said|says|told|tells|added|adds|insisted|claimed|argued|denied|warned|"
    r"announced|explained|asked|replied|wrote|tweeted|believes|believed|admitted|called|urged|"
    r"met|spoke|rejected|refused|accused|praised|pledged|promised|vowed|hailed|backed|wants|"
    r"became|won|lost|scored|who|is|has|was|does|did)\b"
    r"|,\s(?:the|a|an|whose|for (?:his|her)|\d\d)\b"
)
_BEFORE = late(r"(\S+)\s+\Z")
_AFTER = late(r"\s+(\S+)")
_JOINED = late(r"\S*\Z")
_OPENERS = "\"'“‘([{—–"
_STOPS = late(r"[,;:!?…)\]}\"”—–]")
_REACH = 80  # code points; no word that stands beside a name begins further away


class Neighbour(NamedTuple):
    """A word beside another, only white space between: its core, its whole range."""

    text: str
    folded: str
    start: int
    end: int
    outer_start: int
    possessive: bool

    @property
    def is_initial(self) -> bool:
        """Whether it is one capital letter."""
        return len(self.text) == 1 and self.text.isupper()

    @property
    def is_capitalised(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[:1].isupper()


class Occurrence:
    """A word of a name in the prose: its core at ``[start, end)``, its line, its neighbours.

    What stands around it is worked out when it is asked for, since most words are ruled
    out by the first question.
    """

    def __init__(self, reading: Reading, start: int, end: int) -> None:
        self._reading = reading
        self.start = start
        self.end = end
        self.text = reading.prose[start:end]
        block = reading.block_at(start)
        self.floor, self.ceiling = (block.start, block.end) if block else (0, len(reading.prose))

    @cached_property
    def left(self) -> Neighbour | None:
        """The word before it, only white space between."""
        return before(self._reading.prose, self.floor, self.start)

    @cached_property
    def right(self) -> Neighbour | None:
        """The word after it, only white space between."""
        return after(self._reading.prose, self.ceiling, self.end)

    @cached_property
    def beside(self) -> tuple[set[str], set[str]]:
        """The folds of what may be the words before and after it: an initial, or what is beyond."""
        prose, left, right = self._reading.prose, self.left, self.right
        before_it, after_it = {word.folded for word in (left,) if word}, set[str]()
        if left is not None and left.is_initial:
            beyond = before(prose, self.floor, left.outer_start)
            before_it.update(word.folded for word in (beyond,) if word)
        if right is not None:
            after_it.add(right.folded)
            if right.is_initial:
                beyond = after(
                    prose, self.ceiling, right.end + (prose[right.end : right.end + 1] == ".")
                )
                after_it.update(word.folded for word in (beyond,) if word)
        return before_it, after_it

    @cached_property
    def opens(self) -> bool:
        """Whether it opens a sentence."""
        return self._reading.opens_sentence(self.start)

    @cached_property
    def loud(self) -> bool:
        """Whether it stands in a line of capitals or title case, where a capital says nothing."""
        return is_loud(self._reading.prose[self.floor : self.ceiling])

    @property
    def telling(self) -> bool:
        """Whether what follows is said of people: a verb, a description between commas."""
        if self.text.endswith("ly") and self.opens:
            return False  # Generally, the …
        return _TELLING.match(self._reading.prose, self.end) is not None

    @property
    def title(self) -> bool:
        """Whether a title stands before it."""
        return self.left is not None and self.left.folded in TITLES

    @property
    def in_place(self) -> bool:
        """Whether a preposition of place stands before it."""
        return not self.loud and self.left is not None and self.left.text in _PLACE_LEADERS

    @property
    def certain(self) -> bool:
        """Whether it is a name for certain: a capital inside a sentence, or a cue beside it."""
        return not self.loud and (not self.opens or self.telling or self.title)

    def given_before(self) -> Neighbour | None:
        """The capitalised word before it that may be a first name, if there is one."""
        left = self.left
        if left is None or not left.is_capitalised or left.possessive:
            return None
        if left.folded in TITLES or left.folded in FUNCTION_WORDS or self.loud:
            return None
        return left

    def leads(self) -> bool:
        """Whether another capitalised word goes on after it, as after a first name."""
        if self.right is None or not self.right.is_capitalised or self.loud:
            return False
        return self.left is None or self.left.folded not in _PLACE_LEADERS


def before(prose: str, floor: int, start: int) -> Neighbour | None:
    """The word before an offset, if nothing but white space parts them."""
    floor = max(floor, start - _REACH)
    if start > floor and prose[start - 1] == " ":  # a plain word and a space, as nearly always
        at = max(floor, prose.rfind(" ", floor, start - 1) + 1)
        raw = prose[at : start - 1]
        if raw.isalpha():
            return Neighbour(raw, fold(raw), at, start - 1, at, False)
    joined = _JOINED.search(prose, floor, start)
    if joined is not None and joined[0]:
        if core(joined[0] + "X")[0] != len(joined[0]):
            return None  # an opening mark, or half of a compound
        start = joined.start()
    found = _BEFORE.search(prose, floor, start)
    if found is None:
        return None
    raw = found[1]
    at = found.start(1) + len(raw) - len(raw.lstrip(_OPENERS))
    raw = raw.lstrip(_OPENERS)
    if raw.endswith(".") and (len(raw) == 2 or fold(raw[:-1]) in TITLES):
        raw = raw[:-1]
    if not raw or _STOPS.search(raw) or raw[-1] in ".'’":
        return None
    return _neighbour(raw, at)


def after(prose: str, ceiling: int, end: int) -> Neighbour | None:
    """The word after an offset, if nothing but white space parts them."""
    ceiling = min(ceiling, end + _REACH)
    if prose[end : end + 1] == " ":
        stop_at = prose.find(" ", end + 1, ceiling)
        raw = prose[end + 1 : stop_at] if stop_at > 0 else ""
        if raw.isalpha():
            return Neighbour(raw, fold(raw), end + 1, stop_at, end + 1, False)
    found = _AFTER.match(prose, end, ceiling)
    if found is None:
        return None
    raw = found[1]
    stop = _STOPS.search(raw)
    raw = (raw[: stop.start()] if stop else raw).rstrip(".'’")
    return _neighbour(raw, found.start(1)) if raw else None


def _neighbour(raw: str, at: int) -> Neighbour:
    left, right = core(raw)
    text = raw[left:right]
    return Neighbour(text, fold(text), at + left, at + right, at, right < len(raw))
