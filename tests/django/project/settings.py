"""A Django project for the tests: the example newsroom where Wagtail is there, else only Django."""

import os
import sys
from importlib.util import find_spec
from pathlib import Path

_EXAMPLE = Path(__file__).resolve().parents[3] / "examples" / "wagtail"
BASE_DIR = Path(os.environ["NEWSROOM_FILES"])

if find_spec("wagtail"):
    sys.path.insert(0, str(_EXAMPLE))
    from newsroom.settings import *  # noqa: F403
    from newsroom.settings import INSTALLED_APPS, TEMPLATES

    BASE_DIR = Path(os.environ["NEWSROOM_FILES"])
    INSTALLED_APPS = [*INSTALLED_APPS, "wagtail.api.v3", "tests.django.project.articles"]
else:
    SECRET_KEY = "for tests"
    INSTALLED_APPS = [
        "django.contrib.admin",
        "django.contrib.auth",
        "django.contrib.contenttypes",
        "django.contrib.sessions",
        "django.contrib.messages",
        "tests.django.project.articles",
    ]
    MIDDLEWARE = [
        "django.contrib.sessions.middleware.SessionMiddleware",
        "django.contrib.auth.middleware.AuthenticationMiddleware",
        "django.contrib.messages.middleware.MessageMiddleware",
    ]
    TEMPLATES = [
        {
            "BACKEND": "django.template.backends.django.DjangoTemplates",
            "APP_DIRS": True,
            "OPTIONS": {
                "context_processors": [
                    "django.template.context_processors.request",
                    "django.contrib.auth.context_processors.auth",
                    "django.contrib.messages.context_processors.messages",
                ],
            },
        },
    ]
    STATIC_URL = "static/"

DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
ROOT_URLCONF = "tests.django.project.urls"
ALLOWED_HOSTS = ["testserver"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
USE_TZ = True


class _NoMigrations:
    """Tables are made from the models, which takes a tenth of the time."""

    def __contains__(self, app):
        return True

    def __getitem__(self, app):
        return None


MIGRATION_MODULES = _NoMigrations()
