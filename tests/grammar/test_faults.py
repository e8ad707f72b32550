"""A server that goes wrong: the run goes on, says so once, and keeps nothing that is wrong."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from math import inf
from pathlib import Path

import pytest

from lint.advice import Advice
from lint.article import Article
from lint.checks.grammar import COPY
from lint.grammar import proofreader
from lint.grammar.answers import Answers, remembered
from lint.grammar.asking import Wanted
from lint.grammar.languagetool import LanguageToolEngine
from lint.grammar.proofreader import Proofreader
from lint.readers import read_article
from tests.grammar.faulty import Dies, Server, Trickles, answer, match, serving

WANTED = Wanted("en-GB", frozenset({"Y_ALL"}), frozenset({"STYLE"}))
SAID = Advice(0, 5, "A_NNS", "GRAMMAR", "This does not agree.", ("several places",))


def article(*paragraphs: str) -> Article:
    text = "\n\n".join(paragraphs or ("The first one stands here.", "The second is below it."))
    return read_article(f"A headline stands here\n\n{text}\n", "story.txt", format="plain")


OPEN: list[Proofreader] = []


@pytest.fixture(autouse=True)
def _closed() -> Iterator[None]:
    yield
    while OPEN:
        OPEN.pop().close()


def asking(
    server: Server | str, folder: Path | None = None, limit: float = 5, rest: float = inf
) -> Proofreader:
    address = server if isinstance(server, str) else server.address
    answers = Answers(folder)
    engine = LanguageToolEngine(
        WANTED, address=address, limit=limit, version_known=answers.version_of
    )
    reader = Proofreader(engine, answers, WANTED, kinds=COPY, limit=limit, rest=rest)
    OPEN.append(reader)
    return reader


def always(status: int, body: bytes) -> Callable[[str], tuple[int, bytes]]:
    return lambda _: (status, body)


def test_what_is_asked_names_the_language_and_what_is_not_wanted() -> None:
    with serving(always(200, answer())) as server:
        asking(server).ask(article())
        form = server.forms[-1]
    assert form["language"] == ["en-GB"]
    assert form["disabledRules"] == ["Y_ALL"]
    assert form["disabledCategories"] == ["STYLE"]


def test_paragraphs_are_asked_about_together_and_headlines_are_not_sent() -> None:
    with serving(always(200, answer(match(0, 5)))) as server:
        proof = asking(server).ask(article())
        assert server.asked[1:] == ["The first one stands here.\n\nThe second is below it."]
    start = article().prose.index("The first")
    assert proof.advice == (SAID.moved(start),)


def test_what_was_answered_is_not_asked_again(tmp_path: Path) -> None:
    with serving(always(200, answer(match(0, 5)))) as server:
        first = asking(server, tmp_path)
        proof = first.ask(article())
        first.close()
        again = asking(server, tmp_path)
        count = len(server.asked)
        assert again.known(article()) == proof
        assert again.ask(article("The second is below it.", "The first one stands here.")).is_whole
    assert len(server.asked) == count + 1  # for its version, and for no paragraph


FAULTS = {
    "HTTP 500": always(500, b"java.lang.NullPointerException"),
    "a page": always(200, b"<html>Please log in</html>"),
    "nothing": always(200, b""),
    "another answer": always(200, b'{"findings": []}'),
    "a list": always(200, b"[1, 2, 3]"),
    "matches of words": always(200, b'{"matches": ["one", "two"]}'),
    "a match without a rule": always(200, answer({"offset": 1, "length": 2})),
    "an offset of words": always(200, answer(match(0, 5) | {"offset": "here"})),
    "deep brackets": always(200, b"[" * 100_000),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_an_answer_that_is_none_is_not_kept(fault: str, tmp_path: Path) -> None:
    with serving(FAULTS[fault]) as server:
        reader = asking(server, tmp_path)
        proof = reader.ask(article())
    assert (proof.advice, proof.is_whole) == ((), False)
    assert "2 paragraphs were not answered" in reader.trouble
    assert remembered(tmp_path) == 0


def test_offsets_outside_the_text_are_left_out() -> None:
    wild = (match(-3, 5), match(0, 0), match(10_000, 5), match(0, 10_000), match(3, -1))
    with serving(always(200, answer(*wild, match(0, 5)))) as server:
        assert [a.start for a in asking(server).ask(article("Only one stands here.")).advice] == [
            article().prose.index("The first")
        ]


def test_one_paragraph_that_fails_does_not_take_the_others_with_it(tmp_path: Path) -> None:
    def fails(text: str) -> tuple[int, bytes]:
        return (500, b"boom") if "poison" in text else (200, answer(match(0, 5)))

    with serving(fails) as server:
        reader = asking(server, tmp_path)
        proof = reader.ask(article("All is well here.", "This is poison here.", "Well again, too."))
    assert len(proof.advice) == 2
    assert not proof.is_whole
    assert reader.trouble == "grammar: 1 paragraph was not answered, or not in time"
    assert remembered(tmp_path) == 2


@pytest.mark.parametrize("trickles", [False, True])
def test_a_slow_paragraph_is_passed_over_when_its_time_is_up(trickles: bool) -> None:
    import time

    def slow(text: str) -> tuple[int, bytes]:
        if "slow" in text and trickles:
            raise Trickles
        if "slow" in text:
            time.sleep(1.5)
        return 200, answer(match(0, 5))

    with serving(slow) as server:
        reader = asking(server, limit=0.3)
        proof = reader.ask(article("All is well here.", "This is slow, though."))
    assert len(proof.advice) == 1
    assert "1 paragraph was not answered" in reader.trouble


def test_a_server_that_breaks_off_is_given_up() -> None:
    def dies(_: str) -> tuple[int, bytes]:
        raise Dies

    with serving(dies) as server:
        reader = asking(server)
        proof = reader.ask(article())
        asked = len(server.asked)
        assert reader.ask(article("Another paragraph, then.")).advice == ()
        assert len(server.asked) == asked
    assert not proof.is_whole
    assert "no LanguageTool answers at" in reader.trouble


def test_a_server_that_is_not_there_is_told_once_with_its_address() -> None:
    with serving(always(200, answer())) as server:
        address = server.address
    reader = asking(address)
    for _ in range(3):
        assert reader.ask(article()).advice == ()
    assert reader.trouble.count(address) == 1


def test_what_a_server_said_before_it_went_still_counts(tmp_path: Path) -> None:
    with serving(always(200, answer(match(0, 5)))) as server:
        address = server.address
        first = asking(server, tmp_path)
        said = first.ask(article())
        first._answers.keep_version(address, "6.8")
    reader = asking(address, tmp_path)
    assert reader.ask(article()) == said
    assert reader.trouble == ""


def test_a_server_that_does_not_answer_at_all_is_left_alone_soon() -> None:
    with serving(always(500, b"")) as server:
        reader = asking(server)
        reader.ask(article(*(f"Paragraph {number} is here." for number in range(40))))
        asked = len(server.asked)
    assert asked < 15
    assert "does not answer any more" in reader.trouble


@pytest.mark.parametrize("status", [426, 429])
def test_too_many_questions_are_asked_again_later(
    status: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(proofreader, "_WAITS", (0.01, 0.01))
    turns = itertools.cycle([(status, b"Too many"), (200, answer(match(0, 5)))])
    with serving(lambda _: next(turns)) as server:
        reader = asking(server)
        assert reader.asked  # which asks for the version
        next(turns)
        assert reader.ask(article()).is_whole
    assert reader.trouble == ""


def test_a_server_that_is_always_busy_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(proofreader, "_WAITS", (0.01, 0.01))
    with serving(always(429, b"Too many")) as server:
        reader = asking(server)
        assert not reader.ask(article()).is_whole
    assert "busy" in reader.trouble


@pytest.mark.parametrize("address", ["ftp://grammar", "http://", "://"])
def test_an_address_that_is_none_is_told(address: str) -> None:
    reader = asking(address)
    reader.ask(article())
    assert f"“{address}” is no address of a server" in reader.trouble


def test_a_server_that_was_dead_at_the_start_is_asked_again_after_its_rest() -> None:
    with serving(always(200, answer())) as gone:
        port = gone.server_address[1]
    resting, rested = (asking(f"http://127.0.0.1:{port}", rest=rest) for rest in (inf, 0))
    for reader in (resting, rested):
        reader.start()
        assert not reader.ask(article()).is_whole
        assert "no LanguageTool answers" in reader.trouble
    with serving(always(200, answer(match(0, 5))), port):
        assert rested.ask(article()).advice
        assert rested.trouble == ""
        assert not resting.ask(article()).is_whole


def test_an_engine_that_rested_is_asked_again() -> None:
    turns = iter([(200, answer()), *[(500, b"")] * 9])
    with serving(lambda _: next(turns, (200, answer(match(0, 5))))) as server:
        reader = asking(server, rest=0)
        many = article(*(f"Paragraph {number} is here." for number in range(5)))
        assert not reader.ask(many).is_whole
        for _ in range(3):
            proof = reader.ask(many)
    assert proof.is_whole
