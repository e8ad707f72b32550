"""The copy-desk page, in a real browser, served by a real service."""

from __future__ import annotations

import socket
import time
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from tests.browser.conftest import start_service, stop_service
from tests.shells.command import finish

COPY = "Advisor to leave\n\nThe advisor met Andrei Lugovi. Talks commence soon.\n"
MENDED = COPY.replace("dvisor", "dviser").replace("Lugovi", "Lugovoi").replace("commence", "begin")
HTML = (
    '<h1>Advisor to leave</h1>\n<p class="a long list of classes" data-note="untouched">The '
    "advisor met <b>Andrei</b>&nbsp;Lugovi &amp; others.</p>\n<p>The <i>adv</i>isor left.</p>"
)
PASTE = """([plain, html]) => {
  const clipboardData = new DataTransfer();
  clipboardData.setData("text/plain", plain);
  if (html) clipboardData.setData("text/html", html);
  document.querySelector(".cm-content").dispatchEvent(
    new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
}"""


@pytest.fixture
def page(tab: Any, service: str) -> Any:
    """The page, empty."""
    tab.goto(service + "/")
    tab.locator(".cm-content").wait_for()
    return tab


def _text(tab: Any) -> str:
    """The article; the tests hold no more than the editor draws."""
    return "\n".join(_lines(tab))


def _lines(tab: Any) -> list[str]:
    return [text.strip("\n") for text in tab.locator(".cm-line").all_inner_texts()]


def _paste(tab: Any, plain: str, html: str = "") -> None:
    tab.locator(".cm-content").focus()
    tab.evaluate(PASTE, [plain, html])


def _filled(tab: Any, count: int = 4) -> Any:
    _paste(tab, COPY)
    tab.wait_for_function("(n) => document.querySelectorAll('#list .slip').length === n", arg=count)
    return tab


def _marks(tab: Any) -> list[str]:
    texts: list[str] = tab.locator(".cm-lintRange").all_inner_texts()
    return texts


def test_slips_are_underlined_by_severity(page: Any) -> None:
    _filled(page)
    assert _marks(page) == ["Advisor", "advisor", "Lugovi", "commence"]
    assert page.locator(".cm-lintRange-error").all_inner_texts() == ["Lugovi"]
    assert page.locator(".cm-lintRange-warning").all_inner_texts() == ["Advisor", "advisor"]
    assert page.locator(".cm-lintRange-info").all_inner_texts() == ["commence"]


def test_hover_shows_message_and_reason_and_its_button_takes_the_mend(page: Any) -> None:
    _filled(page)
    page.locator(".cm-lintRange-error").hover()
    card = page.locator(".cm-tooltip-lint .card")
    card.get_by_text("The house writes one form of a name.").wait_for()
    assert "not “Lugovi”" in card.inner_text()
    card.get_by_role("button", name="Lugovoi").click()
    assert "Andrei Lugovoi. Talks" in _text(page)
    page.keyboard.press("Control+z")
    assert "Andrei Lugovi. Talks" in _text(page)


def test_a_click_opens_the_card(page: Any) -> None:
    _filled(page)
    page.locator(".cm-lintRange-info").click()
    card = page.get_by_role("dialog")
    card.get_by_role("button", name="begin").click()
    assert "Talks begin soon" in _text(page)


def test_all_safe_mends_are_one_undo(page: Any) -> None:
    _filled(page)
    before = _lines(page)
    page.get_by_role("button", name="Take all 4 safe mends").click()
    assert _lines(page) == MENDED.split("\n")
    page.get_by_text("The copy keeps to the stylebook").wait_for()
    page.locator(".cm-content").focus()
    page.keyboard.press("Control+z")
    assert _lines(page) == before


def test_the_list_is_filtered_by_severity_and_rule(page: Any) -> None:
    _filled(page)
    page.locator(".filter[data-severity=warning]").click()
    assert _marks(page) == ["Lugovi", "commence"]
    assert page.locator("#list .slip").count() == 2
    page.locator("#rule-filter").select_option("names/people")
    assert page.locator("#list .slip b").all_inner_texts() == ["Lugovi"]
    page.locator(".filter[data-severity=error]").click()
    page.get_by_text("The filters hide every finding.").wait_for()


def test_what_is_let_stand_stays_away_for_every_editor(
    page: Any, chromium: Any, service: str
) -> None:
    headline = f"Advisor to leave {time.time_ns()}"
    copy = COPY.replace("Advisor to leave", headline)
    _paste(page, copy)
    item = page.locator("#list .slip", has_text="commence")
    item.get_by_role("button", name="Let stand…").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Why may it stand?").fill("Quoted from a document")
    page.keyboard.press("Enter")
    item.wait_for(state="detached")
    page.get_by_text("Let stand 1").wait_for()

    another = chromium.new_context()
    try:
        tab = another.new_page()
        tab.goto(service + "/")
        _paste(tab, copy)
        tab.locator("#list .slip").nth(2).wait_for()
        assert "commence" not in tab.locator("#list").inner_text()
        tab.get_by_text("Let stand 1").click()
        tab.get_by_role("button", name="Tell it again").click()
        tab.locator("#list .slip", has_text="commence").wait_for()
    finally:
        another.close()


