"""What was found in articles lately: one that has not changed is not checked again.

Editors save often and change little in between: a draft is saved, saved again by the system
itself, submitted and published with the same words in it.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping

from lint.article import Metadata
from lint.checks.base import Observation
from lint.frozen import Frozen
from lint.kept import cached_property
from lint.readers.fields import Field, Joined
from lint.shells.save.headlines import Printed
from lint.shells.save.placing import FieldFinding

_SIZE = 2_000_000  # code points of copy that are held at most, whatever the number of articles
_FINDING = 500  # code points that a finding counts for

Copy = tuple[tuple[Field, ...], Metadata]


class Found(Frozen):
    """What the stylebook says of some fields, whoever asks and whatever has been let stand since.

    ``told`` are findings, ``stood`` those that marks in the copy or the list of stets let stand.
    ``notices`` say what of the check could not be done.
    """

    joined: Joined
    told: tuple[FieldFinding, ...]
    stood: tuple[FieldFinding, ...]
    observations: Mapping[str, tuple[Observation, ...]]
    notices: tuple[str, ...] = ()

    @cached_property
    def printed(self) -> Printed | None:
        """The headline, as an archive of headlines keeps it."""
        return Printed.of(self.joined.article)

    @property
    def size(self) -> int:
        """About how much it holds, in code points."""
        seen = sum(map(len, self.observations.values()))
        findings = len(self.told) + len(self.stood) + seen
        return len(self.joined.article.source) + _FINDING * findings


class Recall:
    """The last articles that were checked: ``most`` at most, and no more than so much copy."""

    def __init__(self, most: int, size: int = _SIZE) -> None:
        self._most = most
        self._size = size
        self._held = 0
        self._known: OrderedDict[Copy, Found] = OrderedDict()

    def __len__(self) -> int:
        return len(self._known)

    def find(self, copy: Copy) -> Found | None:
        """What was found in the very same fields, if that is still known."""
        found = self._known.get(copy)
        if found is not None:
            self._known.move_to_end(copy)
        return found

    def keep(self, copy: Copy, found: Found) -> None:
        """Remember what was found; what has not been asked for longest is forgotten."""
        if not self._most:
            return
        before = self._known.pop(copy, None)
        self._held += found.size - (before.size if before is not None else 0)
        self._known[copy] = found
        while len(self._known) > self._most or self._held > self._size:
            _, gone = self._known.popitem(last=False)
            self._held -= gone.size
