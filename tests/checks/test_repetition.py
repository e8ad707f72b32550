"""Repetition: what is doubled by mistake is found, what doubles by right is left alone."""

from __future__ import annotations

import csv
import tarfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint.checks.repeating.vocabulary import BY_RIGHT, CERTAIN
from lint.engine import Engine
from lint.finding import Finding
from lint.fixing import mend
from lint.readers import read_article
from lint.stylebook.book import Stylebook, load_stylebook
from tests.conftest import WriteBook

PARAGRAPH = "Drivers face a month of detours from Monday while the pier is mended, it said."


def findings(house: Stylebook, copy: str, rule: str = "words") -> tuple[Finding, ...]:
    return Engine([house.checks[f"repetition/{rule}"]]).check(read_article(copy)).findings


@pytest.mark.parametrize(
    ("bad", "good"),
    [
        ("The mayor opened the the bridge.", "The mayor opened the bridge."),
        ("The the mayor left.", "The mayor left."),
        ("They live in in Verona.", "They live in Verona."),
        ("a long line of of\ncars stood there", "a long line of\ncars stood there"),
        (
            "A long line of cars and of lorries stood in the road to the\nthe bridge.",
            "A long line of cars and of lorries stood in the road to the bridge.",
        ),
        ("It is the the the end.", "It is the end."),
        ("A a bridge was shut.", "A bridge was shut."),
    ],
)
def test_function_words_are_mended_unasked(house: Stylebook, bad: str, good: str) -> None:
    assert mend(bad, lambda source: findings(house, source)).source == good


@pytest.mark.parametrize(
    "copy",
    [
        "The mayor decided decided to shut it.",
        "She graduated from graduated from a college in Leeds.",
        "The deficit will fall to fall to two per cent.",
        "But British British engineers found it.",
        "Speculation grew that it it would shut.",
    ],
)
def test_other_words_are_a_warning_and_mended_when_asked_for(house: Stylebook, copy: str) -> None:
    (finding,) = findings(house, copy)
    assert finding.severity == "warning"
    assert [fix.safety for fix in finding.fixes] == ["unsafe"]


@pytest.mark.parametrize(
    "copy",
    [
        "She had had enough, and he knew that that was final.",
        "It was very very long, and no no, he said, never never again.",
        "The toll was brought in in 2018. They had been placed in in the past.",
        "The break-in in 1999 ended in in-fighting.",
        "They had been waiting for for years, and were taken on on the bridge.",
        "What it is is a mess. All it was was a bridge. How late the ferry is is unknown.",
        "Once we got into it it was fun.",
        "The The mayor left.",
        "Duran Duran played in Bora Bora. Spend Spend Spend was a hit.",
        "A a1 road. It offered a A$1m reward. IS is growing. He wrote for the The Times.",
        "It was shut. Shut was the word. The end, end of story. One – one.",
        "The mother told her her son was safe.",
        "He is the lord Lord Bingham named, said Said.",
        "The boda boda riders and the boda boda drivers met.",
        "“Free free bridges,” they sang. There is no there there.",
        "It grew up and up and up, day after day after day, again and again and again.",
        "They won back to back titles. What makes a bridge a bridge, he asked.",
        "The pools she goes to to swim are far away.",
        "Their first first lady wrote a book.",
        "10 10 20 20 and B B.",
    ],
)
def test_what_doubles_by_right_is_left_alone(house: Stylebook, copy: str) -> None:
    assert [finding.text for finding in findings(house, copy)] == []


@pytest.mark.parametrize(
    ("copy", "twice"),
    [
        ("She was talking to to the council.", "to to"),
        ("The council is looking at at its plans.", "at at"),
        ("Firms look to to give drivers a way round.", "to to"),
        ("It is a toll that drivers will not stand for for.", "for for"),
        ("Having dealt with with problems, it shut.", "with with"),
        ("A man who froze his old disk in a hurry to mend the thing has has won.", "has has"),
        ("This is a toll, which has has cost drivers dear.", "has has"),
        ("The bridge can be be mended, whatever it costs.", "be be"),
        ("It did not not open.", "not not"),
        ("It seems unlikely at this this point.", "this this"),
        ("The city was running it it and the county had left.", "it it"),
        ("It is worth around 60% more more than it cost.", "more more"),
        ("The focus is now now on the pier.", "now now"),
        ("Work is under way way to mend it.", "way way"),
        ("Drivers were turned away and found out out that it was shut.", "out out"),
        ("It made $1.9 billion billion last year.", "billion billion"),
        ("Its 4-0 win win over Leeds was a surprise.", "win win"),
        ("They were thanked for their “patience patience and support”.", "patience patience"),
        ("The county was shut of “any bridge” after after the storm.", "after after"),
    ],
)
def test_words_that_may_double_elsewhere_are_found_where_they_may_not(
    house: Stylebook, copy: str, twice: str
) -> None:
    assert [finding.text for finding in findings(house, copy)] == [twice]


@pytest.mark.parametrize(
    "copy",
    [
        "The lengths he goes to to stay in shape are known.",
        "What it was looked at at first was a mystery.",
        "On top of this this is wrong.",
        "You can not not know it; she spoke of not not knowing.",
        "It works more more cheaply, and way way too fast.",
        "They were going out out on Friday. “Out out!” they called.",
        "My great great aunt waited a long long time. “It was a great great day,” he said.",
        "It is one in 10 million million. It was a win win for the town.",
        "They called it an “armada armada” and a “mango mango” drink.",
        "The go go dancers went up and up up to the top. Come come, she said.",
    ],
)
def test_words_that_double_in_their_own_company_are_left_alone(house: Stylebook, copy: str) -> None:
    assert [finding.text for finding in findings(house, copy)] == []


