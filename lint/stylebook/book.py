"""A stylebook: a folder of rule files, which may extend another."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from lint.checks import check_class
from lint.checks.base import Check, option
from lint.finding import Severity
from lint.rule import Rule
from lint.stylebook import cache
from lint.stylebook.complaints import Complaint, StylebookError
from lint.stylebook.document import Document, parse
from lint.stylebook.packing import pack, unpacker
from lint.stylebook.quarrels import quarrels
from lint.stylebook.rulefile import make_check
from lint.stylebook.schema import Faults, make

SHIPPED = "copydesk"  # what “extends:” and the configuration call the stylebook that ships
_ABOUT = "stylebook.yaml"


@dataclass(frozen=True, slots=True)
class RuleSetting:
    """What a stylebook says of a rule of the book that it extends."""

    on: bool | None = option("true or false", default=None)
    severity: Severity | None = option("error, warning or suggestion", default=None)


@dataclass(frozen=True, slots=True)
class About:
    """The file ``stylebook.yaml`` of a stylebook."""

    name: str = option("the name of the stylebook", default="")
    extends: tuple[str, ...] = option("stylebooks that this one builds on", default=())
    rules: dict[str, RuleSetting] = option("settings for rules of those", default={})


@dataclass(frozen=True, slots=True, eq=False)
class Stylebook:
    """Every rule that may speak, by id, in order of id.

    ``settings`` are what extending books say of rules; ``digest`` changes whenever a file
    of the book does.
    """

    name: str
    checks: Mapping[str, Check]
    settings: Mapping[str, RuleSetting]
    digest: str

    def says_on(self, rule: str) -> bool:
        """Whether a rule is on, going by itself and by the books that extend its book."""
        setting = self.settings.get(rule)
        if setting is not None and setting.on is not None:
            return setting.on
        return self.checks[rule].rule.on

    def is_on(self, rule: str) -> bool:
        """Whether a rule speaks without being selected: on, and not made needless by another."""
        others = self.checks[rule].rule.unless
        needless = any(self.says_on(other) for other in others if other in self.checks)
        return self.says_on(rule) and not needless


def shipped_rules() -> Path:
    """The folder of the stylebook that ships: in the wheel, or beside the package."""
    inside = Path(__file__).resolve().parent.parent / "rules"
    return inside if inside.is_dir() else inside.parent.parent / "rules"


def load_stylebook(*books: str | Path) -> Stylebook:
    """Load one or several stylebooks; of rules with the same id the later one holds.

    A book is a folder, or ``"copydesk"`` for the one that ships (the default).

    Raises:
        StylebookError: with every complaint about every file.
    """
    asked = [str(book) for book in books or (SHIPPED,)]
    where = [str(_folder(book, Path.cwd())) for book in asked]
    kept = cache.load(where)
    if kept is not None:
        with suppress(ArithmeticError, AttributeError, LookupError, TypeError, ValueError):
            return _from_cache(kept)  # damaged by somebody's hand: the YAML is read again
    shelf = _Shelf()
    for book in asked:
        shelf.put(book, beside=Path.cwd(), asked_at=None)
    made = shelf.close()
    cache.keep(where, _for_cache(made, shelf.folders))
    return made


def _folder(book: str, beside: Path) -> Path:
    return shipped_rules() if book == SHIPPED else Path(os.path.realpath(beside / book))


def _for_cache(book: Stylebook, folders: Iterable[Path]) -> dict[str, Any]:
    rules = [
        [
            pack(replace(check.rule, options=None), Rule),
            pack(check.rule.options, type(check).Options),
        ]
        for check in book.checks.values()
    ]
    settings = {rule: pack(setting, RuleSetting) for rule, setting in book.settings.items()}
    return {
        "folders": [str(folder) for folder in folders],
        "digest": book.digest,
        "name": book.name,
        "settings": settings,
        "rules": rules,
    }


def _from_cache(kept: dict[str, Any]) -> Stylebook:
    checks: dict[str, Check] = {}
    unpack_rule = unpacker(Rule)
    for packed_rule, packed_options in kept["rules"]:
        bare: Rule = unpack_rule(packed_rule)
        cls = check_class(bare.kind)
        options = unpacker(cls.Options)(packed_options)
        checks[bare.id] = cls(replace(bare, options=options), options)
    settings = {rule: unpacker(RuleSetting)(packed) for rule, packed in kept["settings"].items()}
    return _bound(Stylebook(kept["name"], checks, settings, kept["digest"]))


def _bound(book: Stylebook) -> Stylebook:
    """A book whose checks have heard of each other."""
    for check in book.checks.values():
        check.introduce(tuple(book.checks.values()))
    return book


class _Shelf:
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
        folder = _folder(book, beside)
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
            where = _shown(Path(str(error.filename or folder)))
            self._complain(Complaint(where, 0, 0, ""), f"cannot be read: {error.strerror}")
            return
        here: dict[str, Path] = {}
        for path in files:
            if path == about:
                continue
            identity = path.relative_to(folder).with_suffix("").as_posix()
            other = here.setdefault(identity, path)
            if other is not path:
                place = Complaint(_shown(path), 0, 0, "")
                self._complain(place, f"{_shown(other)} is the same rule; keep one of the files")
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
        shown = _shown(path)
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
        for rule, place in self._setting_places:
            if rule not in self._checks and not self._complaints:
                self._complain(place, f"there is no rule “{rule}” in the stylebooks extended")
        checks = dict(sorted(self._checks.items()))
        if not self._complaints:
            self._complaints.extend(quarrels(checks, self._documents))
        if self._complaints:
            raise StylebookError(self._complaints)
        # Of what was read, so that a file that changes meanwhile makes the cache stale.
        digest = cache.digest_of(self.folders, lambda path: self._raw.get(path, b""))
        return _bound(Stylebook(self._name or SHIPPED, checks, dict(self._settings), digest))


def _shown(path: Path) -> str:
    """A path as it is told: relative where it lies below the working folder."""
    try:
        return path.relative_to(Path.cwd()).as_posix()
    except ValueError:
        return path.as_posix()
