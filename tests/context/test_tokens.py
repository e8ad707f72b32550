"""Prose becomes sentences of words and marks; what is damaged is left out."""

from __future__ import annotations

from lint.article import Block
from lint.context.tokens import CAPITAL, CAPITALS, HEADLINE, QUOTED, Token, blocks_read, sentences


def _sentences(text: str, kind: str = "paragraph") -> list[list[Token]]:
    return list(sentences(text, Block(kind, 0, len(text))))  # type: ignore[arg-type]


def _words(text: str) -> list[list[str]]:
    return [[token.text for token in sentence] for sentence in _sentences(text)]


def test_sentences_end_at_full_stops_but_not_at_abbreviations() -> None:
    assert len(_words("Mr. Green of St. Ives spoke. Nobody heard him. Why?")) == 3


def test_the_possessive_is_a_word_of_its_own_with_either_apostrophe() -> None:
    assert (
        _words("The city’s mayor") == _words("The city's mayor") == [["the", "city", "'s", "mayor"]]
    )


def test_numbers_and_compounds_are_one_word() -> None:
    assert _words("It rose 3.5% to 1,200 in one-day trade") == [
        ["it", "rose", "3.5%", "to", "1,200", "in", "one-day", "trade"]
    ]


def test_letters_in_capitals_are_not_the_small_word() -> None:
    (sentence,) = _sentences("Ask us about US trade")
    assert [token.text for token in sentence] == ["ask", "us", "about", "US", "trade"]
    assert sentence[3].flags & CAPITALS
    assert sentence[0].flags & CAPITAL


def test_quotation_marks_are_passed_over_and_remembered() -> None:
    (sentence,) = _sentences("He called it “a raft of ideas”, she said")
    assert [token.text for token in sentence if token.flags & QUOTED] == ["a", ","]


def test_offsets_give_the_words_back() -> None:
    text = "Then – quite suddenly – it’s over."
    (sentence,) = _sentences(text)
    assert [text[token.start : token.end] for token in sentence] == [
        "Then", "–", "quite", "suddenly", "–", "it", "’s", "over", "."
    ]  # fmt: skip


def test_headlines_say_so() -> None:
    (sentence,) = _sentences("Minister quits", "headline")
    assert all(token.flags & HEADLINE for token in sentence)


def test_damaged_text_is_no_sentence() -> None:
    for text in ("The La NiÃ±a pattern returned", "Live reports2 hours agoWhat we know"):
        assert _sentences(text) == []


def test_a_sentence_without_end_is_passed_over() -> None:
    assert _sentences("word " * 10_000) == []


def test_lists_and_tables_are_not_read() -> None:
    kinds = ("headline", "paragraph", "list", "table", "caption", "byline", "quotation")
    blocks = [Block(kind, 0, 1) for kind in kinds]
    assert [block.kind for block in blocks_read(blocks)] == ["headline", "paragraph", "quotation"]


def test_soft_hyphens_do_not_part_words() -> None:
    assert _words("The minis\u00adter spoke in Ger\u00adma\u00adny") == [
        ["the", "minister", "spoke", "in", "germany"]
    ]


def test_names_with_a_capital_inside_are_no_damage() -> None:
    assert len(_sentences("She posted it on YouTube and WhatsApp, McDonald said.")) == 1
