"""Markdown: blocks, places, and the HTML in between."""

from __future__ import annotations

from datetime import date

import pytest

from lint.article import Article
from lint.readers import read_article
from lint.readers.markdown import CodePoints


def read(source: str) -> Article:
    return read_article(source, "a.md")


def blocks(source: str) -> list[tuple[str, str]]:
    article = read(source)
    return [(block.kind, article.text(block)) for block in article.blocks]


def source_of(article: Article, words: str) -> tuple[str, bool]:
    at = article.prose.index(words)
    located = article.origin.locate(at, at + len(words))
    return article.source[located.span.start : located.span.end], located.whole


def test_each_construct_makes_blocks_of_its_kind() -> None:
    assert blocks(
        "# Head\n\nText.\n\n## Cross\n\n> Said one.\n>\n> Said two.\n\n- Item\n- More\n\n"
        "| A | B |\n|---|---|\n| 1 | 2 |\n\n![The lake](l.png)\n"
    ) == [
        ("headline", "Head"),
        ("paragraph", "Text."),
        ("crosshead", "Cross"),
        ("quotation", "Said one."),
        ("quotation", "Said two."),
        ("list", "Item"),
        ("list", "More"),
        *(("table", cell) for cell in "AB12"),
        ("caption", "The lake"),
    ]


def test_front_matter_gives_headline_standfirst_and_metadata() -> None:
    article = read(
        "---\ntitle: Talks go on\nstandfirst: Peace by the weekend\ndate: 17 July 2007\n"
        "section: World\nslug: talks\nlanguage: en-GB\ndraft: true\n---\n\nText.\n"
    )
    assert [(b.kind, article.text(b)) for b in article.blocks] == [
        ("headline", "Talks go on"),
        ("standfirst", "Peace by the weekend"),
        ("paragraph", "Text."),
    ]
    assert article.metadata.published == date(2007, 7, 17)
    assert (article.metadata.section, article.metadata.slug) == ("World", "talks")
    assert article.metadata.language == "en-GB"


def test_title_and_heading_are_both_headlines() -> None:
    found = blocks("---\ntitle: Talks go on\n---\n\n# Talks go on\n\nText.\n")
    assert [kind for kind, _ in found] == ["headline", "headline", "paragraph"]


def test_a_first_rank_heading_below_the_text_is_a_crosshead() -> None:
    assert blocks("# Head\n\nText.\n\n# Next\n\nText.\n")[2] == ("crosshead", "Next")


def test_a_second_rank_heading_at_the_top_is_the_headline_where_there_is_no_other() -> None:
    assert blocks("## Head\n\nText.\n\n## Cross\n\nText.\n")[0] == ("headline", "Head")


def test_emphasis_is_taken_away_and_known_to_the_map() -> None:
    article = read("The *adv*isor of **Mr Lugovi**.")
    assert article.prose == "The advisor of Mr Lugovi."
    assert source_of(article, "advisor") == ("adv*isor", False)
    assert source_of(article, "Lugovi") == ("Lugovi", True)


def test_entities_and_escapes_are_taken_whole() -> None:
    article = read("Marks &amp; Spencer: polonium\\-210 \\\\ 5&nbsp;%")
    assert article.prose == "Marks & Spencer: polonium-210 \\ 5\u00a0%"
    assert source_of(article, "Marks & Spencer") == ("Marks &amp; Spencer", True)
    assert source_of(article, "polonium-210") == ("polonium\\-210", True)


def test_characters_of_every_width_are_counted_as_one() -> None:
    article = read("é 😀 e\u0301 “Lugovi’s”\n\n> 😀 Lugovi\n")
    for word in ("Lugovi’s", "Lugovi"):
        assert source_of(article, word) == (word, True)


@pytest.mark.parametrize("size", [1, 1022, 1023, 1024, 1025, 5000])
def test_bytes_become_code_points_wherever_a_character_stands(size: int) -> None:
    text = "x" * size + "😀é" * 700
    places = CodePoints(text)
    for number in (0, size, size + 1, size + 2, size + 701, len(text)):
        assert places.at(len(text[:number].encode())) == number


def test_a_line_end_inside_a_paragraph_is_a_space() -> None:
    article = read("in a several\r\nplaces of\nnote")
    assert article.prose == "in a several places of note"
    assert source_of(article, "several places") == ("several\r\nplaces", True)


def test_a_line_end_inside_a_quotation_is_not_written_over() -> None:
    article = read("> in a several\n> places\n")
    assert article.prose == "in a several places"
    assert source_of(article, "several places") == ("several\n> places", False)


@pytest.mark.parametrize("mark", ["  \n", "\\\n", "<br>"])
def test_a_hard_line_break_is_a_line_end_that_is_not_written_over(mark: str) -> None:
    article = read(f"one{mark}two")
    assert article.prose == "one\ntwo"
    assert not source_of(article, "one\ntwo")[1]


@pytest.mark.parametrize(
    "markup",
    [
        "    indented code\n\n",
        "```\nfenced code\n```\n\n",
        "<!-- a note -->\n\n",
        "***\n\n",
        "[link]: http://example.org\n\n",
    ],
)
def test_what_is_no_copy_is_no_prose(markup: str) -> None:
    assert blocks(f"{markup}Text.\n") == [("paragraph", "Text.")]


def test_code_and_addresses_inside_a_sentence_leave_a_mark_that_is_no_word() -> None:
    found = blocks("that `x` that, or <http://example.org> or <a@example.org>.")
    assert found == [("paragraph", "that \ufffc that, or \ufffc or \ufffc.")]


def test_the_words_of_a_link_are_prose_and_its_address_is_not() -> None:
    assert blocks('the [old house](http://example.org/hous "Hous")')[0][1] == "the old house"


def test_a_footnote_mark_is_no_prose_and_its_note_is() -> None:
    assert blocks("Sure.[^1] Yes.\n\n[^1]: The note.\n") == [
        ("paragraph", "Sure. Yes."),
        ("paragraph", "The note."),
    ]


def test_the_text_between_html_tags_is_prose() -> None:
    article = read("<div>\nSaid &eacute; *not* Markdown\n<p>second</p></div>\n\nThird <b>x</b>.\n")
    texts = [article.text(block) for block in article.blocks]
    assert texts == ["Said é *not* Markdown", "second", "Third x."]
    assert source_of(article, "Said é") == ("Said &eacute;", True)


def test_html_in_a_quotation_is_quoted_without_the_marks_of_the_quotation() -> None:
    assert blocks("> <div>one\n> two</div>\n") == [("quotation", "one"), ("quotation", "two")]


def test_the_words_of_an_image_follow_its_paragraph() -> None:
    found = blocks("See ![the *old* &amp; new lake](l.png) here.")
    assert found == [("paragraph", "See \ufffc here."), ("caption", "the old & new lake")]


def test_a_quotation_inside_a_list_is_a_quotation() -> None:
    assert blocks("- He said:\n\n  > Never.\n") == [("list", "He said:"), ("quotation", "Never.")]


def test_a_short_bold_paragraph_is_a_crosshead() -> None:
    assert blocks("Text.\n\n**Very sure**\n\nMore.\n")[1] == ("crosshead", "Very sure")
