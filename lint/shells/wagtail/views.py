"""The check while somebody edits, and what they let stand."""

from __future__ import annotations

import re
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_POST
from wagtail.log_actions import log

from lint.shells.django.asking import NotKept
from lint.shells.save.ledger import Dismissal
from lint.shells.wagtail.checking import asker, check_pieces
from lint.shells.wagtail.copy import digest_of, id_of, pieces_of
from lint.shells.wagtail.editing import edited
from lint.shells.wagtail.places import answer_for_editor
from lint.shells.wagtail.publishing import OVERRIDE, is_overridden
from lint.shells.wagtail.scope import is_live_when_saved

DISMISS = "copydesk.dismiss"
_LONGEST_REASON = 1000
_LONGEST_WORDS = 200
_FINGERPRINT = re.compile(r"[0-9a-f]{16}")


@require_POST
def check(request: HttpRequest) -> JsonResponse:
    """Check a form as it is now, by what would hold if it were published. Nothing is saved."""
    item, form_class, more = edited(request)
    form = form_class(request.POST, instance=item, for_user=request.user, **more)
    form.defer_required_fields()
    try:
        form.is_valid()
        pieces = pieces_of(item, form)
    except (KeyError, ValueError, TypeError):  # Wagtail's stream fields want a whole form
        return _refused("this is not the form of this page")
    answer = check_pieces(item, pieces, "publish", remember=False)
    told = answer_for_editor(answer, pieces)
    told["live_when_saved"] = is_live_when_saved(type(item))
    told["overridden"] = told["decision"] == "block" and is_overridden(item, digest_of(pieces))
    told["may_override"] = request.user.has_perm(OVERRIDE)
    told["may_dismiss"] = bool(item.pk) and request.user.has_perm(DISMISS)
    return JsonResponse(told)


@require_POST
def dismiss(request: HttpRequest) -> JsonResponse:
    """Let a finding of a page or a snippet stand, with a reason."""
    item, told = _asked(request), request.POST
    reason = told.get("reason", "").strip()[:_LONGEST_REASON]
    rule, fingerprint = told.get("rule", "").strip(), told.get("fingerprint", "")
    if not (reason and rule and len(rule) <= 200 and _FINGERPRINT.fullmatch(fingerprint)):
        return _refused("a finding and a reason are needed")
    user = request.user
    words = " ".join(told.get("words", "").split())[:_LONGEST_WORDS]
    kept = Dismissal(id_of(item), fingerprint, rule, reason, user.get_username(), words)
    try:
        asker.dismiss(kept)
    except NotKept as error:
        return _refused(str(error), 409)
    data = {"rule": rule, "words": words, "reason": reason}
    log(instance=item, action=DISMISS, user=user, data=data)
    return JsonResponse({})


@require_POST
def restore(request: HttpRequest) -> JsonResponse:
    """Tell a finding again that was let stand."""
    item, fingerprint = _asked(request), request.POST.get("fingerprint", "")
    if not _FINGERPRINT.fullmatch(fingerprint):
        return _refused("a finding is needed")
    try:
        asker.restore(id_of(item), fingerprint)
    except NotKept as error:
        return _refused(str(error), 409)
    return JsonResponse({})


def _asked(request: HttpRequest) -> Any:
    """The page or the snippet, for somebody who may let findings stand in it."""
    item = edited(request).item
    if not (item.pk and request.user.has_perm(DISMISS)):
        raise PermissionDenied
    return item


def _refused(said: str, status: int = 400) -> JsonResponse:
    return JsonResponse({"detail": said}, status=status)
