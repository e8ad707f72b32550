"""Shared: Django, set up in memory; every test leaves the tables as they were."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.django.project import started


@pytest.fixture(autouse=True)
def tables() -> Iterator[None]:
    """The tables; what a test writes is rolled back."""
    pytest.importorskip("django", reason="the extra [django] is not installed")
    started()
    from django.db import transaction

    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture
def admin() -> Any:
    """A client who is logged in as an administrator."""
    from django.contrib.auth.models import User
    from django.test import Client

    client = Client()
    client.force_login(User.objects.create_superuser("ada", password="-"))
    return client
