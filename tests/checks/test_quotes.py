"""Quotation marks: partners, direction, drawing; what is right is never told."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint.engine import Engine
from lint.finding import Finding
from lint.fixing import mend
from lint.readers import read_article
from lint.stylebook.book import Stylebook, load_stylebook
from lint.stylebook.complaints import StylebookError
from tests.conftest import WriteBook


def engine_of(house: Stylebook, rule: str) -> Engine:
    return Engine([house.checks[f"quotes/{rule}"]])


def findings(house: Stylebook, copy: str, rule: str = "unbalanced") -> tuple[Finding, ...]:
    return engine_of(house, rule).check(read_article(copy)).findings


@pytest.mark.parametrize(
    ("copy", "column"),
    [
        ("He said the bridge was “not safe and would shut.", 24),
        ('He said the bridge was "not safe and would shut.', 24),
        ("He said the bridge was not safe” and would shut.", 32),
        ('He said: "Not safe," and he said the bridge would shut".', 55),
    ],
)
def test_a_mark_without_a_partner_is_told_where_it_stands(
    house: Stylebook, copy: str, column: int
) -> None:
    (finding,) = findings(house, copy)
    assert (finding.start.column, finding.severity) == (column, "warning")


@pytest.mark.parametrize(
    "copy",
    [
        "Mayor shuts bridge\n\nHe said: “One.\n\n“Two.\n\n“Three.”\n\nThe end.",
        'Mayor shuts bridge\n\nHe said: "One.\n\n"Two".\n\nThe end.',
        "Mayor shuts bridge\n\n“One is said\n\n” he added.\n\nThe end.",
        '"One is said. "Two is said," he added.',
        "Bridge 'was right to close'\n\nThe players' club, the '90s, 6'2\" and a 12\" disc.",
        'He said “no”, “she said ‘yes’ to me” and "never".',
        'It isn"t so, and they can"t say "no.',
    ],
)
def test_marks_that_are_right_and_damaged_copy_are_left_alone(house: Stylebook, copy: str) -> None:
    assert findings(house, copy) == ()


def test_many_marks_without_a_partner_are_told_once(house: Stylebook) -> None:
    copy = "Mayor shuts bridge\n\n" + "\n\n".join(["He said “no to that.", "She left."] * 6)
    (finding,) = findings(house, copy)
    assert finding.message.startswith("6 quotation marks")


def test_a_single_mark_that_is_not_closed_in_a_headline_is_a_suggestion(house: Stylebook) -> None:
    (finding,) = findings(
        house, "Bridge 'was right to close, court says\n\nThe court sat on Monday."
    )
    assert finding.severity == "suggestion"


@given(
    st.lists(
        st.sampled_from(
            ["“said”", '"said"', "‘said’", "told", "“he said ‘no’ there”", "don’t", "6'2\""]
        ),
        max_size=15,
    )
)
def test_balanced_marks_are_never_told(house: Stylebook, pieces: list[str]) -> None:
    assert findings(house, "Then " + " and ".join(pieces) + ".") == ()


def test_a_mark_that_faces_the_wrong_way_is_turned_round_even_in_speech(house: Stylebook) -> None:
    copy = "He called it “not safe“. She said ”no” and left."
    mended = mend(copy, lambda source: findings(house, source, "wrong-way")).source
    assert mended == "He called it “not safe”. She said “no” and left."


def test_curly_and_straight_marks_in_one_article_are_a_suggestion(house: Stylebook) -> None:
    copy = 'The mayor’s plan is “final”. The council\'s "no" and the club\'s "yes" are too.'
    (finding,) = findings(house, copy, "mixed")
    assert (finding.severity, finding.text) == ("suggestion", "’")
    assert "curly in 3 places of this article and straight in 6" in finding.message


def test_feet_and_inches_do_not_make_an_article_mixed(house: Stylebook) -> None:
    copy = "The mayor’s guard is 6'2\" and his twin’s friend 6'4\" tall, “they say”."
    assert findings(house, copy, "mixed") == ()


def compared(house: Stylebook, *copies: str) -> tuple[Finding, ...]:
    engine = engine_of(house, "mixed")
    seen = [
        observation
        for number, copy in enumerate(copies)
        for observation in engine.check(read_article(copy, f"{number}.txt"))
        .observations.get("quotes/mixed", ())
    ]  # fmt: skip
    return engine.compare({"quotes/mixed": seen})


def test_a_run_drawn_both_ways_is_told_once(house: Stylebook) -> None:
    (finding,) = compared(house, "It isn't so.", "It isn’t so.", "It doesn't matter.", "No marks.")
    assert (finding.severity, finding.path) == ("warning", "1.txt")
    assert "curly in 1 article of this run and straight in 2 articles" in finding.message
    assert [place.path for place in finding.related] == ["0.txt"]


def test_a_run_drawn_one_way_and_a_single_article_are_left_alone(house: Stylebook) -> None:
    assert compared(house, "It isn't so.", 'He said "no".') == ()
    assert compared(house, "It isn’t so.") == ()


@pytest.mark.parametrize(
    ("straight", "curly"),
    [
        ('He said "no".', "He said “no”."),
        ("It isn't so.", "It isn’t so."),
        ("'No,' he said.", "‘No,’ he said."),
        ("In the '90s, rock 'n' roll.", "In the ’90s, rock ’n’ roll."),
        ("The players' club, the 1990's.", "The players’ club, the 1990’s."),
        ("\"He said 'no',\" she said.", "“He said ‘no’,” she said."),
        ("He is 6'2\" tall.", "He is 6'2\" tall."),
        ("''No,'' he said.", "“No,” he said."),
        ("Which?'s readers.", "Which?’s readers."),
    ],
)
def test_the_house_style_redraws_marks_and_leaves_feet_and_inches(
    house: Stylebook, straight: str, curly: str
) -> None:
    mended = mend(straight, lambda source: findings(house, source, "style")).source
    assert mended == curly


def test_addresses_are_not_redrawn(house: Stylebook) -> None:
    assert findings(house, "See https://example.org/o'brien for more.", "style") == ()


STRAIGHT = """
kind: quotes
why: x
look for: style
style: '{}'
examples:
  - bad: x’s
    finds: ’
  - ok: a
  - ok: b
