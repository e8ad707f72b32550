"""An editor at work in Wagtail, in a real browser, from the first word to publication."""

from __future__ import annotations

import pytest

from tests.wagtail.browsing import Editor, chromium

pytest.importorskip("wagtail", reason="the extra [wagtail] is not installed")
pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")
pytestmark = [
    pytest.mark.filterwarnings("default"),
    pytest.mark.skipif(chromium() is None, reason="there is no Chromium on this machine"),
]


def _write_article(editor: Editor) -> None:
    """An article with county for country, a wrong Lugovoi, a repeated headline, mixed dates."""
    page = editor.page
    page.fill("#id_title", "Harbour bridge to close for the winter")
    page.get_by_role("tab", name="Promote").click()
    # The other page has the slug that is made of the title; that comes a moment after the title.
    page.wait_for_function("document.querySelector('#id_slug').value.startsWith('harbour')")
    page.fill("#id_slug", "moscow-refuses")
    page.get_by_role("tab", name="Content").click()
    page.fill("#id_standfirst", "The county’s foreign ministry refused to hand him over.")
    editor.type_paragraph("Britain had asked for ", "Andrei Lugovi", " to be sent to London. ")
    page.keyboard.type("Moscow refused on July 5, 2007.")
    page.keyboard.press("Enter")
    page.keyboard.type("It said so again on 17 July 2007.")


def _take_mends(editor: Editor) -> None:
    """A click on an underlined word shows its card; all mends are taken, and a new headline."""
    page = editor.page
    word = page.evaluate(
        "() => { const [range] = CSS.highlights.get('copydesk-error');"
        " const box = range.getBoundingClientRect();"
        " return [box.x + box.width / 2, box.y + box.height / 2] }"
    )
    page.mouse.click(*word)
    card = page.locator(".copydesk-popover .copydesk-card")
    card.wait_for()
    assert "Lugovoi" in card.inner_text()
    editor.picture("4-card")
    card.get_by_role("button", name="Write “Lugovoi”").click()
    page.get_by_role("button", name="Write “country’s”").click()
    page.get_by_role("button", name="Write “5 July 2007”").click()
    editor.settled("1 finding.")
    page.fill("#id_title", "Moscow keeps its witness at home")
    page.locator(".copydesk-bar").wait_for(state="hidden")
    editor.picture("5-mended")


def test_from_the_first_word_to_publication(browser, running, pictures):
    editor = Editor(browser, running, "editor", pictures)
    page = editor.page
    editor.open(running.new_page())

    _write_article(editor)
    editor.settled("4 findings, 1 refuses publication.")
    editor.picture("1-while-writing")

    # A draft is saved, with four warnings at their fields.
    number = editor.saved_draft()
    editor.settled("4 findings, 1 refuses publication.")
    assert editor.cards("title") == [("warning", "headlines/twins")]
    assert editor.cards("standfirst") == [("warning", "confusions/country")]
    assert editor.cards("body") == [("error", "names/people"), ("warning", "dates/house")]
    assert running.stored("SELECT live FROM wagtailcore_page WHERE id = ?", number) == [(0,)]
    assert "4 findings" in page.locator(".messages").inner_text()
    editor.picture("2-draft-saved")

    # Publication is refused; the finding stands at its block, its mend is a button.
    editor.choose("Publish")
    page.locator(".messages .error").wait_for()
    editor.settled("1 refuses publication.")
    assert "could not be" in page.locator(".messages").inner_text()
    assert editor.cards("body")[0] == ("error", "names/people")
    assert running.stored("SELECT live FROM wagtailcore_page WHERE id = ?", number) == [(0,)]
    assert page.locator(".copydesk-bar__anyway").is_hidden()
    editor.picture("3-publication-refused")

    _take_mends(editor)

    # It is published: live, the words mended, the markup as it was.
    editor.choose("Publish")
    page.locator(".messages .success").wait_for()
    ((live, title),) = running.stored(
        "SELECT live, title FROM wagtailcore_page WHERE id = ?", number
    )
    ((standfirst, body),) = running.stored(
        "SELECT standfirst, body FROM newsroom_newspage WHERE page_ptr_id = ?", number
    )
    assert (live, title) == (1, "Moscow keeps its witness at home")
    assert standfirst == "The country’s foreign ministry refused to hand him over."
    assert "Britain had asked for <b>Andrei Lugovoi</b> to be sent to London." in body
    assert "Moscow refused on 5 July 2007." in body
    assert "It said so again on 17 July 2007." in body
    assert editor.errors == []


