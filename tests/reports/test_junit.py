"""JUnit: one suite a file, one case a finding, and always XML."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from tests.reports.made import elsewhere, info, made, told

SOURCE = "The old harbor is closed."


def suites(text: str) -> ET.Element:
    return ET.fromstring(text.encode("utf-8"))


def test_a_suite_is_a_file_and_a_failed_case_is_a_finding() -> None:
    root = suites(told("junit", made(SOURCE, "harbor", "harbour"), clean=["clean.txt"]))
    bad, clean = root.findall("testsuite")
    assert (root.get("tests"), root.get("failures"), root.get("errors")) == ("2", "1", "0")
    assert (bad.get("name"), bad.get("tests"), bad.get("failures")) == ("a.txt", "1", "1")
    assert (clean.get("name"), clean.get("tests"), clean.get("failures")) == ("clean.txt", "1", "0")
    failure = bad.find("testcase/failure")
    assert failure is not None
    assert failure.get("message") == "Write “harbour”, not “harbor”."
    assert failure.get("type") == "error"
    assert (failure.text or "").splitlines() == [
        "a.txt:1:9: Write “harbour”, not “harbor”.",
        "The old [harbor] is closed.",
        "fix: harbor → harbour",
    ]


def test_what_does_not_fail_the_run_does_not_fail_a_case() -> None:
    finding = made(SOURCE, "harbor", severity="warning")
    passing = suites(told("junit", finding, run=info(failing="error")))
    failing = suites(told("junit", finding, run=info(failing="warning")))
    assert passing.get("failures") == "0"
    assert "Write" in (passing.findtext("testsuite/testcase/system-out") or "")
    assert failing.get("failures") == "1"


def test_findings_between_articles_go_to_the_suite_of_their_file() -> None:
    twice = made(SOURCE, "The", message="Twice.", related=(elsewhere(SOURCE, "old"),))
    root = suites(told("junit", made(SOURCE, "harbor"), across=[twice], clean=["b.txt"]))
    assert [suite.get("tests") for suite in root] == ["2", "1"]
    assert "also: b.txt:1" in (root.findtext("testsuite/testcase[2]/failure") or "")


def test_a_file_that_could_not_be_read_is_an_error() -> None:
    root = suites(told("junit", unreadable=[("b.txt", "is no text")]))
    error = root.find("testsuite[@name='b.txt']/testcase/error")
    assert error is not None
    assert error.get("message") == "is no text"
    assert root.get("errors") == "1"


@given(st.text(st.characters(exclude_categories=[]), min_size=1, max_size=30))
def test_whatever_copy_holds_the_report_is_xml(text: str) -> None:
    finding = made(text, text, text + "x", path=text, message=text, evidence=(text,))
    root = suites(told("junit", finding, unreadable=[(text, text)]))
    assert root.tag == "testsuites"
