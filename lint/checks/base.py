"""What every check is: it is made of a rule, and reads articles.

A check yields the least: where it stands in the prose, what is wrong, how to mend it. The
engine says the rest (spans of the source, severity, direct speech, fingerprints).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any, ClassVar, Protocol

from lint.finding import Safety, Severity, Site
from lint.frozen import field
from lint.index import Hit, Phrase
from lint.patterns import Pattern
from lint.reading import Reading
from lint.rule import Rule, SpeechPolicy
from lint.tuples import NamedTuple

_NOTHING: Mapping[str, str] = MappingProxyType({})


def option(
    doc: str,
    *,
    default: Any = ...,
    key: str = "",
    between: tuple[float, float] | None = None,
) -> Any:
    """A field of a check's options, with its line for the manual.

    ``key`` is the name in the rule file where it is not the field's own name with spaces
    for underscores. Without a default the field must be given; of dictionaries only the
    empty one can be a default. ``between`` are the least and the greatest number allowed.
    """
    metadata = {"doc": doc, "key": key, "between": between}
    if default is ...:
        return field(metadata=metadata)
    if isinstance(default, dict):  # dataclasses refuse to share one among instances
        return field(default_factory=dict, metadata=metadata)
    return field(default=default, metadata=metadata)


class Mend(NamedTuple):
    """One way to put a slip right.

    ``text`` takes the place of the slip, unless ``edits`` says what to write where
    (prose ranges). ``title`` defaults to “Write …”.
    """

    text: str = ""
    title: str = ""
    safety: Safety = "safe"
    edits: tuple[tuple[int, int, str], ...] = ()


class Aside(NamedTuple):
    """Another place of the same article that belongs to a slip (prose offsets)."""

    start: int
    end: int
    message: str


class Slip(NamedTuple):
    """A departure from the rule, at a half-open range of prose offsets.

    ``say`` fills the rule's message ({found} and {use} are always there); ``message``
    replaces it. ``severity`` lowers or raises the rule's own for this slip. ``is_name``
    tells the engine that the right form is a proper name. What is inferred says how surely
    (``confidence``, 0 to 1) and by what (``evidence``, phrases that an editor can check);
    a slip without a confidence is certain.
    """

    start: int
    end: int
    entry: str
    mends: tuple[Mend, ...] = ()
    say: Mapping[str, str] = _NOTHING
    message: str = ""
    severity: Severity | None = None
    asides: tuple[Aside, ...] = ()
    is_name: bool = False
    confidence: float | None = None
    evidence: tuple[str, ...] = ()


class Sighting(NamedTuple):
    """What a check wants remembered of an article, at a prose range.

    ``data`` is plain (strings, numbers, lists, dictionaries), so that it can be stored,
    sent and merged.
    """

    start: int
    end: int
    data: Any


class Observation(NamedTuple):
    """A sighting as it is kept when the article is gone: its site in the source, its data."""

    site: Site
    data: Any


class Group(NamedTuple):
    """Observations of several articles that together make one finding.

    ``places`` are indexes into the observations that were compared; the finding stands at
    the first, the others are related places. ``place_messages`` say what stands at each of
    those; a single one is said of all. ``confidence`` and ``evidence`` are those of a slip.
    """

    places: tuple[int, ...]
    entry: str
    message: str
    place_messages: tuple[str, ...] = ()
    severity: Severity | None = None
    confidence: float | None = None
    evidence: tuple[str, ...] = ()


class Claim(NamedTuple):
    """A form that an entry declares right or wrong, so that quarrels between rules are seen.

    ``at`` is the path to it inside the rule file (``("entries", 3, "not", 0)``).
    """

    form: str
    right: bool
    entry: str
    at: tuple[str | int, ...]


class Complaint(NamedTuple):
    """Something wrong with a rule that only its kind can see, at a path inside the file."""

    at: tuple[str | int, ...]
    message: str


class Sentry(Protocol):
    """Stands before all checks of a kind, and wakes those that have something to read."""

    def awake(self, reading: Reading) -> Iterable[str]:
        """The ids of the rules that have."""
        ...

    def packed(self) -> dict[str, bytes]:
        """What it knows as bytes by part, for a compiled stylebook."""
        ...


class Check:
    """A kind of check. The docstring of a subclass is the page of the manual for its kind.

    Subclasses set ``Options`` (a frozen dataclass whose fields are made by
    :func:`option`), and override what they need of the methods below.
    """

    Options: ClassVar[type[Any]]
    message: ClassVar[str] = "Write “{use}”, not “{found}”."
    fields: ClassVar[tuple[str, ...]] = ()  # what a message may name besides found, use, note
    speech: ClassVar[SpeechPolicy] = "check"  # inside direct speech, unless the rule says more
    mends_speech: bool = False  # whether a safe fix stays safe inside direct speech
    structural: bool = False  # tells of lines and paragraphs, not of words in them
    # Whether what it tells is told only where no finding of another kind stands.
    gives_way: ClassVar[bool] = False
    # Whether it judges what a grammar engine says, and finds nothing where none was asked.
    advised: ClassVar[bool] = False
    whole: ClassVar[bool] = False  # read every article, not only those with hits
    corpus: ClassVar[bool] = False  # observes articles in order to compare them
    # Whether all its findings are inferred or learnt: each carries a confidence and evidence.
    # The engine never lets a mend of theirs be safe, nor of any slip that has a confidence.
    inferred: ClassVar[bool] = False
    heeds_words: ClassVar[bool] = False  # whether the house word list clears what it infers
    certainty: ClassVar[str] = ""  # what its confidence means, a sentence for the manual

    def __init__(self, rule: Rule, options: Any) -> None:
        self.rule = rule
        self.options = options

    @property
    def lacks(self) -> str:
        """The option of the command line without which it finds nothing here, or nothing."""
        return ""

    def introduce(self, checks: Sequence[Check], sentry: Sentry | None = None) -> None:
        """Hear of the other checks of the stylebook, once it is whole, on or off.

        ``sentry`` is what :meth:`open_sentry` made, where the stylebook was compiled before.
        """

    @classmethod
    def sentry(cls, checks: Sequence[Check]) -> Sentry | None:
        """Who tells which checks of this kind, all of them ``whole``, have anything to read.

        Without one each of them reads every article.
        """
        return None

    @classmethod
    def open_sentry(cls, packed: Mapping[str, bytes], check_of: Callable[[str], Check]) -> Sentry:
        """The sentry that :meth:`Sentry.packed` was asked of; ``check_of`` gives rules by id."""
        raise NotImplementedError

    def phrases(self) -> Iterable[Phrase]:
        """The literals that this check wants looked up."""
        return ()

    def patterns(self) -> Iterable[Pattern]:
        """The regular expressions that this check wants looked up."""
        return ()

    def read(self, reading: Reading, hits: Sequence[Hit]) -> Iterator[Slip]:
        """Yield the slips of one article; ``hits`` are this check's phrases and patterns."""
        yield from ()

    def observe(self, reading: Reading, hits: Sequence[Hit]) -> Iterator[Sighting]:
        """Yield what is to be remembered of one article, for :meth:`compare`."""
        yield from ()

    def compare(self, observations: Sequence[Observation]) -> Iterator[Group]:
        """Yield the findings that several articles make together."""
        yield from ()

    def ties(self, data: Any) -> Iterable[str] | None:
        """What an observation has in common with whatever it may be compared with, by its data.

        Only observations that share a tie, or are joined by others that do, ever make a group
        together, and nothing but those decides what it says. None: any may, with any.
        """
        return None

    def claims(self) -> Iterator[Claim]:
        """Every form the rule declares right or wrong."""
        yield from ()

    def complaints(self) -> Iterator[Complaint]:
        """What is wrong with the options beyond their types."""
        yield from ()
