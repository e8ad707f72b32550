"""Publication by any way: the editor, the API, bulk actions, workflows, code.

All of them end in ``PublishPageRevisionAction``, or, for snippets, in ``PublishRevisionAction``;
the checks of both are made to hold the copy against the stylebook too. So are those of the
actions that create and edit snippets without drafts, which are live once they are saved. What
has been checked by its form in the same request is not checked twice.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError

from lint.shells.django.answers import Answer
from lint.shells.django.forms import fault_message, spoken
from lint.shells.wagtail.checking import check_pieces
from lint.shells.wagtail.copy import digest_of, id_of, pieces_of
from lint.shells.wagtail.scope import is_checked, is_live_when_saved

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
    """What may be published in this request; ``item`` is empty before it is first saved."""

    item: str
    digest: str
    reason: Reason | None


_cleared: ContextVar[_Clearance | None] = ContextVar("copydesk_cleared", default=None)
_unchecked: ContextVar[bool] = ContextVar("copydesk_unchecked", default=False)


class PublicationRefused(ValidationError, PermissionDenied):
    """The house refuses to publish a page or a snippet; ``messages`` say why.

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


def clear(item: Any, digest: str, reason: Reason | None = None) -> None:
    """Let a page or a snippet be published in this request, its form having been checked."""
    _cleared.set(_Clearance(id_of(item) if item.pk else "", digest, reason))


def forget_clearance(**_: Any) -> None:
    """Let nothing be published without a check any more."""
    _cleared.set(None)


def is_overridden(item: Any, digest: str) -> bool:
    """Whether somebody has given a reason for publishing just this copy."""
    from lint.shells.wagtail.models import Override

    return bool(item.pk) and Override.objects.filter(article=id_of(item), digest=digest).exists()


def record_override(item: Any) -> None:
    """Keep the reason that was given in this request, once what it is for has a number."""
    cleared = _cleared.get()
    if cleared is None or cleared.reason is None or not item.pk:
        return
    if cleared.item not in ("", id_of(item)):
        return
    from wagtail.log_actions import log
    from wagtail.models import Page

    from lint.shells.wagtail.models import Override

    told, cleared.reason = cleared.reason, None
    Override.objects.create(
        article=id_of(item),
        page_id=item.pk if isinstance(item, Page) else None,
        title=str(item)[:255],
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
    log(instance=item, action=OVERRIDE, user=told.user, data={"reason": told.reason})


def guard(action: Any) -> None:
    """Refuse a publication, unless the copy may be published.

    Raises:
        PublicationRefused: it may not.
    """
    item = action.object
    if _unchecked.get() or action.log_action == _SCHEDULED:
        return
    cleared = _cleared.get()
    if cleared is not None and cleared.item in ("", id_of(item)):
        cleared.item = id_of(item)
        record_override(item)
        return
    refuse(item)


def refuse(item: Any) -> None:
    """Raise ``PublicationRefused`` for a page or a snippet that the house refuses to publish."""
    if not is_checked(type(item)):
        return
    pieces = pieces_of(item)
    answer = check_pieces(item, pieces, "publish", remember=True)
    if answer.decision == "block" and not is_overridden(item, digest_of(pieces)):
        raise PublicationRefused(
            [ValidationError(line, code=code) for line, code in _lines(answer)]
        )


def _lines(answer: Answer) -> list[tuple[str, str]]:
    lines = [(f"{told.field}: {spoken(told)}", told.rule) for told in answer.blocking]
    return [*lines, (fault_message(answer), "copydesk")] if answer.fault else lines


def hold(action: Any) -> None:
    """Refuse to save what is live by being saved, unless its copy may be published.

    Where the action has a form, the form refuses, at its fields.

    Raises:
        PublicationRefused: it may not.
    """
    item, form = action.instance, action.form
    if _unchecked.get() or not is_live_when_saved(type(item)):
        return
    if form is None:
        refuse(item)
    else:
        form.copydesk_saves = True


def guard_publication() -> None:
    """Put the check into the actions that publish pages and snippets."""
    from wagtail.actions.create import CreateAction
    from wagtail.actions.edit import EditAction
    from wagtail.actions.publish_page_revision import PublishPageRevisionAction
    from wagtail.actions.publish_revision import PublishRevisionAction

    if getattr(PublishRevisionAction.check, "by_copydesk", False):
        return
    for action in (PublishRevisionAction, PublishPageRevisionAction):
        action.check = _guarded(action.check, guard)
    for action in (CreateAction, EditAction):
        action.check = _guarded(action.check, hold)
    _tell_moderators()


def _guarded(before: Any, guards: Callable[[Any], None]) -> Any:
    def check(self: Any, skip_permission_checks: bool = False) -> None:
        before(self, skip_permission_checks=skip_permission_checks)
        guards(self)

    check.by_copydesk = True  # type: ignore[attr-defined]
    return check


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
