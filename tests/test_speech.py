"""Where direct speech stands: paragraphs, nesting, apostrophes, marks that never close."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint.article import Block
from lint.readers import read_article
from lint.speech import speech_ranges


def spoken(copy: str) -> list[str]:
    """The stretches of direct speech in some copy."""
    article = read_article(copy)
    return [article.prose[start:end] for start, end in speech_ranges(article.prose, article.blocks)]


@pytest.mark.parametrize(
    ("copy", "speech"),
    [
        ("He said “no” and left.", ["“no”"]),
        ('He said "no" and "never".', ['"no"', '"never"']),
        ("He said ‘no’ and left.", ["‘no’"]),
        ("Mayor 'was right to close bridge', court says", ["'was right to close bridge'"]),
        ("«Non,» he said.", ["«Non,»"]),
        ("He called it 'the players' strike' today.", ["'the players' strike'"]),
        (
            "They were ‘the Invincibles’ after the tour of the All Blacks’ men.",
            ["‘the Invincibles’"],
        ),
        ("“She told me ‘no’ twice,” he said.", ["“She told me ‘no’ twice,”"]),
        ("\"She told me 'no' twice,\" he said.", ["\"She told me 'no' twice,\""]),
        ("‘She said “no” to me,’ he said.", ["‘She said “no” to me,’"]),
        ("''No,'' he said.", ["''No,''"]),
        ('He said:"No."Then he left.', ['"No."']),
        ('(“No”) – "yes"-man', ["“No”", '"yes"']),
        ('Word" he said.', []),
        ("The bridge “that” opened in “1921“ shut.", ["“that”", "“1921“"]),
    ],
)
def test_whatever_stands_in_quotation_marks_is_speech(copy: str, speech: list[str]) -> None:
    assert spoken(copy) == speech


@pytest.mark.parametrize(
    "copy",
    [
        "It was rock 'n' roll, and he didn't mind.",
        "It was rock ’n’ roll in the ’90s, and ’til then the players’ club was shut.",
        "In the '90s the players' club and the fans' bar were shut 'til noon.",
        "The guard is 6'2\" and the goalkeeper 6' 4\" tall.",
        "She bought a 12\" single and walked 40' to O'Brien's.",
        "Which?'s readers and the BBC's viewers (RFEF)'s head.",
        "Don’t say the twins’ names.",
    ],
)
def test_apostrophes_feet_and_inches_are_no_speech(copy: str) -> None:
    assert spoken(copy) == []


def test_a_quotation_that_runs_over_paragraphs_is_speech_in_each_of_them() -> None:
    copy = "Head line here now\n\nHe said: “One.\n\n“Two.\n\n“Three,” and left.\n\nThe end came."
    assert spoken(copy) == ["“One.", "“Two.", "“Three,”"]


def test_paragraphs_between_an_opening_and_a_closing_mark_are_speech() -> None:
    copy = "Head line here now\n\nHe said: “One.\n\nTwo is spoken.\n\nThree,” and left.\n\nThe end."
    assert spoken(copy) == ["“One.", "Two is spoken.", "Three,”"]


def test_a_mark_that_is_never_closed_stops_at_the_end_of_its_paragraph() -> None:
    copy = "Head line here now\n\nHe said: “One and two.\n\nThree is told by the paper.\n\nThe end."
    assert spoken(copy) == ["“One and two."]


def test_a_mark_that_is_never_closed_reaches_no_farther_than_a_thousand_characters() -> None:
    (speech,) = spoken("He said: “" + "word and word " * 1000)
    assert len(speech) == 1000


def test_a_single_mark_that_is_never_closed_is_no_speech() -> None:
    assert spoken("The ‘bot nets of the town were shut.") == []


def test_paragraphs_run_together_keep_a_quotation_open() -> None:
    copy = '"One is said. "Two is said," he added. Three is told.'
    assert spoken(copy) == ['"One is said. "Two is said,"']


def test_a_quotation_block_is_speech_whole() -> None:
    prose = "Told.\n\nSaid by her."
    blocks = (Block("paragraph", 0, 5), Block("quotation", 7, 19))
    assert speech_ranges(prose, blocks) == ((7, 19),)


def test_copy_without_marks_holds_no_speech() -> None:
    assert spoken("Nobody said a word.") == []


PIECES = st.lists(
    st.sampled_from(
        ["“", "”", '"', "'", "‘", "’", "word", " ", ". ", "\n\n", "6'2\"", "s", "«", "»"]
    ),
    max_size=40,
)


@given(PIECES)
def test_ranges_are_in_order_apart_and_inside_the_prose(pieces: list[str]) -> None:
    article = read_article("".join(pieces))
    ranges = speech_ranges(article.prose, article.blocks)
    flat = [offset for pair in ranges for offset in pair]
    assert flat == sorted(flat)
    assert all(start < end <= len(article.prose) for start, end in ranges)
    assert all(left[1] < right[0] for left, right in pairwise(ranges))


@given(st.lists(st.sampled_from(["told words", "“said words”", '"said words"']), max_size=12))
def test_words_told_are_never_speech_and_words_said_always_are(pieces: list[str]) -> None:
    article = read_article("Then " + ", and ".join(pieces) + ".")
    prose = article.prose
    ranges = speech_ranges(prose, article.blocks)
    inside = "".join(prose[start:end] for start, end in ranges)
    assert inside.count("said words") == prose.count("said words")
    assert "told" not in inside