def test_a_second_editor_publishes_against_the_stylebook_with_a_reason(browser, running, pictures):
    chief = Editor(browser, running, "chief", pictures)
    page = chief.page
    ((number,),) = running.stored(
        "SELECT id FROM wagtailcore_page WHERE live = 0 AND title LIKE 'Library%'"
    )
    chief.open(f"pages/{number}/edit/")
    chief.settled("refuses publication")
    chief.choose("Publish")
    page.locator(".messages .error").wait_for()
    chief.settled("refuses publication")
    page.locator(".copydesk-bar__anyway summary").click()
    page.fill("#copydesk-reason", "The court's own papers write him so.")
    chief.picture("6-reason")
    chief.choose("Publish")
    page.locator(".messages .success").wait_for()
    assert running.stored("SELECT live FROM wagtailcore_page WHERE id = ?", number) == [(1,)]
    ((username, reason),) = running.stored("SELECT username, reason FROM copydesk_override")
    assert (username, reason) == ("chief", "The court's own papers write him so.")
    chief.open(f"pages/{number}/history/")
    assert "The court's own papers write him so." in page.locator("main").inner_text()
    chief.picture("7-history")
    assert chief.errors == []


def test_an_undo_takes_a_mend_back(browser, running, pictures):
    editor = Editor(browser, running, "editor", pictures)
    page = editor.page
    editor.open(running.new_page())
    page.fill("#id_title", "Ferries run late again")
    page.fill("#id_standfirst", "Mr Lugovi said so.")
    editor.type_paragraph("Nobody asked ", "Lugovi", " twice.")
    editor.settled("2 findings, 2 refuse publication.")
    page.get_by_role("button", name="Take all 2 safe mends").click()
    page.locator(".copydesk-bar").wait_for(state="hidden")
    assert page.input_value("#id_standfirst") == "Mr Lugovoi said so."
    page.focus("#id_standfirst")
    page.keyboard.press("Control+z")
    assert page.input_value("#id_standfirst") == "Mr Lugovi said so."
    page.locator('[data-contentpath="body"] .public-DraftEditor-content').last.click()
    page.keyboard.press("Control+z")
    editor.settled("2 findings")
    assert editor.errors == []


def test_a_finding_is_let_stand_with_a_reason_and_told_again(browser, running, pictures):
    editor = Editor(browser, running, "editor", pictures)
    page = editor.page
    editor.open(running.new_page())
    page.fill("#id_title", "Ferries run late in the fog")
    page.fill("#id_standfirst", "Mr Lugovi said so.")
    number = editor.saved_draft()
    editor.settled("1 finding, 1 refuses publication.")

    card = page.locator('[data-contentpath="standfirst"] .copydesk-card')
    card.locator("summary").click()
    card.locator("input").fill("His own book has it so.")
    editor.picture("8-let-stand")
    card.locator("input").press("Enter")
    page.locator(".copydesk-bar__stood", has_text="Let stand: 1").wait_for()
    assert page.url.endswith(f"/pages/{number}/edit/")  # Enter has not sent the form
    assert editor.cards("standfirst") == []
    page.locator(".copydesk-bar__stood summary").click()
    editor.picture("9-stands")

    page.get_by_role("button", name="Tell again").click()
    editor.settled("1 finding, 1 refuses publication.")
    card.locator("summary").click()
    card.locator("input").fill("His own book has it so.")
    card.get_by_role("button", name="Let stand").click()
    page.locator(".copydesk-bar__stood", has_text="Let stand: 1").wait_for()

    editor.choose("Publish")
    page.locator(".messages .success").wait_for()
    live, kept = (
        "SELECT live FROM wagtailcore_page WHERE id = ?",
        "SELECT * FROM copydesk_dismissal",
    )
    assert running.stored(live, number) == [(1,)]
    assert "His own book has it so." in str(running.stored(kept))
    assert editor.errors == []


