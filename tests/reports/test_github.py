"""Workflow commands: GitHub reads back exactly what was meant."""

from __future__ import annotations

import re
from urllib.parse import unquote

from hypothesis import given
from hypothesis import strategies as st

from tests.reports.made import elsewhere, made, told

COMMAND = re.compile(r"::(?P<command>\w+) (?P<properties>[^:]*)::(?P<message>.*)\Z", re.DOTALL)


def read_command(line: str) -> tuple[str, dict[str, str], str]:
    """A command as GitHub's runner reads it."""
    found = COMMAND.match(line)
    assert found is not None, line
    pairs = (pair.split("=", 1) for pair in found["properties"].split(","))
    return (
        found["command"],
        {key: unquote(value) for key, value in pairs},
        unquote(found["message"]),
    )


def test_a_finding_is_a_command_with_its_place() -> None:
    line = told("github", made("One\nThe old harbor", "harbor", "harbour"))
    assert line == (
        "::error file=a.txt,line=2,col=9,endLine=2,endColumn=15,title=terms/house"
        "::Write “harbour”, not “harbor”.\n"
    )


def test_severities_become_the_three_commands() -> None:
    source = "one two three"
    text = told(
        "github",
        made(source, "one", severity="error"),
        made(source, "two", severity="warning"),
        made(source, "three", severity="suggestion"),
    )
    commands = [read_command(line)[0] for line in text.splitlines()]
    assert commands == ["error", "warning", "notice"]


def test_over_several_lines_no_columns_are_told_for_github_refuses_them() -> None:
    _, properties, _ = read_command(told("github", made("one\ntwo", "one\ntwo")).rstrip("\n"))
    assert properties["line"] == "1"
    assert properties["endLine"] == "2"
    assert "col" not in properties
    assert "endColumn" not in properties


@given(st.text(st.characters(exclude_categories=["Cc", "Cs", "Cf", "Zl", "Zp"])), st.data())
def test_whatever_is_said_comes_back_whole(message: str, data: st.DataObject) -> None:
    path = data.draw(st.text(st.sampled_from("ab:,%=/ é\n"), min_size=1))
    finding = made("one", "one", path=path, message=f"{message}\n100%::error file=x::")
    text = told("github", finding)
    assert text.count("\n") == 1, "one command is one line, whatever copy says"
    command, properties, said = read_command(text.rstrip("\n"))
    assert (command, properties["file"], said) == ("error", path, finding.message)


def test_places_in_other_articles_are_told_in_the_message() -> None:
    source = "The same headline"
    related = (elsewhere(source, "same", path="b.txt"),)
    line = told("github", across=[made(source, "The", message="Twice.", related=related)])
    assert read_command(line.rstrip("\n"))[2] == "Twice.\nAlso: b.txt:1"


def test_files_that_could_not_be_read_are_errors_and_remarks_are_notices() -> None:
    text = told("github", unreadable=[("b.txt", "is no text")], remarks=[("a.txt", "as cp1252")])
    assert text.splitlines() == [
        "::notice file=a.txt,title=copydesk::as cp1252",
        "::error file=b.txt,title=copydesk::Not checked: is no text",
    ]
