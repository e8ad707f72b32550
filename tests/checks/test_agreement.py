"""A verb in -s that does not agree, and all that looks like it and is right."""

from __future__ import annotations

import pytest

from lint.checks.concord.mending import plain_form
from lint.engine import Engine
from lint.finding import Finding
from lint.readers import read_article
from lint.stylebook.book import Stylebook

HEAD = "Harbour to close for a year\n\n"


@pytest.fixture(scope="module")
def engine(house: Stylebook) -> Engine:
    return Engine([check for check in house.checks.values() if check.rule.kind == "agreement"])


def findings(engine: Engine, text: str, head: str = HEAD) -> list[Finding]:
    return list(engine.check(read_article(head + text, "a.txt", format="plain")).findings)


@pytest.mark.parametrize(
    ("text", "found", "right"),
    [
        ("Councils says the strike is over.", "says", "say"),
        ("The two former ministers was sent home.", "was", "were"),
        ("Nobody knew whether residents has been told.", "has", "have"),
        ("Some of the villages is still cut off.", "is", "are"),
        ("Hundreds of thousands of voters has stayed away.", "has", "have"),
        ("More than 300 soldiers was sent north.", "was", "were"),
        ("Republicans says the bill is dead.", "says", "say"),
        ("He said there was seven cases in the town.", "was", "were"),
        ("Police officers claims that nobody was hurt.", "claims", "claim"),
        ("The ferries don’t sail. Passengers hasn’t been told.", "hasn’t", "haven’t"),
        ("Concerns over ferry safety forces three captains to resign.", "forces", "force"),
        ("Shares in the brewery was up.", "was", "were"),
        ("Visitors to the museum has doubled since May.", "has", "have"),
        ("Talks on the future of the port was called off.", "was", "were"),
        ("The mayor and the bishop was there.", "was", "were"),
        ("Kenya and Uganda has signed the treaty.", "has", "have"),
        ("Mounted police and soldiers was called in.", "was", "were"),
        ("The port is set to becomes larger.", "becomes", "become"),
        ("He was trying to targets the old.", "targets", "target"),
        ("The firm would presents its plans.", "presents", "present"),
        ("Ministers will says nothing.", "says", "say"),
    ],
)
def test_a_verb_for_one_is_told_where_many_act(
    engine: Engine, text: str, found: str, right: str
) -> None:
    (finding,) = findings(engine, text)
    assert finding.text == found
    assert finding.fixes[0].edits[0].text == right
    assert finding.fixes[0].safety == "unsafe"
    assert right in finding.message


@pytest.mark.parametrize(
    "text",
    [
        # one, though it looks like many
        "Two years is a long time. Ten miles was too far. Six months has passed since.",
        "News travels fast, politics has no rules, and economics is a science.",
        "Data has been lost, the media is cautious, and the series was long.",
        "The United States has agreed. The Netherlands is flat. The Philippines was hit.",
        "Banks says he will vote. “I know Banks,” she said. Currys rejects the offer.",
        "Wolves has a new owner. Friends of the Earth has a plan.",
        "Songs by Nina Simone is out now.",
        "Twenty-four million people is a lot.",
        # somebody else is the subject
        "The price of boats has risen. The number of workers has grown.",
        "One of the officers was hurt. A group of residents has sued.",
        "The question that ministers face now is whether to go.",
        "The committee that Mr Smith chairs is in London.",
        "Cutting taxes is popular. Building homes takes years. Launching wars has a price.",
        "A bomb that wounded soldiers was found.",
        "What he does for residents is known. Whoever helps workers has friends.",
        "Hours after the vote the minister is gone. Days before the election was held, he left.",
        "Feed for cows, sheep, horses includes oats.",
        # compounds and headlinese
        "Sales growth is slow. Jobs fears grow.",
        "Police officers claims unit staff are tired.",
        "Davey calls for cuts to fuel duty and attacks on ministers.",
        # one person, one thing
        "The singer and actor was there. Law and order is a slogan. Trinidad and Tobago has won.",
        "Every man and every woman has a vote. Each ship and each crew is known.",
        "A row between the mayor and the bishop is over.",
        "The food and drink industry is small.",
        # collective nouns may take either
        "The team is tired, the government has met and the committee were split.",
        # after to
        "She spoke to residents, listened to reports and agreed to terms.",
        "The man she was married to says so. Everyone he spoke to knows it.",
        "The delay was due to concerns about safety, according to reports.",
        "Her will says so, and military might means little. The beer can holds a pint.",
    ],
)  # fmt: skip
def test_what_is_right_is_left_alone(engine: Engine, text: str) -> None:
    assert [finding.message for finding in findings(engine, text)] == []


def test_direct_speech_is_left_alone(engine: Engine) -> None:
    assert findings(engine, "“Councils says no,” she said. “The officers was late.”") == []


def test_a_headline_is_read_but_not_one_in_title_case(engine: Engine) -> None:
    assert findings(engine, "Nothing more.", "Councils says strike is over\n\n")
    assert findings(engine, "Nothing more.", "Councils Says Strike Is Over For Now\n\n") == []


def test_a_comma_in_a_headline_is_an_and(engine: Engine) -> None:
    assert findings(engine, "Nothing more.", "Toll from floods, the storms hits 19\n\n") == []


def test_copy_that_is_damaged_is_left_alone(engine: Engine) -> None:
    assert findings(engine, "Councils says the strike in cafÃ©s fromNorth Wales is over.") == []


def test_a_finding_says_what_the_subject_is(engine: Engine) -> None:
    (finding,) = findings(engine, "The harbour’s councils says the strike is over.")
    assert finding.message == "The subject, “councils”, is in the plural: write “say”, not “says”."
    assert finding.evidence == ("the subject, “councils”, is in the plural",)
    (pair,) = findings(engine, "The mayor and the bishop was there.")
    assert "“The mayor and the bishop” are two" in pair.message
    assert pair.severity == "suggestion"


@pytest.mark.parametrize(
    ("found", "after_to", "right"),
    [
        ("goes", False, "go"),
        ("carries", True, "carry"),
        ("reaches", True, "reach"),
        ("is", False, "are"),
        ("is", True, "be"),
        ("doesn’t", False, "don’t"),
        ("wasn't", False, "weren't"),
    ],
)
def test_the_plain_form_of_a_verb(found: str, after_to: bool, right: str) -> None:
    assert plain_form(found, after_to=after_to) == right


def test_a_sentence_without_end_takes_no_time_worth_telling(engine: Engine) -> None:
    text = "The workers and the ministers of the town " * 3000
    assert findings(engine, text) == []
