"""Fields of a form read as one article, and where in them a place of the whole stands."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint.article import BlockKind, Metadata
from lint.readers.fields import Field, Joined, kind_of, read_fields
from lint.span import Span


def kinds(joined: Joined) -> list[tuple[str, str]]:
    """The blocks of an article: what each is, and its words."""
    return [(block.kind, joined.article.text(block)) for block in joined.article.blocks]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("headline", "headline"),
        ("title", "headline"),
        ("mainHeadline", "headline"),
        ("main_headline", "headline"),
        ("article.title", "headline"),
        ("body/3/heading", "crosshead"),
        ("body[3]", "paragraph"),
        ("body.3", "paragraph"),
        ("standfirst", "standfirst"),
        ("SUMMARY", "standfirst"),
        ("byline", "byline"),
        ("imageCaption", "caption"),
        ("seo_title", "slug"),
        ("og:description", "standfirst"),
        ("og_description", "slug"),
        ("text", None),
        ("", None),
        ("正文", None),
    ],
)
def test_the_name_of_a_field_says_what_it_holds(name: str, kind: BlockKind | None) -> None:
    assert kind_of(name) == kind


def test_the_headline_comes_first_wherever_the_form_has_it() -> None:
    joined = read_fields([Field("body", "It was shut."), Field("headline", "Bridge shut")])
    assert kinds(joined) == [("headline", "Bridge shut"), ("paragraph", "It was shut.")]


def test_a_short_line_at_the_top_of_a_body_is_no_headline() -> None:
    joined = read_fields([Field("body", "Bridge shut\n\nIt was shut on Monday.")])
    assert kinds(joined) == [
        ("crosshead", "Bridge shut"),
        ("paragraph", "It was shut on Monday."),
    ]


def test_a_field_whose_name_says_nothing_is_read_as_a_whole_article() -> None:
    joined = read_fields([Field("text", "Bridge shut\n\nIt was shut on Monday.")])
    assert kinds(joined)[0] == ("headline", "Bridge shut")


def test_but_not_beside_a_headline() -> None:
    joined = read_fields([Field("text", "Repairs\n\nIt was shut."), Field("title", "Bridge shut")])
    assert kinds(joined) == [
        ("headline", "Bridge shut"),
        ("crosshead", "Repairs"),
        ("paragraph", "It was shut."),
    ]


def test_a_kind_that_is_given_goes_before_the_name() -> None:
    joined = read_fields([Field("headline", "So he said.", kind="quotation")])
    assert kinds(joined) == [("quotation", "So he said.")]


def test_markup_says_more_than_the_name_of_a_field() -> None:
    html = "<h2>Repairs</h2><p>It was shut.</p><ul><li>One</li></ul><blockquote>No.</blockquote>"
    joined = read_fields([Field("title", "Bridge shut"), Field("body", html, "html")])
    assert [kind for kind, _ in kinds(joined)] == [
        "headline", "crosshead", "paragraph", "list", "quotation"
    ]  # fmt: skip


def test_a_first_rank_heading_in_a_body_is_the_headline_only_where_there_is_no_other() -> None:
    html = "<h1>Bridge shut</h1><p>It was shut.</p>"
    alone = read_fields([Field("body", html, "html")])
    beside = read_fields([Field("body", html, "html"), Field("title", "Bridge to open")])
    assert kinds(alone)[0] == ("headline", "Bridge shut")
    assert kinds(beside)[1] == ("crosshead", "Bridge shut")


def test_an_empty_headline_is_none() -> None:
    joined = read_fields([Field("headline", " "), Field("text", "Bridge shut\n\nIt was shut.")])
    assert kinds(joined)[0] == ("headline", "Bridge shut")


def test_what_is_said_of_an_article_goes_before_what_its_fields_say() -> None:
    html = '<time pubdate datetime="2026-11-20"></time><p>It was shut.</p>'
    said = read_fields([Field("body", html, "html")], Metadata(section="sport"))
    assert said.article.metadata.published is not None
    assert said.article.metadata.section == "sport"


def test_marks_and_remarks_stand_in_their_fields() -> None:
    stet = "<p>It is wrongg.<!-- stet: as she wrote it --></p>"
    joined = read_fields(
        [Field("a", "x", "html"), Field("b", stet, "html"), Field("c", "<script>", "html")]
    )
    (mark,) = joined.article.stets
    place = joined.find(mark.span)
    assert (place.field, joined.source(place)) == (1, "<!-- stet: as she wrote it -->")
    ((number, remark),) = joined.remarks
    assert number == 2
    assert "never closed" in remark


def test_a_byte_order_mark_is_counted_as_it_was_sent() -> None:
    joined = read_fields([Field("body", "\ufeffIt was shut.")])
    at = joined.article.source.index("shut")
    place = joined.find(Span(at, at + 4))
    assert (place.span, joined.source(place)) == (Span(8, 12), "shut")


def test_a_span_over_two_fields_is_not_inside_one() -> None:
    joined = read_fields([Field("headline", "Bridge"), Field("body", "shut")])
    assert joined.is_inside(Span(0, 6))
    assert joined.is_inside(Span(6, 12))  # the gap, and all of the second
    assert joined.is_inside(Span(8, 12))
    assert not joined.is_inside(Span(5, 9))


def test_no_field_at_all_is_an_empty_article() -> None:
    assert read_fields([]).article.prose == ""


texts = st.text("ab 😀\r\n.<>&;#\ufeff", max_size=30)


@given(
    st.lists(
        st.tuples(st.sampled_from(["headline", "body", "x"]), texts,
                  st.sampled_from(["text", "html", "markdown"])),
        min_size=1, max_size=4,
    )
)  # fmt: skip
def test_every_character_of_the_prose_is_found_in_the_field_that_it_came_from(
    given: list[tuple[str, str, str]],
) -> None:
    fields = [Field(f"{n}/{name}", text, form) for n, (name, text, form) in enumerate(given)]
    joined = read_fields(fields)
    whole = joined.article
    for block in whole.blocks:
        for at in range(block.start, block.end):
            located = whole.origin.locate(at, at + 1)
            assert joined.is_inside(located.span)
            place = joined.find(located.span)
            if located.span.length == 1 and whole.prose[at].isalnum():
                assert joined.source(place) == whole.prose[at]
                assert whole.source[located.span.start] == whole.prose[at]


@given(st.lists(texts, min_size=1, max_size=4), st.data())
def test_a_place_in_a_field_is_found_again(given: list[str], data: st.DataObject) -> None:
    joined = read_fields([Field(f"body/{n}", text) for n, text in enumerate(given)])
    start = data.draw(st.integers(0, len(joined.article.source)))
    end = data.draw(st.integers(start, len(joined.article.source)))
    place = joined.find(Span(start, end))
    text = given[place.field]
    assert 0 <= place.span.start <= place.span.end <= len(text)
    if joined.is_inside(Span(start, end)):
        assert joined.source(place) in joined.article.source[start:end]
