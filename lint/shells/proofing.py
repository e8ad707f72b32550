"""Grammar at a desk: the engine that the configuration wants, asked as the rules want it."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from math import inf
from typing import TYPE_CHECKING, Generic, TypeVar

from lint.article import Article
from lint.grammar.proof import Proof
from lint.grammar.proofreader import Proofreader
from lint.shells.configuration import Configuration
from lint.tuples import NamedTuple

if TYPE_CHECKING:
    from lint.checks.grammar import Grammar
    from lint.grammar.settings import GrammarSettings

Result = TypeVar("Result")
_AHEAD = 8  # articles asked about, for each question that the engine answers at once


class Lacking(NamedTuple, Generic[Result]):
    """What a result lacks: the article to ask about, and what makes the result of the answer."""

    article: Article
    finish: Callable[[Proof], Result]


def open_proofreader(
    configuration: Configuration, settings: GrammarSettings, rules: Sequence[Grammar], *,
    rest: float = inf,
) -> Proofreader:  # fmt: skip
    """Who asks the engine on behalf of the rules that judge what it says.

    Nothing is started yet. ``rest`` is how long an engine that fails is left alone, in seconds.

    Raises:
        NoAnswer: there is no such engine here; the message says how to get one.
    """
    from lint.checks.grammar import COPY, HEADS
    from lint.grammar.answers import Answers
    from lint.grammar.asking import Wanted
    from lint.grammar.choosing import open_engine
    from lint.stylebook.cache import cache_folder

    _consult(configuration, rules)
    unwanted = [rule.unwanted() for rule in rules]
    ignore = frozenset(settings.ignore)
    wanted = Wanted(
        settings.language,
        frozenset.intersection(*(off for off, _ in unwanted)) | ignore,
        frozenset.intersection(*(off for _, off in unwanted)),
    )
    answers = Answers(cache_folder())
    folder = str(configuration.beside(settings.folder)) if settings.folder else ""
    engine = open_engine(settings, wanted, folder, answers.version_of)
    reader = Proofreader(
        engine, answers, wanted, limit=settings.time_limit, ignore=ignore, rest=rest,
        kinds=COPY | HEADS if any(rule.reads_heads() for rule in rules) else COPY,
    )  # fmt: skip
    if settings.server:
        answers.keep_version(settings.server, engine.identity.split()[1])
    return reader


def _consult(configuration: Configuration, rules: Sequence[Grammar]) -> None:
    """Give the rules the index of printed names, so that those are not doubted."""
    if not configuration.archive:
        return
    from lint.lexicon.archive import Unusable, open_archive

    with suppress(Unusable):  # which is told where the archive itself is asked
        archive = open_archive(str(configuration.beside(configuration.archive)))
        for rule in rules:
            rule.consult(archive)


def in_turn(
    reader: Proofreader,
    results: Iterable[Result],
    lacking: Callable[[Result], Lacking[Result] | None],
) -> Iterator[Result]:
    """Results in their order; those that lack what an engine says are asked about ahead.

    ``lacking`` tells what a result lacks, None where it lacks nothing. The engine is asked in
    threads, everything else is done here.
    """
    at_once = reader.engine.at_once
    waiting: deque[tuple[Result, Callable[[], Result] | None, Future[Proof] | None]] = deque()
    pool = ThreadPoolExecutor(at_once, thread_name_prefix="grammar")

    def put(result: Result) -> None:
        lack = lacking(result)
        if lack is None:
            waiting.append((result, None, None))
        else:
            asked = pool.submit(reader.ask, lack.article)
            waiting.append((result, lambda: lack.finish(asked.result()), asked))

    def first() -> Result:
        result, finish, _ = waiting.popleft()
        return result if finish is None else finish()

    try:
        for result in results:
            put(result)
            while waiting and (len(waiting) > _AHEAD * at_once or _is_done(waiting[0][2])):
                yield first()
        while waiting:
            yield first()
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _is_done(asked: Future[Proof] | None) -> bool:
    return asked is None or asked.done()
