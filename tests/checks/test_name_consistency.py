"""One name, two spellings: within an article, and in the articles of a run."""

from __future__ import annotations

import pytest

from lint.checks.name_consistency import NameConsistency, NameConsistencyOptions
from lint.engine import Engine
from lint.finding import Finding
from lint.fixing import mend
from lint.readers import read_article
from lint.rule import Rule
from lint.stylebook.book import load_stylebook
from tests.conftest import WriteBook


def engine() -> Engine:
    rule = Rule("names/two", "name-consistency", "Two spellings", "warning", "why", "source")
    return Engine([NameConsistency(rule, NameConsistencyOptions())])


def check(text: str) -> tuple[Finding, ...]:
    return engine().check(read_article(text, "story.txt", format="plain")).findings


def found(text: str) -> list[tuple[str, str]]:
    return [(finding.text, finding.fixes[0].edits[0].text) for finding in check(text)]


@pytest.mark.parametrize(
    ("text", "slip"),
    [
        ("Ana Brezinsky won. Mr Breznisky lost. Brezinsky wept.", ("Breznisky", "Brezinsky")),
        ("Ana Brezinsky won. Then Brezinssky lost.", ("Brezinssky", "Brezinsky")),
        ("Ana Brezinsky won. Then Brezinky lost.", ("Brezinky", "Brezinsky")),
        ("Ana Brezinsky won. Then Brezinski lost. Brezinsky wept.", ("Brezinski", "Brezinsky")),
        ("Ana Brezinsky won. It was Brezinky’s last match.", ("Brezinky", "Brezinsky")),
        ("The road to Tahiland is shut. Thailand has no other.", ("Tahiland", "Thailand")),
        ("He met Bashar al-Kolenko. Then al-Koelnko left. Kolenko wept.", ("Koelnko", "Kolenko")),
        ("Cheslea won.\n\nThe match was won by Chelsea in the end.", ("Cheslea", "Chelsea")),
        ("It was Jeffery Kolenko. Jeffrey Kolenko left. Jeffrey wept.", ("Jeffery", "Jeffrey")),
    ],
)
def test_the_rarer_spelling_is_told_and_the_usual_one_offered(
    text: str, slip: tuple[str, str]
) -> None:
    assert slip in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "Mr Johnson met Mr Johnston, and both denied it.",
        "Dmitry Medvedev spoke before Viktor Medvedchuk did.",
        "Elena Markova beat Eleni Papadaki in straight sets.",
        "Patrik Kolen passed to Patrick Stone.",
        "Wessex is older than Essex, and Essex is older than that.",
        "Linus wrote the first version of Linux.",
        "Ukraine said that the Ukrainian army had gone. Ukrainians agreed.",
        "The Brezinskys went to see Ana Brezinsky.",
        "Argentina has many Argentines.",
        "Ana Brezinsky won and Petr Brezonsky lost.",
        "Mr Brezinsky won. Mrs Brezinsly lost.",
        "Paul Smythers and Paula Smythers came in third.",
        "Iran and Iraq signed. Iran left.",
        "Khaled al-As’ad wrote a book. Assad left.",
        "He rides a Mobike home. Mobile phones were sold.",
        "We went to the Reading game. Reding is a word that nobody wrote.",
    ],
)
def test_two_names_are_left_alone(text: str) -> None:
    assert [finding for finding in check(text) if finding.severity != "suggestion"] == []


def test_a_finding_says_where_the_usual_form_stands_and_how_sure_it_is() -> None:
    text = "Ana Brezinsky won. Then Brezinky lost. Brezinsky wept."
    (finding,) = check(text)
    assert [text[r.span.start : r.span.end] for r in finding.related] == ["Brezinsky"] * 2
    assert finding.confidence is not None
    assert 0.8 <= finding.confidence <= 1
    assert any("twice" in phrase for phrase in finding.evidence)


