"""Asks a grammar engine about articles: what it has not said before, and no more than it bears."""

from __future__ import annotations

import threading
import time
from collections.abc import Mapping, Sequence
from math import inf

from lint.advice import Advice
from lint.article import Article, BlockKind
from lint.grammar.answers import Answers
from lint.grammar.asking import Busy, GrammarEngine, NoAnswer, Unanswered, Wanted
from lint.grammar.joining import batches
from lint.grammar.proof import Proof

_LONGEST = 50_000  # code points; a longer paragraph is no prose
_TOGETHER = 4  # times the limit of one: what several paragraphs may take at most
_SILENCES = 5  # paragraphs in a row without an answer: nobody is there
_WAITS = (1.0, 3.0)  # seconds after which one that is busy is asked again


class Proofreader:
    """One engine and what it has said, for one way of asking.

    ``kinds`` are the blocks that it is asked about, ``limit`` is the longest that one paragraph
    may take (seconds), ``ignore`` are rules that are never told. An engine that fails is left
    alone for ``rest`` seconds (for good, by default). Threads may share it.
    """

    def __init__(
        self, engine: GrammarEngine, answers: Answers, wanted: Wanted, *,
        kinds: frozenset[BlockKind], limit: float = 10.0, ignore: frozenset[str] = frozenset(),
        rest: float = inf,
    ) -> None:  # fmt: skip
        self.engine = engine
        self._answers = answers
        self._wanted = wanted
        self._kinds = kinds
        self._limit = limit
        self._ignore = ignore
        self._rest = rest
        self._lock = threading.Lock()
        self._asked = ""
        self._silent_until = -inf
        self._silences = 0
        self._skipped = 0
        self._failure = ""

    @property
    def asked(self) -> str:
        """What changes when the same paragraph might be answered otherwise."""
        if not self._asked:
            self._asked = f"{self.engine.identity} {self._wanted.key()}"
        return self._asked

    @property
    def key(self) -> str:
        """What changes when the same article might be told otherwise."""
        return " ".join((self.asked, *sorted(self._kinds), "|", *sorted(self._ignore)))

    @property
    def trouble(self) -> str:
        """What went wrong so far, in one sentence; nothing if nothing did."""
        if self._failure:
            return f"grammar was not checked to the end: {self._failure}"
        if self._skipped:
            many = "paragraphs were" if self._skipped > 1 else "paragraph was"
            return f"grammar: {self._skipped} {many} not answered, or not in time"
        return ""

    def known(self, article: Article) -> Proof | None:
        """What is said of an article, if every paragraph of it has been answered before."""
        paragraphs = self._paragraphs(article)
        texts = dict.fromkeys(text for _, text in paragraphs)
        said = self._answers.recall(self.asked, texts) if texts else {}
        return self._proof(paragraphs, said) if len(said) == len(texts) else None

    def ask(self, article: Article) -> Proof:
        """What is said of an article; where the engine fails, what was said before."""
        paragraphs = self._paragraphs(article)
        texts = dict.fromkeys(text for _, text in paragraphs)
        said = self._answers.recall(self.asked, texts) if texts else {}
        said |= self._answered([text for text in texts if text not in said])
        return self._proof(paragraphs, said)

    def _paragraphs(self, article: Article) -> list[tuple[int, str]]:
        """The paragraphs asked about, each with its place in the prose."""
        return [
            (block.start, text)
            for block in article.blocks
            if block.kind in self._kinds
            and block.end - block.start <= _LONGEST
            and " " in (text := article.text(block)).strip()
        ]

    def _proof(
        self, paragraphs: Sequence[tuple[int, str]], said: Mapping[str, Sequence[Advice]]
    ) -> Proof:
        advice = tuple(
            one.moved(start)
            for start, text in paragraphs
            for one in said.get(text, ())
            if one.rule not in self._ignore
        )
        return Proof(advice, all(text in said for _, text in paragraphs))

    def _answered(self, texts: Sequence[str]) -> dict[str, list[Advice]]:
        found: dict[str, list[Advice]] = {}
        for batch in batches(texts):
            if time.monotonic() < self._silent_until:
                break
            try:
                told = self._batch(batch)
            except NoAnswer as error:
                self._give_up(str(error))
                break
            self._answers.keep(self.asked, told)
            found |= told
        return found

    def _batch(self, texts: Sequence[str]) -> dict[str, list[Advice]]:
        """What the engine says of some paragraphs, together or, where that fails, one by one.

        Raises:
            NoAnswer: it is not there any more.
        """
        if len(texts) > 1:
            try:
                limit = self._limit * min(len(texts), _TOGETHER)
                return dict(zip(texts, self._patiently(texts, limit), strict=True))
            except Unanswered:
                pass
        told: dict[str, list[Advice]] = {}
        for text in texts:
            try:
                (told[text],) = self._patiently([text], self._limit)
            except Unanswered as error:
                with self._lock:
                    self._skipped += 1
                    self._silences += 1
                    if self._silences >= _SILENCES:
                        raise NoAnswer(f"the engine does not answer any more ({error})") from None
        return told

    def _patiently(self, texts: Sequence[str], limit: float) -> list[list[Advice]]:
        for wait in (*_WAITS, 0.0):
            try:
                told = self.engine.ask(texts, limit)
            except Busy as error:
                if not wait:
                    raise NoAnswer(f"the engine is busy ({error})") from None
                time.sleep(wait)
            else:
                self._silences = 0
                if self._failure and time.monotonic() >= self._silent_until:
                    self._failure = ""  # it has come back
                return told
        raise AssertionError

    def _give_up(self, why: str) -> None:
        with self._lock:
            self._failure = self._failure or why
            self._silent_until = time.monotonic() + self._rest

    def start(self) -> None:
        """Start the engine now; where that fails it is left alone, as when it fails later."""
        try:
            self.engine.start()
        except NoAnswer as error:
            self._give_up(str(error))

    def keep_alive(self) -> None:
        """Look whether an engine that was started here has died, and start it again."""
        self.engine.keep_alive()

    def close(self) -> None:
        """Stop the engine and close what is kept."""
        self._silent_until = inf
        self.engine.close()
        self._answers.close()
