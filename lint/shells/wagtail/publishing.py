"""Publication by any way: the editor, the API, bulk actions, workflows, code.

All of them end in ``PublishPageRevisionAction``, whose check is made to hold the copy against
the stylebook too. A page whose form has been checked in the same request is not checked twice.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError

from lint.shells.django.answers import Answer
from lint.shells.django.forms import fault_message, spoken
from lint.shells.wagtail.checking import check_pieces
from lint.shells.wagtail.copy import digest_of, pieces_of

OVERRIDE = "copydesk.override"
_SCHEDULED = "wagtail.publish.scheduled"  # it was checked when it was scheduled


@dataclass(frozen=True, slots=True)
class Reason:
    """Who publishes against the stylebook, why, and against what of it."""

    user: Any
    reason: str
    answer: Answer


@dataclass(slots=True)
class _Clearance:
    """A page that may be published in this request; ``page`` is None before it is first saved."""

    page: int | None
    digest: str
    reason: Reason | None


_cleared: ContextVar[_Clearance | None] = ContextVar("copydesk_cleared", default=None)
_unchecked: ContextVar[bool] = ContextVar("copydesk_unchecked", default=False)


class PublicationRefused(ValidationError, PermissionDenied):
    """The house refuses to publish a page; ``messages`` say why.

    The API answers it with 422; a view of the admin that knows no validation treats it as
    what it is not allowed to do.
    """


@contextmanager
def unchecked() -> Iterator[None]:
    """Publish without a check, in code that must: imports, migrations, fixtures. ::

    with unchecked():
        revision.publish()
    """
    token = _unchecked.set(True)
    try:
        yield
    finally:
        _unchecked.reset(token)


def clear(page: Any, digest: str, reason: Reason | None = None) -> None:
    """Let a page be published in this request, its form having been checked."""
    _cleared.set(_Clearance(page.pk, digest, reason))


def forget_clearance(**_: Any) -> None:
    """Let nothing be published without a check any more."""
    _cleared.set(None)


def is_overridden(page: Any, digest: str) -> bool:
    """Whether somebody has given a reason for publishing just this copy of a page."""
    from lint.shells.wagtail.models import Override

    return bool(page.pk) and Override.objects.filter(page_id=page.pk, digest=digest).exists()


def record_override(page: Any) -> None:
    """Keep the reason that was given in this request for a page, once it has a number."""
    cleared = _cleared.get()
    if cleared is None or cleared.reason is None or not page.pk:
        return
    if cleared.page not in (None, page.pk):
        return
    from wagtail.log_actions import log

    from lint.shells.wagtail.models import Override

    told, cleared.reason = cleared.reason, None
    Override.objects.create(
        page_id=page.pk,
        title=str(page.title)[:255],
        user=told.user,
        username=told.user.get_username(),
        reason=told.reason,
        digest=cleared.digest,
        findings=[
            {"field": each.field, "rule": each.rule, "message": each.message,
             "text": each.text, "fingerprint": each.fingerprint}
            for each in told.answer.blocking
        ],
    )  # fmt: skip
    log(instance=page, action=OVERRIDE, user=told.user, data={"reason": told.reason})


def guard(action: Any) -> None:
    """Refuse a publication, unless the copy may be published.

    Raises:
        PublicationRefused: it may not.
    """
    page = action.object
    if _unchecked.get() or action.log_action == _SCHEDULED:
        return
    cleared = _cleared.get()
    if cleared is not None and cleared.page in (None, page.pk):
        cleared.page = page.pk
        record_override(page)
        return
    refuse_page(page)


def refuse_page(page: Any) -> None:
    """Raise ``PublicationRefused`` for a page that the house refuses to publish."""
    pieces = pieces_of(page)
    answer = check_pieces(page, pieces, "publish", remember=True)
    if answer.decision == "block" and not is_overridden(page, digest_of(pieces)):
        raise PublicationRefused(
            [ValidationError(line, code=code) for line, code in _lines(answer)]
        )


def _lines(answer: Answer) -> list[tuple[str, str]]:
    lines = [(f"{told.field}: {spoken(told)}", told.rule) for told in answer.blocking]
    return [*lines, (fault_message(answer), "copydesk")] if answer.fault else lines


def guard_publication() -> None:
    """Put the check into the action that publishes pages."""
    from wagtail.actions.publish_page_revision import PublishPageRevisionAction

    before = PublishPageRevisionAction.check
    if getattr(before, "by_copydesk", False):
        return

    def check(self: Any, skip_permission_checks: bool = False) -> None:
        before(self, skip_permission_checks=skip_permission_checks)
        guard(self)

    check.by_copydesk = True  # type: ignore[attr-defined]
    PublishPageRevisionAction.check = check
    _tell_moderators()


def _tell_moderators() -> None:
    """Where a page is approved without its form, say why it is not published."""
    from django.shortcuts import redirect
    from wagtail.admin import messages
    from wagtail.admin.views.generic.workflow import WorkflowAction

    before = WorkflowAction.post

    def post(self: Any, request: Any, *args: Any, **kwargs: Any) -> Any:
        try:
            return before(self, request, *args, **kwargs)
        except PublicationRefused as refusal:
            messages.error(request, f"This is not published. {' '.join(refusal.messages)}")
        if request.headers.get("x-requested-with") == "XMLHttpRequest":
            done = {"step": "success", "redirect": self.redirect_url}
            return self.render_modal_json(request, done)
        return redirect(self.redirect_url)

    WorkflowAction.post = post
