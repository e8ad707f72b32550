"""The configuration is found, read and put together with the stylebook."""

from __future__ import annotations

from pathlib import Path

import pytest

from lint.grammar.settings import GrammarSettings
from lint.readers import read_article
from lint.shells.configuration import (
    Configuration,
    Override,
    find_configuration,
    load_configuration,
)
from lint.shells.contextual import ContextSettings
from lint.shells.desk import Desk
from lint.shells.globs import matches
from lint.stylebook.book import RuleSetting
from lint.stylebook.complaints import StylebookError
from tests.conftest import WRONGG, WriteBook, terms_rule
from tests.shells.command import write


def test_the_nearest_configuration_is_found(tmp_path: Path) -> None:
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    (tmp_path / "pyproject.toml").write_text("[tool.copydesk]\nselect = ['names']\n")
    (tmp_path / "a" / "pyproject.toml").write_text("[project]\nname = 'x'\n")
    assert find_configuration(inner) == tmp_path / "pyproject.toml"
    (tmp_path / "a" / "copydesk.yaml").write_text("")
    assert find_configuration(inner) == tmp_path / "a" / "copydesk.yaml"


def test_yaml_and_toml_say_the_same(tmp_path: Path) -> None:
    yaml = tmp_path / "copydesk.yaml"
    yaml.write_text(
        "stylebook: [house]\nfail on: error\nrules:\n  names/people: {on: false}\n"
        "overrides:\n  - paths: [sport/]\n    ignore: [avoid]\n"
    )
    toml = tmp_path / "pyproject.toml"
    toml.write_text(
        '[tool.copydesk]\nstylebook = ["house"]\nfail-on = "error"\n'
        '[tool.copydesk.rules]\n"names/people" = {on = false}\n'
        '[[tool.copydesk.overrides]]\npaths = ["sport/"]\nignore = ["avoid"]\n'
    )
    one, other = load_configuration(yaml), load_configuration(toml)
    assert one.rules == other.rules == {"names/people": RuleSetting(on=False)}
    assert one.overrides == other.overrides
    assert one.fail_on == other.fail_on == "error"
    assert one.beside("house") == tmp_path / "house"


def test_an_empty_configuration_says_nothing(tmp_path: Path) -> None:
    file = tmp_path / "copydesk.yaml"
    file.write_text("# nothing yet\n")
    assert load_configuration(file).fail_on == "warning"


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("copydesk.yaml", "fail on: fatal\n", "copydesk.yaml:1:1: “fatal” is not known here"),
        ("copydesk.yaml", "a: b\nseverities: x\n", "copydesk.yaml:2:1: the key “severities”"),
        ("copydesk.yaml", "- a\n", "is expected"),
        ("copydesk.yaml", "a: [\n", "this is not plain YAML"),
        ("pyproject.toml", "[tool.copydesk]\nfail-on = 'x'\n", "pyproject.toml:2:1: “x”"),
        ("pyproject.toml", "[tool.copydesk\n", "this is not TOML"),
    ],
)
def test_a_broken_configuration_is_explained(
    tmp_path: Path, name: str, text: str, expected: str
) -> None:
    file = tmp_path / name
    file.write_text(text)
    with pytest.raises(StylebookError) as caught:
        load_configuration(file)
    assert expected in str(caught.value)


def test_globs_are_those_of_gitignore() -> None:
    assert matches(("sport/",), "sport/football/a.txt")
    assert matches(("*.md",), "a/b.md")
    assert not matches(("sport/",), "news/a.txt")
    assert not matches((), "a")


@pytest.fixture
def book(write_book: WriteBook) -> str:
    off = terms_rule("  - use: c\n    not: [d]\n", more="on: false\n")
    other = terms_rule("  - use: e\n    not: [f]\n")
    return str(write_book(**{"names/a": terms_rule(WRONGG), "names/b": off, "terms/c": other}))


def on(desk: Desk, path: str = "x.txt", source: str = "") -> list[str]:
    article = read_article(source, path)
    settings = desk.settings(article)
    return [rule for rule in desk.rules if settings[rule].on]


