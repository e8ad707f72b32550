"""Words that no dictionary has are told when they are surely slips, and only then."""

from __future__ import annotations

import pytest

from lint.engine import Engine
from lint.finding import Finding
from lint.readers import read_article
from lint.stylebook.book import Stylebook, load_stylebook
from tests.conftest import WriteBook

RULE = """\
kind: spelling
title: A rule for a test
severity: warning
why: Because.
{more}
examples:
  - bad: The minister expalins his plan.
    finds: expalins
  - ok: The minister explains his plan.
  - ok: So does the mayor.
"""


@pytest.fixture
def engine(write_book: WriteBook) -> Engine:
    return engine_of(write_book)


def engine_of(write_book: WriteBook, more: str = "language: en-GB") -> Engine:
    book = load_stylebook(write_book(a=RULE.format(more=more)))
    return Engine(tuple(book.checks.values()))


def findings(engine: Engine, text: str) -> tuple[Finding, ...]:
    return engine.check(read_article(text)).findings


@pytest.mark.parametrize(
    ("text", "found", "offered"),
    [
        ("It was an ingenius answer.", "ingenius", ["ingenious"]),
        ("The bank made a committment to the town.", "committment", ["commitment"]),
        ("Talks resumed becuase both sides gave way.", "becuase", ["because"]),
        ("The talks took palce in teh capital.", "teh", ["the"]),
        ("The mayor wore the famillies’ badges.", "famillies", ["families"]),
        ("It fell behind—the goverment’s word—last year.", "goverment", ["government"]),
        ("A surveyby the council was published.", "surveyby", ["survey by"]),
        ("It was a well-orgainsed march.", "orgainsed", ["organised"]),
        ("They met on hte bridge.", "hte", ["the", "he"]),
    ],
)
def test_a_slip_is_told_with_what_was_meant(
    engine: Engine, text: str, found: str, offered: list[str]
):
    told = {finding.text: finding for finding in findings(engine, text)}
    assert found in told
    assert [fix.edits[0].text for fix in told[found].fixes][: len(offered)] == offered


def test_a_letter_that_a_space_cut_off_is_joined_again(engine: Engine):
    (found,) = findings(engine, "The plan was o utlined by officials on Monday.")
    assert found.text == "o utlined"
    assert found.fixes[0].edits[0].text == "outlined"


def test_the_message_names_the_word_and_the_offers(engine: Engine):
    (found,) = findings(engine, "Both sides made a committment to peace.")
    assert found.message == ("“committment” is not in the dictionary; did you mean “commitment”?")


def test_a_finding_says_how_sure_it_is_and_why(engine: Engine):
    (found,) = findings(engine, "Both sides made a committment to peace.")
    assert found.confidence is not None
    assert 0.8 <= found.confidence <= 0.99
    assert "no dictionary has “committment”" in found.evidence


def test_the_right_word_elsewhere_is_evidence(engine: Engine):
    text = "The regatta was rowed at dusk. The reggatta ended at dawn."
    assert any("elsewhere" in said for f in findings(engine, text) for said in f.evidence)


def test_no_mend_is_written_unasked(engine: Engine):
    (found,) = findings(engine, "Both sides made a committment to peace.")
    assert {fix.safety for fix in found.fixes} == {"unsafe"}


@pytest.mark.parametrize(
    "text",
    [
        "The ariary fell. A dollar buys more ariary.",  # twice: a word of the article
        "She met Ursula von der Leyen in Brussels.",  # part of a name
        "His bandmates left the servers unpatched.",  # formed by rule
        "Write to newsroom@exampel.org or see www.exampel.org/goverment today.",  # addresses
        "He is the de facto ruler.",  # a foreign phrase
        "The color of the theater was gray.",  # American, and other rules' work
        "They organized an organised tour.",  # both endings
        "The regiment’s colours; the regiments’ colours.",
        "“Ah wis gonny tae the shoap,” he said.",  # how somebody speaks
        "Police said the driver wasn ’t hurt and didn ’t stop.",  # a lost apostrophe
        "Quite un­expec­tedly, the att­acks stopped.",  # soft hyphens
        "He was workin’ and talkin’ all day.",
        "Il ministro ha detto che il goverment della citta non puo fare altro per la gente "
        "che vive nella valle e che aspetta una risposta da molti anni senza speranza alcuna.",
    ],
)
def test_what_may_be_right_is_left_alone(engine: Engine, text: str):
    assert findings(engine, text) == ()


def test_words_of_the_house_are_right(write_book: WriteBook):
    text = "The reggatta ended at dawn."
    assert findings(engine_of(write_book), text)
    assert findings(engine_of(write_book, "words: [reggatta]"), text) == ()


def test_the_language_decides_what_is_offered(write_book: WriteBook):
    text = "The neighbur complained."
    assert findings(engine_of(write_book), text)[0].fixes[0].edits[0].text == "neighbour"
    american = engine_of(write_book, "language: en-US")
    assert findings(american, text)[0].fixes[0].edits[0].text == "neighbor"


def test_a_second_reading_finds_the_same(engine: Engine):
    text = "Both sides made a committment to peace. The reggatta ended at dawn."
    assert findings(engine, text) == findings(engine, text)


