"""Words that are not used here."""

from __future__ import annotations

import pytest

from lint.engine import Engine
from lint.finding import Finding
from lint.readers import read_article
from lint.stylebook.book import load_stylebook
from lint.stylebook.complaints import StylebookError
from tests.conftest import WriteBook

RULE = """
kind: avoid
why: Plain words are read.
{more}
entries:
  - avoid: [utilise, utilises]
    use: use
    note: Nobody says it.
  - avoid: [going forward]
    use: [in future, from now on]
    except: [before going forward]
  - avoid: Jap
examples:
  - bad: They utilise it.
    finds: utilise
  - ok: They use it.
  - ok: It is used.
"""


def findings(write_book: WriteBook, copy: str, more: str = "") -> tuple[Finding, ...]:
    book = load_stylebook(write_book(rule=RULE.format(more=more)))
    return Engine(list(book.checks.values())).check(read_article(copy)).findings


def test_an_avoided_word_is_told_with_what_to_write_instead(write_book: WriteBook) -> None:
    (finding,) = findings(write_book, "They utilise it.")
    assert finding.text == "utilise"
    assert finding.message == "“utilise” is not used here. Write “use”. Nobody says it."


def test_every_offer_is_a_mend_of_its_own_and_none_is_safe(write_book: WriteBook) -> None:
    (finding,) = findings(write_book, "Going forward, they agree.")
    assert [(fix.edits[0].text, fix.safety) for fix in finding.fixes] == [
        ("In future", "unsafe"),
        ("From now on", "unsafe"),
    ]
    assert "Write “In future” or “From now on”." in finding.message


def test_offers_can_be_for_show_only(write_book: WriteBook) -> None:
    (finding,) = findings(write_book, "They utilise it.", more="fixes: display")
    assert [fix.safety for fix in finding.fixes] == ["display"]


def test_a_word_without_offers_has_no_mend(write_book: WriteBook) -> None:
    (finding,) = findings(write_book, "A Jap car.")
    assert (finding.fixes, finding.message) == ((), "“Jap” is not used here.")


@pytest.mark.parametrize(
    "copy",
    [
        "He looked left before going forward.",
        "He said: “We utilise it.”",
        "They jap at it.",
        "They utilised it.",
    ],
)
def test_exceptions_speech_other_capitals_and_other_words_are_passed_over(
    write_book: WriteBook, copy: str
) -> None:
    assert findings(write_book, copy) == ()


def test_speech_is_looked_at_where_the_rule_says_so(write_book: WriteBook) -> None:
    assert len(findings(write_book, "He said: “We utilise it.”", more="speech: check")) == 1


def test_a_form_that_is_avoided_and_offered_is_complained_of_with_its_place(
    write_book: WriteBook,
) -> None:
    rule = RULE.format(more="").replace("use: use", "use: utilise")
    with pytest.raises(StylebookError) as caught:
        load_stylebook(write_book(rule=rule))
    assert "avoided and offered" in str(caught.value)
    assert all(complaint.line == 7 for complaint in caught.value.complaints)
