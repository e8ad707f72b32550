"""Fixes are applied from the end, never overlapping, and settle."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from lint.finding import Edit, Excerpt, Finding, Fix, Safety
from lint.fixing import apply, chosen_fix, mend
from lint.span import Position, Span


def fix(start: int, end: int, text: str, safety: Safety = "safe") -> Fix:
    return Fix("mend", safety, (Edit(Span(start, end), text),))


def finding(*fixes: Fix) -> Finding:
    place = Position(1, 1)
    return Finding(
        "p", "r", "terms", "e", "error", "m", "", Span(0, 0), place, place, Excerpt("", 0, 0), fixes
    )


def test_edits_do_not_disturb_each_others_places() -> None:
    assert apply("one two three", [fix(0, 3, "1"), fix(4, 7, "2"), fix(8, 13, "3")])[0] == "1 2 3"


def test_of_overlapping_fixes_the_first_is_applied_and_the_other_waits() -> None:
    source, taken = apply("one two", [fix(2, 5, "X"), fix(0, 3, "1")])
    assert source == "1 two"
    assert len(taken) == 1


def test_two_insertions_at_one_place_do_not_both_go_in() -> None:
    assert apply("ab", [fix(1, 1, "x"), fix(1, 1, "y")])[0] in ("axb", "ayb")


def test_edits_of_another_file_are_not_applied_here() -> None:
    elsewhere = Fix("mend", "safe", (Edit(Span(0, 1), "x", path="other"),))
    assert apply("ab", [elsewhere]) == ("ab", [])


def test_a_safe_fix_is_chosen_before_any_other() -> None:
    assert chosen_fix(finding(fix(0, 1, "u", "unsafe"), fix(0, 1, "s"))) == fix(0, 1, "s")
    assert chosen_fix(finding(fix(0, 1, "u", "unsafe"))) is None
    assert chosen_fix(finding(fix(0, 1, "u", "unsafe")), unsafe=True) == fix(0, 1, "u", "unsafe")


def test_between_two_unsafe_mends_nothing_is_chosen() -> None:
    both = finding(fix(0, 1, "a", "unsafe"), fix(0, 1, "b", "unsafe"))
    assert chosen_fix(both, unsafe=True) is None


def test_rules_that_undo_each_other_come_to_an_end() -> None:
    def check(source: str) -> list[Finding]:
        return [finding(fix(0, 1, "b" if source[0] == "a" else "a"))]

    assert mend("a", check).source in ("a", "b")


@given(st.text(min_size=1, max_size=40), st.data())
def test_applying_changes_nothing_outside_the_edits(source: str, data: st.DataObject) -> None:
    places = sorted(data.draw(st.sets(st.integers(0, len(source)), max_size=8)))
    pairs = list(zip(places[::2], places[1::2], strict=False))
    fixes = [fix(start, end, f"<{number}>") for number, (start, end) in enumerate(pairs)]
    result, taken = apply(source, fixes)
    assert len(taken) == len(fixes)
    rest, at = [], 0
    for start, end in pairs:
        rest.append(source[at:start])
        at = end
    rest.append(source[at:])
    pieces = [rest[0]]
    for number, piece in enumerate(rest[1:]):
        pieces += [f"<{number}>", piece]
    assert result == "".join(pieces)
