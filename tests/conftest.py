"""Shared: writing small stylebooks, and where the real data lies."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from lint.stylebook.book import Stylebook, load_stylebook

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"

WriteBook = Callable[..., Path]

# No test is against the clock: a busy machine may take what it takes.
settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")


@pytest.fixture(scope="session", autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Tests keep compiled books in a folder of their own, not in the user's."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COPYDESK_CACHE", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture
def shared() -> Path:
    """The folder of real copy; tests that need it skip where it is absent."""
    if not (SHARED / "seeds").is_dir():
        pytest.skip("real copy (../shared) is not here")
    return SHARED


@pytest.fixture(scope="session")
def house() -> Stylebook:
    """The stylebook that ships."""
    return load_stylebook()


@pytest.fixture
def write_book(tmp_path: Path) -> WriteBook:
    """Write rule files into a folder: ``write_book(**{"names/people": text})``."""

    def write(folder: str = "book", /, **files: str) -> Path:
        root = tmp_path / folder
        root.mkdir(parents=True, exist_ok=True)
        for name, text in files.items():
            path = root / f"{name}.yaml"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
        return root

    return write


def terms_rule(entries: str, *, more: str = "") -> str:
    """A rule of kind terms with the given entries (YAML), whole enough to load."""
    return (
        "kind: terms\n"
        "title: A rule for a test\n"
        "severity: error\n"
        f"why: Because.\n{more}"
        f"entries:\n{entries}"
        "examples:\n"
        "  - bad: This is wrongg.\n"
        "    finds: wrongg\n"
        "  - ok: This is right.\n"
        "  - ok: So is this.\n"
    )


WRONGG = "  - use: wrong\n    not: [wrongg]\n"