def test_where_either_may_be_right_both_ways_are_offered() -> None:
    (finding,) = check("Mr Illstonov agreed to it. Then Ilstonov left.")
    assert len(finding.fixes) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Mitch McConnell spoke. Mitch McConell won, and McConell left.",
        "Ana Heinze won. Then Heintze left.",
    ],
)
def test_both_ways_are_offered_where_the_rarer_form_may_well_be_right(text: str) -> None:
    (finding,) = check(text)
    assert len(finding.fixes) == 2


def test_one_way_is_offered_where_the_other_is_no_name_at_all() -> None:
    (finding,) = check("Cheslea won the cup in May.\n\nThe cup was Chelsea’s.")
    assert [fix.edits[0].text for fix in finding.fixes] == ["Chelsea"]


def test_no_mend_is_safe() -> None:
    text = "Ana Brezinsky won. Then Brezinky lost. Brezinsky wept."
    assert {fix.safety for finding in check(text) for fix in finding.fixes} == {"unsafe"}


def test_the_mend_keeps_possessive_and_capitals() -> None:
    text = "BREZINKY’S LAST MATCH\n\nAna Brezinsky won. Brezinsky wept."
    assert mend(text, check, unsafe=True).source.startswith("BREZINSKY’S LAST MATCH")


PEOPLE = """\
kind: names
title: People
severity: error
why: Because.
entries:
  - name: Ana Brezinsky
    not: [Brezinky]
  - name: Petr Breznisky
examples:
  - bad: Brezinky won.
    finds: Brezinky
  - ok: Ana Brezinsky won.
  - ok: Nobody won.
"""
SPELLINGS = """\
kind: name-consistency
title: Two
severity: warning
why: Because.
examples:
  - bad: Ana Kolenko won. Then Kolennko lost. Kolenko wept.
    finds: Kolennko
  - ok: Ana Brezinsky won.
  - ok: Nobody won.
"""


def _of_book(write_book: WriteBook, text: str) -> list[tuple[str, str]]:
    book = load_stylebook(write_book(people=PEOPLE, spellings=SPELLINGS))
    works = Engine(list(book.checks.values()))
    article = read_article(text, "story.txt", format="plain")
    return [(finding.rule, finding.text) for finding in works.check(article).findings]


def test_a_listed_form_is_told_by_its_own_rule_alone(write_book: WriteBook) -> None:
    text = "Ana Brezinsky won. Then Brezinky lost. Brezinsky wept."
    assert _of_book(write_book, text) == [("people", "Brezinky")]


def test_what_is_right_in_the_stylebook_is_no_slip(write_book: WriteBook) -> None:
    assert _of_book(write_book, "Brezinsky won, and Breznisky lost. Brezinsky wept.") == []


def compared(*texts: str) -> list[Finding]:
    works = engine()
    observations: dict[str, list[object]] = {}
    for number, text in enumerate(texts):
        article = read_article(text, f"story{number}.txt", format="plain")
        for rule, seen in works.check(article).observations.items():
            observations.setdefault(rule, []).extend(seen)
    return list(works.compare(observations))  # type: ignore[arg-type]


def test_full_names_of_several_articles_are_compared_and_told_once() -> None:
    (finding,) = compared(
        "Then Ana Brezinsky won.",
        "Then Ana Brezinky lost.",
        "It was said that Ana Brezinsky wept.",
    )
    assert (finding.path, finding.text) == ("story1.txt", "Ana Brezinky")
    assert [related.path for related in finding.related] == ["story0.txt", "story2.txt"]


@pytest.mark.parametrize(
    "texts",
    [
        ("Then Ana Brezinsky won.", "Then Petr Brezinky lost."),
        ("Then Michael Johnson won.", "Then Michael Johnston lost."),
        ("Then Sumon Rahman won.", "Then Suman Rahman lost."),
        ("Then Brezinsky won.", "Then Brezinky lost."),
    ],
)
def test_what_may_be_two_people_is_not_told_across_articles(texts: tuple[str, ...]) -> None:
    assert compared(*texts) == []


def test_what_an_article_is_told_of_itself_is_not_told_again() -> None:
    text = "Then Ana Brezinsky won. Then Ana Brezinky lost."
    assert compared(text, "Then Ana Brezinsky won.") == []
