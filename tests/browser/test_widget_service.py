"""The widget and its service: what is sent where, when, and what happens when nobody answers."""

from __future__ import annotations

import socket
import time
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from tests.browser.conftest import start_service, stop_service
from tests.browser.newsroom import Newsroom
from tests.browser.test_widget import MARKED, _card, _point, _waits_for
from tests.shells.command import finish

_PAGE = """<!doctype html><meta charset="utf-8"><title>A form</title>
<form><textarea name="body" rows="4" cols="40">{copy}</textarea></form>
<script src="{script}/copydesk.js"></script>
<script>copydesk.attach("textarea", {options});</script>
"""
_COPY = "They met an advisor."


def _visit(tab: Any, newsroom: Newsroom, service: str, options: str, script: str = "") -> None:
    page = _PAGE.format(copy=_COPY, script=script or service, options=options)
    newsroom.pages = {"index.html": page.encode()}
    newsroom.policy = ""
    tab.goto(newsroom.url)


@pytest.fixture
def asked(tab: Any) -> list[Any]:
    """Every request that the page makes."""
    requests: list[Any] = []

    def note(request: Any) -> None:
        requests.append(request)

    tab.on("request", note)
    return requests


def test_copy_is_sent_to_the_given_address_only(
    tab: Any, newsroom: Newsroom, service: str, asked: list[Any]
) -> None:
    _visit(tab, newsroom, service, f"{{url: '{service}'}}")
    _waits_for(tab, {"error": [], "warning": ["advisor"], "suggestion": []})
    tab.locator("textarea").press_sequentially("Andrei Lugovi left. ")
    _waits_for(tab, {"error": ["Lugovi"], "warning": ["advisor"], "suggestion": []})
    hosts = {urlsplit(request.url).netloc for request in asked}
    assert hosts == {urlsplit(newsroom.url).netloc, urlsplit(service).netloc}
    holding = [request.url for request in asked if _COPY in (request.post_data or "")]
    assert set(holding) == {f"{service}/v1/check"}


def test_a_burst_of_typing_is_one_request(
    tab: Any, newsroom: Newsroom, service: str, asked: list[Any]
) -> None:
    _visit(tab, newsroom, service, f"{{url: '{service}', delay: 300}}")
    _waits_for(tab, {"error": [], "warning": ["advisor"], "suggestion": []})
    before = len(asked)
    with tab.expect_response("**/v1/check"):
        tab.locator("textarea").press_sequentially("Good. ", delay=20)
    checks = [request for request in asked[before:] if request.url.endswith("/v1/check")]
    assert len(checks) == 1


def test_an_answer_that_is_late_is_given_up_for_the_next(
    tab: Any, newsroom: Newsroom, service: str
) -> None:
    held: list[Any] = []

    def hold(route: Any) -> None:
        held.append(route)

    tab.route("**/v1/check", hold)
    _visit(tab, newsroom, service, f"{{url: '{service}', delay: 50}}")
    tab.wait_for_timeout(300)
    with tab.expect_event("requestfailed"):
        tab.locator("textarea").press_sequentially("Good. ")
    tab.unroute("**/v1/check")
    tab.locator("textarea").press_sequentially("Good. ")
    _waits_for(tab, {"error": [], "warning": ["advisor"], "suggestion": []})


def test_a_service_that_is_down_leaves_the_form_usable_and_is_told_once(
    tab: Any, newsroom: Newsroom, service: str, tmp_path: Path
) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    away = f"http://127.0.0.1:{port}"
    _visit(tab, newsroom, service, f"{{url: '{away}', delay: 50}}")
    said = tab.locator("copydesk-layer [role=status]")
    tab.get_by_text("copydesk does not answer").wait_for()
    box = tab.locator("textarea")
    box.press_sequentially("More. ")
    assert box.input_value() == f"More. {_COPY}"
    tab.evaluate(
        """() => { window.said = 0; new MutationObserver(() => window.said += 1).observe(
          document.querySelector('copydesk-layer').shadowRoot.querySelector('[role=status]'),
          {childList: true, characterData: true, subtree: true}); }"""
    )
    box.press_sequentially("And more. ")
    tab.wait_for_timeout(500)
    assert tab.evaluate("said") == 0
    assert "copydesk" in said.inner_text()
    # It comes back by itself.
    back = start_service(tmp_path / "back", origins=newsroom.url, port=port)
    try:
        tab.wait_for_function(f"() => ({MARKED})().warning.length === 1", timeout=30_000)
    finally:
        stop_service(back)


