"""A baseline: what stands in an old archive is accepted, and only what is new is told."""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from lint.finding import Finding
from lint.late import late
from lint.shells.writing import write_atomically
from lint.stylebook.complaints import Complaint, StylebookError

_VERSION = 1
_HALVES = late("[\ud800-\udfff]")


class Baseline:
    """Accepted findings: how often each fingerprint stands in each article."""

    def __init__(self, file: Path, accepted: dict[str, Counter[str]]) -> None:
        self._file = file
        self._left = {path: Counter(counts) for path, counts in accepted.items()}

    def part(self, findings: Iterable[Finding]) -> tuple[list[Finding], int]:
        """The findings that are new, and how many were accepted."""
        new: list[Finding] = []
        accepted = 0
        for finding in findings:
            left = self._left.get(_relative(self._file, finding.path))
            if left and left[finding.fingerprint] > 0:
                left[finding.fingerprint] -= 1
                accepted += 1
            else:
                new.append(finding)
        return new, accepted


def load_baseline(file: Path) -> Baseline:
    """Read a baseline.

    Raises:
        StylebookError: the file cannot be read or is no baseline.
    """
    try:
        data = json.loads(file.read_text("utf-8"))
        if data["version"] != _VERSION:
            raise ValueError(f"version {data['version']} is not known")
        accepted = {path: _counts(counts) for path, counts in data["accepted"].items()}
    except FileNotFoundError:
        reason = "there is no such baseline; write one with --write-baseline"
        raise StylebookError([Complaint(str(file), 0, 0, reason)]) from None
    except OSError as error:
        reason = f"cannot be read: {error.strerror}"
        raise StylebookError([Complaint(str(file), 0, 0, reason)]) from None
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        reason = "is no baseline of this version of copydesk; write it again with --write-baseline"
        raise StylebookError([Complaint(str(file), 0, 0, reason)]) from None
    return Baseline(file, accepted)


def write_baseline(file: Path, findings: Iterable[Finding]) -> int:
    """Write what stands as accepted; returns how many findings that are."""
    accepted: dict[str, Counter[str]] = {}
    for finding in findings:
        path = _relative(file, finding.path)
        accepted.setdefault(path, Counter())[finding.fingerprint] += 1
    data = {
        "version": _VERSION,
        "accepted": {
            path: dict(sorted(counts.items())) for path, counts in sorted(accepted.items())
        },
    }
    text = json.dumps(data, indent=1, ensure_ascii=False) + "\n"
    # A file name that is not UTF-8 is kept as half surrogates, which JSON can only escape.
    text = _HALVES.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
    write_atomically(str(file), text.encode("utf-8"))
    return sum(counts.total() for counts in accepted.values())


def _counts(counts: dict[str, int]) -> Counter[str]:
    """The counts of one article.

    Raises:
        ValueError: one is no whole number.
    """
    for fingerprint, count in counts.items():
        if type(count) is not int:
            raise ValueError(f"the count of {fingerprint} is no whole number")
    return Counter(counts)


def _relative(file: Path, path: str) -> str:
    try:
        folder = os.path.dirname(os.path.realpath(file))
        return Path(os.path.realpath(path)).relative_to(folder).as_posix()
    except ValueError:
        return Path(path).as_posix()
