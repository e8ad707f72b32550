"""What an editor lets stand stays away, also of the kinds that ship and infer."""

from __future__ import annotations

import json

import pytest

from tests.shells.command import run, write

pytestmark = pytest.mark.usefixtures("desk_folder")

SPELLING = (
    "Council explains its plan\n\nMembers had spent the evening expalining the scheme to people"
    " who live in the town.\n"
)
NAMES = (
    "Council explains its plan\n\nMarta Pelkowicz spoke first. Ms Pelkowicz had read all of it,"
    " twice, and Ms Pelkowitz said so to the members who had not.\n"
)


def findings(path: str, *more: str) -> list[dict[str, object]]:
    result = run("check", path, "--format", "json", *more)
    told = json.loads(result.stdout)
    assert told["summary"]["unreadable"] == []
    return [finding for finding in told["findings"] if "confidence" in finding]


@pytest.mark.parametrize(
    ("kind", "copy", "slip"),
    [("spelling", SPELLING, "expalining"), ("name-consistency", NAMES, "Pelkowitz")],
)
def test_it_stays_away_when_words_elsewhere_change_and_comes_back_beside_others(
    kind: str, copy: str, slip: str
) -> None:
    path = write("a.txt", copy)
    (finding,) = findings("a.txt")
    assert (finding["kind"], finding["text"]) == (kind, slip)
    said = run("stet", str(finding["fingerprint"]), "a.txt", "--reason", "it is right")
    assert f"copydesk words add {slip}" in said.stdout
    assert findings("a.txt") == []
    body = copy.partition("\n\n")[2]
    path.write_text(
        f"Another headline\n\nA paragraph more.\n\n{body}\nAnd one after it.\n", "utf-8"
    )
    assert findings("a.txt") == []


@pytest.mark.parametrize(("copy", "slip"), [(SPELLING, "expalining"), (NAMES, "Pelkowitz")])
def test_a_word_of_the_house_is_let_alone(copy: str, slip: str) -> None:
    write("a.txt", copy)
    assert [finding["text"] for finding in findings("a.txt")] == [slip]
    run("words", "add", slip)
    assert findings("a.txt") == []


@pytest.mark.parametrize(("copy", "slip"), [(SPELLING, "expalining"), (NAMES, "Pelkowitz")])
def test_a_threshold_parts_findings_by_the_number_that_is_told(copy: str, slip: str) -> None:
    write("a.txt", copy)
    (finding,) = findings("a.txt")
    sure = float(str(finding["confidence"]))
    assert findings("a.txt", "--min-confidence", str(sure)) == [finding]
    assert findings("a.txt", "--min-confidence", str(min(1, sure + 0.01))) == []


def test_a_name_spelt_two_ways_in_two_articles_is_let_alone_once_it_is_of_the_house() -> None:
    for number in range(3):
        body = f"Marta Brandreth led the talks on day {number}.\n"
        write(f"{number}.txt", f"Council meets for day {number}\n\n{body}")
    write("a.txt", "Council meets again\n\nMarta Brandeth led the talks on the last day.\n")
    assert [finding["text"] for finding in findings(".")] == ["Marta Brandeth"]
    assert findings(".", "--min-confidence", "1") == []
    run("words", "add", "Brandreth")
    assert len(findings(".")) == 1, "the usual form was never in doubt"
    run("words", "add", "Brandeth")
    assert findings(".") == []
