"""Names that everybody knows, misspelt."""

from __future__ import annotations

import pytest

from lint.checks.known_names import KnownNames, KnownNamesOptions
from lint.engine import Engine
from lint.finding import Finding
from lint.readers import read_article
from lint.rule import Rule


def check(text: str) -> tuple[Finding, ...]:
    rule = Rule("names/known", "known-names", "Known", "warning", "why", "source")
    works = Engine([KnownNames(rule, KnownNamesOptions())])
    return works.check(read_article(text, "story.txt", format="plain")).findings


@pytest.mark.parametrize(
    ("text", "slip", "right"),
    [
        ("President Vladimitr Putin spoke.", "Vladimitr", "Vladimir"),
        ("President Vladimitr Ivanov spoke.", "Vladimitr", "Vladimir"),
        ("It was signed by Jospeh Miller in May.", "Jospeh", "Joseph"),
        ("It was signed by Vladmir Putin in May.", "Vladmir", "Vladimir"),
        ("It was said by Benjamin Netanyaho in May.", "Netanyaho", "Netanyahu"),
        ("The trains to Sheffied stopped.", "Sheffied", "Sheffield"),
        ("It was an Isreali drone.", "Isreali", "Israeli"),
    ],
)
def test_a_slip_for_a_well_known_name_is_told(text: str, slip: str, right: str) -> None:
    (finding,) = check(text)
    assert (finding.text, finding.severity) == (slip, "warning")
    assert finding.fixes[0].edits[0].text == right
    assert finding.fixes[0].safety == "unsafe"
    assert finding.evidence


@pytest.mark.parametrize(
    "text",
    [
        "Sussan Miller and Mardy Fisher won the doubles.",
        "Rhianon Davies said that it was always spelt so.",
        "Volodymyr Ivanov met Vladimir Ivanov.",
        "Micheal Miller is Irish, and so is Micheal Davies.",
        "The leaders of the two Koreas met.",
        "William Hodes came first.",
        "It was signed by Kelcy Warren in May.",
        "Jospeh Miller came. Nobody but Jospeh Miller did.",
        "The Kwamebo of Ndolatu came first.",
    ],
)
def test_rare_and_unknown_names_are_left_alone(text: str) -> None:
    assert check(text) == ()


def test_what_may_be_a_place_of_its_own_is_a_suggestion() -> None:
    (finding,) = check("He lives underground in Kharkhiv with his dog.")
    assert finding.severity == "suggestion"
