"""Watchwords are never absent from a match; a pattern without any is always looked for."""

from __future__ import annotations

import pytest
import re2

from lint.patterns import Pattern, PatternIndex
from lint.watchwords import Watch, reduced, watchwords_of
from tests.test_anchors import CASES

MORE = [
    (r"\b(very|quite) (good|bad)\b", "It was very bad, and quite good."),
    (r"[£$€](\d+(?:\.\d+)?) ?(m|bn) (loss|gain)\b", "A £3.5bn loss, a €3 m gain and a $12m loss"),
    (r"\b(\d{1,3}(?:,\d{3})*) (people|seats)\b", "of 1,234,567 people, 12 seats; 3 people"),
    (r"\b(post|move)(?:s|ed)? up (?:the )?(list|judge)s?\b", "posted up the lists, move up judge"),
    (r"\b(\w+) (?:\w+ ){1,2}end\b", "to the bitter end. Naïve (very) end of an end"),
    (r"(?m:^|[\s(])(TK|tk) ?(?:per cent|%)", "TK per cent\ntk%\n(tk %"),
    (r"caf\x{e9} (?:bar|noir)\b", "a café bar, café noir"),
    (r"\bcause\b", "\u00e9cause because cause"),
    (r"\b(the|an) +[,.;:]( |(?m:$))", "of the , and an  ."),
    (r"(?:ab ?){2,3}c", "ab ababc ab ab c"),
    (r"(?i)\bskin\b", "S\u212ain \u017fkin SKIN"),
    (r"one{,3}two", "one{,3}two onetwo oneetwo"),
    (r"\b(\d+)-(?:year|month)-old\b", "a 12-year-old and a 9-month-old"),
    (r"x\Boy", "xoy x oy"),
    (r"_{2}\w+ end", "__init end"),
    ("(?:a|b|c) (?:d|e) (?:f|g)(?:h?|i)", "a d fh; c e gi"),
]


@pytest.mark.parametrize(("pattern", "text"), [*CASES, *MORE])
@pytest.mark.parametrize("ignore_case", [False, True])
def test_a_pattern_that_occurs_is_seen(pattern: str, text: str, ignore_case: bool) -> None:
    flag = "(?i)" if ignore_case else ""
    watch = Watch.of({7: watchwords_of(pattern, ignore_case=ignore_case)})
    for found in re2.finditer(flag + pattern, text):
        for start in range(max(0, found.start() - 3), found.start() + 1):
            around = text[start : found.end() + 2]
            seen = watch.seen(around)
            assert not re2.search(flag + pattern, around) or seen is None or seen == {7}


def test_words_stand_together_and_whole() -> None:
    watch = Watch.of({3: watchwords_of(r"\b(very|quite) (good|bad)\b")})
    assert watch.seen("It was Very\nGOOD.") == {3}
    assert watch.seen("Every good thing, quite a bad one, very badly.") == set()


def test_numbers_are_alike_and_marks_are_no_matter() -> None:
    assert reduced("A £1,300m deal – Mr O’Hara’s 2nd") == b" a 0 0m deal mr o hara s 0nd "
    (words,) = watchwords_of(r"\b\d{1,3}(?:,\d{3})* people\b")
    assert words == b" 0 people "


def test_the_row_that_tells_most_is_taken() -> None:
    assert watchwords_of(r"\bof the (last|first) \w+ (day|year)s?\b") == (
        b" of the first ",
        b" of the last ",
    )


@pytest.mark.parametrize(
    "pattern", [r"\d+", "[a-z]+ [a-z]+", r"\pL+", "colou?r", "((", "x[[:alpha:]] y z", "(the )?"]
)
def test_what_has_no_whole_words_is_always_looked_for(pattern: str) -> None:
    assert watchwords_of(pattern) == ()
    assert Watch.of({0: ()}).seen("Nothing.") == {0}


def test_an_expression_that_would_take_long_is_given_up() -> None:
    deep = "a b"
    for _ in range(60):
        deep = f"(?:{deep} ?)*"
    assert watchwords_of(f"{deep} end of it") == ()


def test_a_watch_is_the_same_when_it_is_opened_again() -> None:
    rows = {number: watchwords_of(pattern) for number, (pattern, _) in enumerate([*CASES, *MORE])}
    watch = Watch.of(rows)
    again = Watch.unpacked(watch.packed())
    assert any(rows.values())
    assert not all(rows.values())
    for _, text in MORE:
        assert watch.seen(text) == again.seen(text)


def test_a_letter_that_is_another_only_where_case_is_ignored_is_not_overlooked() -> None:
    index = PatternIndex.of([(0, Pattern(r"\btask force\b", "task", ignore_case=True))])
    assert len(index.look_up("ta\u017f\u212a force")[0]) == 1
