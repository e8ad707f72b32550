"""Reading a stylebook from its YAML files, with every complaint about them."""

from __future__ import annotations

import os
from pathlib import Path

from lint.checks.base import Check, option
from lint.frozen import Frozen
from lint.rule import Card
from lint.stylebook import cache
from lint.stylebook.book import SHIPPED, RuleSetting, Stylebook, folder_of
from lint.stylebook.complaints import Complaint, StylebookError, shown_path
from lint.stylebook.document import Document, parse
from lint.stylebook.quarrels import quarrels
from lint.stylebook.rulefile import make_check
from lint.stylebook.schema import Faults, make

_ABOUT = "stylebook.yaml"


class About(Frozen):
    """The file ``stylebook.yaml`` of a stylebook."""

    name: str = option("the name of the stylebook", default="")
    extends: tuple[str, ...] = option("stylebooks that this one builds on", default=())
    rules: dict[str, RuleSetting] = option("settings for rules of those", default={})


class Gathering:
    """Collects the files of several books, the extended before those that extend them."""

    def __init__(self) -> None:
        self._checks: dict[str, Check] = {}
        self._documents: dict[str, Document] = {}
        self._settings: dict[str, RuleSetting] = {}
        self._setting_places: list[tuple[str, Complaint]] = []
        self._complaints: list[Complaint] = []
        self._open: list[Path] = []
        self._raw: dict[Path, bytes] = {}
        self.folders: list[Path] = []
        self._name = ""

    def put(self, book: str, *, beside: Path, asked_at: Complaint | None) -> None:
        """Add a book and those that it extends; ``asked_at`` is where one extends it."""
        folder = folder_of(book, beside)
        if not folder.is_dir():
            place = asked_at or Complaint(book, 0, 0, "")
            self._complain(place, f"there is no stylebook folder “{book}”")
        elif folder in self._open:
            self._complain(
                asked_at or Complaint(book, 0, 0, ""), f"the stylebook “{book}” extends itself"
            )
        elif folder not in self.folders:
            self._open.append(folder)
            self._put_folder(folder)
            self.folders.append(self._open.pop())

    def _complain(self, place: Complaint, message: str) -> None:
        self._complaints.append(Complaint(place.path, place.line, place.column, message))

    def _put_folder(self, folder: Path) -> None:
        about = folder / _ABOUT
        if os.path.isfile(about):
            self._put_about(about)
        try:
            files = cache.rule_files(folder)
        except OSError as error:
            where = shown_path(Path(str(error.filename or folder)))
            self._complain(Complaint(where, 0, 0, ""), f"cannot be read: {error.strerror}")
            return
        here: dict[str, Path] = {}
        for path in files:
            if path == about:
                continue
            identity = path.relative_to(folder).with_suffix("").as_posix()
            other = here.setdefault(identity, path)
            if other is not path:
                place = Complaint(shown_path(path), 0, 0, "")
                self._complain(
                    place, f"{shown_path(other)} is the same rule; keep one of the files"
                )
            document = self._parse(path)
            if document is not None:
                self._put_rule(document, identity)

    def _put_about(self, path: Path) -> None:
        document = self._parse(path)
        if document is None:
            return
        faults: Faults = []
        about = make(About, {} if document.data is None else document.data, (), faults)
        self._complaints.extend(document.complaint(at, message) for at, message in faults)
        if about is None:
            return
        self._name = about.name or self._name
        for number, book in enumerate(about.extends):
            place = document.complaint(("extends", number), "")
            self.put(book, beside=path.parent, asked_at=place)
        for rule, setting in about.rules.items():
            self._settings[rule] = setting
            self._setting_places.append((rule, document.complaint(("rules", rule), "")))

    def _put_rule(self, document: Document, identity: str) -> None:
        try:
            self._checks[identity] = make_check(document, identity)
            self._documents[identity] = document
        except StylebookError as error:
            self._complaints.extend(error.complaints)

    def _parse(self, path: Path) -> Document | None:
        shown = shown_path(path)
        try:
            raw = self._raw[path] = cache.read_rule(path)
            return parse(raw.decode("utf-8-sig"), shown)
        except StylebookError as error:
            self._complaints.extend(error.complaints)
        except UnicodeDecodeError as error:
            line = raw[: error.start].count(b"\n") + 1
            self._complaints.append(
                Complaint(shown, line, 1, "this is not UTF-8; save the file as UTF-8")
            )
        except OSError as error:
            self._complaints.append(Complaint(shown, 0, 0, f"cannot be read: {error.strerror}"))
        return None

    def close(self) -> Stylebook:
        """The stylebook that the files make together.

        Raises:
            StylebookError: with every complaint about every file.
        """
        for rule, place in self._setting_places:
            if rule not in self._checks and not self._complaints:
                self._complain(place, f"there is no rule “{rule}” in the stylebooks extended")
        checks = dict(sorted(self._checks.items()))
        if not self._complaints:
            off = {rule for rule, setting in self._settings.items() if setting.on is False}
            self._complaints.extend(quarrels(checks, self._documents, off))
        if self._complaints:
            raise StylebookError(self._complaints)
        # Of what was read, so that a file that changes meanwhile makes the cache stale.
        digest = cache.digest_of(self.folders, lambda path: self._raw.get(path, b""))
        for check in checks.values():
            check.introduce(tuple(checks.values()))
        cards = {rule: Card.of(check.rule, whole=check.whole) for rule, check in checks.items()}
        name = self._name or SHIPPED
        return Stylebook(name, checks, dict(self._settings), digest, cards)
