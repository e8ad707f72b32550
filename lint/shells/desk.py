"""The desk: stylebook and configuration put together into what holds for each article."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from math import inf
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lint.article import Article
from lint.checks.base import Check, Observation
from lint.engine import Engine, Setting
from lint.finding import Finding, Severity
from lint.grammar.proof import NOTHING, Proof
from lint.grammar.settings import as_asked
from lint.housewords import HouseWords
from lint.rule import Rule
from lint.settling import names
from lint.shells.configuration import Configuration, Override
from lint.shells.consulting import consult
from lint.shells.contextual import as_asked as context_as_asked
from lint.shells.contextual import give_model
from lint.shells.globs import matches
from lint.shells.pages import Pages
from lint.shells.wordlist import load_words
from lint.stylebook.book import SHIPPED, RuleSetting, Stylebook, folder_of, load_stylebook
from lint.stylebook.complaints import Complaint, StylebookError

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
        self._min_confidence = min_confidence
        self.words = load_words(configuration.beside(configuration.word_list))
        self.book: Stylebook = load_stylebook(*(books or _books(configuration)))
        self._select = tuple(select) or configuration.select
        self._ignore = (*ignore, *configuration.ignore)
        self._complain_of_unknown(select, ignore)
        self.remarks, self._idle = consult(self.book, configuration)
        self._contextual = give_model(self.book, configuration, self._context, self._wanted)

    def _complain_of_unknown(self, select: Sequence[str], ignore: Sequence[str]) -> None:
        own = self.configuration
        path = own.path
        asked = [("", name) for name in (*select, *ignore)]
        asked += [(path, name) for name in (*own.select, *own.ignore, *own.rules)]
        for override in own.overrides:
            asked += [(path, n) for n in (*override.select, *override.ignore, *override.rules)]
        complaints = [
            Complaint(where or "copydesk", 0, 0, self._unknown(name))
            for where, name in asked
            if not any(names(name, rule) for rule in self.book.cards)
        ]
        if complaints:
            raise StylebookError(complaints)

    def _unknown(self, name: str) -> str:
        from difflib import get_close_matches  # only to complain

        folders = {rule.rsplit("/", 1)[0] for rule in self.book.cards}
        near = get_close_matches(name, [*self.book.cards, *folders], 1, 0.5)
        meant = f"did you mean “{near[0]}”?" if near else "see copydesk rules list"
        return f"there is no rule “{name}”; {meant}"

    @cached_property
    def _base(self) -> dict[str, Setting]:
        """What holds for every article, before overrides."""
        settings: dict[str, Setting] = {}
        for rule in self.book.cards:
            book, own = self.book.settings.get(rule), self.configuration.rules.get(rule)
            on = self.book.says_on(rule)
            severity = book.severity if book is not None else None
            if own is not None:
                on = on if own.on is None else own.on
                severity = own.severity or severity
            floor = _first(
                self._min_confidence,
                own.min_confidence if own is not None else None,
                book.min_confidence if book is not None else None,
                self.configuration.min_confidence,
            )
            if self._select:
                on = _named(self._select, rule)
            if _named(self._ignore, rule):
                on = False
            settings[rule] = Setting(on, severity, floor)
        for rule, setting in settings.items():
            if not self._asked_for(rule) and any(
                other in settings and settings[other].on for other in self.book.cards[rule].unless
            ):
                settings[rule] = replace(setting, on=False)
        return settings

    def _asked_for(self, rule: str) -> bool:
        """Whether the configuration or the command line names a rule to be on."""
        own = self.configuration.rules.get(rule)
        return rule in self._select or (own is not None and own.on is True)

    @cached_property
    def rules(self) -> tuple[str, ...]:
        """Every rule (its id) that is on for at least one article of any run."""
        idle = self._idle | self._contextual.idle
        return tuple(rule for rule in self.book.cards if rule in self._wanted - idle)

    @cached_property
    def _wanted(self) -> frozenset[str]:
        """The rules that are on somewhere, whether or not they have what they ask."""
        wanted = {rule for rule, setting in self._base.items() if setting.on}
        for override in self.configuration.overrides:
            wanted |= {rule for rule in self.book.cards if self._turned_on(override, rule)}
        return frozenset(wanted)

    def _turned_on(self, override: Override, rule: str) -> bool:
        own = override.rules.get(rule)
        asked = _named(override.select, rule) or (own is not None and own.on is True)
        return asked and not (self._select and not _named(self._select, rule))

    @property
    def pages(self) -> Mapping[str, Rule]:
        """Those rules themselves, each unpacked when it is looked at."""
        return Pages(self.book, self.rules)

    @property
    def key(self) -> str:
        """What changes when the same article might give other findings at this desk."""
        import hashlib
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
        said += [self._select, self._ignore, self._min_confidence]  # these go before overrides
        said += [repr(self._base), repr(self.configuration), known, stamp]
        said.append(self.proofreader.key if self.proofreader is not None else "")
        said.append(self._contextual.key)
        return hashlib.blake2b(json.dumps(said).encode(), digest_size=16).hexdigest()

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
        return self.engine.compare(seen, self._base)

    def settings(self, article: Article) -> Mapping[str, Setting]:
        """What holds for one article, by rule."""
        applying = [o for o in self.configuration.overrides if self._applies(o, article)]
        if not applying:
            return self._base
        settings = dict(self._base)
        for override in applying:
            for rule, setting in settings.items():
                settings[rule] = self._overridden(override, rule, setting)
        return settings

    def _overridden(self, override: Override, rule: str, setting: Setting) -> Setting:
        on, severity = setting.on, setting.severity
        own: RuleSetting | None = override.rules.get(rule)
        if self._turned_on(override, rule):
            on = True
        if _named(override.ignore, rule) or (own is not None and own.on is False):
            on = False
        if own is not None and own.severity is not None:
            severity = own.severity
        if _named(self._ignore, rule):
            on = False
        floor = _first(
            self._min_confidence,
            own.min_confidence if own is not None else None,
            override.min_confidence,
            setting.min_confidence,
        )
        return Setting(on, severity, floor)

    def _applies(self, override: Override, article: Article) -> bool:
        section = article.metadata.section.casefold()
        if section and section in (name.casefold() for name in override.sections):
            return True
        return matches(override.paths, self.relative(article.path))

    def relative(self, path: str) -> str:
        """A path seen from the folder of the configuration (or the working folder)."""
        # Not Path.resolve, which fails where links lead in a circle.
        folder = os.path.realpath(self.configuration.folder or ".")
        try:
            return Path(os.path.realpath(path)).relative_to(folder).as_posix()
        except ValueError:
            return path

    def severity_of(self, check: Check) -> Severity:
        """How grave a rule is before overrides."""
        return self._base[check.rule.id].severity or check.rule.severity


def _books(configuration: Configuration) -> Iterable[str]:
    for book in configuration.stylebook:
        yield book if book == SHIPPED else str(folder_of(book, configuration.beside("")))


def _first(*floors: float | None) -> float | None:
    """The first threshold that somebody set."""
    return next((floor for floor in floors if floor is not None), None)


def _named(selectors: Iterable[str], rule: str) -> bool:
    return any(names(selector, rule) for selector in selectors)
