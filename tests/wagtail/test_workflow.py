"""Moderation: a moderator can always send back; what refuses is not approved into print."""

from __future__ import annotations

import pytest

from tests.wagtail.conftest import LUGOVI, told

pytestmark = pytest.mark.filterwarnings("default")


@pytest.fixture
def submitted(draft, newsroom):
    """The draft with an error, on its way through moderation by editors."""
    from django.contrib.auth.models import User

    draft.body = [("paragraph", LUGOVI)]
    draft.save_revision()
    draft.get_workflow().start(draft, User.objects.get(username="reporter"))
    return draft


def _act(save, name, **more):
    also = {"action-workflow-action": "true", "workflow-action-name": name}
    return save(also=also, body=[("paragraph", LUGOVI)], **more)


def test_an_approval_in_the_editor_is_refused_at_the_field(save, submitted):
    response = _act(save, "approve", by="editor")
    assert list(response.context["form"].errors) == ["body"]
    submitted.refresh_from_db()
    assert submitted.live is False


def test_sending_back_is_never_refused(save, submitted):
    assert _act(save, "reject", by="editor").status_code == 302
    assert submitted.workflow_states.get().status == "needs_changes"


def test_cancelling_is_never_refused(save, submitted):
    save("cancel-workflow", by="reporter", body=[("paragraph", LUGOVI)])
    assert submitted.workflow_states.get().status == "cancelled"


def test_naming_both_a_publication_and_a_cancellation_does_not_slip_through(save, submitted):
    response = save("publish", title="Lugovi goes home", also={"action-cancel-workflow": "1"})
    assert "title" in response.context["form"].errors


def test_an_approval_without_the_form_changes_nothing_and_says_why(client_of, submitted):
    state = submitted.current_workflow_task_state
    url = f"/admin/pages/workflow/action/{submitted.pk}/approve/{state.pk}/"
    response = client_of("editor").post(url, {"comment": ""})
    assert response.status_code == 302
    assert any("Lugovoi" in line for line in told(response))
    state.refresh_from_db()
    submitted.refresh_from_db()
    assert state.status == "in_progress"
    assert submitted.live is False


def test_a_reason_that_was_given_at_submission_holds_at_approval(save, draft, newsroom, submitted):
    response = _act(save, "approve", by="chief", title="Talks about the treaty go on")
    assert "body" in response.context["form"].errors
    also = {
        "action-workflow-action": "true",
        "workflow-action-name": "approve",
        "copydesk-reason": "The court writes him so.",
    }
    save(also=also, body=[("paragraph", LUGOVI)], by="chief")
    submitted.refresh_from_db()
    assert submitted.live is True
