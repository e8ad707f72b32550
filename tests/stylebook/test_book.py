"""A stylebook is loaded whole, or every complaint about it is told with its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from lint.stylebook.book import load_stylebook
from lint.stylebook.complaints import StylebookError
from tests.conftest import WRONGG, WriteBook, terms_rule


def complaints(*books: Path) -> list[str]:
    with pytest.raises(StylebookError) as caught:
        load_stylebook(*books)
    return [
        f"{Path(c.path).name}:{c.line}:{c.column}: {c.message}" for c in caught.value.complaints
    ]


def test_the_path_of_a_file_is_the_id_of_its_rule(write_book: WriteBook) -> None:
    book = load_stylebook(write_book(**{"terms/house": terms_rule(WRONGG)}))
    assert list(book.checks) == ["terms/house"]
    assert book.checks["terms/house"].rule.title == "A rule for a test"


def test_scalars_are_the_words_as_written(write_book: WriteBook) -> None:
    entries = WRONGG + "  - use: No\n    not: [NO.]\n  - use: 17:30\n    not: [1730]\n"
    book = load_stylebook(write_book(a=terms_rule(entries)))
    assert [entry.use for entry in book.checks["a"].options.entries] == ["wrong", "No", "17:30"]


def test_every_complaint_of_every_file_is_told_at_once(write_book: WriteBook) -> None:
    root = write_book(
        a=terms_rule(WRONGG).replace("severity", "serverity"),
        b=terms_rule(WRONGG).replace("kind: terms", "kind: term"),
        c="kind: terms\n\twhy: a tab\n",
        d=terms_rule(WRONGG) + "why: twice\n",
        e="- a list\n",
        f="kind: [unclosed\n",
    )
    told = complaints(root)
    assert [line.split(": ", 1)[0] for line in told] == [
        "a.yaml:3:1",
        "b.yaml:1:1",
        "c.yaml:2:1",
        "d.yaml:13:1",
        "e.yaml:1:1",
        "f.yaml:2:1",
    ]
    assert "did you mean “severity”?" in told[0]
    assert "there is no kind “term”" in told[1]
    assert "tab" in told[2]
    assert "twice (first in line 4)" in told[3]


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (("severity: error", "severity: fatal"), "3:1: “fatal” is not known here; write one of"),
        (("why: Because.\n", ""), "1:1: the key “why” is missing"),
        (("  - ok: So is this.\n", ""), "8:1: at least two “ok” examples are needed"),
        (("    finds: wrongg\n", ""), "9:5: a bad example says under “finds”"),
        (("    not: [wrongg]\n", ""), "6:5: the key “not” is missing"),
        (("[wrongg]", "[wrong]"), "“wrong” is both the right form and a wrong one"),
        (("[wrongg]", "[]"), "“wrong” has no form under “not”"),
        (("use: wrong\n", "use: [wrong]\n"), "a word or a phrase is expected"),
        (("entries:", "misspellings: perhaps\nentries:"), "“perhaps” stands where true or false"),
        (("entries:", "scope: [headlin]\nentries:"), "“headlin” is not known here"),
        (("entries:", "message: Not {fond}.\nentries:"), "a message cannot name {fond}"),
        (("entries:", "message: Not {found.\nentries:"), "braces of the message do not close"),
        (("entries:", "valid: {from: soon}\nentries:"), "a date like 2007-07-17 is expected"),
    ],
)
def test_a_broken_rule_is_explained(
    write_book: WriteBook, change: tuple[str, str], expected: str
) -> None:
    text = terms_rule(WRONGG)
    assert change[0] in text
    told = complaints(write_book(a=text.replace(*change)))
    assert any(expected in line for line in told), told


def test_a_form_that_is_wrong_here_and_right_there_is_a_quarrel(write_book: WriteBook) -> None:
    other = "  - use: wrongg\n    not: [rong]\n"
    told = complaints(write_book(a=terms_rule(WRONGG), b=terms_rule(other)))
    assert told == [
        "a.yaml:7:11: “wrongg” is wrong here, but “wrongg” in b asks for it; take one of them out"
    ]


def test_a_form_mended_in_two_ways_is_a_quarrel(write_book: WriteBook) -> None:
    other = "  - use: wring\n    not: [wrongg]\n"
    told = complaints(write_book(a=terms_rule(WRONGG), b=terms_rule(other)))
    assert "mended to “wring” here and to “wrong” in a" in told[0]


def test_a_rule_that_is_off_may_disagree(write_book: WriteBook) -> None:
    other = terms_rule("  - use: wring\n    not: [wrongg]\n", more="on: false\n")
    assert len(load_stylebook(write_book(a=terms_rule(WRONGG), b=other)).checks) == 2


def test_a_book_extends_another_and_takes_its_rules_place(write_book: WriteBook) -> None:
    write_book("base", a=terms_rule(WRONGG), b=terms_rule("  - use: c\n    not: [d]\n"))
    own = write_book("own", a=terms_rule("  - use: right\n    not: [wrongg]\n"))
    (own / "stylebook.yaml").write_text(
        "name: Own\nextends: ../base\nrules:\n  b: {on: false, severity: suggestion}\n"
    )
    book = load_stylebook(own)
    assert book.name == "Own"
    assert book.checks["a"].options.entries[0].use == "right"
    assert not book.is_on("b")


def test_books_that_extend_each_other_are_refused(write_book: WriteBook) -> None:
    for one, other in (("x", "y"), ("y", "x")):
        (write_book(one) / "stylebook.yaml").write_text(f"extends: ../{other}\n")
    assert "extends itself" in complaints(write_book("x"))[0]


def test_settings_for_a_rule_that_is_not_there_are_told(write_book: WriteBook) -> None:
    own = write_book("own", a=terms_rule(WRONGG))
    (own / "stylebook.yaml").write_text("rules:\n  names/poeple: {on: false}\n")
    assert complaints(own) == [
        "stylebook.yaml:2:3: there is no rule “names/poeple” in the stylebooks extended"
    ]


def test_a_book_that_is_not_there_is_told(tmp_path: Path) -> None:
    assert "there is no stylebook folder" in complaints(tmp_path / "nowhere")[0]


def test_a_file_that_is_not_utf8_is_told_with_its_line(write_book: WriteBook) -> None:
    root = write_book()
    (root / "a.yaml").write_bytes(b"kind: terms\nwhy: caf\xe9\n")
    assert complaints(root) == ["a.yaml:2:1: this is not UTF-8; save the file as UTF-8"]


def test_a_rule_is_silent_while_another_makes_it_needless(write_book: WriteBook) -> None:
    entries = "  - use: c\n    not: [d]\n"
    spare = terms_rule(entries, more="unless: [a]\n")
    root = write_book("base", a=terms_rule(WRONGG), b=spare)
    assert not load_stylebook(root).is_on("b")
    own = write_book("own")
    (own / "stylebook.yaml").write_text("extends: ../base\nrules: {a: {on: false}}\n")
    assert load_stylebook(own).is_on("b")


def test_the_digest_changes_with_the_book(write_book: WriteBook) -> None:
    one = load_stylebook(write_book(a=terms_rule(WRONGG))).digest
    assert load_stylebook(write_book()).digest == one
    assert load_stylebook(write_book(a=terms_rule(WRONGG) + "# more\n")).digest != one
