"""Settings of the example newsroom: SQLite, no network, and copydesk as one line."""

import os
from pathlib import Path

BASE_DIR = Path(__file__).resolve().parent.parent
_KEPT = Path(os.environ.get("NEWSROOM_FILES", BASE_DIR))

SECRET_KEY = os.environ.get("NEWSROOM_SECRET", "only for the example on your own machine")
DEBUG = True
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "testserver"]

INSTALLED_APPS = [
    "newsroom",
    "wagtail.users",
    "wagtail.images",
    "wagtail.documents",
    "wagtail.snippets",
    "wagtail.contrib.table_block",
    "wagtail.contrib.typed_table_block",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "lint.shells.wagtail",  # copydesk: all that it takes
    "modelcluster",
    "taggit",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
]

# Uncomment to check by a running service instead of in this process:
# COPYDESK = {"url": "http://127.0.0.1:8090", "key": ""}
if os.environ.get("COPYDESK_URL"):
    COPYDESK = {
        "url": os.environ["COPYDESK_URL"],
        "key": os.environ.get("COPYDESK_KEY", ""),
        "when_down": os.environ.get("COPYDESK_WHEN_DOWN", "warn"),
    }

MIDDLEWARE = [
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
]
ROOT_URLCONF = "newsroom.urls"
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
DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": _KEPT / "newsroom.sqlite3",
        "OPTIONS": {
            "timeout": 20,
            "transaction_mode": "IMMEDIATE",
            "init_command": "PRAGMA journal_mode=WAL;",
        },
    },
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_TZ = True
STATIC_URL = "static/"
MEDIA_URL = "media/"
MEDIA_ROOT = _KEPT / "media"
EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"

WAGTAIL_SITE_NAME = "The Newsroom"
WAGTAILADMIN_BASE_URL = "http://127.0.0.1:8000"
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
