"""What book, configuration and command line say of the rules, together, for each article."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence

from lint.article import Article
from lint.engine import Setting
from lint.frozen import replace
from lint.kept import cached_property
from lint.settling import names
from lint.shells.configuration import Configuration, Override
from lint.stylebook.book import RuleSetting, Stylebook
from lint.stylebook.complaints import Complaint, StylebookError


class Ruling:
    """Which rules are on, how grave they are and how sure they must be.

    ``select``, ``ignore`` and ``min_confidence`` come from the command line and go before the
    configuration.

    Raises:
        StylebookError: a rule is named that is not there.
    """

    def __init__(
        self,
        book: Stylebook,
        configuration: Configuration,
        select: Sequence[str],
        ignore: Sequence[str],
        min_confidence: float | None,
    ) -> None:
        self.book = book
        self.configuration = configuration
        self._select = tuple(select) or configuration.select
        self._ignore = (*ignore, *configuration.ignore)
        self._min_confidence = min_confidence
        self._complain_of_unknown(select, ignore)

    @property
    def asked(self) -> tuple[object, ...]:
        """What goes before overrides, and what holds outside them, as plain data."""
        return self._select, self._ignore, self._min_confidence, repr(self.base)

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
    def base(self) -> dict[str, Setting]:
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
    def wanted(self) -> frozenset[str]:
        """The rules that are on somewhere, whether or not they have what they ask."""
        wanted = {rule for rule, setting in self.base.items() if setting.on}
        for override in self.configuration.overrides:
            wanted |= {rule for rule in self.book.cards if self._turned_on(override, rule)}
        return frozenset(wanted)

    def _turned_on(self, override: Override, rule: str) -> bool:
        own = override.rules.get(rule)
        asked = _named(override.select, rule) or (own is not None and own.on is True)
        return asked and not (self._select and not _named(self._select, rule))

    def settings(self, article: Article) -> Mapping[str, Setting]:
        """What holds for one article, by rule."""
        applying = [o for o in self.configuration.overrides if self._applies(o, article)]
        if not applying:
            return self.base
        settings = dict(self.base)
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
        from lint.shells.globs import matches

        return matches(override.paths, self.relative(article.path))

    def relative(self, path: str) -> str:
        """A path seen from the folder of the configuration (or the working folder)."""
        # Not Path.resolve, which fails where links lead in a circle.
        from pathlib import Path

        folder = os.path.realpath(self.configuration.folder or ".")
        try:
            return Path(os.path.realpath(path)).relative_to(folder).as_posix()
        except ValueError:
            return path


def _first(*floors: float | None) -> float | None:
    """The first threshold that somebody set."""
    return next((floor for floor in floors if floor is not None), None)


def _named(selectors: Iterable[str], rule: str) -> bool:
    return any(names(selector, rule) for selector in selectors)
