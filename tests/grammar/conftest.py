"""The true engines: found where they are, and skipped with a reason where they are not."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from lint.checks.grammar import COPY, HEADS, Grammar
from lint.grammar.answers import Answers
from lint.grammar.asking import GrammarEngine, Wanted
from lint.grammar.embedded import EmbeddedEngine
from lint.grammar.installing import CannotInstall, install
from lint.grammar.languagetool import LanguageToolEngine
from lint.grammar.locating import find_languagetool, why_no_embedded, why_no_languagetool
from lint.grammar.proofreader import Proofreader
from lint.stylebook.book import Stylebook

WHERE = "COPYDESK_LANGUAGETOOL"  # a folder, or “install”: from Maven Central, 97 MB


@pytest.fixture(scope="session")
def languagetool_folder(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The folder in which LanguageTool 6.8 lies."""
    asked = os.environ.get(WHERE, "")
    if asked == "install":
        folder = tmp_path_factory.mktemp("languagetool")
        try:
            install(folder)
        except CannotInstall as error:
            pytest.skip(f"LanguageTool cannot be had from Maven Central: {error}")
        asked = str(folder)
    if why := why_no_languagetool(asked, look_closely=True):
        pytest.skip(f"{why} (or set {WHERE} to its folder, or to “install”)")
    return str(find_languagetool(asked))


@pytest.fixture(scope="session")
def rule(house: Stylebook) -> Grammar:
    """The rule that judges what an engine says."""
    check = house.checks["grammar/languagetool"]
    assert isinstance(check, Grammar)
    return check


@pytest.fixture(scope="session")
def wanted(rule: Grammar) -> Wanted:
    """What the rule wants an engine to look for."""
    return Wanted("en-GB", *rule.unwanted())


@pytest.fixture(scope="session")
def languagetool(languagetool_folder: str, wanted: Wanted) -> Iterator[LanguageToolEngine]:
    """The true LanguageTool, started once."""
    engine = LanguageToolEngine(wanted, folder=languagetool_folder, limit=60)
    yield engine
    engine.close()


@pytest.fixture(scope="session")
def embedded(wanted: Wanted) -> EmbeddedEngine:
    """The engine without Java."""
    if why := why_no_embedded():
        pytest.skip(why)
    return EmbeddedEngine(wanted)


@pytest.fixture(params=["embedded", "languagetool"])
def engine(request: pytest.FixtureRequest) -> GrammarEngine:
    """Each of the two."""
    found: GrammarEngine = request.getfixturevalue(request.param)
    return found


@pytest.fixture
def reader(engine: GrammarEngine, wanted: Wanted, tmp_path: Path) -> Proofreader:
    """Who asks each of the two; what they said before is not known."""
    return Proofreader(engine, Answers(tmp_path), wanted, kinds=COPY | HEADS, limit=60)
