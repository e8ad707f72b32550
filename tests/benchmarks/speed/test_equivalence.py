"""The plain reference knows what a hit is, and sees when an engine misses one."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from pathlib import Path

import pytest

from benchmarks.speed import reference
from benchmarks.speed.equivalence import compare
from benchmarks.speed.ground import Ground, Size
from benchmarks.speed.opening import opened
from benchmarks.speed.plainly import Plain
from benchmarks.speed.reference import Lookup, Unusable, compiled, fold
from lint.checks.base import Check
from lint.engine import Engine


@dataclass(frozen=True)
class Sought:
    """A phrase or a pattern."""

    text: str
    exact: bool = False
    ignore_case: bool = False
    payload: None = None


def found(phrase: str, prose: str, *, exact: bool = False) -> list[str]:
    hits = Lookup([Sought(phrase, exact)], ()).hits(prose, fold(prose))
    return [prose[hit.start : hit.end] for hit in hits]


@pytest.mark.parametrize(
    ("phrase", "prose", "hits"),
    [
        ("won", "He won. WON! won’t; Wonder, rewon, won_1", ["won", "WON"]),
        ("Brien", "O’Brien and Brien’s", ["Brien"]),
        ("caf", "a caf, a café, a cafe\u0301, a caf\u0301", ["caf"]),
        ("co-op", "co-op co\u2011op coop", ["co-op", "co\u2011op"]),
        ("o'clock", "at six o’clock", ["o’clock"]),
        ("in to", "in to, in\nto, in\u00a0to, into", ["in to", "in\nto", "in\u00a0to"]),
        ("had had", "had had had", ["had had", "had had"]),
        ("Perón", "Perón and Pero\u0301n", ["Perón", "Pero\u0301n"]),
    ],
)
def test_the_reference_finds_whole_phrases(phrase: str, prose: str, hits: list[str]) -> None:
    assert found(phrase, prose) == hits


def test_the_reference_minds_capitals_where_they_count() -> None:
    assert found("Nato", "Nato NATO nato", exact=True) == ["Nato", "NATO"]


def test_a_pattern_is_read_as_the_linear_engine_reads_it() -> None:
    assert compiled(Sought(r"\w+\b")).findall("café") == ["caf"]
    assert compiled(Sought(r"[\x{e9}\x{2019}]")).findall("café’s") == ["é", "’"]
    assert compiled(Sought(r"[$]\d+$|a\$")).findall("$4 a$ $5\n") == ["a$"]
    assert compiled(Sought(r"[$]\d+$")).findall("$4 and $5") == ["$5"]
    with pytest.raises(Unusable):
        compiled(Sought(r"\p{Greek}"))


def test_the_reference_shares_no_code_with_what_it_checks() -> None:
    tree = ast.parse(Path(reference.__file__).read_text("utf-8"))
    imported = {
        name
        for node in ast.walk(tree)
        for name in (
            [alias.name for alias in node.names]
            if isinstance(node, ast.Import)
            else [node.module or ""]
            if isinstance(node, ast.ImportFrom)
            else []
        )
    }
    assert not {name for name in imported if name.split(".")[0] in ("lint", "re2")}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[list[Check], list[Path]]:
    """Every rule that is on, and a few articles with slips in them."""
    size = Size(8, 8, 1_000, 400, 40, 200, 400, 200)
    ground = Ground(size, tmp_path_factory.mktemp("ground"), real=False)
    ground.make(many=False)
    return opened(ground.book("house")).checks, sorted(ground.batch.iterdir())


def test_the_engine_tells_what_the_plain_way_tells(made: tuple[list[Check], list[Path]]) -> None:
    checks, files = made
    outcome = compare(Engine(tuple(checks)), Plain(checks), files)
    assert outcome.articles == len(files)
    assert outcome.findings > len(files)
    assert (outcome.missing, outcome.extra) == ([], [])


def test_an_engine_that_misses_something_is_caught(
    made: tuple[list[Check], list[Path]],
) -> None:
    checks, files = made
    blind = [check for check in checks if check.rule.kind != "terms"]
    assert compare(Engine(tuple(blind)), Plain(checks), files).missing
    assert compare(Engine(tuple(checks)), Plain(blind), files).extra