def test_words_in_an_inline_panel_have_their_card_and_their_mend(browser, running, pictures):
    editor = Editor(browser, running, "editor", pictures)
    page = editor.page
    editor.open(running.new_page())
    page.fill("#id_title", "Mayor opens the museum of salt")
    page.locator("#id_links-ADD").click()
    page.fill("#id_links-0-title", "What Mr Lugovi said")
    editor.settled("1 finding, 1 refuses publication.")
    child = page.locator("#inline_child_links-0")
    assert child.locator(".copydesk-card").get_attribute("data-rule") == "names/people"
    editor.picture("10-inline-panel")
    editor.choose("Publish")
    page.locator(".messages .error").wait_for()
    editor.settled("1 finding, 1 refuses publication.")
    page.get_by_role("button", name="Write “Lugovoi”").click()
    page.locator(".copydesk-bar").wait_for(state="hidden")
    editor.choose("Publish")
    page.locator(".messages .success").wait_for()
    assert running.stored("SELECT title FROM newsroom_readon") == [("What Mr Lugovoi said",)]
    assert editor.errors == []


def test_words_in_a_panel_within_a_panel_have_their_card_at_their_own_field(
    browser, running, pictures
):
    editor = Editor(browser, running, "editor", pictures)
    page = editor.page
    editor.open(running.new_page())
    page.fill("#id_title", "Night trains come back to the coast")
    page.locator("#id_links-ADD").click()
    page.locator("#id_links-0-pulls-ADD").click()
    page.fill("#id_links-0-pulls-0-title", "Mr Lugovi at home")
    page.fill("#id_links-0-title", "What Mr Lugovi did")
    editor.settled("2 findings, 2 refuse publication.")
    inner = page.locator("#inline_child_links-0-pulls-0")
    both = page.locator("#inline_child_links-0")
    assert [place.locator(".copydesk-card").count() for place in (inner, both)] == [1, 2]
    editor.picture("12-panel-in-a-panel")
    editor.choose("Publish")
    page.locator(".messages .error").wait_for()
    editor.settled("2 findings, 2 refuse publication.")
    inner.get_by_role("button", name="Write “Lugovoi”").click()
    editor.settled("1 finding, 1 refuses publication.")
    assert page.input_value("#id_links-0-pulls-0-title") == "Mr Lugovoi at home"
    assert page.input_value("#id_links-0-title") == "What Mr Lugovi did"
    page.get_by_role("button", name="Write “Lugovoi”").click()
    page.locator(".copydesk-bar").wait_for(state="hidden")
    editor.choose("Publish")
    page.locator(".messages .success").wait_for()
    assert running.stored("SELECT title FROM newsroom_pullquote") == [("Mr Lugovoi at home",)]
    assert editor.errors == []


@pytest.mark.parametrize("failure", ["fault", "error"])
def test_a_check_that_failed_is_made_again_though_nobody_types(browser, running, pictures, failure):
    editor = Editor(browser, running, "editor", pictures)
    page = editor.page
    asked = []

    def fail_once(route):
        asked.append(route.request.url)
        if len(asked) > 1:
            route.continue_()
        elif failure == "error":
            route.fulfill(status=502, body="<html>")
        else:
            route.fulfill(json={"decision": "warn", "fault": "cannot be reached", "findings": []})

    editor.open(running.new_page())
    page.wait_for_function("document.querySelector('.copydesk-bar') !== null")
    page.wait_for_load_state("networkidle")
    page.route("**/copydesk/check/**", fail_once)
    page.fill("#id_title", "Lugovi goes home")
    editor.settled("cannot be reached" if failure == "fault" else "cannot be checked just now")
    editor.settled("1 finding, 1 refuses publication.")
    assert editor.errors == []


def test_other_forms_of_the_admin_are_not_looked_at(browser, running, pictures):
    admin = Editor(browser, running, "admin", pictures)
    asked = []
    admin.page.on("request", lambda request: asked.append(request.url))
    admin.open("users/new/")
    admin.page.fill("#id_first_name", "Lugovi")
    admin.page.wait_for_timeout(1500)
    assert not [url for url in asked if "copydesk/check" in url]
