"""Grammar on the command line: asked, not asked, missing, failing."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from lint.grammar.locating import why_no_embedded
from tests.grammar.faulty import Dies, answer, match, serving
from tests.shells.command import finish, run, write

STORY = "Council agrees to its budget\n\nThere were great other places, and nobody came.\n"
WARNED = answer(match(0, 5))
NO_ENGINE = {"PATH": "", "LTP_PATH": "/nowhere"}


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COPYDESK_CACHE", str(tmp_path / "cache"))
    for number in range(30):
        write(f"copy/{number:02}.txt", STORY)


def told(*words: str) -> list[str]:
    """The rules of what a run found, headlines that are alike left out."""
    result = run("check", "--format", "jsonl", "--ignore", "headlines", *words)
    return [json.loads(line)["rule"] for line in result.stdout.splitlines()]


def configure(address: str, more: str = "") -> None:
    write("copydesk.yaml", f"grammar:\n  engine: languagetool\n  server: {address}\n{more}")


def test_grammar_is_asked_where_the_configuration_says_so_and_only_there() -> None:
    with serving(lambda _: (200, WARNED)) as server:
        assert told("copy/00.txt") == []
        configure(server.address)
        assert told("copy/00.txt") == ["grammar/languagetool"]
        assert told("--no-grammar", "copy/00.txt") == []
        assert told("--select", "terms", "copy/00.txt") == []


def test_a_paragraph_is_asked_about_once_over_all_runs() -> None:
    with serving(lambda _: (200, WARNED)) as server:
        configure(server.address)
        assert told("copy") == ["grammar/languagetool"] * 30
        assert sum(text != "." for text in server.asked) <= 2  # two questions at once
        asked = len(server.asked)
        assert told("copy") == told("--no-cache", "copy") == ["grammar/languagetool"] * 30
        assert sum(text != "." for text in server.asked[asked:]) == 0


def test_the_same_is_found_in_one_process_and_in_several() -> None:
    with serving(lambda _: (200, WARNED)) as server:
        configure(server.address)
        for jobs in ("1", "3"):
            assert told("--no-cache", "--jobs", jobs, "copy") == ["grammar/languagetool"] * 30


def test_a_rule_of_the_engine_can_be_ignored() -> None:
    with serving(lambda _: (200, WARNED)) as server:
        configure(server.address, "  ignore: [A_NNS]\n")
        assert told("copy/00.txt") == []
        assert "A_NNS" in server.forms[-1]["disabledRules"][0]


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ("  ignore: [NO_SUCH_RULE_AT_ALL]\n", "copydesk.yaml:4:12: LanguageTool has no rule"),
        ("  on failure: explode\n", "copydesk.yaml:4:3: “explode” is not known here"),
        ("  time limit: -1\n", "copydesk.yaml:4:3: “-1” stands where a number from"),
    ],
)
def test_a_wrong_word_in_the_section_is_told_with_its_place(more: str, words: str) -> None:
    configure("http://localhost:1", more)
    result = run("check", "copy/00.txt")
    assert (result.exit_code, words in result.stderr) == (2, True), result.stderr


@pytest.mark.parametrize(("policy", "status"), [("warn", 1), ("fail", 2)])
def test_a_server_that_is_not_there_is_told_once_and_the_rest_is_checked(
    policy: str, status: int
) -> None:
    write("copy/slip.txt", "Council agrees\n\nIt was found in a several places there.\n")
    configure("http://127.0.0.1:9", f"  on failure: {policy}\n")
    result = run("check", "copy")
    assert result.exit_code == status
    assert "grammar/phrases" in result.stdout
    assert result.stderr.count("grammar was not checked") == 1
    assert "http://127.0.0.1:9" in result.stderr


def test_what_failed_is_asked_again_in_the_next_run() -> None:
    with serving(lambda _: (500, b"")) as server:
        configure(server.address)
        assert told("copy") == []
        server.answers = lambda _: (200, WARNED)
        assert told("copy") == ["grammar/languagetool"] * 30


def test_a_server_that_ends_in_the_middle_leaves_the_rest_of_the_run() -> None:
    for number in range(30):
        write(f"copy/{number:02}.txt", STORY.replace("Council", f"Council of {number}"))
    with serving(lambda _: (200, WARNED)) as server:
        configure(server.address)

        def once(text: str) -> tuple[int, bytes]:
            if len(server.asked) > 12:
                raise Dies
            return 200, WARNED

        server.answers = once
        result = run("check", "copy", "--format", "jsonl")
    found = [json.loads(line)["rule"] for line in result.stdout.splitlines()]
    assert 5 <= found.count("grammar/languagetool") < 30
    assert result.stderr.count("grammar was not checked") == 1


def test_without_any_engine_it_is_said_how_to_get_one() -> None:
    write("copydesk.yaml", "grammar:\n  engine: languagetool\n")
    status, _, errors = finish("check", "copy/00.txt", env={**os.environ, **NO_ENGINE})
    assert status == 0
    assert b"grammar was not checked" in errors
    assert b"install" in errors


def test_the_fixes_of_grammar_are_written_only_when_asked_for() -> None:
    def said(text: str) -> tuple[int, bytes]:
        return 200, answer(match(text.index("great"), 18)) if "great" in text else answer()

    with serving(said) as server:
        configure(server.address)
        assert run("fix", "copy/00.txt").exit_code == 0
        assert Path("copy/00.txt").read_text("utf-8") == STORY
        assert server.asked == []
        run("fix", "--unsafe", "copy/00.txt")
    assert "There were several places, and" in Path("copy/00.txt").read_text("utf-8")


def test_standard_input_is_asked_about_too() -> None:
    with serving(lambda _: (200, WARNED)) as server:
        configure(server.address)
        result = run("check", "-", input=STORY.encode())
    assert "grammar/languagetool" in result.stdout


def test_the_cache_knows_of_the_answers_and_forgets_them() -> None:
    with serving(lambda _: (200, WARNED)) as server:
        configure(server.address)
        told("copy/00.txt")
        assert "their grammar: 2" in run("cache", "info").stdout
        run("cache", "clear")
        assert "their grammar: 0" in run("cache", "info").stdout


def test_the_doctor_says_where_it_looked_and_what_is_missing() -> None:
    status, out, _ = finish("grammar", "doctor", env={**os.environ, **NO_ENGINE})
    said = out.decode()
    assert "Java: not found" in said
    assert "looked for in /nowhere" in said
    assert "copydesk grammar install" in said
    assert status == (2 if why_no_embedded() else 0)


def test_the_doctor_asks_a_server_that_is_configured() -> None:
    with serving(lambda _: (200, answer(version="6.9"))) as server:
        configure(server.address)
        result = run("grammar", "doctor", "--try")
    assert (result.exit_code, "answers, version 6.9" in result.stdout) == (0, True)
    assert "It answers" in result.stdout


def test_an_install_that_cannot_be_done_is_told_in_one_line() -> None:
    result = run("grammar", "install", "--from", "/no/such/folder", "--to", "here")
    assert (result.exit_code, result.stderr.count("\n")) == (2, 1)
    assert not Path("here/LanguageTool-6.8").exists()


def test_the_embedded_engine_needs_no_java() -> None:
    if why := why_no_embedded():
        pytest.skip(why)
    write("slip.txt", "Council agrees\n\nTheir son may underwent surgery, it was said.\n")
    environment = {**os.environ, **NO_ENGINE}
    status, out, errors = finish("check", "--grammar", "slip.txt", env=environment)
    assert (status, errors) == (1, b"")
    assert b"underwent \xe2\x86\x92 undergo" in out
