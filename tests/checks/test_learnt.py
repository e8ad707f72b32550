"""A learnt model judges a word where the hand-made evidence says nothing."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint.article import Metadata
from lint.checks.confusion import tables
from lint.checks.confusion.keys import STAND_INS, key_of, stand_in
from lint.checks.confusion.setting import SETTINGS, setting_of
from lint.engine import Engine
from lint.finding import Finding
from lint.readers import read_article
from lint.stylebook.book import load_stylebook
from lint.stylebook.complaints import StylebookError
from tests.conftest import WriteBook

RULE = """\
kind: confusions
title: Learnt
severity: warning
why: They look alike.
entries:
{entries}
examples:
  - bad: The strike had no affect on trains, the company said.
    finds: affect
  - ok: The strike had no effect on trains.
  - ok: The strike will affect trains.
"""
EFFECT = """\
  - write: effect
    not: affect
    learnt: affect/effect
"""
COUNTY = """\
  - write: country
    not: county
    forms: {counties: countries}
    learnt: county/country
    doubtful: true
"""
NO_AFFECT = "The strike had no affect on trains, the company said."
NATION = """\
Envoys sent home

Britain is sending home two envoys after the county’s refusal to extradite a man wanted by
Moscow. Diplomats in Russia said the embassy would protest. The foreign secretary told
parliament that relations with the Kremlin were poor, and that sanctions on Russian banks
would follow. Ministers from Germany and France met in Berlin.
"""
SHIRE = """\
Roads to be mended