def test_a_service_that_wants_a_key_gets_the_one_of_the_page(
    tab: Any, newsroom: Newsroom, service: str, tmp_path: Path
) -> None:
    store = str(tmp_path / "locked/service.sqlite")
    (tmp_path / "locked").mkdir()
    status, out, _ = finish("serve", "--store", store, "keys", "add", "site")
    assert status == 0
    key = out.decode().split()[-1]
    locked = start_service(tmp_path / "locked", origins=newsroom.url)
    try:
        _visit(tab, newsroom, service, f"{{url: '{locked.url}', key: 'wrong', delay: 50}}")
        tab.get_by_text("copydesk refuses the key of this page").wait_for()
        _visit(tab, newsroom, service, f"{{url: '{locked.url}', key: '{key}', delay: 50}}")
        _waits_for(tab, {"error": [], "warning": ["advisor"], "suggestion": []})
    finally:
        stop_service(locked)


def test_what_is_let_stand_with_a_reason_stays_away_for_the_next_editor(
    tab: Any, newsroom: Newsroom, service: str
) -> None:
    options = f"{{url: '{service}', article: 'stand-{time.time_ns()}'}}"
    _visit(tab, newsroom, service, options)
    _waits_for(tab, {"error": [], "warning": ["advisor"], "suggestion": []})
    tab.mouse.click(*_point(tab, "warning", "advisor", "textarea"))
    _card(tab).get_by_role("button", name="Let stand…").click()
    _card(tab).get_by_role("textbox").fill("It is in a title")
    tab.keyboard.press("Enter")
    _waits_for(tab, {"error": [], "warning": [], "suggestion": []})
    tab.reload()
    with tab.expect_response("**/v1/check") as answer:
        pass
    assert len(answer.value.json()["dismissed"]) == 1
    _waits_for(tab, {"error": [], "warning": [], "suggestion": []})


def test_the_page_hears_of_findings_and_can_let_go(
    tab: Any, newsroom: Newsroom, service: str
) -> None:
    _visit(tab, newsroom, service, f"{{url: '{service}'}}")
    _waits_for(tab, {"error": [], "warning": ["advisor"], "suggestion": []})
    heard = tab.evaluate(
        f"""() => new Promise((resolve) => {{
          document.addEventListener("copydesk", ({{ detail }}) => resolve(
            [detail.decision, detail.findings.map((finding) => finding.rule)]), {{ once: true }});
          window.held = copydesk.attach("textarea", {{ url: '{service}' }});
          held.check();
        }})"""
    )
    assert heard == ["warn", ["terms/spelling"]]
    assert tab.evaluate("held.findings.length") == 1
    tab.evaluate("held.detach()")
    _waits_for(tab, {"error": [], "warning": [], "suggestion": []})
    assert tab.locator("copydesk-layer .count").count() == 0


def test_fields_that_come_later_are_looked_after_too(
    tab: Any, newsroom: Newsroom, service: str
) -> None:
    page = (
        f'<!doctype html><meta charset="utf-8"><body><script src="{service}/copydesk.js" '
        f'data-copydesk="{service}"></script>'
    )
    newsroom.pages = {"index.html": page.encode()}
    newsroom.policy = ""
    tab.goto(newsroom.url)
    tab.evaluate(
        """() => document.body.insertAdjacentHTML("beforeend",
          "<dialog id=later><textarea name=body>They met an advisor.</textarea></dialog>")"""
    )
    tab.evaluate("() => later.showModal()")
    tab.wait_for_function(f"() => ({MARKED})().warning.length === 1")
    tab.mouse.click(*_point(tab, "warning", "advisor", "textarea"))
    _card(tab).get_by_role("button", name="adviser").click()
    tab.wait_for_function("() => document.querySelector('textarea').value.includes('adviser')")
    tab.evaluate("() => later.remove()")
    _waits_for(tab, {"error": [], "warning": [], "suggestion": []})
