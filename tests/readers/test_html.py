"""HTML: what a reader of the page reads, and where it stands."""

from __future__ import annotations

from datetime import date

import pytest

from lint.article import Article
from lint.readers import read_article


def read(source: str) -> Article:
    return read_article(source, "a.html")


def blocks(source: str) -> list[tuple[str, str]]:
    article = read(source)
    return [(block.kind, article.text(block)) for block in article.blocks]


def source_of(article: Article, words: str) -> tuple[str, bool]:
    at = article.prose.index(words)
    located = article.origin.locate(at, at + len(words))
    return article.source[located.span.start : located.span.end], located.whole


def test_elements_make_blocks_of_their_kinds() -> None:
    assert blocks(
        "<h1>Head</h1><p>Text one.</p><h2>Cross</h2><blockquote><p>Said.</p></blockquote>"
        "<ul><li>Item</li></ul><table><tr><th>A</th><td>1</td></tr></table>"
        "<figure><img alt='A view'><figcaption>The lake</figcaption></figure>"
    ) == [
        ("headline", "Head"),
        ("paragraph", "Text one."),
        ("crosshead", "Cross"),
        ("quotation", "Said."),
        ("list", "Item"),
        ("table", "A"),
        ("table", "1"),
        ("caption", "A view"),
        ("caption", "The lake"),
    ]


@pytest.mark.parametrize(
    ("markup", "kind"),
    [
        ("<p class='standfirst'>Words</p>", "standfirst"),
        ("<div class='story article__standfirst'><p>Words</p></div>", "standfirst"),
        ("<span class=byline>Words</span>", "byline"),
        ("<p itemprop='author'>Words</p>", "byline"),
        ("<p class='story-dateline'>Words</p>", "dateline"),
        ("<p class='byline-picture'>Words</p>", "paragraph"),
    ],
)
def test_classes_and_itemprops_name_blocks(markup: str, kind: str) -> None:
    assert blocks(f"<h1>Head</h1>{markup}<p>Text.</p>")[1] == (kind, "Words")


def test_a_role_ends_with_its_own_element_and_not_with_one_inside_it() -> None:
    markup = "<h1>Head</h1><span class=byline>By <span>Jane</span> Smith</span><p>Text.</p>"
    assert blocks(markup)[1] == ("byline", "By Jane Smith")


def test_a_paragraph_near_the_top_that_names_its_writer_is_a_byline() -> None:
    assert blocks("<h1>Head</h1><p>By Jane Smith</p><p>Text.</p>")[1][0] == "byline"


def test_the_page_title_is_the_slug_where_there_is_a_headline() -> None:
    assert blocks("<title>Head | Site</title><h1>Head</h1>")[0] == ("slug", "Head | Site")


def test_the_page_title_is_the_headline_where_there_is_no_other() -> None:
    assert blocks("<title>Head</title><p>Text.</p>")[0] == ("headline", "Head")


def test_a_first_rank_heading_in_the_middle_of_an_article_is_a_crosshead() -> None:
    found = blocks("<h1>Head</h1><p>Text.</p><h1>Cross</h1><p>Text.</p><h1>HEAD</h1>")
    assert [kind for kind, _ in found] == [
        *("headline", "paragraph", "crosshead", "paragraph", "headline")
    ]


def test_a_short_bold_paragraph_is_a_crosshead() -> None:
    found = blocks("<p>Text.</p><p><b>Very sure</b></p><p>More text.</p>")
    assert found[1] == ("crosshead", "Very sure")


def test_a_bold_sentence_is_a_paragraph() -> None:
    assert blocks("<p>Text.</p><p><b>He was sure.</b></p><p>More.</p>")[1][0] == "paragraph"


@pytest.mark.parametrize(
    "markup",
    [
        "<script>var x = '<p>no</p>'</script>",
        "<style>p { color: red }</style>",
        "<template><p>no</p></template>",
        "<pre>no</pre>",
        "<nav><ul><li>no</li></ul></nav>",
        "<p hidden>no</p>",
        "<!-- no -->",
        "<!doctype html>",
        "<?xml version='1.0'?>",
    ],
)
def test_what_is_no_copy_is_no_prose(markup: str) -> None:
    assert blocks(f"{markup}<p>Text.</p>") == [("paragraph", "Text.")]


def test_code_inside_a_sentence_leaves_a_mark_that_is_no_word() -> None:
    article = read("<p>that <code>x = 1</code> that</p>")
    assert article.prose == "that \ufffc that"
    assert source_of(article, "that \ufffc that") == ("that <code>x = 1</code> that", False)


