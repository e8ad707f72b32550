"""Which engine is asked: the one that is wanted, or the first that is there."""

from __future__ import annotations

from collections.abc import Callable

from lint.grammar.asking import GrammarEngine, NoAnswer, Wanted
from lint.grammar.locating import why_no_embedded, why_no_languagetool
from lint.grammar.settings import GrammarSettings


def open_engine(
    settings: GrammarSettings, wanted: Wanted, folder: str, version_known: Callable[[str], str]
) -> GrammarEngine:
    """The engine of some settings; nothing is started.

    ``folder`` is the configured one, as a path that can be used from here.

    Raises:
        NoAnswer: there is none; the message says what is missing and how to get it.
    """
    from lint.grammar.embedded import EmbeddedEngine
    from lint.grammar.languagetool import LanguageToolEngine

    def languagetool() -> GrammarEngine:
        return LanguageToolEngine(
            wanted, address=settings.server, folder=folder, limit=settings.time_limit,
            version_known=version_known,
        )  # fmt: skip

    if settings.server and settings.engine != "embedded":
        return languagetool()
    no_java = "" if settings.engine == "embedded" else why_no_languagetool(folder)
    no_rust = "" if settings.engine == "languagetool" else why_no_embedded()
    if settings.engine != "embedded" and not no_java:
        return languagetool()
    if settings.engine != "languagetool" and not no_rust:
        return EmbeddedEngine(wanted)
    raise NoAnswer("; ".join(why for why in (no_java, no_rust) if why))
