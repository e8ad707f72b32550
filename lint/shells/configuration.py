"""The configuration of a newsroom: ``copydesk.yaml``, or ``[tool.copydesk]`` in pyproject.toml."""

from __future__ import annotations

import os
import re
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Any

from lint.checks.base import option
from lint.finding import Severity
from lint.frozen import Frozen, field, replace
from lint.grammar.settings import GrammarSettings
from lint.late import late
from lint.shells.contextual import ContextSettings
from lint.shells.save.settings import Serve
from lint.shells.wordlist import read_text, why_no_word
from lint.stylebook import cache
from lint.stylebook.book import SHIPPED, RuleSetting
from lint.stylebook.complaints import Complaint, StylebookError
from lint.stylebook.unpacking import unpacker

At = tuple[str | int, ...]  # the keys and numbers that lead to a part of the file

if TYPE_CHECKING:
    from pathlib import Path

    from lint.stylebook.document import Document
    from lint.stylebook.schema import Faults

_DETOUR = late(r"//|/\.")  # what pathlib makes shorter, or may
_CACHED = "configuration"  # the name under which a file that has been read is kept


class Paths(Frozen):
    """Which files a run over a folder takes."""

    in_: tuple[str, ...] = option("globs that are taken (all known formats)", default=(), key="in")
    out: tuple[str, ...] = option("globs that are left out", default=())


class Override(Frozen):
    """Settings for some paths or sections: a sports desk is not the politics desk."""

    paths: tuple[str, ...] = option("globs of the files it holds for", default=())
    sections: tuple[str, ...] = option("sections of the articles it holds for", default=())
    select: tuple[str, ...] = option("rules or folders of rules that are on", default=())
    ignore: tuple[str, ...] = option("rules or folders of rules that are off", default=())
    rules: dict[str, RuleSetting] = option("settings for single rules", default={})
    min_confidence: float | None = option(
        "the lowest confidence that is told, 0 to 1", default=None, between=(0, 1)
    )


class Configuration(Frozen):
    """What a configuration file says; every key may be missing.

    ``folder`` is where the file stands: paths in it are relative to that folder.
    """

    stylebook: tuple[str, ...] = option(
        "stylebook folders; copydesk is the shipped one", default=(SHIPPED,)
    )
    paths: Paths | None = option("which files are taken", default=None)
    fail_on: Severity = option(
        "the lowest severity that makes the exit status 1", default="warning"
    )
    severity: Severity = option("the lowest severity that is told", default="suggestion")
    select: tuple[str, ...] = option("only these rules or folders of rules", default=())
    ignore: tuple[str, ...] = option("rules or folders of rules that are off", default=())
    rules: dict[str, RuleSetting] = option("settings for single rules", default={})
    overrides: tuple[Override, ...] = option("settings for some paths or sections", default=())
    min_confidence: float | None = option(
        "the lowest confidence that is told, 0 to 1", default=None, between=(0, 1)
    )
    words: tuple[str, ...] = option("words and names that are right here", default=())
    word_list: str = option("a file of such words, one a line", default="words.list")
    archive: str = option("the index of names printed (see copydesk names learn)", default="")
    stet: str = option("the list of findings that are let stand", default="stet.yaml")
    baseline: str = option("findings accepted in an old archive", default="")
    grammar: GrammarSettings | None = option(
        "the grammar engine that is asked (see copydesk grammar)", default=None
    )
    context: ContextSettings | None = option(
        "slips that only the sentence shows are looked for (see docs/context.md)", default=None
    )
    serve: Serve | None = option("how the service runs (see copydesk serve)", default=None)
    path: str = field(default="", metadata={"hidden": True})
    folder: str = field(default="", metadata={"hidden": True})

    def beside(self, name: str) -> Path:
        """A path of the configuration, seen from its folder."""
        from pathlib import Path

        return Path(self.folder, name)

    def name_of(self, name: str) -> str:
        """The same as a text; where nothing has to be put straight, without ``pathlib``."""
        path = os.path.join(self.folder, name)
        straight = os.sep == "/" and not path.startswith("./") and not path.endswith("/")
        return path if straight and not _DETOUR.search(path) else str(self.beside(name))


def find_configuration(start: Path) -> Path | None:
    """The configuration file of a folder or the nearest one above it."""
    from pathlib import Path

    from lint.shells.nearest import nearest_configuration

    found = nearest_configuration(str(start))
    return None if found is None else Path(found)


def load_configuration(path: str | os.PathLike[str] | None) -> Configuration:
    """Read a configuration file; without one, what holds by default.

    Raises:
        StylebookError: with every complaint about the file.
    """
    if path is None:
        return Configuration()
    path = os.fspath(path)
    try:
        text = read_text(path)
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "is not UTF-8"
        raise StylebookError([Complaint(path, 0, 0, f"cannot be read: {reason}")]) from None
    made: Configuration | None = None
    kept = cache.recall(_CACHED, text)
    if kept is not None:
        with suppress(ArithmeticError, AttributeError, LookupError, TypeError, ValueError):
            made = unpacker(kept[0])(kept[1])  # unless somebody's hand has damaged it
    if made is None:
        from lint.stylebook.packing import pack, shape_of

        made = _read(text, path)
        cache.remember(_CACHED, text, [shape_of(Configuration), pack(made, Configuration)])
    return replace(made, path=path, folder=os.path.dirname(os.path.realpath(path)))


