"""Shared: the example newsroom in memory, its editors, and the forms that they send."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.django.project import started
from tests.wagtail.browsing import Newsroom, chromium

Send = Callable[..., Any]


@pytest.fixture(autouse=True)
def newsroom(request: pytest.FixtureRequest) -> Iterator[Any]:
    """The front page of the newsroom; what a test writes is rolled back."""
    pytest.importorskip("wagtail", reason="the extra [wagtail] is not installed")
    if "browser" in request.node.path.name:  # those have a newsroom of their own
        yield None
        return
    started()
    from django.db import transaction
    from newsroom.models import FrontPage
    from newsroom.sample import fill

    from lint.shells.wagtail.publishing import forget_clearance

    with transaction.atomic():
        fill()
        yield FrontPage.objects.get()
        transaction.set_rollback(True)
    forget_clearance()


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """A browser; closed after each module, since Django refuses to work beside its event loop."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        opened = driver.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Newsroom]:
    """A newsroom that runs, for the tests of one module."""
    made = Newsroom(tmp_path_factory.mktemp("newsroom"))
    yield made
    made.stop()


@pytest.fixture(scope="module")
def pictures(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where pictures of pages are put: the folder PICTURES, to look at them."""
    folder = Path(os.environ.get("PICTURES") or tmp_path_factory.mktemp("pictures"))
    folder.mkdir(parents=True, exist_ok=True)
    return folder


@pytest.fixture
def client_of() -> Callable[[str], Any]:
    """A client who is logged in under a name."""

    def client(name: str) -> Any:
        from django.contrib.auth.models import User
        from django.test import Client

        made = Client()
        made.force_login(User.objects.get(username=name))
        return made

    return client


CLEAN = {"title": "Talks about the treaty go on", "standfirst": "Nothing is settled."}


def form_of(*, body: Any = (), links: Any = (), **more: Any) -> dict[str, Any]:
    """What the editor of an article sends."""
    from wagtail.test.utils.form_data import (
        inline_formset,
        nested_form_data,
        rich_text,
        streamfield,
    )  # fmt: skip

    empty = {"title": "", "url": ""}
    sent = []
    for link in links:
        pulls = [{"title": "", **pull, "text": rich_text(pull.get("text", ""))}
                 for pull in link.get("pulls", ())]  # fmt: skip
        rich = {"teaser": rich_text(link.get("teaser", "")), "pulls": inline_formset(pulls)}
        sent.append(empty | link | rich)
    more["links"] = inline_formset(sent)
    told = {**CLEAN, "slug": "talks", "summary": rich_text(more.pop("summary", "")), **more}
    told["body"] = streamfield(
        [(kind, rich_text(value) if kind == "paragraph" else value) for kind, value in body]
    )
    comments = {f"comments-{key}": "0" for key in ("TOTAL_FORMS", "INITIAL_FORMS", "MIN_NUM_FORMS")}
    return nested_form_data(told) | comments | {"comments-MAX_NUM_FORMS": ""}


@pytest.fixture
def draft(newsroom: Any) -> Any:
    """An article that is not live, clean so far."""
    from newsroom.models import NewsPage

    page = newsroom.add_child(instance=NewsPage(live=False, slug="talks", **CLEAN))
    page.save_revision()
    return page


@pytest.fixture
def save(client_of: Callable[[str], Any], draft: Any) -> Send:
    """Send the editor's form of the draft: ``save("publish", by="chief", title=…)``."""

    def send(action: str = "", /, *, by: str = "chief", headers: Any = None, **more: Any) -> Any:
        also = more.pop("also", {})
        data = form_of(**more) | ({f"action-{action}": "1"} if action else {}) | also
        return client_of(by).post(f"/admin/pages/{draft.pk}/edit/", data, headers=headers)

    return send


def told(response: Any) -> list[str]:
    """The messages that a response leaves for the next page."""
    from django.contrib.messages import get_messages

    return [str(message) for message in get_messages(response.wsgi_request)]


@pytest.fixture
def settings_of() -> Callable[..., Any]:
    """Other settings of copydesk, as long as a block lasts."""

    def other(**told: Any) -> Any:
        from django.test import override_settings

        return override_settings(COPYDESK=told)

    return other


@pytest.fixture
def call_api() -> Callable[..., Any]:
    """Send something to Wagtail's API: ``call_api("chief", "pages/", {…})``."""

    def call(name: str, path: str, body: Any) -> Any:
        from django.contrib.auth.models import User
        from django.test import Client
        from wagtail.models import APIToken

        _, token = APIToken.create_token(user=User.objects.get(username=name), name="wire")
        return Client().post(
            f"/api/v3/{path}", json.dumps(body), content_type="application/json",
            headers={"Authorization": f"Bearer {token}"},
        )  # fmt: skip

    return call


LUGOVI = "<p>Britain asked for <b>Andrei Lugovi</b>.</p>"
