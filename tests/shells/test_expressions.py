"""Compiled expressions that are kept do what freshly compiled ones do."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import lint.checks
import lint.dates
import lint.readers
from lint.late import _Late
from lint.shells import expressions
from lint.shells.expressions import Expressions
from tests.shells.command import BAD, HEADED, finish, write

COPY = """The Prime Minister said on Tuesday, 17 July 2007: “It’s the the third time.”

Ms O’Neill, 43, of Bexley-on-Sea, paid £3.5m (€4m) to the county council – see www.example.org,
or 12/11/2024. They was there; polonium 210 isn't. ÉLODIE Côté e.g. asked J.P. Müller's view...
"""


def late_ones() -> Iterator[tuple[Any, int]]:
    """The expressions of the checks, the dates and the readers."""
    for package in (lint.checks, lint.dates, lint.readers):
        for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            module = importlib.import_module(found.name)
            for value in vars(module).values():
                if isinstance(value, _Late):
                    yield value._asked


def test_every_expression_of_the_program_comes_back_as_it_was(tmp_path: Path) -> None:
    asked = list(dict.fromkeys(late_ones()))
    assert len(asked) > 100
    first = Expressions(tmp_path / "kept.bin")
    for text, flags in asked:
        first.compile(text, flags)
    first.write()
    again = Expressions(tmp_path / "kept.bin")
    for text, flags in asked:
        kept, fresh = again.compile(text, flags), re.compile(text, flags)
        copy: Any = COPY if isinstance(text, str) else COPY.encode()
        assert kept == fresh
        assert (kept.groups, kept.groupindex, kept.flags) == (
            fresh.groups, fresh.groupindex, fresh.flags,
        )  # fmt: skip
        found, wanted = list(kept.finditer(copy)), list(fresh.finditer(copy))
        assert [(m.span(), m.groupdict(), m.lastgroup) for m in found] == [
            (m.span(), m.groupdict(), m.lastgroup) for m in wanted
        ]
    assert again._new == {}, "nothing was compiled a second time"


def test_a_mistake_is_raised_as_ever(tmp_path: Path) -> None:
    with pytest.raises(re.error):
        Expressions(tmp_path / "kept.bin").compile("(", 0)


@pytest.mark.parametrize("raw", [b"", b"no container", b"copydesk\x02" + bytes(64)])
def test_a_damaged_file_is_made_again(tmp_path: Path, raw: bytes) -> None:
    file = tmp_path / "kept.bin"
    file.write_bytes(raw)
    kept = Expressions(file)
    assert kept.compile("a+", 0).findall("caab") == ["aa"]
    kept.write()
    assert file.read_bytes() != raw


@pytest.mark.parametrize("part", ["_taken_apart", "_made"])
def test_a_python_that_does_it_otherwise_compiles_as_ever(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, part: str
) -> None:
    def refuse(*_: object) -> None:
        raise AttributeError("is not there")

    monkeypatch.setattr(expressions, part, refuse)
    kept = Expressions(tmp_path / "kept.bin")
    assert kept.compile("a+", 0).findall("caab") == ["aa"]
    kept.write()
    assert not (tmp_path / "kept.bin").exists()


@pytest.mark.usefixtures("desk_folder")
def test_a_run_finds_the_same_with_them_and_without(tmp_path: Path) -> None:
    write("a.txt", BAD + COPY)
    write("b.txt", HEADED + COPY)
    for cache in ("kept", "kept", "off"):
        folder = str(tmp_path / cache) if cache == "kept" else cache
        out = finish("check", ".", env={"COPYDESK_CACHE": folder})
        assert out == finish("check", ".", env={"COPYDESK_CACHE": "off"})
    assert list((tmp_path / "kept").glob(expressions.NAME))