def test_pasted_html_keeps_its_markup_byte_for_byte(page: Any) -> None:
    wrapped = f"<html><body>\n<!--StartFragment-->{HTML}<!--EndFragment-->\n</body></html>"
    _paste(page, "Advisor to leave The advisor", wrapped)
    page.locator("#list .slip").nth(2).wait_for()
    assert page.locator("input[value=html]").is_checked()
    assert _copied(page)["text/html"] == HTML
    page.get_by_role("button", name="safe mends").click()
    mended = _copied(page)
    assert mended["text/plain"] == mended["text/html"]
    expected = HTML.replace("Advisor", "Adviser").replace("The advisor", "The adviser")
    assert mended["text/html"] == expected.replace("Lugovi", "Lugovoi")


def _copied(tab: Any) -> dict[str, str]:
    """What the button Copy puts on the clipboard."""
    told: dict[str, str] = tab.evaluate(
        """() => new Promise((resolve) => {
          const seen = DataTransfer.prototype.setData;
          const held = {};
          DataTransfer.prototype.setData = function (type, text) { held[type] = text; };
          document.querySelector("#copy").click();
          DataTransfer.prototype.setData = seen;
          resolve(held);
        })"""
    )
    return told


def test_html_that_is_pasted_can_be_had_as_text(page: Any) -> None:
    _paste(page, COPY, f"<p>{COPY}</p>")
    page.get_by_role("button", name="Paste as text instead").click()
    assert page.locator("input[value=text]").is_checked()
    assert _lines(page) == COPY.split("\n")


def test_markup_is_read_as_the_format_that_is_chosen(page: Any) -> None:
    _filled(page)
    page.locator(".formats label", has_text="HTML").click()
    with page.expect_response(lambda each: _format(each) == "markdown"):
        page.locator(".formats label", has_text="Markdown").click()


def _format(response: Any) -> str:
    """The format in which an article was sent to be checked."""
    body = response.request.post_data_json or {}
    formats = [field["format"] for field in body.get("fields", [])]
    return formats[0] if formats else ""


def test_a_file_is_dropped_and_downloaded_with_its_line_ends(page: Any, tmp_path: Path) -> None:
    page.evaluate(
        """(text) => {
          const dataTransfer = new DataTransfer();
          dataTransfer.items.add(new File([text], "story.txt", { type: "text/plain" }));
          document.querySelector(".cm-content").dispatchEvent(
            new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
        }""",
        COPY.replace("\n", "\r\n"),
    )
    page.get_by_role("button", name="Take all 4 safe mends").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Download").click()
    assert download.value.suggested_filename == "story.txt"
    saved = Path(download.value.path()).read_bytes()
    assert saved == MENDED.replace("\n", "\r\n").encode()


def test_a_file_of_another_encoding_is_read_and_told(page: Any, tmp_path: Path) -> None:
    old = tmp_path / "old.txt"
    old.write_bytes("Café to close\n\nThe advisor said “no”.\n".encode("cp1252"))
    page.locator("#file").set_input_files(str(old))
    page.locator("#list .slip").wait_for()
    assert _lines(page)[0] == "Café to close"
    assert "windows-1252" in page.locator("#notice").inner_text()


def test_what_is_no_text_is_refused_in_words(page: Any, tmp_path: Path) -> None:
    picture = tmp_path / "photo.png"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n\0\0")
    page.locator("#file").set_input_files(str(picture))
    page.locator("#notice", has_text="photo.png is no text.").wait_for()


def test_the_keyboard_alone_is_enough(page: Any) -> None:
    _filled(page)
    keys = page.keyboard
    keys.press("Control+Home")
    keys.press("F8")
    page.get_by_role("dialog").wait_for()
    keys.press("F8")
    keys.press("Alt+Enter")
    assert "The adviser met" in _text(page)
    page.wait_for_function("() => document.querySelectorAll('#list .slip').length === 3")
    keys.press("F6")
    keys.press("ArrowDown")
    keys.press("Tab")  # to its mend
    keys.press("Enter")
    assert "Andrei Lugovoi" in _text(page)
    page.wait_for_function("() => document.querySelectorAll('#list .slip').length === 2")
    assert page.evaluate("() => document.activeElement.closest('#list') !== null")
    keys.press("F6")
    assert page.evaluate("() => document.activeElement.classList.contains('cm-content')")
    keys.press("F8")
    keys.press("Control+.")
    assert page.evaluate("() => document.activeElement.closest('.card') !== null")
    keys.press("Escape")
    assert page.evaluate("() => document.activeElement.classList.contains('cm-content')")


def test_tab_leaves_the_editor(page: Any) -> None:
    _filled(page)
    page.locator(".cm-content").focus()
    page.keyboard.press("Tab")
    assert not page.evaluate("() => document.activeElement.classList.contains('cm-content')")