def test_rules_that_are_off_are_turned_on_by_selecting_them(book: str) -> None:
    assert on(Desk(Configuration(), books=[book])) == ["names/a", "terms/c"]
    assert on(Desk(Configuration(), books=[book], select=["names"])) == ["names/a", "names/b"]
    assert on(Desk(Configuration(), books=[book], ignore=["names"])) == ["terms/c"]
    rules = {"names/b": RuleSetting(on=True)}
    assert on(Desk(Configuration(rules=rules), books=[book])) == ["names/a", "names/b", "terms/c"]


def test_turning_a_rule_off_wakes_the_one_it_made_needless(write_book: WriteBook) -> None:
    spare = terms_rule("  - use: c\n    not: [d]\n", more="unless: [a]\n")
    book = str(write_book(a=terms_rule(WRONGG), b=spare))
    assert on(Desk(Configuration(), books=[book])) == ["a"]
    assert on(Desk(Configuration(), books=[book], ignore=["a"])) == ["b"]
    assert on(Desk(Configuration(), books=[book], select=["b"])) == ["b"]
    both = {"b": RuleSetting(on=True)}
    assert on(Desk(Configuration(rules=both), books=[book])) == ["a", "b"]


def test_overrides_hold_for_their_paths_and_sections(book: str, tmp_path: Path) -> None:
    override = Override(
        paths=("sport/",),
        sections=("Sport",),
        select=("names/b",),
        ignore=("terms",),
        rules={"names/a": RuleSetting(severity="suggestion")},
    )
    desk = Desk(Configuration(overrides=(override,), folder=str(tmp_path)), books=[book])
    sport = str(tmp_path / "sport" / "x.txt")
    assert on(desk, str(tmp_path / "news" / "x.txt")) == ["names/a", "terms/c"]
    assert on(desk, sport) == ["names/a", "names/b"]
    assert desk.settings(read_article("", sport))["names/a"].severity == "suggestion"
    front = "---\ntitle: A\nsection: sport\n---\n\nCopy.\n"
    assert on(desk, str(tmp_path / "x.md"), front) == ["names/a", "names/b"]


def test_the_command_line_goes_before_overrides(book: str, tmp_path: Path) -> None:
    override = Override(paths=("*.txt",), select=("names/b",))
    configuration = Configuration(overrides=(override,), folder=str(tmp_path))
    path = str(tmp_path / "x.txt")
    assert on(Desk(configuration, books=[book], select=["terms"]), path) == ["terms/c"]
    assert on(Desk(configuration, books=[book], ignore=["names/b"]), path) == [
        "names/a",
        "terms/c",
    ]


def test_a_rule_that_is_not_there_is_told_with_what_was_meant(book: str) -> None:
    with pytest.raises(StylebookError, match=r"no rule “name/a”; did you mean “names/a”"):
        Desk(Configuration(), books=[book], select=["name/a"])


def test_a_configuration_that_was_read_before_says_the_same(desk_folder: Path) -> None:
    write(
        "copydesk.yaml",
        "fail on: error\npaths: {in: ['*.txt']}\nrules: {a: {on: false}}\n"
        "overrides: [{paths: [sport/], rules: {b: {severity: error}}}]\n",
    )
    first = load_configuration(Path("copydesk.yaml"))
    assert first.overrides[0].rules["b"].severity == "error"
    assert load_configuration(Path("copydesk.yaml")) == first
    (kept,) = (desk_folder.parent / "cache").glob("configuration-*")
    kept.write_bytes(b"[[1]]")
    assert load_configuration(Path("copydesk.yaml")) == first


@pytest.mark.parametrize("word", ["true", "yes", "on"])
def test_a_reader_is_switched_on_in_a_word(tmp_path: Path, word: str) -> None:
    file = tmp_path / "copydesk.yaml"
    file.write_text(f"context: {word}\ngrammar: {word}\n", "utf-8")
    made = load_configuration(file)
    assert made.context == ContextSettings()
    assert made.grammar == GrammarSettings()


def test_a_reader_is_switched_off_in_a_word(tmp_path: Path) -> None:
    file = tmp_path / "copydesk.yaml"
    file.write_text("context: false\ngrammar: off\n", "utf-8")
    made = load_configuration(file)
    assert made.context is None
    assert made.grammar is None
