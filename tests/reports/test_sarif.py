"""SARIF: the log is valid, and says where, what and how to mend."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from lint.finding import Edit, Fix
from lint.reports.uris import uri
from lint.span import Span
from tests.reports.made import elsewhere, info, made, told
from tests.reports.sarif_validator import NotToBeHad, complaints, validator

SOURCE = "One\r\nThe old harbor 👍 is closed.\rNobody goes."


def log() -> str:
    """A log in which there is something of everything."""
    other = Fix("Write “x” in both", "unsafe", (Edit(Span(0, 1), "x", "b c.txt"),))
    shown = Fix("Write “y”", "display", (Edit(Span(0, 1), "y"),))
    related = (elsewhere(SOURCE, "Nobody", "The other place.", path="b c.txt"),)
    return told(
        "sarif",
        made(SOURCE, "harbor", "harbour"),
        made(SOURCE, "old ", "", severity="suggestion"),
        made(SOURCE, "is", rule="stet/unused", fixes=[other, shown], severity="warning"),
        made(SOURCE, "closed.\rNobody", path="dir/é%#.txt", message="Over two lines."),
        across=[made(SOURCE, "One", message="Twice.", related=related)],
        unreadable=[("locked.txt", "is no text.")],
        remarks=[("a.txt", "Read as cp1252.")],
    )


def run(text: str) -> dict[str, Any]:
    loaded = json.loads(text)
    assert loaded["version"] == "2.1.0"
    (only,) = loaded["runs"]
    assert isinstance(only, dict)
    return only


def test_a_result_tells_its_rule_its_level_and_its_place() -> None:
    result = run(log())["results"][0]
    assert result["ruleId"] == "terms/house"
    assert result["level"] == "error"
    assert result["message"] == {"text": "Write “harbour”, not “harbor”."}
    assert result["partialFingerprints"] == {"copydesk/v1": "0123456789abcdef"}
    assert result["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "a.txt"},
        "region": {
            "startLine": 2,
            "startColumn": 9,
            "endLine": 2,
            "endColumn": 15,
            "charOffset": 13,
            "charLength": 6,
            "snippet": {"text": "harbor"},
        },
    }


def test_columns_are_code_points_and_a_lone_cr_ends_a_line() -> None:
    assert run(log())["columnKind"] == "unicodeCodePoints"
    assert "\r" in run(log())["newlineSequences"]
    region = run(log())["results"][2]["locations"][0]["physicalLocation"]["region"]
    assert (region["startLine"], region["startColumn"]) == (2, 18), "👍 is one column"


def test_severities_become_levels() -> None:
    assert [r["level"] for r in run(log())["results"]] == [
        "error",
        "note",
        "warning",
        "error",
        "error",
    ]


def test_fixes_are_replacements_and_those_only_shown_are_left_out() -> None:
    mended, deleted, elsewhere_ = (r["fixes"] for r in run(log())["results"][:3])
    assert mended[0]["properties"] == {"safety": "safe"}
    change = mended[0]["artifactChanges"][0]
    assert change["artifactLocation"] == {"uri": "a.txt"}
    assert change["replacements"] == [
        {
            "deletedRegion": {"charOffset": 13, "charLength": 6},
            "insertedContent": {"text": "harbour"},
        }
    ]
    assert deleted[0]["artifactChanges"][0]["replacements"][0]["insertedContent"] == {"text": ""}
    assert [fix["description"]["text"] for fix in elsewhere_] == ["Write “x” in both"]
    assert elsewhere_[0]["artifactChanges"][0]["artifactLocation"] == {"uri": "b%20c.txt"}


def test_rules_bring_their_reason_and_their_examples() -> None:
    told_of = run(log())
    (rule, bare) = told_of["tool"]["driver"]["rules"]
    assert rule["id"] == "terms/house"
    assert rule["fullDescription"]["text"] == "One form for one thing; readers notice two."
    assert rule["defaultConfiguration"] == {"level": "error", "enabled": True}
    assert "Wrong: He sat *by* the harbor." in rule["help"]["text"]
    assert "**Wrong:** He sat \\*by\\* the harbor." in rule["help"]["markdown"]
    assert "Source: own list" in rule["help"]["text"]
    assert bare["id"] == "stet/unused"


def test_the_index_of_a_rule_leads_to_the_rule() -> None:
    told_of = run(log())
    rules = told_of["tool"]["driver"]["rules"]
    for result in told_of["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]


def test_other_places_are_related_locations() -> None:
    (other,) = run(log())["results"][-1]["relatedLocations"]
    assert other["id"] == 1
    assert other["message"] == {"text": "The other place."}
    assert other["physicalLocation"]["artifactLocation"] == {"uri": "b%20c.txt"}


def test_files_that_could_not_be_read_are_notifications() -> None:
    (invocation,) = run(log())["invocations"]
    assert invocation["executionSuccessful"] is False
    levels = [n["level"] for n in invocation["toolExecutionNotifications"]]
    assert levels == ["error", "note"]
    assert run(told("sarif"))["invocations"] == [{"executionSuccessful": True}]


def test_the_same_run_is_the_same_log() -> None:
    assert log() == log()


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("a/b.txt", "a/b.txt"),
        ("a b%.txt", "a%20b%25.txt"),
        ("javascript:alert(1)", "javascript%3Aalert%281%29"),
        ("/home/é.txt", "file:///home/%C3%A9.txt"),
        ("C:/copy/a.txt", "file:///C:/copy/a.txt"),
        ("x\udcff.txt", "x%FF.txt"),
        ("<stdin>", "%3Cstdin%3E"),
    ],
)
def test_any_path_becomes_a_uri(path: str, expected: str) -> None:
    assert uri(path) == expected


@pytest.fixture(scope="module")
def command(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    try:
        return validator(tmp_path_factory.mktemp("sarif-multitool"))
    except NotToBeHad as error:
        pytest.skip(f"no SARIF validator: {error}")


def said_of(text: str, command: list[str], folder: Path) -> list[tuple[str, str]]:
    file = folder / "log.sarif"
    file.write_text(text, "utf-8")
    try:
        return complaints(command, file)
    except NotToBeHad as error:
        pytest.skip(f"no SARIF validator: {error}")


def test_microsofts_validator_finds_nothing_wrong(command: list[str], tmp_path: Path) -> None:
    found = said_of(log(), command, tmp_path)
    # The one thing it may ask for is an address where the tool is documented.
    assert [words for _, words in found if "SARIF2005" not in words] == []
    empty = said_of(told("sarif", run=info()), command, tmp_path)
    assert [words for level, words in empty if level == "error"] == []


def test_microsofts_validator_would_find_a_planted_error(
    command: list[str], tmp_path: Path
) -> None:
    planted = log().replace('"startColumn": 9', '"startColumn": 0')
    assert "error" in [level for level, _ in said_of(planted, command, tmp_path)]
