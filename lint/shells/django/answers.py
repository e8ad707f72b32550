"""What an editor is told at the save: one shape, whoever has checked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from lint.shells.save.policy import Decision


@dataclass(frozen=True, slots=True)
class Edit:
    """Put ``text`` in place of code points ``start`` to ``end`` of a field."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Mend:
    """A way to mend; its edits are made together. ``safe`` ones need no second look."""

    title: str
    safe: bool
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """One finding at its place in one field, in code points of the field's text.

    ``blocks`` says whether it refuses by itself at the stage that was asked about;
    ``elsewhere`` are the ids of other articles that belong to it.
    """

    field: str
    rule: str
    severity: str
    message: str
    text: str
    start: int
    end: int
    fingerprint: str
    blocks: bool
    mends: tuple[Mend, ...] = ()
    elsewhere: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """What a check came to.

    ``fault`` is empty, or says why nothing could be checked; ``notices`` say what of the check
    could not be done. ``stood`` are the findings that somebody let stand.
    """

    decision: Decision
    told: tuple[Told, ...] = ()
    fault: str = ""
    notices: tuple[str, ...] = ()
    stood: tuple[Told, ...] = ()

    @property
    def blocking(self) -> tuple[Told, ...]:
        """The findings that refuse."""
        return tuple(each for each in self.told if each.blocks)


def answer_from(wire: Mapping[str, Any]) -> Answer:
    """The answer in the JSON of the service (docs/service.md).

    Raises:
        KeyError: something is missing.
        TypeError, ValueError: something is not what it should be.
    """
    decision = wire["decision"]
    if decision not in ("allow", "warn", "block"):
        raise ValueError(f"unknown decision {decision!r}")
    return Answer(
        decision,
        tuple(_told(each) for each in wire["findings"]),
        notices=tuple(str(notice) for notice in wire.get("notices", ())),
        stood=tuple(_told(each) for each in wire.get("dismissed", ())),
    )


def _told(wire: Mapping[str, Any]) -> Told:
    span = wire["span"]
    return Told(
        field=str(wire["field"]),
        rule=str(wire["rule"]),
        severity=str(wire["severity"]),
        message=str(wire["message"]),
        text=str(wire["text"]),
        start=int(span["start"]),
        end=int(span["end"]),
        fingerprint=str(wire["fingerprint"]),
        blocks=bool(wire.get("blocks", False)),  # what is let stand refuses nothing
        mends=tuple(_mend(fix) for fix in wire["fixes"] if fix["safety"] != "display"),
        elsewhere=tuple(str(r["path"]) for r in wire["related"] if "field" not in r),
    )


def _mend(wire: Mapping[str, Any]) -> Mend:
    edits = (
        Edit(int(edit["span"]["start"]), int(edit["span"]["end"]), str(edit["text"]))
        for edit in wire["edits"]
    )
    return Mend(str(wire["title"]), wire["safety"] == "safe", tuple(edits))
