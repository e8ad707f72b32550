"""Findings for the editor's page: where they stand in what the browser shows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import unescape
from typing import Any

from django.urls import reverse

from lint.shells.django.answers import Answer, Mend, Told
from lint.shells.django.forms import sentence, spoken
from lint.shells.wagtail.pieces import Piece
from lint.shells.wagtail.richtext import BlockPlaces, units


def answer_for_editor(answer: Answer, pieces: Sequence[Piece]) -> dict[str, Any]:
    """An answer as the script in the editor takes it.

    Places are in UTF-16 units: of a plain field as the browser holds it (line ends are one
    sign), of a rich text in a block with a key.
    """
    known = {piece.field.name: piece for piece in pieces}
    reading: dict[str, _Places] = {}

    def shown(told: Told) -> Mapping[str, Any]:
        piece = known[told.field]
        return _finding(told, piece, reading.setdefault(told.field, _Places(piece)))

    return {
        "decision": answer.decision,
        "fault": answer.fault,
        "notices": [sentence(notice) for notice in answer.notices],
        "findings": [shown(told) for told in answer.told],
        "stood": [shown(told) for told in answer.stood],
    }


class _Places:
    def __init__(self, piece: Piece) -> None:
        self._text = piece.field.text
        self._rich = BlockPlaces(self._text) if piece.field.format == "html" else None
        self._writable = piece.writable

    def of(self, start: int, end: int) -> dict[str, Any] | None:
        if not self._writable:
            return None
        if self._rich is not None:
            place = self._rich.find(start, end)
            return place._asdict() if place else None
        before, words = (
            part.replace("\r\n", "\n") for part in (self._text[:start], self._text[start:end])
        )
        at = units(before)
        return {"block": "", "start": at, "end": at + units(words), "text": words}

    def written(self, text: str) -> str:
        return unescape(text) if self._rich is not None else text


def _finding(told: Told, piece: Piece, places: _Places) -> Mapping[str, Any]:
    return {
        "path": piece.path,
        "rule": told.rule,
        "severity": told.severity,
        "message": told.message,
        "spoken": spoken(told),
        "text": " ".join(told.text.split()),
        "blocks": told.blocks,
        "fingerprint": told.fingerprint,
        "links": [link for id in told.elsewhere if (link := _link(id))],
        "place": places.of(told.start, told.end),
        "mends": [made for mend in told.mends if (made := _mend(mend, places)) is not None],
    }


def _link(id: str) -> dict[str, str] | None:
    """The page of another article, by its id."""
    name, _, number = id.partition("-")
    if name != "page" or not number.isdecimal():
        return None
    return {
        "title": f"Open page {number}",
        "url": reverse("wagtailadmin_pages:edit", args=[number]),
    }


def _mend(mend: Mend, places: _Places) -> dict[str, Any] | None:
    """A mend; None where no script can write it: into two blocks, or into a table."""
    edits = []
    for edit in mend.edits:
        place = places.of(edit.start, edit.end)
        if place is None:
            return None
        edits.append({**place, "write": places.written(edit.text)})
    return {"title": mend.title, "safe": mend.safe, "edits": edits}
