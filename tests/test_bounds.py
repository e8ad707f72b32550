"""What a process remembers of the words that it meets has a bound."""

from __future__ import annotations

import gc
import weakref
from functools import _lru_cache_wrapper
from importlib import import_module

import pytest

from lint.engine import Engine
from lint.lexicon.words import open_words
from lint.readers import read_article
from lint.reading import Reading
from lint.stylebook.book import load_stylebook
from tests.conftest import ROOT

_MOST = 10_000  # of the largest: some three megabytes
_MODULES = (
    "lint.checks.agreeing.across", "lint.checks.agreeing.forms", "lint.checks.agreeing.judging",
    "lint.checks.agreeing.meaning", "lint.checks.agreeing.nearness",
    "lint.checks.agreeing.sifting", "lint.checks.agreeing.standing",
    "lint.checks.naming.spelling", "lint.mentioned",
)  # fmt: skip


@pytest.mark.parametrize("module", _MODULES)
def test_what_is_worked_out_for_words_and_names_is_not_kept_for_ever(module: str) -> None:
    memos = [m for m in vars(import_module(module)).values() if isinstance(m, _lru_cache_wrapper)]
    own = [memo for memo in memos if memo.__module__ == module]
    assert own
    for memo in own:
        most = memo.cache_parameters()["maxsize"]
        assert most is not None
        assert most <= _MOST


def test_the_classes_of_words_are_bounded_and_those_that_are_fixed_hold_for_ever() -> None:
    from lint.checks.concord import classes

    known = classes.Classes()
    before = {word: known[word] for word in ("the", "claims", "Muslims", "telecoms", "would")}
    for number in range(3 * classes._REMEMBERED):
        assert known[f"{number}"] == "N" or classes._YEAR.fullmatch(f"{number}")
        assert len(known) <= classes._REMEMBERED
    assert {word: known[word] for word in before} == before


def test_the_word_list_is_opened_once_however_it_is_asked_for() -> None:
    assert open_words() is open_words("en-GB")


def test_a_reading_is_gone_when_its_article_is_checked(monkeypatch: pytest.MonkeyPatch) -> None:
    readings: list[weakref.ref[Reading]] = []
    make = Reading.__init__

    def noted(self: Reading, *given: object) -> None:
        readings.append(weakref.ref(self))
        make(self, *given)

    monkeypatch.setattr(Reading, "__init__", noted)
    engine = Engine(tuple(load_stylebook(ROOT / "rules").checks.values()))
    gc.disable()
    try:
        for path in sorted((ROOT / "seeds").glob("**/*.txt"))[:20]:
            engine.check(read_article(path.read_bytes(), path.name))
        assert readings
        assert not [each for each in readings if each() is not None]
    finally:
        gc.enable()
