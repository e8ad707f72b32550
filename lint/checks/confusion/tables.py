"""Learnt models as they ship: numbers only, one file a pair, and the words they have in common.

``words.bin`` holds the CRC-32 of every known word's key (:mod:`lint.checks.confusion.keys`) in
order; a word's number is its place there. A model is a line that names the format, a line of
JSON (:class:`Model` says of what; ``glance`` is how many bytes the first of two streams has),
and two deflated streams of signed bytes. The first, which nearly always is enough:

- a table of one number a word for the place before the word judged and the place after it.

The second:

- the same for each other place beside it, for the words about it, and, where the model looks at
  the whole story, for the words of the story;
- one number a place for a capital there;
- the CRC-32 of every run of words that counts, in order, and one number for each.

The recipe is ``benchmarks/train``.
"""

from __future__ import annotations

import os
import sys
import zlib
from array import array
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from typing import Any

from lint.checks.confusion.keys import EDGE, key_of, stand_in
from lint.frozen import Frozen
from lint.jsontext import loads
from lint.mapped import mapped_file

PLACES = (-4, -3, -2, -1, 1, 2, 3, 4)
NEXT_TO_US = (PLACES.index(-1), PLACES.index(1))
RUNS = ((-2, -1), (-1, 1), (1, 2), (-3, -2, -1), (1, 2, 3), (-2, -1, 1), (-1, 1, 2))
FORM_RUNS: tuple[tuple[int, ...], ...] = ((-1,), (1,), ())  # together with the form of the word
FORMAT = b"copydesk learnt model 2\n"
FOLDER = os.path.join(os.path.dirname(__file__), "models")
_MOST = 50_000  # words whose number is remembered


class NoModel(ValueError):
    """There is no learnt model of that name, or its file cannot be read."""


class Direction(Frozen):
    """When one word of the pair, as written, is judged a slip for the other.

    A use is a ``warning`` or a ``suggestion`` where its log odds are above (None: never); ``first``
    is what the words beside it alone must reach. The probability of a slip is the logistic
    function of ``slope`` times the log odds, plus ``offset``.
    """

    warning: float | None
    suggestion: float | None
    first: float
    slope: float
    offset: float


class Glance(Frozen):
    """Of a model what tells, of nearly every use of a word, that the rest need not be asked.

    ``before`` and ``after`` are the tables of the words next to the word judged.
    """

    forms: tuple[tuple[str, str], ...]
    directions: tuple[Direction, Direction]
    unit: float
    before: Sequence[int]
    after: Sequence[int]


class Model(Frozen):
    """One pair: its numbers, and what they are measured in.

    ``forms`` are the forms of the first word with those of the second; ``directions`` say when
    the first and when the second is judged a slip. A number of ``places``, ``around``,
    ``capitals`` and ``run_numbers`` counts ``unit``, one of ``story`` ``story_unit``; ``facts``
    are log odds. ``reach`` is the most that the story and the facts can add, either way.
    """

    forms: tuple[tuple[str, str], ...]
    directions: tuple[Direction, Direction]
    bias: float
    unit: float
    places: tuple[Sequence[int], ...]
    around: Sequence[int]
    capitals: Sequence[int]
    runs: Sequence[int]
    run_numbers: Sequence[int]
    story: Sequence[int] | None
    story_unit: float
    facts: Mapping[str, float]
    reach: float

    def run(self, kind: int, words: Sequence[str], form: int = 0) -> int:
        """The number of a run of words (keys), nothing where it does not count."""
        crc = run_key(kind, words, form)
        place = bisect_left(self.runs, crc)
        found = place < len(self.runs) and self.runs[place] == crc
        return self.run_numbers[place] if found else 0


def run_key(kind: int, words: Sequence[str], form: int = 0) -> int:
    """What stands for a run of words in a model; ``kind`` counts RUNS, then FORM_RUNS."""
    return zlib.crc32(" ".join((str(kind), str(form), *words)).encode())


def file_of(pair: str) -> str:
    """The file of a pair’s model, from its name (“county/country”)."""
    return os.path.join(FOLDER, pair.replace("/", "-").replace("'", "") + ".bin")


@cache
def model_of(pair: str) -> Model:
    """The model of a pair, read when first asked for.

    Raises:
        NoModel: there is none, or it is not of this format.
    """
    return _read(*_opened_by_name(pair))


def read_model(path: str) -> Model:
    """Read a model from its file.

    Raises:
        OSError: the file cannot be read.
        NoModel: it is not of this format.
    """
    return _read(*_opened(path))


