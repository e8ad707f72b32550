"""The sieve wakes no rule for another man's name, and keeps whatever a rule would tell."""

from __future__ import annotations

import random
from collections.abc import Iterable, Mapping, Sequence

import pytest

from lint.checks.naming.directory import Directory, Listed
from lint.checks.naming.forms import Form, words_of
from lint.checks.naming.judging import Judge, NearMiss
from lint.checks.naming.sieve import Resemblance, Sieve
from lint.readers import read_article
from lint.reading import Reading

NAMES = (
    ("Andrei Lugovoi", "Vladimir Putin", "Micheal Martin", "Salvador Perón"),
    ("Tottenham", "Hans Müller", "Ngozi Okonjo-Iweala", "Ludwig van Ahlen", "Katerina Sakellaro"),
)


def _directory(opened: list[tuple[str, int, int]] | None = None) -> Directory:
    forms = {
        (f"names/{rule}", number, 0): Form(number, name, words_of(name), alone=True)
        for rule, names in enumerate(NAMES)
        for number, name in enumerate(names)
    }
    listed = {
        f"names/{rule}": Listed(
            [(key[1], 0, form) for key, form in forms.items() if key[0] == f"names/{rule}"], ()
        )
        for rule in range(len(NAMES))
    }
    made = Directory.of(listed, (form.name for form in forms.values()))

    def form_of(*key: object) -> Form:
        if opened is not None:
            opened.append(key)  # type: ignore[arg-type]
        return forms[key]  # type: ignore[index]

    return Directory.unpacked(made.packed(), form_of)


def _reading(text: str) -> Reading:
    return Reading(read_article(text, format="plain"))


@pytest.mark.parametrize(
    "text",
    [
        "The shop of Michael Braun was shut.",  # near Micheal, beside nobody
        "They say that Andre Keller and Vladimira Keller are cousins.",
        "We met Hanna at the door of the Otter House in Lugano.",
    ],
)
def test_beside_nobodys_name_no_rule_is_woken_and_no_name_is_opened(text: str) -> None:
    opened: list[tuple[str, int, int]] = []
    assert list(_directory(opened).awake(_reading(text))) == []
    assert opened == []


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Police spoke to Anrdei Lugovoi again.", "names/0"),
        ("Police spoke to Mr Lugovoy again.", "names/0"),
        ("A statue of Salvador Peron was raised.", None),
        ("A statue of Salvadro Peron was raised.", "names/0"),
        ("A statue of SALVADRO J. PERON was raised.", "names/0"),
        ("A book by Hens Mueller is out.", "names/1"),
        ("A book by Ludvig van Ahlen is out.", "names/1"),
        ("Fans of Totenham sang.", "names/1"),
    ],
)
def test_beside_the_rest_of_a_name_its_rule_is_woken(text: str, rule: str | None) -> None:
    assert list(_directory().awake(_reading(text))) == ([rule] if rule else [])


class _Everything(Sieve):
    def kept(self, reading: Reading, words: Mapping[str, Sequence[Resemblance]]) -> Iterable[str]:
        return words


def _told(text: str, *, sifted: bool) -> list[list[NearMiss]]:
    directory, reading = _directory(), _reading(text)
    if not sifted:
        directory.lookout._sieve.__class__ = _Everything
    judges = (Judge(directory, number) for number in range(len(NAMES)))
    return [list(judge.near_misses(reading)) for judge in judges]


def test_nothing_is_lost_that_a_rule_would_have_told() -> None:
    chance = random.Random(7)
    words = [word for names in NAMES for name in names for word in name.split()]
    small = "said the and of by mr dr with in who met".split()
    told = 0
    for _ in range(800):
        text = " ".join(
            _slip(chance.choice(words), chance) if chance.random() < 0.6 else chance.choice(small)
            for _ in range(chance.randint(6, 30))
        )
        sifted = _told(text, sifted=True)
        assert sifted == _told(text, sifted=False), text
        told += sum(map(len, sifted))
    assert told > 100


def _slip(word: str, chance: random.Random) -> str:
    """A word, mostly with a letter doubled, dropped, changed or swapped behind the first."""
    if len(word) < 4 or chance.random() < 0.4:
        return word + chance.choice(["", "", ",", ".", "’s", "s"])
    at = chance.randrange(1, len(word) - 1)
    head, tail = word[:at], word[at:]
    return chance.choice(
        [head + tail[0] + tail, head + tail[1:], head + chance.choice("aeikov") + tail[1:],
         head + tail[1] + tail[0] + tail[2:]]
    )  # fmt: skip
