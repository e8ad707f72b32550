"""Checking many texts with one stylebook, in several processes, in order."""

from __future__ import annotations

import multiprocessing
import sys
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path
from typing import TypeVar

from lint.engine import Checked
from lint.grammar.settings import GrammarSettings
from lint.readers import read_article
from lint.shells.configuration import Configuration
from lint.shells.contextual import ContextSettings
from lint.shells.desk import Desk
from lint.stylebook.book import RuleSetting

Item = TypeVar("Item")
Result = TypeVar("Result")

_CHUNK = 40  # items handed to a process at a time


@dataclass(frozen=True, slots=True)
class Rules:
    """Which rules are at work: of the stylebooks (the shipped one by default) those that are
    on, those of ``on`` besides, without those of ``ignore``; or those of ``select`` alone.

    ``archive`` is an index of names printed, as ``copydesk names learn`` makes it; ``context``
    the file of a model of context, or “shipped”, which with ``eager`` suggests from half the
    chance on; ``grammar`` the folder of LanguageTool, or “auto” for the engine that is found.
    """

    books: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    on: tuple[str, ...] = ()
    archive: str = ""
    context: str = ""
    eager: bool = False
    grammar: str = ""


SHIPPED = Rules()


@lru_cache(maxsize=8)
def desk(rules: Rules) -> Desk:
    """The desk of some rules, made once in a process."""
    settings = {rule: RuleSetting(on=True) for rule in rules.on}
    return Desk(
        Configuration(
            rules=settings,
            archive=rules.archive,
            context=_context(rules),
            grammar=_grammar(rules.grammar),
        ),
        books=rules.books,
        select=rules.select,
        ignore=rules.ignore,
    )


def _context(rules: Rules) -> ContextSettings | None:
    if not rules.context:
        return None
    model = "" if rules.context == "shipped" else str(Path(rules.context).resolve())
    return ContextSettings(model=model, eager=rules.eager)


def _grammar(folder: str) -> GrammarSettings | None:
    if not folder:
        return None
    return GrammarSettings(folder="" if folder == "auto" else folder, time_limit=60)


def check(rules: Rules, text: str, path: str) -> Checked:
    """Check one text."""
    return desk(rules).check(read_article(text, path, format="plain"))


def each(
    work: Callable[[Rules, Item], Result], items: Iterable[Item], rules: Rules, jobs: int
) -> Iterator[Result]:
    """What the work gives for each item, in order; ``work`` must be a function of a module."""
    made = desk(rules)
    _ = made.engine  # processes that are forked inherit it
    made.start_grammar()
    items = list(items)
    if jobs <= 1 or len(items) <= _CHUNK:
        yield from map(partial(work, rules), items)
        return
    context = multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")
    with ProcessPoolExecutor(jobs, mp_context=context) as pool:
        yield from pool.map(partial(work, rules), items, chunksize=_CHUNK)
