"""How sure a finding must be: on the command line, in the configuration, by path and section."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import Result

from lint.checks import KINDS
from lint.readers import read_article
from lint.shells.configuration import Configuration, Override, load_configuration
from lint.shells.desk import Desk
from lint.stylebook.book import RuleSetting
from lint.stylebook.complaints import StylebookError
from tests.conftest import WRONGG, WriteBook, terms_rule
from tests.guessing import TABLE, guess_rule
from tests.shells.command import HEADED, run, write

COPY = HEADED + "It is wrongg, and wrangg, and wrengg.\n"
RULE = guess_rule("wrongg: wrong 0.9", "wrangg: wrong 0.6")

pytestmark = pytest.mark.usefixtures("desk_folder")


@pytest.fixture(autouse=True)
def _kind(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(KINDS, "guess", TABLE)


@pytest.fixture
def book(write_book: WriteBook) -> str:
    sure = terms_rule("  - use: wrong\n    not: [wrengg]\n")
    other = guess_rule("wrongg: wrong 0.9", "wrangg: wrong 0.6", more="on: false\n")
    return str(write_book(**{"guess": RULE, "other": other, "terms": sure}))


def told(result: Result) -> list[str]:
    findings = json.loads(result.stdout)["findings"]
    return [finding["text"] for finding in findings if not finding["related"]]


def checked(book: str, *more: str) -> list[str]:
    return told(run("check", "a.txt", "--stylebook", book, "--format", "json", *more))


def test_check_leaves_out_what_is_less_sure(book: str) -> None:
    write("a.txt", COPY)
    assert checked(book) == ["wrongg", "wrangg", "wrengg"]
    assert checked(book, "--min-confidence", "0.6") == ["wrongg", "wrangg", "wrengg"]
    assert checked(book, "--min-confidence", "0.8") == ["wrongg", "wrengg"]
    assert checked(book, "--min-confidence", "1") == ["wrengg"], "what is certain stays"


def test_fix_leaves_alone_what_is_less_sure(book: str) -> None:
    path = write("a.txt", COPY)
    run("fix", "a.txt", "--stylebook", book)
    assert path.read_text("utf-8") == COPY.replace("wrengg", "wrong"), "nothing inferred is safe"
    run("fix", "a.txt", "--stylebook", book, "--unsafe", "--min-confidence", "0.8")
    assert path.read_text("utf-8") == HEADED + "It is wrong, and wrangg, and wrong.\n"


@pytest.mark.parametrize("number", ["1.5", "-0.1", "nan", "80%", "high"])
def test_a_threshold_on_the_command_line_is_a_number_from_0_to_1(number: str) -> None:
    for command in ("check", "fix"):
        result = run(command, "a.txt", f"--min-confidence={number}")
        assert result.exit_code == 2
        assert "--min-confidence" in result.stderr


def test_the_configuration_sets_a_threshold_for_all_and_for_single_rules(book: str) -> None:
    write("a.txt", COPY)
    write("copydesk.yaml", "min confidence: 0.95\n")
    assert checked(book) == ["wrengg"]
    write("copydesk.yaml", "min confidence: 0.95\nrules:\n  guess: {min confidence: 0.7}\n")
    assert checked(book) == ["wrongg", "wrengg"]
    assert checked(book, "--min-confidence", "0") == ["wrongg", "wrangg", "wrengg"]
    assert checked(book, "--min-confidence", "1") == ["wrengg"]


def test_what_is_remembered_of_an_earlier_run_was_told_at_the_same_threshold(book: str) -> None:
    for number in range(30):
        write(f"{number}.txt", COPY)
    write("copydesk.yaml", "min confidence: 0.8\noverrides: [{paths: ['*'], min confidence: 0}]\n")
    count = ("check", ".", "--stylebook", book, "--format", "json", "--jobs", "1")
    for _ in range(2):
        assert len(told(run(*count))) == 90
        assert len(told(run(*count, "--min-confidence", "0.8"))) == 60


def floor(desk: Desk, path: str, rule: str = "guess", source: str = "") -> float | None:
    return desk.settings(read_article(source, path))[rule].min_confidence


def test_an_override_goes_before_the_rest_and_its_rules_before_itself(
    book: str, tmp_path: Path
) -> None:
    override = Override(
        paths=("sport/",),
        sections=("Opinion",),
        min_confidence=0.9,
        rules={"other": RuleSetting(min_confidence=0.5)},
    )
    configuration = Configuration(
        min_confidence=0.7,
        rules={"guess": RuleSetting(min_confidence=0.8)},
        overrides=(override,),
        folder=str(tmp_path),
    )
    desk = Desk(configuration, books=[book])
    news, sport = str(tmp_path / "news" / "a.txt"), str(tmp_path / "sport" / "a.txt")
    assert (floor(desk, news), floor(desk, news, "other")) == (0.8, 0.7)
    assert (floor(desk, sport), floor(desk, sport, "other")) == (0.9, 0.5)
    opinion = "---\ntitle: A\nsection: opinion\n---\n\nCopy.\n"
    assert floor(desk, str(tmp_path / "a.md"), source=opinion) == 0.9
    asked = Desk(configuration, books=[book], min_confidence=0.0)
    assert {floor(asked, news), floor(asked, sport), floor(asked, sport, "other")} == {0.0}


def test_a_threshold_neither_turns_a_rule_on_nor_off(book: str) -> None:
    desk = Desk(Configuration(rules={"other": RuleSetting(min_confidence=0.1)}), books=[book])
    assert list(desk.rules) == ["guess", "terms"]


TOO_MUCH = "“1.2” stands where a number from 0 to 1 is expected"


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("copydesk.yaml", "a: b\nmin confidence: 0.5\n", "copydesk.yaml:1:1: the key “a”"),
        ("copydesk.yaml", "severity: error\nmin confidence: 1.2\n", f"yaml:2:1: {TOO_MUCH}"),
        ("copydesk.yaml", "min confidence: nan\n", "“nan” stands where a number from 0 to 1"),
        ("copydesk.yaml", "min confidence: high\n", "“high” stands where a number is expected"),
        ("copydesk.yaml", "min confidence: 80%\n", "“80%” stands where a number is expected"),
        ("copydesk.yaml", "min-confidence: 0.5\n", "did you mean “min confidence”?"),
        (
            "copydesk.yaml",
            "rules:\n  names/people:\n    on: true\n    min confidence: 1.2\n",
            f"copydesk.yaml:4:5: {TOO_MUCH}",
        ),
        (
            "copydesk.yaml",
            "overrides:\n  - paths: [a/]\n    min confidence: 1.2\n",
            f"copydesk.yaml:3:5: {TOO_MUCH}",
        ),
        ("pyproject.toml", "[tool.copydesk]\nmin-confidence = 1.2\n", f"toml:2:1: {TOO_MUCH}"),
        (
            "pyproject.toml",
            '[tool.other]\nx = 1\n[tool.copydesk.rules]\n"a/b" = {min-confidence = 1.2}\n',
            f"pyproject.toml:4:1: {TOO_MUCH}",
        ),
        (
            "pyproject.toml",
            '[tool.copydesk.rules."a/b"]\non = true\n  min-confidence = 1.2\n',
            f"pyproject.toml:3:3: {TOO_MUCH}",
        ),
        (
            "pyproject.toml",
            "[[tool.copydesk.overrides]]\npaths = ['a/']\n[[tool.copydesk.overrides]]\n"
            "paths = ['b/']\nmin-confidence = 1.2\n[tool.later]\nmin-confidence = 3\n",
            f"pyproject.toml:5:1: {TOO_MUCH}",
        ),
        (
            "pyproject.toml",
            "[[tool.copydesk.overrides]]\npaths = ['a/']\n"
            "[tool.copydesk.overrides.rules.'a/b']\nmin-confidence = 1.2\n",
            f"pyproject.toml:4:1: {TOO_MUCH}",
        ),
    ],
)
def test_a_threshold_that_is_none_is_told_with_its_place(
    name: str, text: str, expected: str
) -> None:
    with pytest.raises(StylebookError) as caught:
        load_configuration(write(name, text))
    assert expected in str(caught.value)


def test_toml_says_the_same_as_yaml() -> None:
    yaml = load_configuration(
        write(
            "copydesk.yaml",
            "min confidence: 0.8\nwords: [doomscrolling]\nword list: house.txt\n"
            "rules:\n  a/min-b: {min confidence: 1}\n",
        )
    )
    toml = load_configuration(
        write(
            "pyproject.toml",
            "[tool.copydesk]\nmin-confidence = 0.8\nwords = ['doomscrolling']\n"
            "word-list = 'house.txt'\n[tool.copydesk.rules.'a/min-b']\nmin-confidence = 1\n",
        )
    )
    assert yaml.min_confidence == toml.min_confidence == 0.8
    assert yaml.rules == toml.rules == {"a/min-b": RuleSetting(min_confidence=1.0)}
    assert yaml.words == toml.words == ("doomscrolling",)
    assert yaml.word_list == toml.word_list == "house.txt"


def test_a_rule_that_infers_explains_what_its_confidence_means(write_book: WriteBook) -> None:
    book = str(write_book(guess=RULE, terms=terms_rule(WRONGG)))
    page = run("explain", "guess", "--stylebook", book).stdout
    for part in ("## How sure it is", "A number out of the air", "--min-confidence", "unsafe"):
        assert part in page
    assert "How sure it is" not in run("explain", "terms", "--stylebook", book).stdout
