"""Context at the desk: off unless it is asked for, and what happens without a model."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from lint.context import model as shipped
from lint.readers.fields import Field
from lint.shells.configuration import Configuration
from lint.shells.contextual import ContextSettings
from lint.shells.desk import Desk
from lint.shells.save.checking import SaveDesk, Submission
from tests.shells.command import HEADED, run, write
from tests.shells.test_startup import watched

pytest.importorskip("numpy", reason="numpy, which the model needs, is not installed")
pytestmark = pytest.mark.usefixtures("desk_folder")

SLIP = HEADED + "England won the second match of he series on Sunday.\n"
FINE = HEADED + "England won the second match of the series on Sunday.\n"
RULES = ("--select", "context")
MODEL = Path(shipped.__file__).parent / "data" / "news-en-GB.context"


def test_context_is_not_looked_for_unless_asked_for() -> None:
    write("a.txt", SLIP)
    assert run("check", "a.txt", *RULES).exit_code == 0
    asked = run("check", "a.txt", *RULES, "--context")
    assert asked.exit_code == 1
    assert "“he” may be “the”" in asked.stdout


def test_a_configuration_asks_for_it_and_the_command_line_takes_it_back() -> None:
    write("a.txt", SLIP)
    write("copydesk.yaml", "context: {}\n")
    assert run("check", "a.txt", *RULES).exit_code == 1
    assert run("check", "a.txt", *RULES, "--no-context").exit_code == 0


def test_what_is_off_is_not_imported() -> None:
    write("a.txt", SLIP)
    modules: list[str] = ["lint.stylebook.gathering"]
    for _ in range(5):  # the first run reads the stylebook, for which it makes every check
        if "lint.stylebook.gathering" in modules:
            modules, opened = watched("check", "a.txt")
    kinds = ("numpy", "lint.context.", "lint.checks.context")
    assert [name for name in modules if name.startswith(kinds)] == []
    assert [name for name in opened if name.endswith(".context")] == []


def test_a_fix_is_written_only_when_it_is_asked_for() -> None:
    file = write("a.txt", SLIP)
    write("copydesk.yaml", "context: {}\nselect: [context]\n")
    run("fix", "a.txt")
    assert Path(file).read_text("utf-8") == SLIP
    run("fix", "a.txt", "--unsafe")
    assert Path(file).read_text("utf-8") == FINE


def test_the_examples_of_the_rules_are_tested_with_a_model_alone() -> None:
    without = run("rules", "test", "context/wrong-word")
    assert (without.exit_code, "without --context" in without.stderr) == (0, True)
    there = run("rules", "test", "context/wrong-word", "--context")
    assert (there.exit_code, there.stderr) == (0, "")


def test_the_wire_says_how_sure_a_finding_is() -> None:
    write("a.txt", SLIP)
    told = json.loads(run("check", "a.txt", *RULES, "--context", "--format", "json").stdout)
    (finding,) = told["findings"]
    assert finding["rule"] == "context/wrong-word"
    assert 0 < finding["confidence"] <= 1
    assert finding["evidence"]


# A model that cannot be used.


def truncated(path: Path) -> None:
    path.write_bytes(MODEL.read_bytes()[:-1000])


def of_another_version(path: Path) -> None:
    from lint.context.storing import VERSION  # imports numpy

    version = b'"version":%d' % VERSION
    path.write_bytes(MODEL.read_bytes().replace(version, b'"version":9', 1))


def of_another_language(path: Path) -> None:
    path.write_bytes(MODEL.read_bytes().replace(b'"en-GB"', b'"cy-GB"', 1))


def of_something_else(path: Path) -> None:
    path.write_text("This is no model.\n")


def empty(path: Path) -> None:
    path.touch()


def a_folder(path: Path) -> None:
    path.mkdir()


def absent(path: Path) -> None:
    pass


SPOILT = (
    (truncated, "is cut short"),
    (of_another_version, "is of version 9"),
    (of_another_language, "cy-GB"),
    (of_something_else, "is no context model"),
    (empty, "is no context model"),
    (a_folder, "cannot be read"),
    (absent, "cannot be read"),
)


@pytest.mark.parametrize(("spoil", "said"), SPOILT)
@pytest.mark.parametrize(("on_failure", "status"), [("warn", 1), ("fail", 2)])
def test_a_run_goes_on_without_a_model_that_cannot_be_used(
    spoil, said: str, on_failure: str, status: int, tmp_path: Path
) -> None:
    spoil(Path("house.context"))
    write("a.txt", HEADED + "England won of he series, and teh rest.\n")
    write("copydesk.yaml", f"context:\n  model: house.context\n  on failure: {on_failure}\n")
    result = run("check", "a.txt")
    assert result.exit_code == status
    assert "context was not checked: " in result.stderr
    assert said in result.stderr
    assert "house.context" in result.stderr
    assert "“he” may be" not in result.stdout
    assert "teh" in result.stdout, "the rest of the stylebook speaks"


def test_a_model_for_another_language_than_the_copy_is_not_asked() -> None:
    write("a.txt", SLIP)
    write("copydesk.yaml", "context: {language: fr}\n")
    result = run("check", "a.txt", *RULES)
    assert result.exit_code == 0
    assert "is one of en-GB, not of fr" in result.stderr


@pytest.mark.parametrize(
    ("section", "said"),
    [
        ("context: {on failure: shout}", "write one of: warn, fail"),
        ("context: {eager: perhaps}", "true or false"),
        ("context: {modell: a.context}", "did you mean “model”?"),
        ("context: perhaps", "context"),
    ],
)
def test_a_section_that_cannot_be_read_is_complained_of(section: str, said: str) -> None:
    write("a.txt", SLIP)
    write("copydesk.yaml", f"{section}\n")
    result = run("check", "a.txt")
    assert result.exit_code == 2
    assert "copydesk.yaml:1:" in result.stderr
    assert said in result.stderr


# The cache, and the service.


def test_another_model_is_another_desk() -> None:
    shutil.copy(MODEL, "one.context")
    keys = {
        Desk(Configuration(context=settings)).key
        for settings in (
            None,
            ContextSettings(),
            ContextSettings(eager=True),
            ContextSettings(model="one.context"),
        )
    }
    assert len(keys) == 4


def test_the_service_finds_it_and_says_when_it_cannot() -> None:
    copy = Submission((Field("body", SLIP, "plain"),))
    able = SaveDesk(Desk(Configuration(context=ContextSettings(), select=("context",))))
    verdict = able.check(copy)
    assert [each.finding.rule for each in verdict.findings] == ["context/wrong-word"]
    assert verdict.notices == ()
    unable = SaveDesk(Desk(Configuration(context=ContextSettings(model="gone.context"))))
    (notice,) = unable.check(copy).notices
    assert notice.startswith("context was not checked: ")


def test_articles_are_read_in_several_processes_alike() -> None:
    for number in range(6):
        write(f"copy/{number}.txt", SLIP if number % 2 else FINE)
    one, two = (
        run("check", "copy", *RULES, "--context", "--jobs", jobs).stdout for jobs in ("1", "2")
    )
    assert one == two
    assert one.count("“he” may be “the”") == 3


# Copy that is hard to read.


@pytest.mark.parametrize(
    "body",
    ["the mayor of he town " * 2000, "he " * 10_000, "x" * 50_000, "?" * 20_000, "\u200b\u00ad\n"],
)
def test_copy_that_is_no_prose_ends_the_run_as_usual(body: str) -> None:
    write("a.txt", HEADED + body)
    assert run("check", "a.txt", *RULES, "--context").exit_code in (0, 1)
