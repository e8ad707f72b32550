"""Where copydesk meets Wagtail's own pages."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import Permission
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.templatetags.static import static
from django.urls import path, reverse
from django.utils.html import format_html
from wagtail import hooks
from wagtail.admin import messages

from lint.shells.django.forms import fault_message, sentence, spoken
from lint.shells.wagtail import publishing
from lint.shells.wagtail.checking import check_item
from lint.shells.wagtail.scope import editors_of_snippets, is_checked, is_live_when_saved
from lint.shells.wagtail.views import DISMISS, check, dismiss, restore

_MOST = 6  # findings that are told above the page; all of them stand at their fields


@hooks.register("register_admin_urls")
def urls() -> list[Any]:
    """The addresses that the script in the editor asks."""
    return [
        path("copydesk/check/", check, name="copydesk_check"),
        path("copydesk/dismiss/", dismiss, name="copydesk_dismiss"),
        path("copydesk/restore/", restore, name="copydesk_restore"),
    ]


@hooks.register("insert_editor_js")
def script() -> str:
    """The script that shows findings in the editor, and its style."""
    html: str = format_html(
        '<link rel="stylesheet" href="{}">'
        '<script type="module" src="{}" data-copydesk-check="{}" data-copydesk-dismiss="{}" '
        'data-copydesk-restore="{}" data-copydesk-snippets="{}"></script>',
        static("copydesk/editor.css"),
        static("copydesk/editor.js"),
        reverse("copydesk_check"),
        reverse("copydesk_dismiss"),
        reverse("copydesk_restore"),
        " ".join(editors_of_snippets()),
    )
    return html


@hooks.register("register_permissions")
def permissions() -> Any:
    """The permissions to publish anyway and to let findings stand, for the pages of groups."""
    codenames = ["override", "view_override", "dismiss", "view_dismissal"]
    return Permission.objects.filter(content_type__app_label="copydesk", codename__in=codenames)


@hooks.register("register_log_actions")
def log_actions(actions: Any) -> None:
    """The reasons for publishing anyway and for letting stand, in the history of a page."""
    from wagtail.log_actions import LogFormatter

    @actions.register_action(publishing.OVERRIDE)
    class OverrideFormatter(LogFormatter):
        label = "Publish against the stylebook"

        def format_message(self, entry: Any) -> str:
            return f"Published against the stylebook: {entry.data.get('reason', '')}"

    @actions.register_action(DISMISS)
    class DismissFormatter(LogFormatter):
        label = "Let a finding stand"

        def format_message(self, entry: Any) -> str:
            told = entry.data
            return f"Let “{told.get('words', '')}” stand ({told.get('rule')}): {told.get('reason')}"


@hooks.register("after_create_snippet")
@hooks.register("after_edit_snippet")
@hooks.register("after_create_page")
@hooks.register("after_edit_page")
def after_save(request: HttpRequest, item: Any) -> None:
    """Tell what was found in what has been saved, and keep why it was published anyway."""
    publishing.record_override(item)
    publishing.forget_clearance()
    if not is_checked(type(item)):
        return
    answer = check_item(item, "publish" if is_live_when_saved(type(item)) else "draft")
    if not request.accepts("text/html"):
        return  # an autosave: the script shows findings at their fields
    for notice in answer.notices:
        messages.warning(request, f"copydesk: {sentence(notice)}")
    if answer.fault and answer.decision != "allow":
        messages.warning(request, fault_message(answer))
    elif answer.decision != "allow":
        lines = [spoken(told) for told in answer.told if told.severity != "suggestion"]
        more = f" And {len(lines) - _MOST} more." if len(lines) > _MOST else ""
        counted = "1 finding" if len(lines) == 1 else f"{len(lines)} findings"
        messages.warning(request, f"copydesk: {counted}. {' '.join(lines[:_MOST])}{more}")


@hooks.register("before_bulk_action")
def before_bulk_publish(
    request: HttpRequest, action_type: str, objects: Any, action: Any
) -> HttpResponse | None:
    """Refuse a bulk publication as a whole, and say which pages it fails on."""
    if action_type != "publish" or request.method != "POST":
        return None
    refused = False
    for page in objects:
        latest = getattr(page, "get_latest_revision_as_object", None)
        if latest is None:
            return None
        try:
            publishing.refuse(latest())
        except publishing.PublicationRefused as refusal:
            refused = True
            messages.error(
                request, f"“{page.title}” is not published. {' '.join(refusal.messages)}"
            )
    return redirect(action.next_url) if refused else None
