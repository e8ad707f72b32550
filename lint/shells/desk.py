"""The desk: stylebook and configuration put together into what holds for each article."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from pathlib import Path

from lint.article import Article
from lint.checks.base import Check
from lint.engine import Engine, Setting
from lint.finding import Severity
from lint.settling import names
from lint.shells.configuration import Configuration, Override
from lint.shells.globs import matches
from lint.stylebook.book import SHIPPED, RuleSetting, Stylebook, load_stylebook
from lint.stylebook.complaints import Complaint, StylebookError


class Desk:
    """Which rules are at work, for the run and for one article.

    ``select`` and ``ignore`` come from the command line and go before the configuration.
    """

    def __init__(
        self,
        configuration: Configuration,
        *,
        select: Sequence[str] = (),
        ignore: Sequence[str] = (),
        books: Sequence[str] = (),
    ) -> None:
        self.configuration = configuration
        self.book: Stylebook = load_stylebook(*(books or _books(configuration)))
        self._select = tuple(select) or configuration.select
        self._ignore = (*ignore, *configuration.ignore)
        self._complain_of_unknown(select, ignore)

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
            if not any(names(name, rule) for rule in self.book.checks)
        ]
        if complaints:
            raise StylebookError(complaints)

    def _unknown(self, name: str) -> str:
        from difflib import get_close_matches  # only to complain

        folders = {rule.rsplit("/", 1)[0] for rule in self.book.checks}
        near = get_close_matches(name, [*self.book.checks, *folders], 1, 0.5)
        meant = f"did you mean “{near[0]}”?" if near else "see copydesk rules list"
        return f"there is no rule “{name}”; {meant}"

    @cached_property
    def _base(self) -> dict[str, Setting]:
        """What holds for every article, before overrides."""
        settings: dict[str, Setting] = {}
        for rule in self.book.checks:
            book, own = self.book.settings.get(rule), self.configuration.rules.get(rule)
            on = self.book.says_on(rule)
            severity = book.severity if book is not None else None
            if own is not None:
                on = on if own.on is None else own.on
                severity = own.severity or severity
            if self._select:
                on = _named(self._select, rule)
            if _named(self._ignore, rule):
                on = False
            settings[rule] = Setting(on, severity)
        for rule, setting in settings.items():
            if not self._asked_for(rule) and any(
                other in settings and settings[other].on
                for other in self.book.checks[rule].rule.unless
            ):
                settings[rule] = Setting(False, setting.severity)
        return settings

    def _asked_for(self, rule: str) -> bool:
        """Whether the configuration or the command line names a rule to be on."""
        own = self.configuration.rules.get(rule)
        return rule in self._select or (own is not None and own.on is True)

    @cached_property
    def checks(self) -> tuple[Check, ...]:
        """Every check that is on for at least one article of any run."""
        wanted = {rule for rule, setting in self._base.items() if setting.on}
        for override in self.configuration.overrides:
            wanted |= {rule for rule in self.book.checks if self._turned_on(override, rule)}
        return tuple(check for rule, check in self.book.checks.items() if rule in wanted)

    def _turned_on(self, override: Override, rule: str) -> bool:
        own = override.rules.get(rule)
        asked = _named(override.select, rule) or (own is not None and own.on is True)
        return asked and not (self._select and not _named(self._select, rule))

    @cached_property
    def engine(self) -> Engine:
        """The engine of all those checks."""
        return Engine(self.checks)

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
        return Setting(on, severity)

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
        yield book if book == SHIPPED else str(configuration.beside(book))


def _named(selectors: Iterable[str], rule: str) -> bool:
    return any(names(selector, rule) for selector in selectors)
