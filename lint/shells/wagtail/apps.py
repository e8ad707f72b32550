"""The app: at start-up every page form is made to check copy, and every publication."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.apps import AppConfig, apps
from django.conf import settings
from django.core import checks


class CopydeskWagtailConfig(AppConfig):
    """copydesk in Wagtail."""

    name = "lint.shells.wagtail"
    label = "copydesk"
    verbose_name = "copydesk"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Put the checks in place."""
        from django.core.signals import request_finished, setting_changed

        from lint.shells.wagtail import signals
        from lint.shells.wagtail.forms import check_every_form
        from lint.shells.wagtail.publishing import forget_clearance, guard_publication

        check_every_form()
        guard_publication()
        signals.connect()
        request_finished.connect(forget_clearance)
        setting_changed.connect(signals.when_set)


@checks.register
def check_order(app_configs: Any, **_: Any) -> list[Any]:
    """Complain when the app stands before Wagtail's admin, which would undo it."""
    names = [config.name for config in apps.get_app_configs()]
    if "wagtail.admin" not in names or CopydeskWagtailConfig.name not in names:
        return []
    if names.index(CopydeskWagtailConfig.name) > names.index("wagtail.admin"):
        return []
    return [
        checks.Error(
            "lint.shells.wagtail stands before wagtail.admin in INSTALLED_APPS, so no page "
            "would be checked.",
            hint="Put “lint.shells.wagtail” after “wagtail.admin”.",
            id="copydesk.E001",
        )
    ]


@checks.register
def check_settings(app_configs: Any, **_: Any) -> list[Any]:
    """Complain of what is wrong in ``COPYDESK``."""
    from lint.shells.django.settings import complaints_of

    told = getattr(settings, "COPYDESK", None) or {}
    complaints = complaints_of(told) or _unknown(told.get("leave_out", ()))
    return [checks.Error(f"COPYDESK: {complaint}.", id="copydesk.E002") for complaint in complaints]


def _unknown(labels: Iterable[str]) -> list[str]:
    """Complaints of models that are not there."""
    known = {model._meta.label_lower for model in apps.get_models()}
    return [
        f"'leave_out' names {label!r}, and there is no such model"
        for label in labels
        if label.lower() not in known
    ]
