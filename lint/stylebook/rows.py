"""Many small values in one part of a file, each read when it is asked for."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Generic, TypeVar, overload

from lint.jsontext import loads

_T = TypeVar("_T")
_WIDTH = array("I").itemsize


def packed_rows(values: Iterable[Any]) -> bytes:
    """Values that JSON can hold, as the bytes of one part: how many, where each ends, all."""
    from json import JSONEncoder

    encode = JSONEncoder(ensure_ascii=False, check_circular=False).encode
    rows = [encode(value).encode("utf-8", "surrogatepass") for value in values]
    ends = array("I", [len(rows)])
    at = 0
    for row in rows:
        at += len(row)
        ends.append(at)
    return ends.tobytes() + b"".join(rows)


class Rows(Sequence[_T], Generic[_T]):
    """What :func:`packed_rows` packed, as a sequence; ``make`` turns JSON into the value.

    What has been made is kept.
    """

    def __init__(self, part: memoryview, make: Callable[[Any], _T]) -> None:
        self._make = make
        count = part[:_WIDTH].cast("I")[0]
        self._ends = part[: _WIDTH * (count + 1)].cast("I")
        self._text = part[_WIDTH * (count + 1) :]
        self._made: dict[int, _T] = {}

    def __len__(self) -> int:
        return self._ends[0]

    @overload
    def __getitem__(self, number: int) -> _T: ...

    @overload
    def __getitem__(self, number: slice) -> Sequence[_T]: ...

    def __getitem__(self, number: int | slice) -> _T | Sequence[_T]:
        if isinstance(number, slice):
            return [self[nth] for nth in range(*number.indices(len(self)))]
        if number not in self._made:
            if not -len(self) <= number < len(self):
                raise IndexError(number)
            self._made[number] = self._row(number % len(self))
        return self._made[number]

    def __eq__(self, other: object) -> bool:
        """Equal to any row of equal values: it stands in for a tuple."""
        return isinstance(other, tuple | Rows) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(tuple(self))

    def _row(self, number: int) -> _T:
        start = self._ends[number] if number else 0
        text = bytes(self._text[start : self._ends[number + 1]])
        return self._make(loads(text.decode("utf-8", "surrogatepass")))

    def __iter__(self) -> Iterator[_T]:
        """Every value in order; all are decoded in one go, far quicker than one by one."""
        if len(self._made) < len(self):
            starts, ends = [0, *self._ends[1:-1]], self._ends[1:]
            text = bytes(self._text)
            rows = [text[start:end] for start, end in zip(starts, ends, strict=True)]
            whole = b"[" + b",".join(rows) + b"]"
            for number, value in enumerate(loads(whole.decode("utf-8", "surrogatepass"))):
                if number not in self._made:
                    self._made[number] = self._make(value)
        return iter([self._made[number] for number in range(len(self))])