def test_words_are_not_compared_over_the_edges_of_lines_and_paragraphs(house: Stylebook) -> None:
    copy = "Mayor shuts the bridge\n\nBridge engineers found the\n\nthe crack on Monday last week."
    assert findings(house, copy) == ()


def test_in_direct_speech_nothing_is_mended_unasked(house: Stylebook) -> None:
    (finding,) = findings(house, "“I saw the the bridge,” she said.")
    assert [fix.safety for fix in finding.fixes] == ["unsafe"]


def test_an_editor_adds_words_that_double(write_book: WriteBook) -> None:
    rule = (
        "kind: repetition\nwhy: x\nlook for: words\nby right: [Boda]\nexamples:\n"
        "  - bad: the the\n    finds: the the\n  - ok: one\n  - ok: two\n"
    )
    engine = Engine(tuple(load_stylebook(write_book(rule=rule)).checks.values()))
    assert engine.check(read_article("The boda boda driver left.")).findings == ()


def test_no_word_is_both_certain_and_doubled_by_right() -> None:
    assert not BY_RIGHT & CERTAIN


def test_the_next_paragraph_that_is_the_same_is_deleted_unasked(house: Stylebook) -> None:
    copy = f"Mayor shuts bridge\n\n{PARAGRAPH}\n\n{PARAGRAPH}\n\nThe end.\n"
    mended = mend(copy, lambda source: findings(house, source, "paragraphs")).source
    assert mended == f"Mayor shuts bridge\n\n{PARAGRAPH}\n\nThe end.\n"


def test_a_paragraph_that_comes_again_later_is_deleted_only_when_asked_for(
    house: Stylebook,
) -> None:
    copy = f"Mayor shuts bridge\n\n{PARAGRAPH}\n\nThe ferry runs.\n\n{PARAGRAPH}\n"
    (finding,) = findings(house, copy, "paragraphs")
    assert [fix.safety for fix in finding.fixes] == ["unsafe"]
    assert [place.start.line for place in finding.related] == [3]


@pytest.mark.parametrize(
    "copy",
    [
        (
            "Films\n\nA film about a bridge.\n\n"
            "Where is it sold? In every shop of the town, from Monday on.\n\n"
            "A film about a ferry.\n\n"
            "Where is it sold? In every shop of the town, from Monday on.\n"
        ),
        "Results\n\nDraw\n\nA game.\n\nDraw\n\nAnother game.\n",
    ],
)
def test_labels_and_short_lines_may_come_again(house: Stylebook, copy: str) -> None:
    assert findings(house, copy, "paragraphs") == ()
    assert findings(house, copy, "lines") == ()


def test_the_same_sentence_twice_in_a_row_is_found_outside_speech(house: Stylebook) -> None:
    sentence = "The bridge will close on Monday for a month."
    assert len(findings(house, f"{sentence} {sentence} The end.", "sentences")) == 1
    spoken = "We do not have the time for any of this."
    assert findings(house, f"“{spoken} {spoken} None,” he said.", "sentences") == ()


WORDS = st.lists(
    st.sampled_from(["the", "The", "bridge", "had", "in", "of", "and", ".", "“no”", "\n\n", "is"]),
    max_size=25,
)


@given(WORDS)
def test_safe_mends_settle(house: Stylebook, words: list[str]) -> None:
    engine = Engine([house.checks["repetition/words"]])

    def check(source: str) -> tuple[Finding, ...]:
        return engine.check(read_article(source)).findings

    once = mend(" ".join(words), check).source
    assert mend(once, check).source == once
    assert not any(fix.safety == "safe" for finding in check(once) for fix in finding.fixes)


def test_labelled_repeats_are_told_apart(house: Stylebook, shared: Path) -> None:
    with (shared / "gold" / "repeated_words.tsv").open(encoding="utf-8") as table:
        rows = list(csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE))
    engine = Engine([house.checks["repetition/words"]])
    right = wrong = missed = 0
    for name in ("bbc2004", "bbc_modern"):
        found = _doubled(engine, shared / "corpora" / f"{name}.tar.xz", rows, name)
        for row in rows:
            if row["set"] == name and row["label"] in {"error", "ok"}:
                told = row["match"].lower() in found[row["file"]]
                right += told and row["label"] == "error"
                wrong += told and row["label"] == "ok"
                missed += not told and row["label"] == "error"
    assert right / (right + missed) >= 0.95
    assert right / (right + wrong) >= 0.95


def _doubled(
    engine: Engine, archive: Path, rows: list[dict[str, str]], name: str
) -> dict[str, set[str]]:
    wanted = {row["file"] for row in rows if row["set"] == name}
    found: dict[str, set[str]] = {}
    with tarfile.open(archive) as files:
        for member in files:
            base = member.name.rsplit("/", 1)[-1]
            copy = files.extractfile(member) if base in wanted else None
            if copy is not None:
                told = engine.check(read_article(copy.read(), base)).findings
                found[base] = {" ".join(finding.text.split()).lower() for finding in told}
    return found


def test_two_forms_of_be_are_an_error_but_which_of_them_goes_is_asked(house: Stylebook) -> None:
    (finding,) = findings(house, "The door was was shut, he said.")
    assert (finding.severity, finding.fixes[0].safety) == ("error", "unsafe")


def test_a_word_beside_a_damaged_character_is_no_word(house: Stylebook) -> None:
    assert findings(house, "He was at the\ufffd the door and the \ufffdthe roof.") == ()
