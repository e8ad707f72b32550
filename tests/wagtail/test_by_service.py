"""Pages checked by the service: refused as ever, and still saved when it is down."""

from __future__ import annotations

import socket

import pytest

from tests.wagtail.conftest import told

pytestmark = pytest.mark.filterwarnings("default")


@pytest.fixture
def gone() -> str:
    """The address of a service that is not there."""
    with socket.create_server(("127.0.0.1", 0)) as closed:
        return f"http://127.0.0.1:{closed.getsockname()[1]}"


def test_a_draft_is_saved_when_the_service_is_down_and_the_editor_knows(save, draft, gone):
    from django.test import override_settings

    with override_settings(COPYDESK={"url": gone, "when_down": "block"}):
        response = save(title="Lugovi goes home")
    assert any("not checked against the stylebook: cannot be reached" in m for m in told(response))
    draft.refresh_from_db()
    assert draft.get_latest_revision_as_object().title == "Lugovi goes home"


def test_by_default_a_page_is_published_when_the_service_is_down(save, draft, gone):
    from django.test import override_settings

    with override_settings(COPYDESK={"url": gone}):
        save("publish", title="Lugovi goes home")
    draft.refresh_from_db()
    assert draft.live is True


def test_a_house_can_refuse_to_publish_what_nobody_checked(save, draft, gone):
    from django.test import override_settings

    with override_settings(COPYDESK={"url": gone, "when_down": "block"}):
        response = save("publish")
    assert "was not checked" in response.context["form"].non_field_errors()[0]


def test_the_service_refuses_and_names_the_page_with_the_same_headline(save, newsroom, tmp_path):
    for needed in ("starlette", "msgspec", "uvicorn", "httptools", "prometheus_client"):
        pytest.importorskip(needed, reason="the extra “serve” is not installed")
    from django.test import override_settings

    from lint.shells.wagtail.checking import check_item
    from tests.shells.http.running import Running

    other = newsroom.get_children().get(slug="harbour-bridge-to-close-for-the-winter")
    running = Running(tmp_path, "--workers", "1", "--headlines", "headlines.sqlite")
    service = {"url": f"http://127.0.0.1:{running.port}", "timeout": 20}
    try:
        with override_settings(COPYDESK=service):
            check_item(other.specific, "draft")
            response = save("publish", title="Harbour bridge to close for the winter",
                            standfirst="Mr Lugovi said so.")  # fmt: skip
            assert list(response.context["form"].errors) == ["standfirst"]
            response = save(title="Harbour bridge to close for the winter")
            assert any(f"page {other.pk}" in line for line in told(response))
    finally:
        running.stop()
