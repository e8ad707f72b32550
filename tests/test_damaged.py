"""Copy that was damaged on its way: what is a sign of it, what is told, and who is silent."""

from __future__ import annotations

import pytest

from lint.damage import is_damaged
from lint.engine import Engine
from lint.readers import read_article
from lint.reading import Reading
from lint.stylebook.book import Stylebook

RULES = ("punctuation/damaged", "punctuation/fused", "punctuation/dropped")


@pytest.mark.parametrize(
    "text",
    [
        "The mayorâ€™s bridge is closed.",
        "MichÃ©al was there, and it cost Â£20.",
        "It canâ\x80\x99t be hit.",
        "A school in N\ufffdir.",
        "Hear more fromNorth Ronaldsay.",
        "A report byThe Harbourmaster says so.",
        "Wash off all chemicals.Symptoms may come later.",
        "To do that,last year it bought ships.",
        "A survey by the , published on Friday, says so.",
        "It was reported by . Nobody denied it.",
        "He told the, that costs would rise.",
        "There was barely any shortage of -market homes now.",
    ],
)
def test_signs_of_damage_are_seen(text: str) -> None:
    assert is_damaged(text)


@pytest.mark.parametrize(
    "text",
    [
        "The mayor’s café in São Paulo costs £20, not €20.",
        "PÂQUES AU CHÂTEAU, by Élodie Côté, in Åre.",
        "She took the easyJet flight with her iPhone and a MacBook. McDonald and DeLillo came.",
        "He said: see www.example.org, or write to desk@example.org.",
        "The man they spoke to, and the bridge he was proud of, are gone.",
        "Its price was 1,000 or so; version 2.0 and the No.1 reactor are new.",
        "And, he said, the well-known 22-year-old lost – by a vote.",
        "“Then … it ended.” The U.S. army left.",
    ],
)
def test_clean_copy_shows_none(text: str) -> None:
    assert not is_damaged(text)


def test_damage_belongs_to_its_paragraph() -> None:
    text = "A headline of five words\n\nIt cost Â£20 to mend.\n\nIt cost little to mend."
    reading = Reading(read_article(text, "a.txt", format="plain"))
    assert reading.is_damaged(reading.prose.index("mend"))
    assert not reading.is_damaged(reading.prose.rindex("mend"))
    assert not reading.is_damaged(0)


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("The mayorâ€™s bridge is closed.", "punctuation/damaged"),
        ("Hear more fromNorth Ronaldsay tonight.", "punctuation/fused"),
        ("Wash off all chemicals.Symptoms may come later.", "punctuation/fused"),
        ("A survey by the , published on Friday, says so.", "punctuation/dropped"),
    ],
)
def test_damage_is_told(text: str, rule: str, house: Stylebook) -> None:
    engine = Engine([house.checks[rule] for rule in RULES])
    told = engine.check(read_article(f"A headline here\n\n{text}", "a.txt", format="plain"))
    assert [finding.rule for finding in told.findings] == [rule]


def test_what_a_thing_is_worked_out_from_is_worked_out_once() -> None:
    reading = Reading(read_article("A headline here\n\nCopy.", "a.txt", format="plain"))
    asked: list[Reading] = []

    def look(seen: Reading) -> int:
        asked.append(seen)
        return len(asked)

    assert (reading.once(look), reading.once(look)) == (1, 1)
    assert asked == [reading]