def test_a_house_word_of_two_words_is_complained_of(write_book: WriteBook):
    with pytest.raises(Exception, match="never met"):
        engine_of(write_book, "words: [two words]")


def test_a_long_line_without_spaces_costs_no_more_than_its_length(engine: Engine):
    assert findings(engine, "a" * 1_000_000) == ()
    assert findings(engine, "ab-" * 300_000) == ()


@pytest.mark.parametrize(
    ("text", "found", "offered"),
    [
        ("The Governement met in the town hall.", "Governement", "Government"),
        ("Governement may fall, he said.", "Governement", "Government"),
        ("On Wendesdy the bridge was shut. On Wednedsay it was mended.", "Wednedsay", "Wednesday"),
        ("The bridge was shut in Febraury last year.", "Febraury", "February"),
        ("She met Presidunt Mkwanda of the club.", "Presidunt", "President"),
        ("The bridge is shut. Nonethless they came.", "Nonethless", "Nonetheless"),
        ("Thelatest figures show it.", "Thelatest", "The latest"),
        ("It left the United Kindom.", "Kindom", "Kingdom"),
    ],
)
def test_a_slip_with_a_capital_is_told_where_it_is_no_name(
    engine: Engine, text: str, found: str, offered: str
) -> None:
    told = {finding.text: finding for finding in findings(engine, text)}
    assert [fix.edits[0].text for fix in told[found].fixes][:1] == [offered]
    assert all(fix.safety == "unsafe" for fix in told[found].fixes)


@pytest.mark.parametrize(
    "text",
    [
        "The Instituto Escolhas and the Universite Laval met.",
        "The Fondation pour l’Enfance and the Parlament of Saxony met.",
        "The Cross Internacional de Venta was won by a Scot.",
        "She met Raviyar Kully. Sharpar said no.",
        "Governement is what it is called: the Governement.",
        "She sang with Linkin Park. Arriva runs the trains.",
        "It was shown at Centraal Planbureau.",
    ],
)
def test_a_word_with_a_capital_that_may_be_a_name_is_left_alone(engine: Engine, text: str) -> None:
    assert findings(engine, text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "He shouted “viva la revolucion, companieros” in the square.",
        "They urged people to “doe normaal”, or to leave.",
        "The motto “honni soit qui mal y pensse” is old.",
    ],
)
def test_a_quotation_in_another_language_is_left_alone(engine: Engine, text: str) -> None:
    assert findings(engine, text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "It means “overflowing abudance” in English.",
        "He spoke of “no abudance in it”.",
        "He said: “Abundance is no abudance.”",
        "He saw an “abudance” of fish.",
    ],
)
def test_a_slip_in_an_english_quotation_is_told(engine: Engine, text: str) -> None:
    assert [finding.text for finding in findings(engine, text)] == ["abudance"]


def test_a_comma_inside_a_word_is_told_and_the_word_is_joined(engine: Engine) -> None:
    (finding,) = findings(engine, "The gover,nment said so.")
    assert (finding.text, finding.severity) == ("gover,nment", "error")
    assert [fix.edits[0].text for fix in finding.fixes] == ["government"]
    assert findings(engine, "It was fast,but good.") == ()


def test_a_comma_inside_a_word_is_told_once_by_all_rules(house: Stylebook) -> None:
    engine = Engine([house.checks["spelling/unknown"], house.checks["punctuation/spaces"]])
    assert [f.rule for f in findings(engine, "The gover,nment said so.")] == ["spelling/unknown"]
    assert [f.rule for f in findings(engine, "It was fast,but good.")] == ["punctuation/spaces"]


def test_brackets_with_spaces_on_both_sides_are_told_once(house: Stylebook) -> None:
    engine = Engine([house.checks["punctuation/spaces"]])
    (finding,) = findings(engine, "The bridge ( closed on Monday ) is old.")
    assert finding.text == "( closed on Monday )"


@pytest.mark.parametrize("mark", ["(sic)", "[sic]", "[SIC]"])
def test_what_the_writer_has_marked_as_so_is_left_alone(engine: Engine, mark: str) -> None:
    assert findings(engine, f"The note spoke of a “firm committment” {mark} to it.") == ()
    assert findings(engine, f"The note spoke of a committment {mark} to it.") == ()


@pytest.mark.parametrize(
    ("text", "found", "offered"),
    [
        ("A judge in Californiahas said so.", "Californiahas", "California has"),
        ("The minister flew to Chinaafter the talks.", "Chinaafter", "China after"),
    ],
)
def test_a_name_run_together_with_the_next_word_is_told(
    engine: Engine, text: str, found: str, offered: str
) -> None:
    told = {finding.text: finding for finding in findings(engine, text)}
    assert told[found].fixes[0].edits[0].text == offered


@pytest.mark.parametrize(
    "text",
    ["The Vishwa Parishad met in Delhi.", "He lives in Romland, near Helmand.", "She read Thewas."],
)
def test_a_name_that_ends_like_a_word_is_left_alone(engine: Engine, text: str) -> None:
    assert findings(engine, text) == ()
