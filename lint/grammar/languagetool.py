"""LanguageTool, started by language-tool-python or found at an address.

The wrapper finds LanguageTool, starts it and ends it. What it does besides is done here.
"""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Any

from lint.advice import Advice
from lint.grammar.asking import NoAnswer, Unanswered, Wanted
from lint.grammar.joining import joined, parted
from lint.grammar.locating import LANGUAGETOOL, find_languagetool, why_no_languagetool
from lint.grammar.offsets import sendable
from lint.grammar.wire import Gone, Line, advice_of, server_version
from lint.grammar.wrapper import configuration, free_port, looked_for_in, tool_class

_STARTS = 2  # the first and, when it dies, one more
_WARM = "The two the men was found in a several places."
_WARMING = 120.0  # seconds that the first answer may take: rules are loaded for it
_COLD, _PATIENCE = 20, 5  # so many answers of a new server may take so many times as long
_BETWEEN = 30.0  # seconds that lie between two starts of a server that is kept alive …
_AT_MOST = 600.0  # … and that this grows to while it cannot be started
# What depends on other paragraphs than the one asked about could not be kept.
_MODE = "allButTextLevelOnly"


class LanguageToolEngine:
    """A LanguageTool server, one’s own or somebody else’s.

    ``version_known`` gives the version that a server at an address was last seen to have. One that
    is kept alive is started again after ``between`` seconds, and after twice as long each time
    that this fails.
    """

    def __init__(
        self, wanted: Wanted, *, address: str = "", folder: str = "", limit: float = 10.0,
        version_known: Callable[[str], str] = lambda _: "", between: float = _BETWEEN,
    ) -> None:  # fmt: skip
        self._wanted = wanted
        self._address = address
        self._folder = folder
        self._limit = limit
        self._version_known = version_known
        form = {
            "language": wanted.language,
            "mode": _MODE,
            "disabledRules": ",".join(sorted(wanted.rules_off)),
            "disabledCategories": ",".join(sorted(wanted.categories_off)),
        }
        self._form = {key: value for key, value in form.items() if value}  # it wants no empty ones
        self._lock = threading.Lock()
        self._line: Line | None = None
        self._tool: Any = None
        self._port = 0  # which forked processes know, also before the server is there
        self._starts = 0
        self._started_at = 0.0
        self._between = between
        self._pause = between
        self._cold = 0  # answers that are still slow, since Java compiles as it goes
        self._closed = False
        self._owner = os.getpid()
        self._seen_version = ""
        self.at_once = 2 if address else max(1, min(4, os.cpu_count() or 1))

    @property
    def identity(self) -> str:
        """LanguageTool with its version, and its address if it is somebody else’s."""
        if not self._address:
            return f"LanguageTool {LANGUAGETOOL}"
        if not self._seen_version:
            try:
                self._seen_version = self.remote_version()
            except (NoAnswer, Unanswered):
                self._seen_version = self._version_known(self._address) or "unknown"
        return f"LanguageTool {self._seen_version} at {self._address}"

    def remote_version(self) -> str:
        """The version that the server at the address says it has.

        Raises:
            NoAnswer, Unanswered: it is not there, or is no LanguageTool.
        """
        try:
            form = {"language": self._wanted.language, "text": "."}
            return server_version(self._connected().ask("check", form, self._limit))
        except Gone as gone:
            raise self._none_there(gone) from None

    def _none_there(self, gone: Gone) -> NoAnswer:
        return NoAnswer(f"no LanguageTool answers at {self._address} ({gone})")

    def ask(self, texts: Sequence[str], limit: float) -> list[list[Advice]]:
        """See :class:`lint.grammar.asking.GrammarEngine`."""
        text = sendable(joined(texts))
        while True:
            line, started = self._connected(), self._starts
            patience = _PATIENCE if self._cold else 1
            try:
                answer = line.ask("check", {**self._form, "text": text}, limit * patience)
                self._cold = max(0, self._cold - 1)
            except Gone as gone:
                if self._address and not self._closed:
                    raise self._none_there(gone) from None
                if os.getpid() != self._owner:  # who may start it again, at the same address
                    raise NoAnswer(f"LanguageTool has ended ({gone})") from None
                self._put_away(gone, started)
                continue
            return parted(texts, advice_of(answer, text))

    def _connected(self) -> Line:
        """The way to the server, which is started if it is not there.

        Raises:
            NoAnswer: it cannot be started.
        """
        with self._lock:
            if self._closed:
                raise NoAnswer("LanguageTool was stopped")
            if self._line is None:
                if self._address:
                    self._line = _line_to(self._address)
                elif os.getpid() == self._owner:
                    self._line = self._started(self._port)
                elif self._port:  # its owner may have started it by now
                    self._line = _line_to(f"http://127.0.0.1:{self._port}")
                else:
                    raise NoAnswer("LanguageTool has ended")
            return self._line

    def start(self) -> None:
        """Start the server now, for processes that will be forked from this one.

        They know where it is to be: where it cannot be started now, it is later.

        Raises:
            NoAnswer: it cannot be started.
        """
        if not self._address:
            self._port = self._port or free_port()
        self._connected()

    def keep_alive(self) -> None:
        """Start a server that has died or could not be started, where forked processes look for it.

        Only for the process that started it, which lives long and is asked to look now and then.
        """
        with self._lock:
            tool = self._tool
            if self._closed or not self._port or os.getpid() != self._owner:
                return
            if tool is not None and tool.is_alive():
                self._pause = self._between
                return
            if time.monotonic() - self._started_at < self._pause:
                return
            self._end()
            self._pause = min(2 * self._pause, _AT_MOST)
            with suppress(NoAnswer):  # those who ask will say that nobody answers
                self._line = self._started(self._port)

    def _put_away(self, gone: Gone, started: int) -> None:
        """Forget a server that died, unless another thread has started the next already.

        Raises:
            NoAnswer: it died before.
        """
        with self._lock:
            if self._closed:
                raise NoAnswer("LanguageTool was stopped") from None
            if started != self._starts:
                return
            self._end()
            if self._starts >= _STARTS:
                raise NoAnswer(f"LanguageTool ended {_STARTS} times ({gone})") from None

    def _started(self, port: int = 0) -> Line:
        self._started_at = time.monotonic()
        if why := why_no_languagetool(self._folder, look_closely=True):
            raise NoAnswer(why)
        self._starts += 1
        self._cold = _COLD
        folder = find_languagetool(self._folder)
        try:
            with looked_for_in(str(folder)):
                self._tool = tool = tool_class(port or free_port())(
                    self._wanted.language, config=configuration(self._limit, _PATIENCE)
                )
            line: Line = tool.line
            with suppress(Unanswered):
                line.ask("check", {**self._form, "text": _WARM}, _WARMING)
            return line
        except Gone as gone:
            self._end()
            raise NoAnswer(f"LanguageTool could not be started ({gone})") from None
        except Exception as error:
            # The wrapper raises six kinds, of requests, of its own and SystemError among them.
            self._end()
            said = " ".join(str(error).split()) or type(error).__name__
            raise NoAnswer(f"LanguageTool could not be started: {said}") from None
        except SystemExit as error:  # where it cannot read the version of Java
            raise NoAnswer(f"LanguageTool could not be started: {error}") from None

    def _end(self) -> None:
        line, self._line = self._line, None
        if line is not None:
            line.hang_up()
        tool, self._tool = self._tool, None
        if tool is not None and os.getpid() == self._owner:
            tool.close()

    def close(self) -> None:
        """See :class:`lint.grammar.asking.GrammarEngine`."""
        self._closed = True
        tool, line = self._tool, self._line
        # Ended first: a thread may hold the lock, or wait for an answer.
        if tool is not None and os.getpid() == self._owner:
            tool.close()
        if line is not None and os.getpid() == self._owner:
            line.hang_up()
        with self._lock:
            self._end()


def _line_to(address: str) -> Line:
    try:
        return Line(address)
    except ValueError as error:
        raise NoAnswer(str(error)) from None
