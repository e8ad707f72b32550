"""The names that an article mentions."""

from __future__ import annotations

import pytest

from lint import read_article
from lint.mentioned import Name, names_in
from lint.reading import Reading


def names(text: str) -> tuple[Name, ...]:
    return names_in(Reading(read_article(text, "story.txt", format="plain")))


def texts(text: str) -> list[str]:
    return [name.text for name in names(text)]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("We met Anna Kolenko there.", ["Anna Kolenko"]),
        ("We met Anna Kolenko’s brother there.", ["Anna Kolenko"]),
        ("We met George W. Kolenko there.", ["George W. Kolenko"]),
        ("We met J.K. Kolenko there.", ["J.K. Kolenko"]),
        ("We met Piet van der Kolk there.", ["Piet van der Kolk"]),
        ("We met Omar bin Kolen there.", ["Omar bin Kolen"]),
        ("We met Bashir al-Kolen there.", ["Bashir al-Kolen"]),
        ("We met Maeve O’Kolen there.", ["Maeve O’Kolen"]),
        ("We met Yael Kolen-Pivot there.", ["Yael Kolen-Pivot"]),
        ("The town of Kolen, Anna and Piet.", ["Kolen", "Anna", "Piet"]),
        ("On Tuesday Kolen won.", ["Kolen"]),
        ("But Kolen’s Labour friends left.", ["Kolen", "Labour"]),
        ("In Plan B. The Kolens agreed.", ["Plan B.", "Kolens"]),
        ("I’m sure that it is Kolen.", ["Kolen"]),
    ],
)
def test_a_run_of_capitalised_words_is_a_name(sentence: str, found: list[str]) -> None:
    assert texts(sentence) == found


def test_an_offset_is_that_of_the_words_alone() -> None:
    text = "Later, Anna Kolenko’s car was found."
    (name,) = names(text)
    assert text[name.start : name.end] == "Anna Kolenko"


@pytest.mark.parametrize(
    ("sentence", "title", "words"),
    [
        ("Then Mr Kolenko spoke.", "mr", ("Kolenko",)),
        ("Then Mr. Kolenko spoke.", "mr", ("Kolenko",)),
        ("Then Foreign Secretary Anna Kolenko spoke.", "foreign secretary", ("Anna", "Kolenko")),
        ("Then Deputy Prime Minister Kolenko spoke.", "deputy prime minister", ("Kolenko",)),
        ("Then Mr King spoke.", "mr", ("King",)),
        ("Then the Prime Minister spoke.", "", ("Prime", "Minister")),
        ("Then Billie Jean King spoke.", "", ("Billie", "Jean", "King")),
    ],
)
def test_a_title_stands_apart(sentence: str, title: str, words: tuple[str, ...]) -> None:
    (name,) = names(sentence)
    assert (name.title, name.words) == (title, words)


def test_what_stands_before_a_title_is_another_name() -> None:
    assert texts("Then European Commission President Kolenko spoke.") == [
        "European Commission",
        "Kolenko",
    ]


def test_an_acronym_is_a_name_of_its_own() -> None:
    found = names("Then UN envoy and US President Kolenko spoke to the BBC.")
    assert [name.text for name in found] == ["UN", "US", "Kolenko", "BBC"]
    assert [name.is_acronym for name in found] == [True, True, False, True]


def test_the_first_word_of_a_sentence_is_marked_unless_something_took_its_capital() -> None:
    text = "Kolenko won. “Anna lost,” Piet said. The Kolenkos left. Mr Kolen stayed."
    assert [name.opens for name in names(text)] == [True, True, False, False, False]


def test_a_line_in_title_case_is_loud() -> None:
    text = "Minister Kolenko Leaves Office After Vote\n\nThe vote was lost by Anna Kolenko."
    assert {name.text: name.loud for name in names(text)}["Anna Kolenko"] is False
    assert names(text)[0].loud


def test_words_of_a_line_in_capitals_are_no_acronyms() -> None:
    assert texts("ANNA KOLENKO LEAVES\n\nShe left.")[0] == "ANNA KOLENKO LEAVES"


def test_a_name_does_not_run_over_the_end_of_a_paragraph() -> None:
    assert texts("We met Anna\n\nKolenko was there.") == ["Anna", "Kolenko"]
