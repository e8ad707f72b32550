"""Shared: the example newsroom in memory, its editors, and the forms that they send."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tests.django.project import started

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
    sent = [empty | link | {"teaser": rich_text(link.get("teaser", ""))} for link in links]
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


LUGOVI = "<p>Britain asked for <b>Andrei Lugovi</b>.</p>"
