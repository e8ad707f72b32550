"""The dates kind: what its shipped rules say, together and each by itself."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from lint.article import Metadata
from lint.engine import Engine
from lint.finding import Finding
from lint.fixing import mend
from lint.readers import read_article
from lint.stylebook.book import load_stylebook
from lint.stylebook.complaints import StylebookError
from lint.stylebook.proving import prove
from tests.conftest import ROOT, WriteBook

# Only the dates of the shipped book: what other rules say is their own tests' business.
BOOK = load_stylebook(ROOT / "rules" / "dates")


def engine(*rules: str) -> Engine:
    return Engine([BOOK.checks[rule] for rule in rules or BOOK.checks])


def findings(text: str, *rules: str, published: date | None = None) -> tuple[Finding, ...]:
    article = read_article(text)
    article = replace(article, metadata=Metadata(published=published))
    return engine(*rules).check(article).findings


def told(text: str, *rules: str) -> list[tuple[str, str]]:
    return [(finding.rule, finding.text) for finding in findings(text, *rules)]


def rule(look_for: str, more: str = "") -> str:
    return (
        f"kind: dates\nwhy: Because.\nlook for: {look_for}\n{more}"
        "examples:\n  - bad: On July 17, 2007.\n    finds: July 17, 2007\n  - ok: Fine.\n"
        "  - ok: Fair.\n"
    )


def test_every_example_of_the_rules_holds() -> None:
    assert list(prove(BOOK.checks.values(), engine())) == []


def test_an_article_in_american_form_is_mended_to_the_house_form_once_and_for_all() -> None:
    copy = (
        "Harbour dates\n\nThe quay opened on July 17th, 2007. On Tuesday, July 24, the first "
        "ship came.\n\nShe said: “It was July 25.” The crew stayed from July 24-26.\n"
    )
    after = (
        "Harbour dates\n\nThe quay opened on 17 July 2007. On Tuesday 24 July, the first "
        "ship came.\n\nShe said: “It was July 25.” The crew stayed from 24-26 July.\n"
    )
    rules = engine("house")
    assert mend(copy, lambda text: rules.check(read_article(text)).findings).source == after


def test_mixed_forms_are_told_once_while_the_house_states_a_form() -> None:
    copy = "It began on 3 May and ended on June 4, 2007."
    assert told(copy) == [("house", "June 4, 2007")]
    assert told(copy, "mixed") == [("mixed", "June 4, 2007")]
    assert told("It began on May 3 and ended on June 4, 2007.", "mixed") == []


def test_without_a_style_the_article_is_held_to_its_own_form(write_book: WriteBook) -> None:
    book = load_stylebook(write_book(mixed=rule("mixed forms")))
    copy = "It began on May 3, rose on May 9, and ended on 4 June."
    (finding,) = Engine(list(book.checks.values())).check(read_article(copy)).findings
    assert (finding.text, finding.fixes[0].edits[0].text) == ("4 June", "June 4")
    assert [copy[r.span.start : r.span.end] for r in finding.related] == ["May 3"]


def test_two_readings_are_told_by_one_rule_and_never_mended_unasked() -> None:
    copy = "The lease ran out on 03/04/2007 in Leeds."
    (finding,) = findings(copy)
    assert "“3 April 2007” or “4 March 2007”" in finding.message
    assert [fix.safety for fix in finding.fixes] == ["unsafe", "unsafe"]


def test_the_publication_date_supplies_a_missing_year() -> None:
    copy = "The inquest opens on Monday 17 July in Norwich."
    assert findings(copy, "weekday") == ()
    (finding,) = findings(copy, "weekday", published=date(2007, 7, 12))
    assert finding.severity == "warning"  # “error” is for a year that is written
    assert [fix.title for fix in finding.fixes] == [
        "Write “Tuesday 17 July”",
        "Write “Monday 16 July”",
    ]
    assert findings(copy, "weekday", published=date(2006, 7, 12)) == ()


def test_around_new_year_the_nearest_year_is_meant() -> None:
    copy = "It opened on Saturday 30 December in Norwich."
    assert findings(copy, "weekday", published=date(2007, 1, 3)) == ()
    assert len(findings(copy, "weekday", published=date(2007, 12, 28))) == 1


def test_a_wrong_weekday_outweighs_the_form_of_its_date() -> None:
    assert told("It opens on Monday, July 17, 2007, in Norwich.") == [
        ("weekday", "Monday, July 17, 2007")
    ]


def test_names_quotations_addresses_and_titles_are_left_alone() -> None:
    copy = (
        "Since September 11 and 9/11 much has changed, January 6 too.\n\n"
        "“Come on July 17,” she wrote. See https://example.org/2007-07-17/a.\n\n"
        "The April 25 Bridge and ‘Born on the 4th of July’ were shown in May 2007.\n"
    )
    assert told(copy) == []


def test_a_name_with_a_year_is_a_date_again() -> None:
    assert told("It fell on September 11, 2001.") == [("house", "September 11, 2001")]


@pytest.mark.parametrize(
    ("text", "line", "meant"),
    [
        (rule("house form"), 3, "needs a style"),
        (rule("house form", "style: 03/04/2007\n"), 4, "leaves open which number is the day"),
        (rule("house form", "style: mid-July\n"), 4, "is no date"),
        (rule("mixed forms", "names:\n- May Day\n"), 5, "“May Day” is not one day"),
        (rule("seasons"), 3, "seasons"),
    ],
)
def test_a_rule_that_makes_no_sense_is_told_with_its_line(
    write_book: WriteBook, text: str, line: int, meant: str
) -> None:
    with pytest.raises(StylebookError) as caught:
        load_stylebook(write_book(odd=text))
    (complaint,) = caught.value.complaints
    assert complaint.line == line
    assert meant in complaint.message


def test_a_date_is_rendered_without_babel_and_its_locale_data() -> None:
    code = (
        "import sys\n"
        "from lint.engine import Engine\n"
        "from lint.readers import read_article\n"
        "from lint.stylebook.book import load_stylebook\n"
        f"book = load_stylebook({str(ROOT / 'rules' / 'dates')!r})\n"
        "engine = Engine(list(book.checks.values()))\n"
        "assert engine.check(read_article('It was dry on July 17.')).findings\n"
        "assert 'babel' not in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=ROOT)


def test_on_the_real_articles_nothing_about_dates_is_found(shared: Path) -> None:
    for path in sorted((shared / "seeds").glob("*.txt")):
        assert told(path.read_text("utf-8")) == []
