"""The setting ``COPYDESK`` of a Django project."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, Literal, get_args
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from lint.shells.configuration import find_configuration

WhenDown = Literal["warn", "block", "allow"]
_LONGEST = 60.0


@dataclass(frozen=True, slots=True)
class CopydeskSettings:
    """What a project says in ``COPYDESK``; every key may be missing.

    ``url`` and ``key`` are those of the service; without a ``url`` copy is checked in this
    process, by the configuration file ``config`` (the nearest one from ``BASE_DIR`` upwards).
    ``timeout`` is how long, in seconds, a save may wait for the service. ``when_down`` is what
    a publication comes to when the service does not answer; a draft is saved whatever it says.
    ``headlines`` says whether headlines are held against those of other pages, and ``leave_out``
    names the models (``app.Model``) that are not checked; both are Wagtail's.
    """

    url: str = ""
    key: str = ""
    timeout: float = 2.0
    when_down: WhenDown = "warn"
    config: str = ""
    headlines: bool = True
    leave_out: tuple[str, ...] = ()


def read_settings() -> CopydeskSettings:
    """The setting of this project.

    Raises:
        ImproperlyConfigured: with every complaint about it.
    """
    told = getattr(settings, "COPYDESK", None) or {}
    complaints = list(complaints_of(told))
    if complaints:
        raise ImproperlyConfigured("COPYDESK: " + "; ".join(complaints))
    values = {**told, "config": str(told.get("config") or "")}
    if "timeout" in told:
        values["timeout"] = float(told["timeout"])
    values["leave_out"] = tuple(told.get("leave_out", ()))
    return CopydeskSettings(**values)


def complaints_of(told: Any) -> list[str]:
    """What is wrong with a value of ``COPYDESK``."""
    if not isinstance(told, Mapping):
        return ["it should be a dict"]
    known = [field.name for field in fields(CopydeskSettings)]
    wrong = [
        f"there is no key {key!r}; the keys are {', '.join(known)}"
        for key in told
        if key not in known
    ]
    for key in ("url", "key"):
        if not isinstance(told.get(key, ""), str):
            wrong.append(f"{key!r} should be a string")
    if isinstance(told.get("url"), str) and told["url"]:
        parts = urlsplit(told["url"])
        if parts.scheme not in ("http", "https") or not parts.netloc:
            wrong.append("'url' should begin with http:// or https:// and name a host")
    if not isinstance(told.get("config") or "", (str, Path)):
        wrong.append("'config' should be a path")
    timeout = told.get("timeout", 1)
    if isinstance(timeout, bool) or not isinstance(timeout, (int, float)):
        wrong.append("'timeout' should be a number of seconds")
    elif not 0 < timeout <= _LONGEST:
        wrong.append(f"'timeout' should be more than 0 and at most {_LONGEST:g} seconds")
    if told.get("when_down", "warn") not in get_args(WhenDown):
        wrong.append("'when_down' should be 'warn', 'block' or 'allow'")
    if not isinstance(told.get("headlines", True), bool):
        wrong.append("'headlines' should be True or False")
    if not _are_labels(told.get("leave_out", ())):
        wrong.append("'leave_out' should be a list of models, each as 'app.Model'")
    return wrong


def _are_labels(told: Any) -> bool:
    return isinstance(told, (list, tuple)) and all(
        isinstance(label, str) and label.count(".") == 1 for label in told
    )


def configuration_path(own: CopydeskSettings) -> Path | None:
    """The configuration file that holds: the one that is named, or the nearest from BASE_DIR."""
    if own.config:
        return Path(own.config)
    base = getattr(settings, "BASE_DIR", None)
    return find_configuration(Path(base).resolve()) if base else None
