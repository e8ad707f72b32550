"""Frames: words in a row that cannot stand so."""

from __future__ import annotations

import pytest

from lint.engine import Engine
from lint.finding import Finding
from lint.readers import read_article
from lint.stylebook.book import load_stylebook
from lint.stylebook.complaints import Complaint, StylebookError
from tests.conftest import WriteBook

RULE = """
kind: frames
why: No sentence holds them.
lists:
  verb: {{becomes: become, goes: go, says: say}}
  many: [banks, towns]
entries:
{entries}
examples:
  - bad: It wants to becomes rich.
    finds: becomes
  - ok: one
  - ok: two
"""


def findings(write_book: WriteBook, entries: str, copy: str) -> tuple[Finding, ...]:
    book = load_stylebook(write_book(rule=RULE.format(entries=entries)))
    return Engine(list(book.checks.values())).check(read_article(copy)).findings


def texts(write_book: WriteBook, entries: str, copy: str) -> list[str]:
    return [finding.text for finding in findings(write_book, entries, copy)]


def complaints(write_book: WriteBook, entries: str) -> tuple[Complaint, ...]:
    with pytest.raises(StylebookError) as caught:
        load_stylebook(write_book(rule=RULE.format(entries=entries)))
    return caught.value.complaints


def test_what_stands_in_square_brackets_is_found_and_mended_to_what_the_list_means(
    write_book: WriteBook,
) -> None:
    entries = "  - frame: 'to [<verb>]'\n    use: '{2}'\n"
    (finding,) = findings(write_book, entries, "The town voted to becomes a city.")
    assert finding.text == "becomes"
    assert [(fix.edits[0].text, fix.safety) for fix in finding.fixes] == [("become", "unsafe")]


def test_without_brackets_the_whole_frame_is_found(write_book: WriteBook) -> None:
    assert texts(write_book, "  - frame: the of", "The mayor of the of the town.") == ["the of"]


@pytest.mark.parametrize(
    "copy",
    [
        "We will go to the by-election.",
        "We will go to the by’s house.",
        "We will go to the, by and by.",
        "We will go to The By Hotel.",
        "We will go to bathe by it.",
    ],
)
def test_marks_hyphens_capitals_and_parts_of_words_make_another_frame(
    write_book: WriteBook, copy: str
) -> None:
    assert texts(write_book, "  - frame: the by", copy) == []


def test_a_word_that_may_be_absent_is_passed_over(write_book: WriteBook) -> None:
    entries = "  - frame: 'would (never|also) [<verb>]'\n    use: '{3}'\n"
    copy = "It would goes there and would never says so; he would say it."
    assert texts(write_book, entries, copy) == ["goes", "says"]


def test_any_word_but_those_refused_may_stand(write_book: WriteBook) -> None:
    entries = "  - frame: 'towns of !who|what [says]'\n"
    copy = "The towns of who says this. The towns of Kent says that."
    assert texts(write_book, entries, copy) == ["says"]


def test_a_name_has_a_capital_and_a_number_may_be_spelt(write_book: WriteBook) -> None:
    entries = "  - frame: 'number <name> <number>'\n"
    copy = "It was number Norrie two, number Smith 14 and number seven two."
    assert texts(write_book, entries, copy) == ["number Norrie two", "number Smith 14"]


def test_endings_and_beginnings_of_words_can_be_asked_for(write_book: WriteBook) -> None:
    entries = "  - frame: 'being plead*'\n  - frame: 'by being *ning'\n"
    copy = "After being pleaded, by being running."
    assert texts(write_book, entries, copy) == ["being pleaded", "by being running"]


def test_an_end_asks_that_the_clause_ends(write_book: WriteBook) -> None:
    entries = "  - frame: 'more better <end>'\n"
    copy = "It is more better. It is more better known. It is more better - he said."
    assert len(texts(write_book, entries, copy)) == 2


def test_a_frame_that_opens_is_found_at_the_beginning_of_a_sentence_only(
    write_book: WriteBook,
) -> None:
    entries = "  - frame: 'towns [<verb>]'\n    opens: true\n    use: '{2}'\n"
    copy = "Towns says no. Of all towns says the mayor, ours is best. “Towns goes,” it said."
    assert [finding.span.start for finding in findings(write_book, entries, copy)] == [6]


def test_a_frame_that_does_not_open_is_not_found_there(write_book: WriteBook) -> None:
    entries = "  - frame: 'will [<verb>]'\n    opens: false\n"
    assert texts(write_book, entries, "Will goes home. He will goes home.") == ["goes"]


@pytest.mark.parametrize(
    ("key", "copy"),
    [
        ("not after: [who]", "The man who speaks to says so and who to says is known."),
        ("not before: [no]", "He hopes to says no to it."),
        ("not near: [what]", "It is what he hopes to says."),
    ],
)
def test_words_beside_a_frame_clear_it(write_book: WriteBook, key: str, copy: str) -> None:
    entries = "  - frame: 'to [says]'\n"
    bare = texts(write_book, entries, copy)
    cleared = texts(write_book, f"{entries}    {key}\n", copy)
    assert len(cleared) == len(bare) - 1


def test_words_beyond_a_full_stop_are_not_near(write_book: WriteBook) -> None:
    entries = "  - frame: 'to [says]'\n    not near: [what]\n"
    assert texts(write_book, entries, "He asked what. It hopes to says so.") == ["says"]


def test_direct_speech_is_passed_over(write_book: WriteBook) -> None:
    entries = "  - frame: 'to [<verb>]'\n"
    assert texts(write_book, entries, "“I hope to goes there soon,” she said.") == []


def test_apostrophes_of_either_sort_match_and_survive(write_book: WriteBook) -> None:
    entries = '  - frame: "it\'s [own] way"\n    use: "its\'"\n'
    (curly, straight) = findings(write_book, entries, "In it’s own way. In it's own way.")
    assert (curly.text, straight.text) == ("own", "own")


def test_a_capital_at_the_beginning_of_a_sentence_survives(write_book: WriteBook) -> None:
    entries = "  - frame: more better\n    use: better\n"
    (finding,) = findings(write_book, entries, "More better roads are asked for.")
    assert finding.fixes[0].edits[0].text == "Better"


def test_a_frame_known_by_a_later_pair_is_found_whatever_stands_before_it(
    write_book: WriteBook,
) -> None:
    copy = "It is one of the biggest bank in town, and one of the old banks in the north."
    assert texts(write_book, "  - frame: 'one of the ~biggest [bank] in'\n", copy) == ["bank"]
    assert texts(write_book, "  - frame: 'one of the * [~<many>] in'\n", copy) == ["banks"]


@pytest.mark.parametrize(
    ("frame", "said"),
    [
        ("to <verbs>", "there is no list “verbs”"),
        ("to [goes", "square bracket has no partner"),
        ("[to] [goes]", "one pair of square brackets"),
        ("(to) goes", "begins and ends with a word"),
        ("to |goes", "a word is missing beside |"),
        ("to (goes", "brackets stand around whole words"),
    ],
)
def test_a_frame_that_cannot_be_read_is_complained_of(
    write_book: WriteBook, frame: str, said: str
) -> None:
    (complaint,) = complaints(write_book, f"  - frame: '{frame}'\n")
    assert said in complaint.message
    assert complaint.line == 8


def test_a_mend_that_names_no_word_of_the_frame_is_complained_of(write_book: WriteBook) -> None:
    (complaint,) = complaints(write_book, "  - frame: to goes\n    use: '{3}'\n")
    assert "fewer words" in complaint.message