def _read(text: str, path: str) -> Configuration:
    """The configuration that a file holds.

    Raises:
        StylebookError: with every complaint about the file.
    """
    from lint.stylebook.document import parse
    from lint.stylebook.schema import make

    document = _toml(text, path) if path.endswith(".toml") else parse(text, path)
    faults: Faults = []
    # An empty file is a configuration that says nothing.
    made = make(Configuration, {} if document.data is None else document.data, (), faults)
    if faults:
        raise StylebookError(document.complaint(at, message) for at, message in faults)
    assert isinstance(made, Configuration)
    found = (*_bad_globs(made), *_bad_words(made), *_bad_grammar(made))
    if bad := [document.complaint(at, said) for at, said in found]:
        raise StylebookError(bad)
    return made


def _bad_globs(made: Configuration) -> Faults:
    from lint.shells.globs import fault

    paths = made.paths or Paths()
    globs: dict[At, tuple[str, ...]] = {
        ("paths", "in"): paths.in_,
        ("paths", "out"): paths.out,
    }
    for number, override in enumerate(made.overrides):
        globs["overrides", number, "paths"] = override.paths
    return [
        ((*at, number), said)
        for at, patterns in globs.items()
        for number, pattern in enumerate(patterns)
        if (said := fault(pattern))
    ]


def _bad_words(made: Configuration) -> Faults:
    return [
        (("words", number), said)
        for number, word in enumerate(made.words)
        if (said := why_no_word(word))
    ]


def _bad_grammar(made: Configuration) -> Faults:
    own = made.grammar
    if own is None or not own.ignore or not own.language.startswith("en"):
        return []
    from lint.checks.advising import known

    return [
        (("grammar", "ignore", number), f"LanguageTool has no rule “{rule}” for English")
        for number, rule in enumerate(own.ignore)
        if not known.is_known(rule)
    ]


def _toml(text: str, path: str) -> Document:
    import tomllib

    from lint.stylebook.document import Document

    try:
        table = tomllib.loads(text)
    except RecursionError:
        raise StylebookError([Complaint(path, 0, 0, "this is nested too deep")]) from None
    except ValueError as error:  # also a number too long for Python
        place = re.search(r"line (\d+), column (\d+)", str(error))
        row, column = (int(place[1]), int(place[2])) if place else (0, 0)
        raise StylebookError([Complaint(path, row, column, f"this is not TOML: {error}")]) from None
    tool = table.get("tool")
    data = _as_words(tool.get("copydesk", {}) if isinstance(tool, dict) else {})
    return Document(path, data, partial(_places, text))


_PART = r"""(?:"[^"]*"|'[^']*'|[\w-]+)"""

_HEADER = late(rf"\s*\[\[?\s*({_PART}(?:\s*\.\s*{_PART})*)\s*\]")
_SETTING = late(rf"\s*({_PART})\s*=")


def _places(text: str) -> dict[At, tuple[int, int]]:
    """Where the tables and keys of copydesk stand, as the lines of a TOML file show it."""
    places: dict[At, tuple[int, int]] = {}
    table: At | None = None
    overrides = -1
    for number, line in enumerate(text.split("\n"), 1):
        if found := _HEADER.match(line):
            first, *parts = (_unquoted(part) for part in re.findall(_PART, found[1]))
            table = None
            if first == "tool" and parts[:1] == ["copydesk"]:
                table = _at(parts[1:])
                if table[:1] == ("overrides",):
                    overrides += len(table) == 1
                    table = ("overrides", overrides, *table[1:])
                places.setdefault((), (number, 1))
                places.setdefault(table, (number, 1))
        elif table is not None and (found := _SETTING.match(line)):
            at = _at([*map(str, table), _unquoted(found[1])])[len(table) :]
            places.setdefault((*table, *at), (number, found.start(1) + 1))
    return places


def _at(parts: list[str]) -> At:
    """Keys as they are called in YAML; the ids of rules, which follow “rules”, stay."""
    return tuple(
        part if parts[number - 1 : number] == ["rules"] else _key(part)
        for number, part in enumerate(parts)
    )


def _unquoted(part: str) -> str:
    return part[1:-1] if part[0] in "\"'" else part


def _as_words(value: Any) -> Any:
    """TOML values as the words that YAML would have given; ``fail-on`` is ``fail on``."""
    if isinstance(value, dict):
        return {
            _key(key): _by_rule(item) if key == "rules" else _as_words(item)
            for key, item in value.items()
        }
    if isinstance(value, list):
        return [_as_words(item) for item in value]
    return str(value).lower() if isinstance(value, bool) else str(value)


def _by_rule(value: Any) -> Any:
    """What stands under the ids of rules, which stay as they are."""
    if not isinstance(value, dict):
        return _as_words(value)
    return {rule: _as_words(item) for rule, item in value.items()}


def _key(key: str) -> str:
    return key.replace("-", " ").replace("_", " ")
