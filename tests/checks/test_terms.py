"""Write this, not that: the mend keeps capitals, apostrophes and possessives."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint.engine import Engine
from lint.finding import Finding
from lint.fixing import mend
from lint.readers import read_article
from lint.stylebook.book import load_stylebook
from tests.conftest import WRONGG, WriteBook, terms_rule

ENTRIES = (
    WRONGG
    + """\
  - use: polonium-210
    not: [Polonium 210, polonium 210]
    except: [Project Polonium 210]
  - use: accommodation
    not: [accomodation]
  - use: the Gazette
    not: [The Gazette]
  - use: don't know
    not: [dunno, dont know]
"""
)


@pytest.fixture
def engine(write_book: WriteBook) -> Engine:
    return engine_of(write_book(a=terms_rule(ENTRIES)))


def engine_of(root: Path) -> Engine:
    return Engine(tuple(load_stylebook(root).checks.values()))


def findings(engine: Engine, text: str) -> tuple[Finding, ...]:
    return engine.check(read_article(text)).findings


def mended(engine: Engine, text: str) -> str:
    return mend(text, lambda source: findings(engine, source)).source


@pytest.mark.parametrize(
    ("bad", "good"),
    [
        ("He took Polonium 210.", "He took polonium-210."),
        ("Polonium 210 was found.", "Polonium-210 was found."),
        ("Fine. “Polonium 210 is deadly,” he said.", "Fine. “Polonium 210 is deadly,” he said."),
        ("POLONIUM 210 FOUND IN BAR", "POLONIUM-210 FOUND IN BAR"),
        ("No accomodation here.", "No accommodation here."),
        ("Accomodation is dear.", "Accommodation is dear."),
        ("The Accomodation Office is shut.", "The Accommodation Office is shut."),
        ("ACCOMODATION CRISIS", "ACCOMMODATION CRISIS"),
        ("the accomodation’s cost.", "the accommodation’s cost."),
        ("She told The Gazette so.", "She told the Gazette so."),
        ("The Gazette said so.", "The Gazette said so."),
        ("I dont know.", "I don't know."),
    ],
)
def test_the_mend_takes_the_case_of_what_was_found(engine: Engine, bad: str, good: str) -> None:
    assert mended(engine, bad) == good


def test_a_capital_that_only_opens_the_sentence_is_no_slip(engine: Engine) -> None:
    assert findings(engine, "The Gazette said so.") == ()


def test_direct_speech_is_told_of_but_not_mended_unasked(engine: Engine) -> None:
    (finding,) = findings(engine, "He said: “It was Polonium 210.”")
    assert [fix.safety for fix in finding.fixes] == ["unsafe"]


def test_plain_misspellings_are_mended_in_speech(write_book: WriteBook) -> None:
    root = write_book(a=terms_rule(ENTRIES, more="misspellings: true\n"))
    assert mended(engine_of(root), "“No accomodation,” he said.") == "“No accommodation,” he said."


def test_an_exception_holds_its_entry_back(engine: Engine) -> None:
    assert findings(engine, "It was called Project Polonium 210 at the time.") == ()


def test_only_small_letters_are_looked_at_where_the_rule_says_so(write_book: WriteBook) -> None:
    root = write_book(a=terms_rule(ENTRIES, more="case: lower\n"))
    assert [f.text for f in findings(engine_of(root), "Accomodation or accomodation?")] == [
        "accomodation"
    ]


def test_of_overlapping_forms_the_longest_is_told(write_book: WriteBook) -> None:
    entries = WRONGG + "  - use: off\n    not: [off of]\n  - use: from\n    not: [off of the]\n"
    root = write_book(a=terms_rule(entries))
    assert [f.text for f in findings(engine_of(root), "It fell off of the roof.")] == ["off of the"]


@given(st.lists(st.sampled_from(
    ["wrongg", "Wrongg", "WRONGG", "Polonium 210", "accomodation", "“", "”", ". ", "The Gazette"]
), max_size=12))  # fmt: skip
def test_safe_fixes_settle(words: list[str]) -> None:
    text = " ".join(words)
    once = mended(_SHARED_ENGINE[0], text)
    assert mended(_SHARED_ENGINE[0], once) == once


_SHARED_ENGINE: list[Engine] = []


@pytest.fixture(scope="module", autouse=True)
def _one_engine(tmp_path_factory: pytest.TempPathFactory) -> None:
    root = tmp_path_factory.mktemp("book")
    (root / "a.yaml").write_text(terms_rule(ENTRIES), "utf-8")
    _SHARED_ENGINE.append(engine_of(root))
