"""What of a page or a snippet is copy: every block, inline panels; and what is left out."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from tests.wagtail.conftest import LUGOVI

pytestmark = pytest.mark.filterwarnings("default")


def _pieces(**values: Any) -> dict[str, tuple[str, str | None]]:
    """Name → text and kind of the pieces of an article, without its title."""
    from newsroom.models import NewsPage

    from lint.shells.wagtail.copy import pieces_of

    page = NewsPage(title="A title", **values)
    return {
        piece.field.name: (piece.field.text, piece.field.kind)
        for piece in pieces_of(page)
        if piece.field.name != "title"
    }


def test_the_cells_of_a_table_are_copy_each_by_itself(newsroom):
    table = {"data": [["Party", "Seats"], ["Labour", None]], "table_caption": "At a glance"}
    pieces = _pieces(body=[("table", table)])
    assert pieces == {"body/0/table": ("At a glance\n\nParty\n\nSeats\n\nLabour", "table")}


def test_a_table_whose_columns_are_blocks_is_copy(newsroom):
    from newsroom.models import NewsPage

    block = NewsPage._meta.get_field("body").stream_block.child_blocks["results"]
    value = block.to_python({
        "columns": [{"type": "text", "heading": "Party"}, {"type": "note", "heading": "Note"}],
        "rows": [{"values": ["Labour", "<p>Held</p>"]}, {"values": ["Green", ""]}],
        "caption": "At a glance",
    })  # fmt: skip
    assert _pieces(body=[("results", value)]) == {
        "body/0/results/heads": ("At a glance\n\nParty\n\nNote", "table"),
        "body/0/results/0/0": ("Labour", "table"),
        "body/0/results/0/1": ("<p>Held</p>", "table"),
        "body/0/results/1/0": ("Green", "table"),
    }


def test_the_words_that_stand_for_a_picture_are_copy(newsroom):
    from wagtail.images.blocks import ImageBlock

    from lint.shells.wagtail.streams import Way, walk

    picture = SimpleNamespace(contextual_alt_text="Mr Lugovi at home", decorative=False)
    way = Way("body/0/picture", "body", (), ("body", "id"))
    (piece,) = walk(ImageBlock(), picture, way)
    assert piece.field[:4] == ("body/0/picture/alt_text", "Mr Lugovi at home", "text", "caption")
    assert piece.path == ("body", "id", "alt_text")
    decorative = SimpleNamespace(contextual_alt_text="", decorative=True)
    assert list(walk(ImageBlock(), decorative, way)) == []
    assert list(walk(ImageBlock(), None, way)) == []


def test_raw_html_is_no_copy(newsroom):
    assert _pieces(body=[("embed", "<script>var Lugovi = 1</script>")]) == {}


def test_what_inline_panels_hold_is_copy_and_a_title_there_is_no_headline(newsroom):
    from newsroom.models import NewsPage, ReadOn

    page = newsroom.add_child(
        instance=NewsPage(
            title="A title", live=False, links=[ReadOn(title="More", teaser="<p>And more</p>")]
        )
    )
    from lint.shells.wagtail.copy import pieces_of

    _, title, teaser = pieces_of(page)
    assert title.field == ("links/0/title", "More", "text", "crosshead")
    assert title.path == ("#inline_child_links-0", "title")
    assert teaser.field[:3] == ("links/0/teaser", "<p>And more</p>", "html")


def test_the_finding_stands_at_the_field_of_the_inline_panel(save, draft):
    links = [{"title": "Read this"}, {"title": "Lugovi at home", "teaser": LUGOVI}]
    response = save("publish", links=links)
    form = response.context["form"]
    assert not form.errors
    first, second = form.formsets["links"].forms
    assert not first.errors
    assert sorted(second.errors) == ["teaser", "title"]
    assert "Lugovoi" in second.errors["title"][0]
    draft.refresh_from_db()
    assert draft.live is False


NESTED = [
    {"title": "Read this", "pulls": [{"title": "Fine"}]},
    {"title": "And this", "pulls": [{"title": "Fine too"}, {"title": "Lugovi", "text": LUGOVI}]},
]


def test_the_finding_stands_at_the_field_of_a_panel_within_a_panel(save, draft):
    response = save("publish", links=NESTED)
    form = response.context["form"]
    first, second = form.formsets["links"].forms
    assert [bool(each.errors) for each in (form, first, second)] == [False, False, False]
    fine, wrong = second.formsets["pulls"].forms
    assert not fine.errors
    assert sorted(wrong.errors) == ["text", "title"]
    assert "Lugovoi" in wrong.errors["text"][0]
    draft.refresh_from_db()
    assert draft.live is False


def test_a_panel_within_a_panel_is_named_as_the_editor_names_it(client_of, draft):
    from tests.wagtail.conftest import form_of

    url = f"/admin/copydesk/check/?edit={draft.pk}"
    answer = client_of("editor").post(url, form_of(links=NESTED)).json()
    panels = ["#inline_child_links-1", "#inline_child_links-1-pulls-1"]
    assert [each["path"] for each in answer["findings"]] == [
        [*panels, "title"], [*panels, "text"],
    ]  # fmt: skip


def test_code_cannot_publish_what_refuses_in_a_panel_within_a_panel(draft):
    from newsroom.models import PullQuote, ReadOn

    from lint.shells.wagtail.publishing import PublicationRefused

    pulls = [PullQuote(title="Fine"), PullQuote(title="Fine", text=LUGOVI)]
    draft.links.add(ReadOn(title="Read this", pulls=pulls))
    with pytest.raises(PublicationRefused, match=r"links/0/pulls/1/text: .*Lugovoi"):
        draft.save_revision().publish()


def test_a_reason_holds_for_panels_within_panels_in_the_form_and_in_the_revision(save, draft):
    save("publish", links=NESTED, also={"copydesk-reason": "He writes himself so."})
    draft.refresh_from_db()
    assert draft.live is True
    draft.get_latest_revision().publish()


def test_a_field_that_is_wrong_in_a_panel_hides_nothing_of_the_others(client_of, draft):
    from tests.wagtail.conftest import form_of

    links = [{**NESTED[1], "title": "Lugovi at home", "url": "no address"}]
    url = f"/admin/copydesk/check/?edit={draft.pk}"
    answer = client_of("editor").post(url, form_of(links=links)).json()
    assert [each["path"][-1] for each in answer["findings"]] == ["title", "title", "text"]


def test_what_a_form_leaves_out_is_told_above_it(draft, monkeypatch):
    """As where a panel is not for this editor: nothing else with the same name is blamed."""
    from newsroom.models import NewsPage, ReadOn

    draft.links.add(ReadOn(title="Lugovi at home"))
    form_class = NewsPage.get_edit_handler().get_form_class()
    monkeypatch.delitem(form_class.formsets, "links")
    from tests.wagtail.conftest import form_of

    form = form_class(form_of() | {"action-publish": "1"}, instance=draft, for_user=None)
    assert "Lugovoi" in form.errors["__all__"][0]
    assert list(form.errors) == ["__all__"]


def test_an_inline_child_that_is_deleted_in_the_form_is_not_checked(save, draft):
    from newsroom.models import ReadOn

    draft.links.add(ReadOn(title="Lugovi at home"))
    draft.save_revision()
    draft.save()
    kept = draft.links.get()
    gone = {"links-INITIAL_FORMS": "1", "links-TOTAL_FORMS": "1", "links-0-id": str(kept.pk),
            "links-0-title": kept.title, "links-0-DELETE": "on"}  # fmt: skip
    save("publish", links=[{"title": "x"}], also=gone)
    draft.refresh_from_db()
    assert draft.live is True


def test_a_reason_holds_whether_the_form_or_the_revision_is_looked_at(save, draft):
    links = [{"title": "Lugovi at home", "teaser": "<p>And more</p>"}]
    reason = {"copydesk-reason": "He writes himself so."}
    save("publish", links=links, also=reason)
    draft.refresh_from_db()
    assert draft.live is True
    draft.get_latest_revision().publish()


def test_a_table_is_refused_at_its_block_and_offers_no_button(save, client_of, draft):
    import json

    from tests.wagtail.conftest import form_of

    table = json.dumps({"data": [["Mr Lugovi"]], "table_header_choice": "neither"})
    response = save("publish", body=[("table", table)])
    (error,) = response.context["form"].errors.as_data()["body"]
    assert "Lugovoi" in error.as_json_data()["blockErrors"][0]["messages"][0]
    url = f"/admin/copydesk/check/?edit={draft.pk}"
    answer = client_of("editor").post(url, form_of(body=[("table", table)])).json()
    (finding,) = answer["findings"]
    assert (finding["place"], finding["mends"], finding["text"]) == (None, [], "Lugovi")