The council is to mend roads across the county after a winter of frost. Councillors said
potholes in villages and market towns would come first. Residents of the borough told the
parish meeting that the county had waited long enough. The district will pay its share.
"""


def engine_of(root: Path) -> Engine:
    return Engine(tuple(load_stylebook(root).checks.values()))


def findings(engine: Engine, text: str) -> tuple[Finding, ...]:
    return engine.check(read_article(text, "a.txt")).findings


@pytest.fixture
def engine(write_book: WriteBook) -> Engine:
    return engine_of(write_book(a=RULE.format(entries=EFFECT + COUNTY)))


def test_a_county_in_a_story_about_nations_is_told_with_its_reasons(engine: Engine) -> None:
    (found,) = findings(engine, NATION)
    assert found.text == "county’s"
    assert found.fixes[0].edits[0].text == "country’s"
    assert found.evidence[:2] == ("“the county’s refusal”", "no other “county” in the story")
    assert any("Germany" in reason for reason in found.evidence)
    assert all(reason in found.message for reason in found.evidence)


def test_a_county_among_councils_and_parishes_stands(engine: Engine) -> None:
    assert findings(engine, SHIRE) == ()


def test_what_is_learnt_is_never_safe_and_says_how_likely_it_is(engine: Engine) -> None:
    (found,) = findings(engine, NO_AFFECT)
    assert found.fixes[0].safety == "unsafe"
    assert found.confidence is not None
    assert 0 < found.confidence <= 1


def test_what_is_less_sure_is_a_suggestion_and_only_told_where_asked_for(
    write_book: WriteBook,
) -> None:
    sure, less_sure = "The strike had no affect on trains.", "To what affect was asked."
    shy = engine_of(write_book("shy", rule=RULE.format(entries=EFFECT)))
    bold = engine_of(write_book("bold", rule=RULE.format(entries=EFFECT + "    doubtful: true\n")))
    assert [found.severity for found in findings(shy, sure)] == ["warning"]
    assert [found.severity for found in findings(bold, sure)] == ["warning"]
    assert findings(shy, less_sure) == ()
    assert [found.severity for found in findings(bold, less_sure)] == ["suggestion"]


def test_what_an_editor_calls_fine_overrules_the_model(write_book: WriteBook) -> None:
    fine = EFFECT + '    fine: ["no ~ on"]\n'
    assert findings(engine_of(write_book(a=RULE.format(entries=fine))), NO_AFFECT) == ()


def test_the_model_is_asked_only_beside_the_words_that_the_entry_names(
    write_book: WriteBook,
) -> None:
    beside = EFFECT + '    beside: ["little ~"]\n'
    engine = engine_of(write_book(a=RULE.format(entries=beside)))
    assert findings(engine, NO_AFFECT) == ()
    (found,) = findings(engine, "The law had little affect on prices last year.")
    assert found.text == "affect"


def test_a_part_of_a_compound_is_left_alone(engine: Engine) -> None:
    assert findings(engine, "The strike had a no-affect on trains.") == ()


def test_a_word_in_capitals_is_left_alone(engine: Engine) -> None:
    assert findings(engine, NO_AFFECT.replace("affect", "AFFECT")) == ()


def test_a_line_or_two_are_no_story_to_judge_a_county_by(engine: Engine) -> None:
    assert findings(engine, "The county’s refusal to extradite him angered Russia.") == ()


def test_what_is_likely_by_hand_makes_a_doubt_of_the_model_graver(write_book: WriteBook) -> None:
    text = SHIRE.replace("the council is to", "The council of Moscow is to")
    likely = COUNTY + '    likely: ["across the ~"]\n'
    told = engine_of(write_book(a=RULE.format(entries=EFFECT + likely)))
    assert findings(told, text) == ()  # the model has no doubt of it
    sure = COUNTY + '    sure: ["across the ~"]\n'
    (found,) = findings(engine_of(write_book(b=RULE.format(entries=EFFECT + sure))), text)
    assert found.severity == "warning"


def test_what_is_likely_by_hand_stands_alone_where_the_story_is_too_short_to_weigh(
    write_book: WriteBook,
) -> None:
    likely = COUNTY + '    likely: ["the ~ refusal", "the ~\'s refusal"]\n'
    engine = engine_of(write_book(a=RULE.format(entries=EFFECT + likely)))
    (found,) = findings(engine, "The county’s refusal to extradite him angered Russia.")
    assert found.severity == "warning"


@pytest.mark.parametrize("section", ["World", "News/Europe", "foreign"])
def test_a_foreign_section_is_evidence(section: str) -> None:
    article = replace(read_article(SHIRE, "a.txt"), metadata=Metadata(section=section))
    assert setting_of(article) == {"abroad"}


@pytest.mark.parametrize("dateline", ["MOSCOW: ", "NEW DELHI, July 3 — ", "KYIV (Reuters) - "])
def test_a_dateline_abroad_is_evidence(dateline: str) -> None:
    headline, _, body = SHIRE.partition("\n\n")
    article = read_article(f"{headline}\n\n{dateline}{body}", "a.txt")
    assert setting_of(article) == {"abroad"}


@pytest.mark.parametrize("dateline", ["", "LEEDS: ", "BREAKING: ", "Moscow: "])
def test_what_is_not_known_of_a_story_is_no_evidence(dateline: str) -> None:
    headline, _, body = SHIRE.partition("\n\n")
    assert setting_of(read_article(f"{headline}\n\n{dateline}{body}", "a.txt")) == frozenset()


def test_the_setting_weighs_towards_country_and_its_absence_nothing() -> None:
    model = tables.model_of("county/country")
    assert model.facts["abroad"] > 0
    assert set(SETTINGS) <= set(model.facts)
    assert not set(SETTINGS) & set(tables.model_of("affect/effect").facts)


def test_a_model_that_is_not_there_is_complained_of(write_book: WriteBook) -> None:
    entries = EFFECT.replace("affect/effect", "fish/chips")
    with pytest.raises(StylebookError, match="there is no learnt model “fish/chips”"):
        load_stylebook(write_book(a=RULE.format(entries=entries)))


def test_a_name_that_leads_out_of_the_folder_is_no_model(write_book: WriteBook) -> None:
    entries = EFFECT.replace("affect/effect", "../words")
    with pytest.raises(StylebookError, match="is no name of a learnt model"):
        load_stylebook(write_book(a=RULE.format(entries=entries)))


def test_a_word_that_the_model_does_not_know_is_complained_of(write_book: WriteBook) -> None:
    entries = EFFECT.replace("not: affect", "not: affection")
    with pytest.raises(StylebookError, match="knows no “affection”"):
        load_stylebook(write_book(a=RULE.format(entries=entries)))


def test_every_model_that_ships_can_be_read_and_all_together_are_small() -> None:
    names = [name for name in os.listdir(tables.FOLDER) if name.endswith(".bin")]
    assert sum(os.path.getsize(os.path.join(tables.FOLDER, name)) for name in names) < 4_000_000
    assert len(names) > 26
    words = len(tables.known_words())
    for name in names:
        if name != "words.bin":
            model = tables.read_model(os.path.join(tables.FOLDER, name))
            assert {len(table) for table in (*model.places, model.around)} == {words}
            assert list(model.runs) == sorted(model.runs)


def test_known_words_are_in_order() -> None:
    words = list(tables.known_words())
    assert words == sorted(set(words))


def test_numbers_of_a_sort_are_one_word() -> None:
    assert key_of("1987") == key_of("2024") == "1999"
    assert key_of("7") == "0"
    assert key_of("12000") == key_of("300") == "000"
    assert key_of("21st") == "0a"


@given(st.text(min_size=1, max_size=12).filter(lambda text: not text.isspace()))
def test_every_word_has_a_key_and_a_stand_in(word: str) -> None:
    assert key_of(word)
    assert stand_in(word) in STAND_INS
