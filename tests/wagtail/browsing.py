"""A newsroom that runs, and a browser before it."""

from __future__ import annotations

import os
import shutil
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import closing
from pathlib import Path
from typing import Any

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "wagtail"
PATIENCE = 120_000.0  # ms: nothing here is against the clock, and a busy machine is slow


def chromium() -> str | None:
    """The browser of this machine, if there is one."""
    named = os.environ.get("CHROMIUM")
    return named or shutil.which("chromium") or shutil.which("google-chrome")


class Newsroom:
    """The example newsroom, started as its one command starts it; ``env`` goes before settings."""

    def __init__(self, folder: Path, **env: str) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}"
        self.folder = folder
        self._log = (folder / "server.log").open("w")
        kept = {"NEWSROOM_FILES": str(folder), "DJANGO_SETTINGS_MODULE": "newsroom.settings"}
        self._process = subprocess.Popen(
            [sys.executable, "manage.py", "demo", f"127.0.0.1:{self.port}"],
            cwd=EXAMPLE, env={**os.environ, **kept, **env}, stdout=self._log, stderr=self._log,
        )  # fmt: skip
        self._wait()

    def _wait(self, most: float = 900.0) -> None:
        until = time.monotonic() + most
        while time.monotonic() < until:
            if self._process.poll() is not None:
                break
            try:
                urllib.request.urlopen(f"{self.url}/admin/login/", timeout=5).close()
                return
            except (urllib.error.URLError, OSError):
                time.sleep(0.3)
        self.stop()
        raise RuntimeError((self.folder / "server.log").read_text())

    def stored(self, query: str, *values: Any) -> list[Any]:
        """What its database answers."""
        with closing(sqlite3.connect(self.folder / "newsroom.sqlite3")) as database:
            return database.execute(query, values).fetchall()

    def new_page(self) -> str:
        """Where a new article is written."""
        ((front,),) = self.stored("SELECT id FROM wagtailcore_page WHERE depth = 2")
        return f"pages/add/newsroom/newspage/{front}/"

    def stop(self) -> None:
        """Stop it."""
        self._process.terminate()
        self._process.wait(30)
        self._log.close()


# Wagtail looks for changes from two seconds after a form was opened; earlier ones it never sees.
_WATCHED = "document.addEventListener('w-unsaved:watch-edits', () => { window.watched = true })"
# A new page becomes one that is edited when Wagtail has saved it by itself; until then a click
# on a button would make a second page of the same name.
_AT_REST = """() => {
  const shown = document.querySelector("#w-autosave-indicator");
  const state = shown?.dataset.wAutosaveStateValue;
  return !shown || (!location.pathname.includes("/add/") && state !== "saving");
}"""


class Editor:
    """Somebody who works in the newsroom's admin, in a browser window of their own."""

    def __init__(self, browser: Any, newsroom: Newsroom, name: str, pictures: Path) -> None:
        context = browser.new_context(viewport={"width": 1280, "height": 1500})
        context.add_init_script(_WATCHED)
        self.page = context.new_page()
        self.errors: list[str] = []
        self.page.set_default_timeout(PATIENCE)
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self._url, self._pictures = newsroom.url, pictures
        self.page.goto(f"{self._url}/admin/login/")
        self.page.fill("input[name=username]", name)
        self.page.fill("input[name=password]", "copydesk")
        self.page.click("button[type=submit]")
        self.page.wait_for_url("**/admin/")

    def open(self, path: str) -> None:
        """Open an address of the admin; a form is ready when Wagtail looks after it."""
        self.page.goto(f"{self._url}/admin/{path}")
        if self.page.locator("form[data-edit-form][data-controller~=w-unsaved]").count():
            self.page.wait_for_function("window.watched")

    def picture(self, name: str) -> None:
        """Take a picture of the whole page."""
        self.page.screenshot(path=self._pictures / f"{name}.png", full_page=True)

    def cards(self, path: str) -> list[tuple[str, str]]:
        """The findings at a field: severity and rule."""
        found = self.page.locator(f'[data-contentpath="{path}"] .copydesk-card')
        return [
            (card.get_attribute("class").rsplit("--")[-1], card.get_attribute("data-rule"))
            for card in found.all()
        ]

    def saved_draft(self) -> int:
        """Save a draft by the button; returns the number of the page."""
        page = self.page
        # A slug is made of the title a moment after it is typed; without one nothing is saved.
        page.wait_for_function("document.querySelector('#id_slug').value !== ''")
        page.wait_for_function(_AT_REST)
        page.get_by_role("button", name="Save draft").click()
        try:
            page.wait_for_url("**/edit/")
            page.locator(".messages .success").wait_for()
        except Exception:
            self.picture("not-saved")
            raise
        return int(page.url.rstrip("/").split("/")[-2])

    def settled(self, said: str) -> None:
        """Wait until the bar above the form says something."""
        bar = self.page.locator(".copydesk-bar__said", has_text=said)
        try:
            bar.wait_for()
        except Exception:
            self.picture("not-settled")
            raise

    def type_paragraph(self, *words: str) -> None:
        """Add a paragraph to the body and type; every second part is bold."""
        page = self.page
        page.locator('[data-contentpath="body"] button[title="Insert a block"]').last.click()
        page.locator("[role=listbox] [role=option]", has_text="Paragraph").click()
        page.locator('[data-contentpath="body"] .public-DraftEditor-content').last.click()
        for number, part in enumerate(words):
            if number:
                page.keyboard.press("Control+b")
            page.keyboard.type(part)

    def choose(self, action: str) -> None:
        """Choose what is done with the page: ``Publish``, ``Submit to To print``…"""
        self.page.wait_for_function(_AT_REST)
        self.page.locator("footer .w-dropdown__toggle").first.click()
        self.page.get_by_role("button", name=action, exact=False).last.click()
