"""Places in the HTML of rich text, as the editor knows them."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lint.shells.wagtail.richtext import BlockPlaces, units

pytestmark = pytest.mark.filterwarnings("default")


def _found(html, words, nth=0):
    at = -1
    for _ in range(nth + 1):
        at = html.index(words, at + 1)
    place = BlockPlaces(html).find(at, at + len(words))
    return tuple(place) if place else None


def test_markup_before_the_words_counts_for_nothing():
    html = '<p data-block-key="a1">Say <b>Andrei Lugovi</b> now</p>'
    assert _found(html, "Lugovi") == ("a1", 11, 17, "Lugovi")


def test_each_block_counts_from_its_own_beginning():
    html = '<h2 data-block-key="h">Talks</h2><p data-block-key="p">Talks fail</p>'
    assert _found(html, "Talks", 1) == ("p", 0, 5, "Talks")


def test_signs_beyond_the_first_plane_are_two_units():
    html = '<p data-block-key="a">😀 Lugovi</p>'
    assert _found(html, "Lugovi") == ("a", 3, 9, "Lugovi")


def test_references_and_line_breaks_are_one_sign():
    html = '<p data-block-key="a">Q&amp;A<br/>&#x27;Lugovi&#x27;</p>'
    assert _found(html, "Lugovi") == ("a", 5, 11, "Lugovi")


def test_words_through_markup_are_one_place():
    html = '<p data-block-key="a">July <i>5</i>, 2007</p>'
    assert _found(html, "July <i>5</i>, 2007") == ("a", 0, 12, "July 5, 2007")


def test_nested_list_items_have_their_own_places():
    html = (
        '<ul><li data-block-key="one">First<ul><li data-block-key="two">Lugovi</li></ul></li></ul>'
    )
    assert _found(html, "Lugovi") == ("two", 0, 6, "Lugovi")


def test_words_through_two_blocks_have_no_place():
    html = '<p data-block-key="a">One</p><p data-block-key="b">two</p>'
    assert BlockPlaces(html).find(html.index("One"), html.index("two") + 3) is None


def test_html_without_keys_has_no_places():
    assert _found("<p>Lugovi</p>", "Lugovi") is None


def test_a_place_to_insert_at_is_found():
    html = '<p data-block-key="a">Yes</p>'
    at = html.index("</p>")
    place = BlockPlaces(html).find(at - 1, at - 1)
    assert place is not None
    assert (place.start, place.end, place.text) == (2, 2, "")


BLOCKS = st.lists(
    st.tuples(
        st.sampled_from(["unstyled", "header-two", "unordered-list-item"]),
        st.text(st.characters(exclude_categories=("Cs", "Cc")) | st.just("\n"), max_size=30),
        st.lists(st.tuples(st.integers(0, 30), st.integers(1, 10)), max_size=3),
    ),
    min_size=1,
    max_size=4,
)


@settings(max_examples=60, deadline=None)
@given(BLOCKS, st.data())
def test_every_word_of_the_editor_is_found_where_the_editor_has_it(blocks, data):
    """Through Wagtail's own converter: contents of the editor → stored HTML → places."""
    from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter

    contents = {"entityMap": {}, "blocks": [
        {"key": f"k{number}", "type": kind, "depth": 0, "text": text, "entityRanges": [],
         "inlineStyleRanges": [
             {"offset": start, "length": min(length, units(text) - start), "style": "BOLD"}
             for start, length in bold if start < len(text)
         ]}
        for number, (kind, text, bold) in enumerate(blocks)
    ]}  # fmt: skip
    features = ["h2", "ul", "bold"]
    html = ContentstateConverter(features).to_database_format(json.dumps(contents))
    places = BlockPlaces(html)
    for run in places._runs:
        number = int(run.block[1:])
        text = blocks[number][1].encode("utf-16-le")
        place = places.find(run.start, run.end)
        assert text[place.start * 2 : place.end * 2].decode("utf-16-le") == place.text == run.text
    reached = {f"k{number}": units(text) for number, (_, text, _) in enumerate(blocks) if text}
    assert {block: at for block, at in places._reached.items() if at} == reached