"""


def test_a_house_may_draw_its_marks_straight(write_book: WriteBook) -> None:
    book = load_stylebook(write_book(rule=STRAIGHT.format("\" \" '' ''")))
    engine = Engine(tuple(book.checks.values()))
    copy = "“He said ‘no’,” and it isn’t so."
    mended = mend(copy, lambda source: engine.check(read_article(source)).findings).source
    assert mended == "\"He said 'no',\" and it isn't so."


def test_a_style_that_shows_both_ways_is_refused_with_its_place(write_book: WriteBook) -> None:
    with pytest.raises(StylebookError, match="shows the marks of the house"):
        load_stylebook(write_book(rule=STRAIGHT.format('“ "')))


@given(
    st.text(
        alphabet=st.sampled_from(["'", '"', "’", "“", "a", "s", " ", ".", "6", "\n"]), max_size=40
    )
)
def test_redrawing_settles(house: Stylebook, copy: str) -> None:
    engine = engine_of(house, "style")

    def check(source: str) -> tuple[Finding, ...]:
        return engine.check(read_article(source)).findings

    once = mend(copy, check).source
    assert mend(once, check).source == once


def test_the_real_articles_together_are_told_once(house: Stylebook, shared: Path) -> None:
    engine = Engine(
        [check for id, check in house.checks.items() if id.startswith("quotes/") and check.rule.on]
    )
    seen: dict[str, list] = {}
    single: list[Finding] = []
    for path in sorted((shared / "seeds").glob("*.txt")):
        checked = engine.check(read_article(path.read_bytes(), path.name))
        single.extend(checked.findings)
        for rule, observations in checked.observations.items():
            seen.setdefault(rule, []).extend(observations)
    assert single == []
    assert [(f.rule, f.severity) for f in engine.compare(seen)] == [("quotes/mixed", "warning")]


@pytest.mark.parametrize(
    "copy",
    [
        # A quotation reopens after one inside it has closed, in paragraphs run together.
        '"I asked him, \'Do you want it?\' "I did not hear what he said to that," she said.',
        'He said: "It was never meant to be...',
    ],
)
def test_run_together_speech_and_cut_off_teasers_are_left_alone(
    house: Stylebook, copy: str
) -> None:
    assert findings(house, copy) == ()
