"""Check files of which most are remembered from an earlier run."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from lint.reports.base import Together
from lint.shells.run import FileResult

if TYPE_CHECKING:
    from lint.shells.findingcache import FindingCache

Check = Callable[[Sequence[str]], Iterator[FileResult]]  # files that are not remembered


def check_changed(
    check: Check, files: Sequence[str], cache: FindingCache
) -> Iterator[FileResult | Together]:
    """What files give, in their order: those that are as they were are not checked again, and
    whole stretches of such are told together."""
    parts = cache.parts(files)
    others = [path for part in parts if part.row is None for path in part.paths]
    held = {path for path in others if cache.holds(path)}
    recalled = cache.recall([path for path in others if path in held])
    fresh = check([path for path in others if path not in held])
    for part in parts:
        lost = False
        if part.row is not None:
            together = cache.together(part)
            if together is not None:
                yield together
                continue
            lost = True
        for path in part.paths:
            result = None if lost else next(recalled if path in held else fresh)
            if result is None:
                result = next(check([path]))
            if path not in held or result.stamp is not None:
                cache.keep(result)
            yield result
