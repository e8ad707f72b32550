"""Observations that hang together: tied to each other, or to others that are."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

_SHARE = 4  # where more than a quarter of the files hang together, a rule compares all

# What was observed in files, by their numbers, as it was packed.
Load = Callable[[Sequence[int]], Iterable[tuple[int, Mapping[str, Any]]]]


class Files:
    """What was observed in the files of a run, by their numbers, unpacked when it is asked for."""

    def __init__(self, numbers: Iterable[int], load: Load) -> None:
        self.numbers = frozenset(numbers)
        self._load = load
        self._loaded: dict[int, Mapping[str, Any]] = {}

    def seen(self, numbers: Iterable[int]) -> Iterator[Mapping[str, Any]]:
        """What was observed in some files, of which those of another run are passed over."""
        own = sorted(self.numbers.intersection(numbers))
        new = [number for number in own if number not in self._loaded]
        self._loaded.update(self._load(new))
        return (self._loaded[number] for number in own if number in self._loaded)


class Web:
    """The observations of a rule that hang together with some, found by following their ties."""

    def __init__(
        self,
        rule: str,
        numbers: Callable[[Any], list[int] | None],
        files_with: Callable[[Sequence[int]], set[int]],
        files: Files,
    ) -> None:
        """``numbers`` are the ties of data, or None where it is tied to everything;
        ``files_with`` are the numbers of the files in which ties were observed."""
        self._rule = rule
        self._numbers = numbers
        self._files_with = files_with
        self._files = files
        self._most = len(files.numbers) // _SHARE
        self._by_tie: dict[int, list[tuple[Any, list[int]]]] = {}
        self.followed: set[int] = set()
        self.seen: list[Any] = []  # as they were packed

    def follow(self, seeds: Iterable[Any]) -> bool:
        """Collect all that hangs together with data; False where that is nearly everything, and
        everything was collected."""
        ties: set[int] = set()
        for data in seeds:
            own = self._numbers(data)
            if own is None:
                return self._everything()
            ties.update(own)
        taken: set[int] = set()
        looked: set[int] = set()
        while ties:
            files = self._files_with(sorted(ties)) - looked
            looked |= files
            if len(looked) > self._most:
                return self._everything()
            self._index(files)
            self.followed |= ties
            ties = self._reached(ties, taken) - self.followed
        return True

    def _reached(self, ties: set[int], taken: set[int]) -> set[int]:
        """Take the observations that have some ties; all the ties that those have."""
        reached: set[int] = set()
        for tie in ties:
            for observation, own in self._by_tie.get(tie, ()):
                if id(observation) not in taken:
                    taken.add(id(observation))
                    self.seen.append(observation)
                    reached.update(own)
        return reached

    def _index(self, files: Iterable[int]) -> None:
        for packed in self._files.seen(files):
            for observation in packed.get(self._rule, ()):
                own = self._numbers(observation[1]) or []
                for tie in own:
                    self._by_tie.setdefault(tie, []).append((observation, own))

    def _everything(self) -> bool:
        every = self._files.seen(self._files.numbers)
        self.seen = [each for packed in every for each in packed.get(self._rule, ())]
        return False
