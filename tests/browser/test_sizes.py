"""The copy-desk page on a desk, on a tablet and on a telephone, by day and by night."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from tests.browser.test_page import _filled, _text

SIZES = {"desk": (1440, 900), "tablet": (820, 1180), "telephone": (390, 844)}
# What can be pressed and lies outside the window, where no scrolling leads to it.
_OUT_OF_REACH = """() => [...document.querySelectorAll("button, input, select, summary, a")]
  .filter((each) => each.offsetParent && !each.closest("#list, .cm-editor"))
  .map((each) => [each, each.getBoundingClientRect()])
  .filter(([each, box]) => box.width > 1 && (box.left < 0 || box.right > innerWidth + 0.5
    || box.top < 0 || box.bottom > innerHeight + 0.5))
  .map(([each]) => each.outerHTML.slice(0, 200))"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", SIZES)
def test_everything_is_in_reach(
    tab: Any, service: str, size: str, scheme: str, tmp_path: Path
) -> None:
    width, height = SIZES[size]
    tab.set_viewport_size({"width": width, "height": height})
    tab.emulate_media(color_scheme=scheme)
    tab.goto(service + "/")
    tab.locator(".cm-content").wait_for()
    _filled(tab)
    pictures = Path(os.environ.get("PICTURES") or tmp_path)
    pictures.mkdir(parents=True, exist_ok=True)
    tab.screenshot(path=pictures / f"page-{size}-{scheme}.png")
    assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert tab.evaluate(_OUT_OF_REACH) == []
    tab.locator("#list").get_by_role("button", name="Write “Lugovoi”", exact=True).click()
    assert "Andrei Lugovoi. Talks" in _text(tab)
    tab.get_by_role("button", name="Take all 3 safe mends").click()
    tab.get_by_text("The copy keeps to the stylebook").wait_for()