def test_everything_that_can_be_used_has_a_name(page: Any) -> None:
    _filled(page)
    page.keyboard.press("F8")
    page.get_by_role("dialog").wait_for()
    nameless = page.evaluate(
        """() => [...document.querySelectorAll("button, input, select, a, [contenteditable]")]
          .filter((each) => !(each.textContent.trim() || each.getAttribute("aria-label") ||
            each.labels?.length || each.getAttribute("aria-hidden")))
          .map((each) => each.outerHTML)"""
    )
    assert nameless == []
    assert page.get_by_role("textbox", name="Article").count() == 1


def test_the_outcome_is_told_to_those_who_listen(page: Any) -> None:
    _filled(page)
    said = page.locator("#live")
    page.locator("#live", has_text="4 findings").wait_for(state="attached")
    page.get_by_role("button", name="Take all 4 safe mends").click()
    page.locator("#live", has_text="0 findings").wait_for(state="attached")
    assert said.get_attribute("role") == "status"


def test_the_article_is_there_after_a_reload(page: Any) -> None:
    _filled(page)
    page.reload()
    page.locator("#list .slip").nth(3).wait_for()
    assert _lines(page) == COPY.split("\n")
    page.get_by_role("button", name="New").click()
    page.get_by_text("Findings will stand here").wait_for()
    page.get_by_role("button", name="Back to the one before").click()
    page.locator("#list .slip").nth(3).wait_for()


def test_nothing_but_the_service_is_asked(tab: Any, service: str) -> None:
    hosts: set[str] = set()
    tab.on("request", lambda request: hosts.add(urlsplit(request.url).netloc))
    tab.goto(service + "/")
    _filled(tab)
    tab.locator(".cm-lintRange-error").hover()
    tab.locator(".card .why").wait_for()
    assert hosts == {urlsplit(service).netloc}


def test_night_and_day_are_chosen_by_the_system_or_the_editor(page: Any) -> None:
    paper = "() => getComputedStyle(document.body).backgroundColor"
    day = page.evaluate(paper)
    page.emulate_media(color_scheme="dark")
    night = page.evaluate(paper)
    assert night != day
    theme = page.get_by_role("button", name="Colours")
    theme.click()
    assert page.evaluate(paper) == day
    page.reload()
    assert page.evaluate(paper) == day


def test_a_rule_has_its_page(page: Any) -> None:
    _filled(page)
    page.locator(".cm-lintRange-error").click()
    page.get_by_role("button", name="names/people").click()
    page.get_by_role("heading", name="Names of people").wait_for()
    page.get_by_text("Lugano is in Switzerland.").wait_for()


def test_a_service_that_goes_away_keeps_the_article_and_is_told(tab: Any, tmp_path: Path) -> None:
    serving = start_service(tmp_path / "service")
    tab.goto(serving.url + "/")
    _filled(tab)
    stop_service(serving)
    tab.locator(".cm-content").press_sequentially("More. ")
    tab.get_by_text("The service does not answer; trying again").first.wait_for()
    assert "More. " in _text(tab)
    back = start_service(tmp_path / "service", port=int(serving.url.rpartition(":")[2]))
    try:
        tab.get_by_text("Checked in").wait_for(timeout=30_000)
    finally:
        stop_service(back)


def test_a_service_that_needs_a_key_asks_for_it(tab: Any, tmp_path: Path) -> None:
    folder = tmp_path / "service"
    folder.mkdir()
    status, out, _ = finish("serve", "--store", str(folder / "service.sqlite"), "keys", "add", "me")
    assert status == 0
    serving = start_service(folder)
    try:
        tab.goto(serving.url + "/")
        _paste(tab, COPY)
        key = tab.get_by_label("Key", exact=True)
        key.fill("not the key")
        tab.keyboard.press("Enter")
        tab.get_by_text("this key is not known", exact=False).first.wait_for()
        key.fill(out.decode().split()[-1])
        tab.keyboard.press("Enter")
        tab.locator("#list .slip").nth(3).wait_for()
    finally:
        stop_service(serving)


def test_what_could_not_be_checked_is_told(tab: Any, tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        nobody = f"http://127.0.0.1:{closed.getsockname()[1]}"
    rule = (
        "kind: grammar\ntitle: What the engine says\nseverity: warning\nwhy: It knows more.\n"
        "entries:\n  - why: The articles do not fit.\n    rules: [A_NNS]\n"
        "examples:\n  - bad: In a several places.\n    finds: a several\n"
        "  - ok: In several places.\n  - ok: They were found.\n"
    )
    more = f"grammar: {{engine: languagetool, server: '{nobody}'}}\n"
    serving = start_service(tmp_path / "service", more=more, rules={"grammar/engine": rule})
    try:
        tab.goto(serving.url + "/")
        assert tab.locator("#unchecked").is_hidden()
        _filled(tab)
        assert tab.locator("#unchecked").inner_text().startswith("Grammar was not checked to the")
    finally:
        stop_service(serving)
