"""The widget, in a real browser, on the fields of pages of somebody else."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.browser.conftest import PAGES
from tests.browser.newsroom import Newsroom

# What the widget paints: the words of every range, by severity, in order of place.
MARKED = """() => Object.fromEntries(["error", "warning", "suggestion"].map((severity) => [
  severity,
  [...(CSS.highlights.get(`copydesk-${severity}`) ?? [])].map((range) => range.toString()).sort(),
]))"""
ARTICLE = (
    "<h2>Advisor to leave</h2><p>The <strong>adv</strong>isor met Andrei <em>Lug</em>ovi & "
    "others.</p><p>Talks <strong>commence</strong> soon.</p>"
)
STRICT = (
    "default-src 'none'; script-src {service}; connect-src {service}; "
    "base-uri 'none'; form-action 'none'"
)


def _waits_for(tab: Any, marked: dict[str, list[str]]) -> None:
    tab.wait_for_function(
        f"([want]) => JSON.stringify(({MARKED})()) === want",
        arg=[json.dumps(marked, separators=(",", ":"))],
    )


def _card(tab: Any) -> Any:
    return tab.locator("copydesk-layer .card")


@pytest.fixture
def form(tab: Any, service: str, newsroom: Newsroom) -> Any:
    """A page with plain fields and a policy that lets nothing in but the service."""
    page = (PAGES / "plain.html").read_text("utf-8").replace("SERVICE_URL", service)
    newsroom.pages = {"index.html": page.encode()}
    newsroom.policy = STRICT.format(service=service)
    tab.goto(newsroom.url)
    tab.locator("copydesk-layer .count >> nth=0").wait_for()
    return tab


FORM_MARKED = {
    "error": ["Lugovi", "Lugovi"],
    "warning": ["advisor", "advisor", "advisor"],
    "suggestion": ["commence"],
}


def test_marks_stand_on_the_right_words_across_inline_tags(form: Any) -> None:
    _waits_for(form, FORM_MARKED)


def test_the_markup_of_the_form_is_untouched_until_a_mend_is_taken(form: Any, service: str) -> None:
    _waits_for(form, FORM_MARKED)
    source = (PAGES / "plain.html").read_text("utf-8")
    held = form.locator("#body").evaluate("(body) => body.outerHTML")
    assert held in source.replace("SERVICE_URL", service)


def test_a_field_that_wants_to_be_left_alone_is_left_alone(form: Any) -> None:
    _waits_for(form, FORM_MARKED)
    assert form.locator("copydesk-layer .count").count() == 2


def _point(tab: Any, severity: str, words: str, within: str) -> tuple[float, float]:
    """A point in the middle of marked words of a field."""
    box = tab.evaluate(
        """([severity, words, within]) => {
          const field = document.querySelector(within).getBoundingClientRect();
          for (const range of CSS.highlights.get(`copydesk-${severity}`)) {
            const box = range.getBoundingClientRect();
            const inside = box.top >= field.top && box.bottom <= field.bottom;
            if (inside && range.toString() === words) {
              return [box.left + box.width / 2, box.top + box.height / 2];
            }
          }
        }""",
        [severity, words, within],
    )
    assert box is not None
    return box[0], box[1]


def test_hover_shows_the_message_and_the_reason(form: Any) -> None:
    _waits_for(form, FORM_MARKED)
    form.mouse.move(*_point(form, "error", "Lugovi", "#body"))
    _card(form).wait_for()
    assert "not “Lugovi”" in _card(form).inner_text()
    form.get_by_text("The house writes one form of a name.").wait_for()
    form.mouse.move(5, 5)
    _card(form).wait_for(state="detached")


def test_a_mend_across_inline_tags_is_typed_and_undone(form: Any) -> None:
    _waits_for(form, FORM_MARKED)
    body = form.locator("#body")
    before = body.inner_html()
    form.mouse.click(*_point(form, "error", "Lugovi", "#body"))
    _card(form).get_by_role("button", name="Lugovoi").click()
    form.wait_for_function("() => document.querySelector('#body').innerText.includes('Lugovoi')")
    assert body.inner_text().startswith("The advisor met Andrei Lugovoi & others.")
    form.keyboard.press("Control+z")
    assert body.inner_html() == before


def test_a_mend_in_a_textarea_is_typed_and_undone(form: Any) -> None:
    _waits_for(form, FORM_MARKED)
    summary = form.locator("textarea[name=summary]")
    before = summary.input_value()
    form.mouse.click(*_point(form, "error", "Lugovi", "textarea[name=summary]"))
    _card(form).get_by_role("button", name="Lugovoi").click()
    form.wait_for_function(
        "() => document.querySelector('[name=summary]').value.includes('Mr Lugovoi.')"
    )
    form.keyboard.press("Control+z")
    assert summary.input_value() == before


def test_marks_in_a_textarea_lie_on_its_own_words(form: Any) -> None:
    """The mirror breaks lines where the textarea does: a click on a mark puts the cursor there."""
    _waits_for(form, FORM_MARKED)
    form.mouse.click(*_point(form, "error", "Lugovi", "textarea[name=summary]"))
    caret = form.evaluate("() => document.querySelector('[name=summary]').selectionStart")
    start = len("An advisor and Mr ")
    assert start <= caret <= start + len("Lugovi")


def test_marks_follow_while_somebody_types(form: Any) -> None:
    _waits_for(form, FORM_MARKED)
    form.route("**/v1/check", lambda route: route.abort())  # from here on the widget is alone
    form.locator("#body p").click(position={"x": 3, "y": 5})
    form.keyboard.press("Home")
    form.keyboard.type("Yesterday. ")
    form.wait_for_timeout(100)
    _waits_for(form, FORM_MARKED)


def test_the_keyboard_alone_is_enough(form: Any) -> None:
    _waits_for(form, FORM_MARKED)
    form.locator("textarea[name=summary]").focus()
    form.keyboard.press("Control+Home")
    form.keyboard.press("Alt+Enter")
    _card(form).wait_for()
    form.keyboard.press("Enter")  # the mend is the first button
    form.wait_for_function(
        "() => document.querySelector('[name=summary]').value.startsWith('An adviser')"
    )
    assert form.evaluate("() => document.activeElement.name") == "summary"
    form.keyboard.press("Alt+Enter")
    form.keyboard.press("Escape")
    assert form.evaluate("() => document.activeElement.name") == "summary"


def test_what_is_passed_over_stays_away(form: Any) -> None:
    _waits_for(form, FORM_MARKED)
    form.mouse.click(*_point(form, "suggestion", "commence", "#body"))
    _card(form).get_by_role("button", name="Pass over").click()
    _waits_for(form, {**FORM_MARKED, "suggestion": []})
    form.locator("textarea[name=summary]").focus()
    form.keyboard.press("Control+End")
    with form.expect_response("**/v1/check"):
        form.keyboard.type(" Good.")
    form.wait_for_timeout(100)
    _waits_for(form, {**FORM_MARKED, "suggestion": []})


@pytest.mark.parametrize("editor", ["quill", "tiptap", "draft"])
class TestEditors:
    @pytest.fixture
    def page(
        self, editor: str, tab: Any, service: str, newsroom: Newsroom, editors: dict[str, bytes]
    ) -> Any:
        source = (PAGES / "editor.html").read_text("utf-8")
        source = source.replace("SERVICE_URL", service).replace("EDITOR", editor)
        source = source.replace("ARTICLE_HTML", json.dumps(ARTICLE))
        newsroom.pages = {"index.html": source.encode(), **editors}
        newsroom.policy = ""
        tab.goto(newsroom.url)
        _waits_for(tab, {"error": ["Lugovi"], "warning": ["Advisor", "advisor"],
                         "suggestion": ["commence"]})  # fmt: skip
        return tab

    def test_the_markup_is_untouched_until_a_mend_is_taken(self, page: Any) -> None:
        root = page.locator("#editor [contenteditable]")
        before = root.inner_html()
        page.wait_for_timeout(300)
        assert root.inner_html() == before
        assert "copydesk" not in before

    def test_a_mend_is_known_to_the_model_and_undone(self, page: Any) -> None:
        held = page.evaluate("heldByModel()")
        assert "Andrei Lugovi & others" in held
        page.mouse.click(*_point(page, "error", "Lugovi", "#editor"))
        _card(page).get_by_role("button", name="Lugovoi").click()
        page.wait_for_function("() => heldByModel().includes('Andrei Lugovoi & others')")
        root = page.locator("#editor [contenteditable]")
        assert root.inner_text().count("Lugov") == 1
        _waits_for(page, {"error": [], "warning": ["Advisor", "advisor"],
                          "suggestion": ["commence"]})  # fmt: skip
        page.keyboard.press("Control+z")
        page.wait_for_function("(held) => heldByModel() === held", arg=held)

    def test_typing_goes_on_after_a_mend(self, page: Any) -> None:
        page.mouse.click(*_point(page, "suggestion", "commence", "#editor"))
        _card(page).get_by_role("button", name="begin").click()
        page.wait_for_function("() => heldByModel().includes('Talks begin soon.')")
        page.keyboard.press("End")
        page.keyboard.type(" So they say.")
        page.wait_for_function("() => heldByModel().includes('Talks begin soon. So they say.')")