@cache
def glance_of(pair: str) -> Glance:
    """What :func:`model_of` gives, as far as a glance needs it; the rest is not inflated.

    Raises:
        NoModel: there is none, or it is not of this format.
    """
    said, body, _ = _opened_by_name(pair)
    before, after = _tables(zlib.decompress(body), 2, int(said["words"]))
    first, second = said["directions"]
    return Glance(
        forms=tuple((a, b) for a, b in said["forms"]),
        directions=(Direction(**first), Direction(**second)),
        unit=said["unit"],
        before=before,
        after=after,
    )


def _opened_by_name(pair: str) -> tuple[Mapping[str, Any], bytes, bytes]:
    """The same by the name of a pair.

    Raises:
        NoModel: there is none, or it is not of this format.
    """
    if not pair.replace("/", "").replace("'", "").isalpha():
        raise NoModel(f"“{pair}” is no name of a learnt model; it is two words, as in a/b")
    try:
        return _opened(file_of(pair))
    except OSError:
        raise NoModel(f"there is no learnt model “{pair}”") from None


def _opened(path: str) -> tuple[Mapping[str, Any], bytes, bytes]:
    """What a model says of itself, and its numbers, deflated."""
    with open(path, "rb") as file:
        data = file.read()
    if not data.startswith(FORMAT):
        raise NoModel("a learnt model is not of this format")
    head, _, body = data[len(FORMAT) :].partition(b"\n")
    said: dict[str, Any] = loads(head)
    if int(said["words"]) != len(known_words()):
        raise NoModel("the learnt models and their list of words are not of one making")
    return said, body[: said["glance"]], body[said["glance"] :]


def _tables(numbers: bytes | memoryview, count: int, words: int) -> list[Sequence[int]]:
    """The tables at the beginning of some numbers."""
    view = memoryview(numbers).cast("b")
    return [view[n * words : (n + 1) * words] for n in range(count)]


def _read(said: Mapping[str, Any], beside: bytes, body: bytes) -> Model:
    """The model that stands in what :func:`_opened` gave."""
    words, runs = int(said["words"]), int(said["runs"])
    view = memoryview(zlib.decompress(body))
    numbers = view.cast("b")
    count = len(PLACES) - len(NEXT_TO_US) + 1 + bool(said["story"])
    tables = _tables(view, count, words)
    before_and_after = _tables(zlib.decompress(beside), len(NEXT_TO_US), words)
    for place, table in zip(NEXT_TO_US, before_and_after, strict=True):
        tables.insert(place, table)
    at = count * words
    capitals = numbers[at : at + len(PLACES)]
    at += len(PLACES)
    first, second = said["directions"]
    return Model(
        forms=tuple((a, b) for a, b in said["forms"]),
        directions=(Direction(**first), Direction(**second)),
        bias=said["bias"],
        unit=said["unit"],
        places=tuple(tables[: len(PLACES)]),
        around=tables[len(PLACES)],
        capitals=capitals,
        runs=_unsigned(view[at + runs :]),
        run_numbers=numbers[at : at + runs],
        story=tables[-1] if said["story"] else None,
        story_unit=said["story unit"],
        facts=said["facts"],
        reach=said["reach"],
    )


def _unsigned(data: memoryview) -> Sequence[int]:
    """Four little-endian bytes a number, whatever the machine."""
    if sys.byteorder == "little":
        return data.cast("I")
    keys = array("I", bytes(data))
    keys.byteswap()
    return keys


@lru_cache(maxsize=1)
def known_words() -> Sequence[int]:
    """The CRC-32 of every known word's key, in order."""
    return _unsigned(memoryview(mapped_file(os.path.join(FOLDER, "words.bin"))))


class Numbers(dict[str, int]):
    """The numbers of words, worked out when first met; ``None`` stands for no word."""

    def __missing__(self, token: str) -> int:
        if len(self) >= _MOST:
            self.clear()
        known = known_words()
        key = key_of(token) if token else EDGE
        number = _place(known, key)
        if number < 0:
            number = _place(known, stand_in(token))
        self[token] = number
        return number


def _place(known: Sequence[int], key: str) -> int:
    crc = zlib.crc32(key.encode())
    place = bisect_left(known, crc)
    return place if place < len(known) and known[place] == crc else -1


NUMBERS = Numbers()


@lru_cache(maxsize=1 << 15)
def known_key(token: str) -> str:
    """The key of a word where it is known, else what stands for such words; ``""`` is the edge."""
    if not token:
        return EDGE
    key = key_of(token)
    return key if _place(known_words(), key) >= 0 else stand_in(token)
