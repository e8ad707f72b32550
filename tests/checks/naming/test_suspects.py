"""A suspect is compared with the names beside whose words it stands, however many share one."""

from __future__ import annotations

from lint.checks.naming.forms import Form, Known, Roll, words_of
from lint.checks.naming.suspects import Bearing, InFull

SURNAMES = [f"Kolen{letter}ov" for letter in "abcdefghijklmnopqrstuvwxyz"]
FORMS = [
    Form(number, f"Vladimir {surname}", ("Vladimir", surname), alone=True)
    for number, surname in enumerate(SURNAMES)
]


def _in_full(*forms: Form, asked: list[str] | None = None) -> InFull:
    bearers = Roll.of(forms, Known(form.name for form in forms)).bearers("vladimir")

    def near(word: str) -> tuple[str, ...]:
        if asked is not None:
            asked.append(word)
        return ("kolenaov",) if word == "kolenov" else ()

    return InFull([Bearing(bearers, given=True, last=True)], near)


def test_of_many_with_one_first_name_only_the_one_with_the_surname_beside_is_looked_at() -> None:
    found = list(_in_full(*FORMS).beside(set(), {"kolenxov"}))
    assert [form.name for form, _ in found] == ["Vladimir Kolenxov"]


def test_a_surname_that_is_nearly_right_is_found_too() -> None:
    asked: list[str] = []
    found = list(_in_full(*FORMS, asked=asked).beside(set(), {"kolenov"}))
    assert [form.name for form, _ in found] == ["Vladimir Kolenaov"]
    assert asked == ["kolenov"]


def test_what_stands_beside_nobodys_name_is_compared_with_none() -> None:
    assert list(_in_full(*FORMS).beside({"the"}, {"said"})) == []


def test_forms_come_in_the_order_of_the_book_and_words_like_van_are_passed_over() -> None:
    others = [
        Form(0, name, words_of(name), alone=True)
        for name in ("Vladimir van Kolen", "Piet Vladimir", "Vladimir Müller")
    ]
    found = list(_in_full(*others).beside({"piet"}, {"mueller"}))
    assert [form.name for form, _ in found] == [
        "Vladimir van Kolen",
        "Piet Vladimir",
        "Vladimir Müller",
    ]
