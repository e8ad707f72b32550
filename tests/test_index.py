"""The phrase index finds whole phrases, whatever stands around them."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint import automata
from lint.index import Phrase, PhraseIndex, key_of


def found(prose: str, *phrases: str, exact: bool = False) -> list[str]:
    book = PhraseIndex.of((0, Phrase(phrase, exact, phrase)) for phrase in phrases)
    return [prose[hit.start : hit.end] for hit in book.look_up(prose).get(0, ())]


@pytest.mark.parametrize(
    ("prose", "expected"),
    [
        ("He met Lugovi.", ["Lugovi"]),
        ("Lugovi’s lawyer", ["Lugovi"]),
        ("Lugovi's lawyer", ["Lugovi"]),
        ("“Lugovi”", ["Lugovi"]),
        ("LUGOVI IN COURT", ["LUGOVI"]),
        ("Lugovi–led", ["Lugovi"]),
        ("lugovi", []),
        ("Lugovich", []),
        ("Lugovié", []),
        ("Lugovi\u0301", []),
        ("O’Lugovi", []),
        ("Lugovi_1", []),
        ("Lugovi Lugovi", ["Lugovi", "Lugovi"]),
    ],
)
def test_a_name_is_found_as_a_whole_word_with_its_capitals(prose: str, expected: list[str]) -> None:
    assert found(prose, "Lugovi", exact=True) == expected


def test_a_phrase_is_found_in_any_case_and_across_a_line_end_or_a_hard_space() -> None:
    for prose in ("in A Several places", "in a\nseveral", "in a\u00a0several"):
        assert len(found(prose, "a several")) == 1


def test_a_phrase_needs_its_own_hyphens_and_spaces() -> None:
    assert found("co operate, co-operate, co\u2011operate", "co-operate") == [
        "co-operate",
        "co\u2011operate",
    ]


def test_curly_and_straight_apostrophes_are_the_same() -> None:
    assert found("don’t and don't", "don't") == ["don’t", "don't"]


def test_a_word_is_not_found_at_the_head_of_a_contraction() -> None:
    assert found("He won’t say who won the won.", "won") == ["won", "won"]


def test_an_accent_may_be_composed_or_apart() -> None:
    assert found("Perón and Pero\u0301n", "Perón", exact=True) == ["Perón", "Pero\u0301n"]


def test_overlapping_phrases_are_all_told() -> None:
    assert found("a b c", "a b", "b c", "a b c") == ["a b", "a b c", "b c"]


def test_offsets_count_code_points_after_emoji() -> None:
    assert found("😀 café Lugovi", "Lugovi") == ["Lugovi"]


@given(st.text(max_size=200))
def test_the_key_is_as_long_as_the_text(text: str) -> None:
    assert len(key_of(text)) == len(text)


_WORDS = st.sampled_from(["pubic", "Lugovi", "a", "several", "café", "co-op", "won't", "😀", "x"])


@given(
    st.lists(_WORDS, max_size=12),
    st.lists(_WORDS, min_size=1, max_size=3).map(" ".join),
    st.sampled_from([" ", ", ", "’", "-", "\n"]),
)
def test_automaton_and_trie_find_what_one_expression_at_a_time_finds(
    words: list[str], phrase: str, gap: str
) -> None:
    prose = gap.join(words)
    native = found(prose, phrase)  # so short a text is looked through along the trie
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(automata, "_EARNED", 0)
        assert found(prose, phrase) == native
    pattern = re.compile(
        rf"(?<![\w])(?<!\w['’]){re.escape(phrase)}(?![\w])(?!['’](?:t|ll|re|ve|d|m)\b)", re.I
    )
    spaced = prose.replace("\n", " ").replace("’", "'")
    # Overlapping matches count, so every start is tried.
    starts = [m.start() for i in range(len(spaced)) if (m := pattern.match(spaced, i))]
    assert len(native) == len(starts)


def test_one_look_up_is_one_pass_however_many_phrases(monkeypatch: pytest.MonkeyPatch) -> None:
    book = PhraseIndex.of((0, Phrase(f"word{number}", False, number)) for number in range(5000))
    scans: list[bytes] = []
    finder = book._finder
    assert finder is not None

    class Counting:
        def find(self, haystack: bytes) -> object:
            scans.append(haystack)
            return finder.find(haystack)

    monkeypatch.setattr(book, "_finder", Counting())
    assert len(book.look_up("word17 and word4999")[0]) == 2
    assert len(scans) == 1