def test_a_footnote_mark_is_no_prose_but_other_raised_letters_are() -> None:
    found = blocks("<p>the 20<sup>th</sup> day<sup class=reference><a href='#n1'>1</a></sup>.</p>")
    assert found == [("paragraph", "the 20th day.")]


def test_entities_are_taken_whole() -> None:
    article = read("<p>Marks &amp; Spencer lost 5&nbsp;per cent</p>")
    assert source_of(article, "Marks & Spencer") == ("Marks &amp; Spencer", True)
    assert source_of(article, "5\u00a0per") == ("5&nbsp;per", True)


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ("AT&T and R&D", "AT&T and R&D"),
        ("&copy2007", "©2007"),
        ("&bogus; words", "&bogus; words"),
        ("&#8217;s", "’s"),
        ("&#x2019;s", "’s"),
        ("a &amp b", "a & b"),
        ("5 < 6 & 7 > 6", "5 < 6 & 7 > 6"),
        ("&amp;amp;", "&amp;"),
    ],
)
def test_references_are_read_as_a_browser_reads_them(written: str, read_as: str) -> None:
    assert blocks(f"<p>{written}</p>") == [("paragraph", read_as)]


def test_markup_inside_a_word_is_known_to_the_map() -> None:
    assert source_of(read("<p>The <b>adv</b>isor said</p>"), "advisor") == ("adv</b>isor", False)


def test_a_soft_hyphen_is_not_read_and_not_lost() -> None:
    article = read("<p>co&shy;operate co\u00adoperate</p>")
    assert article.prose == "cooperate cooperate"
    assert source_of(article, "cooperate") == ("co&shy;operate", False)


def test_white_space_is_folded_as_a_browser_folds_it() -> None:
    article = read("<p>\n  one\n  two <b> three</b>\r\n</p>")
    assert article.prose == "one two three"
    assert source_of(article, "one two") == ("one\n  two", True)


def test_a_line_break_is_a_line_end_that_is_not_written_over() -> None:
    article = read("<p>one<br>two</p>")
    assert article.prose == "one\ntwo"
    assert source_of(article, "one\ntwo") == ("one<br>two", False)


def test_two_line_breaks_part_paragraphs() -> None:
    assert [text for _, text in blocks("one<br> <br/>two")] == ["one", "two"]


def test_the_words_of_an_image_follow_its_paragraph() -> None:
    found = blocks("<p>See <img src=x alt='The &quot;lake&quot;'> here.</p>")
    assert found == [("paragraph", "See \ufffc here."), ("caption", 'The "lake"')]


def test_unclosed_elements_end_where_the_next_begins() -> None:
    assert blocks("<h1>Head<p>One<p>Two<ul><li>A<li>B</ul>Three") == [
        ("headline", "Head"),
        ("paragraph", "One"),
        ("paragraph", "Two"),
        ("list", "A"),
        ("list", "B"),
        ("paragraph", "Three"),
    ]


def test_ten_thousand_elements_inside_each_other_are_read() -> None:
    assert blocks("<div>" * 10_000 + "deep" + "</div>" * 10_000) == [("paragraph", "deep")]


def test_a_quotation_mark_that_never_closes_swallows_only_its_tag() -> None:
    found = blocks('<p>one</p><a href="x>link</a><p>two</p><p>three</p>')
    assert [text for _, text in found] == ["one", "link", "two", "three"]


@pytest.mark.parametrize(
    ("markup", "said"),
    [
        ("<p>one</p>\n<!-- half", "line 2: this comment never ends, so the rest is not read"),
        ("<p>one</p>\n<pre>two", "line 2: <pre> is never closed, so the rest is not read"),
    ],
)
def test_what_hides_the_rest_of_the_copy_is_remarked_on(markup: str, said: str) -> None:
    assert read(markup).remarks == (said,)


def test_meta_elements_give_day_section_and_language() -> None:
    article = read(
        '<html lang="en-GB"><meta property="article:published_time" content="2007-07-17T09:00Z">'
        '<meta property="article:section" content="UK &amp; World"><p>Text.</p>'
    )
    assert article.metadata.published == date(2007, 7, 17)
    assert article.metadata.section == "UK & World"
    assert article.metadata.language == "en-GB"


def test_a_time_that_is_not_the_day_of_publication_is_not_taken_for_it() -> None:
    assert read("<p>On <time datetime='1999-01-01'>New Year</time></p>").metadata.published is None
