"""How sure a finding is, in every form that shows it: a word, a number, and the evidence."""

from __future__ import annotations

import json
from xml.etree import ElementTree as ET

import pytest

from lint.finding import Finding
from lint.reports.sureness import sureness, untold_evidence
from tests.reports.made import made, told

SOURCE = "Mr Stamer spoke."


def unsure(confidence: float | None = 0.9, *, message: str = "Stamer for Starmer?") -> Finding:
    return made(
        SOURCE,
        "Stamer",
        "Starmer",
        safety="unsafe",
        message=message,
        confidence=confidence,
        evidence=("Starmer stands 412 times in the archive", "Stamer never"),
    )


@pytest.mark.parametrize(
    ("confidence", "said"),
    [
        (None, ""),
        (1.0, "almost certain, 1.00"),
        (0.95, "almost certain, 0.95"),
        (0.94, "very likely, 0.94"),
        (0.85, "very likely, 0.85"),
        (0.7, "likely, 0.70"),
        (0.5, "perhaps, 0.50"),
        (0.49, "a guess, 0.49"),
        (0.0, "a guess, 0.00"),
    ],
)
def test_a_confidence_is_a_word_and_the_number_that_a_threshold_takes(
    confidence: float | None, said: str
) -> None:
    assert sureness(unsure(confidence)) == said


def test_evidence_that_the_message_gives_is_not_given_again() -> None:
    assert untold_evidence(unsure()) == ("Starmer stands 412 times in the archive", "Stamer never")
    message = "Starmer stands 412 times in the archive; Stamer?"
    assert untold_evidence(unsure(message=message)) == ("Stamer never",)


def test_an_editor_reads_it_after_the_rule_and_the_evidence_under_the_mend() -> None:
    assert told("text", unsure()).splitlines()[:5] == [
        "a.txt",
        "  1:4  error  Stamer for Starmer?  terms/house (very likely, 0.90)",
        "       Mr Stamer spoke.",
        "          ^^^^^^",
        "       fix: Stamer → Starmer  (unsafe)",
    ]
    because = "       because: Starmer stands 412 times in the archive; Stamer never"
    assert told("text", unsure()).splitlines()[5] == because


def test_long_evidence_is_wrapped_as_wide_as_the_terminal() -> None:
    shown = told("text", unsure(), width=60).splitlines()
    at = next(n for n, line in enumerate(shown) if "because:" in line)
    assert shown[at : at + 2] == [
        "       because: Starmer stands 412 times in the archive;",
        "                Stamer never",
    ]


def test_what_is_certain_is_told_without_a_word_of_it() -> None:
    certain = made(SOURCE, "Stamer", "Starmer")
    for form in ("text", "html", "github", "junit", "sarif", "json", "jsonl"):
        told_of = told(form, certain).replace('class="sure"', "")
        for word in ("certain", "likely", "confidence", "rank", "because:"):
            assert word not in told_of.lower().partition("</style>")[2] or form != "html"
            assert form == "html" or word not in told_of.lower(), (form, word)


def test_programs_get_the_number_and_the_evidence() -> None:
    (line,) = told("jsonl", unsure()).splitlines()
    wire = json.loads(line)
    assert wire["confidence"] == 0.9
    assert wire["evidence"] == ["Starmer stands 412 times in the archive", "Stamer never"]


def test_sarif_ranks_a_result_from_0_to_100() -> None:
    (result,) = json.loads(told("sarif", unsure(0.57)))["runs"][0]["results"]
    assert result["rank"] == 57.0
    assert result["properties"]["confidence"] == 0.57
    assert result["properties"]["evidence"][1] == "Stamer never"


def test_github_shows_it_on_a_line_of_its_own() -> None:
    assert told("github", unsure()).endswith(
        "::Stamer for Starmer?%0AVery likely, 0.90: Starmer stands 412 times in the archive;"
        " Stamer never\n"
    )


def test_the_output_of_a_failed_test_says_it() -> None:
    failure = ET.fromstring(told("junit", unsure())).find(".//failure")
    assert failure is not None
    lines = (failure.text or "").splitlines()
    assert "sure: very likely, 0.90" in lines
    assert "because: Starmer stands 412 times in the archive; Stamer never" in lines


def test_the_page_says_it_beside_the_rule() -> None:
    page = told("html", unsure(), sources={"a.txt": SOURCE})
    assert '<span class="sure">(very likely, 0.90)</span></p>' in page
