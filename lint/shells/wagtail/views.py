"""The check while somebody edits: the form as it is now, findings where they stand."""

from __future__ import annotations

from typing import Any

from django.apps import apps
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, JsonResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST
from swapper import load_model

from lint.shells.wagtail.checking import check_pieces
from lint.shells.wagtail.copy import digest_of, pieces_of
from lint.shells.wagtail.places import answer_for_page
from lint.shells.wagtail.publishing import OVERRIDE, is_overridden


@require_POST
def check(request: HttpRequest) -> JsonResponse:
    """Check the form of a page as it is now, by what would hold if it were published.

    The query names the page (``edit``), or the type and the parent of a new one (``add``,
    ``parent``). Nothing is saved.
    """
    page, parent = _asked_for(request)
    form_class = page.specific_class.get_edit_handler().get_form_class()
    form = form_class(request.POST, instance=page, parent_page=parent, for_user=request.user)
    form.defer_required_fields()
    try:
        form.is_valid()
    except (KeyError, ValueError, TypeError):  # Wagtail's stream fields want a whole form
        return JsonResponse({"detail": "this is not the form of this page"}, status=400)
    cleaned = getattr(form, "cleaned_data", {})
    pieces = [piece for piece in pieces_of(page, cleaned) if piece.name not in form.errors]
    answer = check_pieces(page, pieces, "publish", remember=False)
    told = answer_for_page(answer, pieces)
    told["overridden"] = told["decision"] == "block" and is_overridden(page, digest_of(pieces))
    told["may_override"] = request.user.has_perm(OVERRIDE)
    return JsonResponse(told)


def _asked_for(request: HttpRequest) -> tuple[Any, Any]:
    """The page that is edited, and its parent."""
    pages = load_model("wagtailcore", "Page").objects
    query = request.GET
    if query.get("edit", "").isdecimal():
        page = get_object_or_404(pages, pk=int(query["edit"])).get_latest_revision_as_object()
        if not page.permissions_for_user(request.user).can_edit():
            raise PermissionDenied
        return page, page.get_parent()
    if not query.get("parent", "").isdecimal():
        raise Http404
    parent = get_object_or_404(pages, pk=int(query["parent"])).specific
    try:
        model = apps.get_model(query.get("add", ""))
    except (LookupError, ValueError):
        raise Http404 from None
    if model not in parent.creatable_subpage_models():
        raise Http404
    if not parent.permissions_for_user(request.user).can_add_subpage():
        raise PermissionDenied
    page = model(owner=request.user)
    page.locale = parent.locale
    return page, parent
