"""The desk: stylebook and configuration put together into what holds for each article."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from math import inf
from typing import TYPE_CHECKING, Any

from lint.article import Article
from lint.checks.base import Check, Observation
from lint.digest import blake2b
from lint.engine import Engine, Setting
from lint.finding import Finding, Severity
from lint.grammar.proof import NOTHING, Proof
from lint.grammar.settings import as_asked
from lint.housewords import HouseWords
from lint.kept import cached_property
from lint.rule import Rule
from lint.shells.configuration import Configuration
from lint.shells.consulting import consult
from lint.shells.contextual import as_asked as context_as_asked
from lint.shells.contextual import give_model
from lint.shells.pages import Pages
from lint.shells.ruling import Ruling
from lint.shells.wordlist import load_words
from lint.stylebook.book import SHIPPED, Stylebook, load_stylebook, where_is

if TYPE_CHECKING:
    from lint.engine import Checked
    from lint.grammar.proofreader import Proofreader
    from lint.shells.profiling import Profile


class Desk:
    """Which rules are at work, for the run and for one article.

    ``remarks`` are what is wrong around the run, and does not stop it.

    ``select``, ``ignore``, ``min_confidence``, ``grammar`` and ``context`` come from the command
    line and go before the configuration. A grammar engine that fails is left alone for
    ``rest`` seconds.
    """

    def __init__(
        self,
        configuration: Configuration,
        *,
        select: Sequence[str] = (),
        ignore: Sequence[str] = (),
        books: Sequence[str] = (),
        min_confidence: float | None = None,
        grammar: bool | None = None,
        context: bool | None = None,
        rest: float = inf,
    ) -> None:
        self.configuration = configuration
        self._grammar = as_asked(configuration.grammar, grammar)
        self._context = context_as_asked(configuration.context, context)
        self._rest = rest
        self.no_grammar = ""  # why there is no engine, where one is wanted
        self.profile: Profile | None = None  # set before the engine is asked for, if wanted
        self.words = load_words(configuration.name_of(configuration.word_list))
        self.book: Stylebook = load_stylebook(*(books or _books(configuration)))
        self.ruling = Ruling(self.book, configuration, select, ignore, min_confidence)
        self.remarks, self._idle = consult(self.book, configuration)
        self._contextual = give_model(self.book, configuration, self._context, self.ruling.wanted)

    @cached_property
    def rules(self) -> tuple[str, ...]:
        """Every rule (its id) that is on for at least one article of any run."""
        idle = self._idle | self._contextual.idle
        return tuple(rule for rule in self.book.cards if rule in self.ruling.wanted - idle)

    @property
    def pages(self) -> Mapping[str, Rule]:
        """Those rules themselves, each unpacked when it is looked at."""
        return Pages(self.book, self.rules)

    @property
    def key(self) -> str:
        """What changes when the same article might give other findings at this desk."""
        import json

        from lint.stylebook.cache import program

        index = self.configuration.archive
        known = os.path.realpath(self.configuration.beside(index)) if index else ""
        stamp = os.stat(known).st_mtime_ns if os.path.isfile(known) else 0
        said: list[object] = [
            program(),
            self.book.digest,
            self.rules,
            list(self.words),
            os.getcwd(),
        ]
        said += [*self.ruling.asked, repr(self.configuration), known, stamp]
        said.append(self.proofreader.key if self.proofreader is not None else "")
        said.append(self._contextual.key)
        return blake2b(json.dumps(said).encode(), digest_size=16).hexdigest()

    @cached_property
    def engine(self) -> Engine:
        """The engine of all those checks, which has heard of the words of the house."""
        roster = self.book.roster(self.rules)
        if self.profile is not None:
            from lint.shells.profiling import Timed

            roster = Timed(roster, self.profile)
        return Engine(roster, HouseWords((*self.configuration.words, *self.words)))

    @cached_property
    def proofreader(self) -> Proofreader | None:
        """Who asks a grammar engine; None where none is wanted, or none is there."""
        rules = [rule for rule in self.rules if self.book.cards[rule].kind == "grammar"]
        if self._grammar is None or not rules:
            return None
        from lint.grammar.asking import NoAnswer
        from lint.shells.proofing import open_proofreader

        judges: list[Any] = [self.book.checks[rule] for rule in rules]
        try:
            return open_proofreader(self.configuration, self._grammar, judges, rest=self._rest)
        except NoAnswer as error:
            self.no_grammar = f"grammar was not checked: {error}"
            return None

    @property
    def grammar_trouble(self) -> str:
        """What went wrong with the grammar so far; nothing if nothing did."""
        reader = self.proofreader
        return self.no_grammar if reader is None else reader.trouble

    @property
    def fails_without_grammar(self) -> bool:
        """Whether a run in which something went wrong with the grammar has failed."""
        wanted = self._grammar is not None and self._grammar.on_failure == "fail"
        return wanted and bool(self.grammar_trouble)

    @property
    def context_trouble(self) -> str:
        """Why context is not checked, though it is wanted; nothing if it is."""
        return self._contextual.trouble

    @property
    def trouble(self) -> str:
        """What went wrong so far with what the run asks besides the stylebook."""
        return "; ".join(filter(None, (self.context_trouble, self.grammar_trouble)))

    @property
    def has_failed(self) -> bool:
        """Whether a run in which that went wrong has failed."""
        wanted = self._context is not None and self._context.on_failure == "fail"
        return self.fails_without_grammar or (wanted and bool(self.context_trouble))

    def known_proof(self, article: Article) -> Proof | None:
        """What a grammar engine says of an article; None where it has to be asked first."""
        if self.proofreader is None or not self._is_judged(article):
            return NOTHING
        return self.proofreader.known(article)

    def check(self, article: Article, proof: Proof | None = None) -> Checked:
        """Check one article; without a ``proof`` a grammar engine is asked, if one is wanted."""
        settings = self.settings(article)
        if proof is None and self.proofreader is not None and self._is_judged(article):
            proof = self.proofreader.ask(article)
        return self.engine.check(article, settings, () if proof is None else proof.advice)

    def _is_judged(self, article: Article) -> bool:
        """Whether any rule that judges grammar is on for an article."""
        settings = self.settings(article)
        return any(
            card.kind == "grammar" and settings[rule].on is not False
            for rule, card in self.book.cards.items()
        )

    def start_grammar(self) -> None:
        """Start the grammar engine, if one is wanted, for processes forked from this one."""
        if self.proofreader is not None:
            self.proofreader.start()

    def keep_grammar(self) -> None:
        """Start a grammar engine again that was started here and has died."""
        if self.proofreader is not None:
            self.proofreader.keep_alive()

    def close(self) -> None:
        """End what was started for the desk."""
        if "proofreader" in self.__dict__ and self.proofreader is not None:
            self.proofreader.close()

    def compare(self, seen: Mapping[str, Sequence[Observation]]) -> tuple[Finding, ...]:
        """What the articles of a run say together, by what holds outside overrides."""
        return self.engine.compare(seen, self.ruling.base)

    def ties(self, rule: str, data: Any) -> Iterable[str] | None:
        """What an observation of a rule has in common with those it may be compared with."""
        return self.book.checks[rule].ties(data)

    def settings(self, article: Article) -> Mapping[str, Setting]:
        """What holds for one article, by rule."""
        return self.ruling.settings(article)

    def relative(self, path: str) -> str:
        """A path seen from the folder of the configuration (or the working folder)."""
        return self.ruling.relative(path)

    def severity_of(self, check: Check) -> Severity:
        """How grave a rule is before overrides."""
        return self.ruling.base[check.rule.id].severity or check.rule.severity


def _books(configuration: Configuration) -> Iterable[str]:
    for book in configuration.stylebook:
        yield book if book == SHIPPED else where_is(book, configuration.folder)


def own_folders(configuration: Configuration, books: Sequence[str] = ()) -> list[str]:
    """The folders of the stylebooks asked for, or of those configured, that do not ship."""
    asked = [where_is(book, os.getcwd()) for book in books] or list(_books(configuration))
    return [book for book in asked if book != SHIPPED]
