"""A Django project in memory, set up once for all tests that need Django."""

from __future__ import annotations

import os
import tempfile
from functools import cache
from importlib.util import find_spec


@cache
def started() -> None:
    """Set Django up and make the tables."""
    os.environ.setdefault("NEWSROOM_FILES", tempfile.mkdtemp(prefix="newsroom-"))
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.django.project.settings"
    import django
    from django.core.management import call_command
    from django.test.utils import setup_test_environment

    django.setup()
    setup_test_environment()
    call_command("migrate", verbosity=0, run_syncdb=True)
    if find_spec("wagtail"):
        from wagtail.models import Collection, Locale, Page

        Locale.objects.create(language_code="en-gb")
        Page.add_root(title="Root", slug="root")
        Collection.add_root(name="Root")
