"""Snippets in a real browser: with drafts, without, and those that save themselves."""

from __future__ import annotations

import pytest

from tests.wagtail.browsing import Editor, chromium

pytest.importorskip("wagtail", reason="the extra [wagtail] is not installed")
pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")
pytestmark = [
    pytest.mark.filterwarnings("default"),
    pytest.mark.skipif(chromium() is None, reason="there is no Chromium on this machine"),
]


def test_a_snippet_is_refused_mended_and_published(browser, running, pictures):
    admin = Editor(browser, running, "admin", pictures)
    page = admin.page
    admin.open("snippets/newsroom/notice/add/")
    page.fill("#id_headline", "Mr Lugovi is not at home")
    admin.settled("1 finding, 1 refuses publication.")
    admin.choose("Publish")
    page.locator(".messages .error").wait_for()
    admin.settled("1 finding, 1 refuses publication.")
    admin.picture("11-snippet")
    page.get_by_role("button", name="Write “Lugovoi”").click()
    page.locator(".copydesk-bar").wait_for(state="hidden")
    admin.choose("Publish")
    page.locator(".messages .success").wait_for()
    assert running.stored("SELECT live, headline FROM newsroom_notice") == [
        (1, "Mr Lugovoi is not at home")
    ]
    assert admin.errors == []


def test_a_snippet_without_drafts_is_not_saved_until_it_is_mended(browser, running, pictures):
    admin = Editor(browser, running, "admin", pictures)
    page = admin.page
    admin.open("snippets/newsroom/contributor/add/")
    page.fill("#id_name", "Mr Lugovi")
    admin.settled("1 finding, 1 refuses the save.")
    assert "Refuses the save." in page.locator(".copydesk-card").inner_text()
    page.get_by_role("button", name="Save", exact=True).click()
    page.locator(".messages .error").wait_for()
    admin.settled("1 finding, 1 refuses the save.")
    admin.picture("13-snippet-without-drafts")
    assert page.input_value("#id_name") == "Mr Lugovi"
    assert running.stored("SELECT name FROM newsroom_contributor") == []
    page.get_by_role("button", name="Write “Lugovoi”").click()
    page.locator(".copydesk-bar").wait_for(state="hidden")
    page.get_by_role("button", name="Save", exact=True).click()
    page.locator(".messages .success").wait_for()
    assert running.stored("SELECT name FROM newsroom_contributor") == [("Mr Lugovoi",)]
    assert admin.errors == []


def test_what_saves_itself_does_not_take_a_reason_that_is_being_written(browser, running, pictures):
    """Without drafts it would be live at once, with half a reason."""
    admin = Editor(browser, running, "admin", pictures)
    page = admin.page
    sent = []

    def look(request):
        if request.method == "POST" and "/ticker/" in request.url:
            sent.append(request.post_data or "")

    page.on("request", look)
    admin.open("snippets/newsroom/ticker/add/")
    page.fill("#id_line", "Mr Lugovi is at home")
    admin.settled("1 finding, 1 refuses the save.")
    page.locator(".copydesk-bar__anyway summary").click()
    page.fill("#copydesk-reason", "His card has it")
    with page.expect_request(lambda request: "/ticker/" in request.url):  # it saves itself
        page.fill("#id_line", "Mr Lugovi is at home now")
    assert not any("copydesk-reason" in body for body in sent)
    assert running.stored("SELECT * FROM newsroom_ticker") == []
    page.fill("#copydesk-reason", "His card has it so.")
    page.get_by_role("button", name="Save", exact=True).click()
    page.locator(".messages .success").wait_for()
    assert running.stored("SELECT line FROM newsroom_ticker") == [("Mr Lugovi is at home now",)]
    assert running.stored("SELECT reason FROM copydesk_override") == [("His card has it so.",)]
    assert admin.errors == []
