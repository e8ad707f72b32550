"""What is being edited, by the address of the editor: a page or a snippet, there or new."""

from __future__ import annotations

from typing import Any

from django.apps import apps
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import Resolver404, resolve
from swapper import load_model

from lint.shells.wagtail.scope import is_checked, is_live_when_saved, is_snippet
from lint.tuples import NamedTuple


class Edited(NamedTuple):
    """A page or a snippet as it was last saved, and the class and the arguments of its form."""

    item: Any
    form_class: Any
    more: dict[str, Any]


def edited(request: HttpRequest) -> Edited:
    """What a request is about; the user may edit it.

    The query names a page (``edit``), the type and the parent of a new one (``add``,
    ``parent``), or the address of the editor of a snippet (``at``).

    Raises:
        Http404: there is no such thing.
        PermissionDenied: the user may not edit it.
    """
    query = request.GET
    if query.get("at"):
        return _snippet(request.user, query["at"])
    page, parent = _page(request)
    form_class = page.specific_class.get_edit_handler().get_form_class()
    return Edited(page, form_class, {"parent_page": parent})


def _page(request: HttpRequest) -> tuple[Any, Any]:
    """The page that is edited, and its parent."""
    pages = load_model("wagtailcore", "Page").objects
    query = request.GET
    if query.get("edit", "").isdecimal():
        page = get_object_or_404(pages, pk=int(query["edit"])).get_latest_revision_as_object()
        if not is_checked(type(page)):
            raise Http404
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
    if model not in parent.creatable_subpage_models() or not is_checked(model):
        raise Http404
    if not parent.permissions_for_user(request.user).can_add_subpage():
        raise PermissionDenied
    page = model(owner=request.user)
    page.locale = parent.locale
    return page, parent


def _snippet(user: Any, address: str) -> Edited:
    """The snippet whose editor has an address."""
    from wagtail.permissions import policy_registry
    from wagtail.snippets.views.snippets import CreateView, EditView

    try:
        match = resolve(address)
    except Resolver404:
        raise Http404 from None
    view = getattr(match.func, "view_class", object)
    model = getattr(match.func, "view_initkwargs", {}).get("model")
    if model is None or not (is_snippet(model) and is_checked(model)):
        raise Http404
    policy = policy_registry.get_by_type(model)
    form_class = model.snippet_viewset.get_edit_handler().get_form_class()
    if issubclass(view, EditView):
        kept = get_object_or_404(model, pk=unquote(str(match.kwargs.get("pk", ""))))
        if not policy.user_has_permission_for_instance(user, "change", kept):
            raise PermissionDenied
        if not is_live_when_saved(model):
            kept = kept.get_latest_revision_as_object()
        return Edited(kept, form_class, {})
    if not issubclass(view, CreateView):
        raise Http404
    if not policy.user_has_permission(user, "add"):
        raise PermissionDenied
    return Edited(model(), form_class, {})
