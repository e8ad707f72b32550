"""One of several right forms, in an article and in a run."""

from __future__ import annotations

from pathlib import Path

import pytest

from lint.checks.base import Observation
from lint.engine import Engine
from lint.finding import Finding
from lint.readers import read_article
from lint.stylebook.book import load_stylebook
from lint.stylebook.complaints import StylebookError
from tests.conftest import WriteBook

RULE = """
kind: consistency
why: One article, one spelling.
{more}
entries:
  - forms:
      - [co-operate, co-operation]
      - [cooperate, cooperation]
    except: [co-operation agreement]
{prefer}
  - forms: [internet, Internet]
examples:
  - bad: They cooperate, and co-operation is good.
    finds: co-operation
  - ok: They cooperate.
  - ok: They co-operate.
"""


def engine(write_book: WriteBook, prefer: str = "", more: str = "") -> Engine:
    book = load_stylebook(write_book(rule=RULE.format(prefer=prefer, more=more)))
    return Engine(list(book.checks.values()))


def run(engine: Engine, *articles: str) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """The findings inside articles, and those of the run."""
    inside: list[Finding] = []
    seen: dict[str, list[Observation]] = {}
    for number, copy in enumerate(articles):
        checked = engine.check(read_article(copy, f"{number:03}.txt"))
        inside.extend(checked.findings)
        for rule, observations in checked.observations.items():
            seen.setdefault(rule, []).extend(observations)
    return tuple(inside), engine.compare(seen)


def test_the_rarer_form_is_told_with_a_place_of_the_other(write_book: WriteBook) -> None:
    copy = "They co-operate. They cooperate. We need co-operation."
    (finding,), _ = run(engine(write_book), copy)
    assert finding.text == "cooperate"
    assert [(f.edits[0].text, f.safety) for f in finding.fixes] == [("co-operate", "unsafe")]
    assert [related.span.start for related in finding.related] == [copy.index("co-operate")]


def test_of_equals_the_later_form_is_told_and_mended_to_its_counterpart(
    write_book: WriteBook,
) -> None:
    (finding,), _ = run(engine(write_book), "They cooperate. Co-operation is good.")
    assert (finding.text, finding.fixes[0].edits[0].text) == ("Co-operation", "Cooperation")


@pytest.mark.parametrize(
    "copy",
    [
        "They cooperate. They want cooperation.",
        "They cooperate under the co-operation agreement.",
        "They cooperate in the Organisation for Economic Co-operation.",
        "They cooperate. Co-operation Ireland agrees.",
        "They cooperate. See http://example.org/co-operation for more.",
        "The internet is slow. Internet firms say so.",
    ],
)
def test_names_exceptions_and_addresses_keep_their_form(write_book: WriteBook, copy: str) -> None:
    assert run(engine(write_book), copy) == ((), ())


def test_an_exception_of_the_whole_rule_does_not_count_as_a_form(write_book: WriteBook) -> None:
    copy = "The co-operate bank, the co-operate bank. They cooperate."
    assert run(engine(write_book, more="except: [co-operate bank]"), copy) == ((), ())


def test_forms_that_differ_by_a_capital_are_told_where_the_capital_says_something(
    write_book: WriteBook,
) -> None:
    (finding,), _ = run(engine(write_book), "On the internet. On the Internet. Internet law.")
    assert (finding.text, finding.span.start) == ("Internet", 24)


def test_the_form_that_the_house_prefers_is_asked_for_everywhere(write_book: WriteBook) -> None:
    inside, between = run(
        engine(write_book, "    prefer: 2"), "They co-operate.", "They cooperate."
    )
    assert [finding.text for finding in inside] == ["co-operate"]
    assert inside[0].message == ("“co-operate” here, but the house writes “cooperate”.")
    assert between == ()


def test_articles_that_differ_are_told_of_once_at_the_rarer_form(write_book: WriteBook) -> None:
    inside, (finding,) = run(
        engine(write_book), "They co-operate.", "They cooperate.", "We want cooperation."
    )
    assert inside == ()
    assert (finding.path, finding.text) == ("000.txt", "co-operate")
    assert [related.path for related in finding.related] == ["001.txt", "002.txt"]
    assert "here, but “cooperate” in 2 other articles" in finding.message


def test_of_two_articles_the_later_one_holds_the_finding(write_book: WriteBook) -> None:
    _, (finding,) = run(engine(write_book), "They cooperate.", "They co-operate.")
    assert (finding.path, [related.path for related in finding.related]) == ("001.txt", ["000.txt"])


def test_an_article_that_is_mixed_in_itself_is_no_witness_for_the_run(
    write_book: WriteBook,
) -> None:
    _, between = run(engine(write_book), "They cooperate. They co-operate.", "They co-operate.")
    assert between == ()


def test_the_places_listed_are_limited_and_the_rest_counted(write_book: WriteBook) -> None:
    articles = ["They co-operate."] * 2 + ["They cooperate."] * 40
    _, (finding,) = run(engine(write_book), *articles)
    assert len(finding.related) == 20
    assert finding.related[0].path == "002.txt"
    assert "21 more places are not listed." in finding.message


def test_spelling_in_speech_counts_and_its_mend_is_unsafe(write_book: WriteBook) -> None:
    copy = "They cooperate, and cooperate. “We want co-operation,” he said."
    (finding,), _ = run(engine(write_book, more="fixes: safe"), copy)
    assert (finding.text, finding.fixes[0].safety) == ("co-operation", "unsafe")


def test_the_message_names_the_words_that_stand_there(write_book: WriteBook) -> None:
    (same,), _ = run(engine(write_book), "They cooperate. They co-operate.")
    assert same.message == (
        "“co-operate” here, but “cooperate” elsewhere in this article. Write the word in one way."
    )
    (like,), _ = run(engine(write_book), "They cooperate. They want co-operation.")
    assert like.message == (
        "“co-operation” here, but “cooperate” elsewhere in this article. "
        "Write such words in one way."
    )
    _, (between,) = run(engine(write_book), "They cooperate.", "They want co-operation.")
    assert between.message == (
        "“co-operation” here, but “cooperate” in another article. Write such words in one way."
    )


def test_a_mark_lets_an_article_stand_out_of_the_run(write_book: WriteBook) -> None:
    one = engine(write_book)
    marked = read_article("They <!-- stet: so --> cooperate.\n", "a.md")
    other = read_article("They co-operate.\n", "b.md")
    seen = {
        "rule": (*one.check(marked).observations["rule"], *one.check(other).observations["rule"])
    }
    assert one.compare(seen) == ()


@pytest.mark.parametrize(
    ("forms", "said"),
    [
        ("[[a, b], [c]]", "each word needs its counterpart"),
        ("[a]", "at least two forms"),
        ("[[a, b], [b, c]]", "stands twice"),
    ],
)
def test_families_that_make_no_sense_are_complained_of(
    write_book: WriteBook, forms: str, said: str
) -> None:
    rule = RULE.format(prefer="", more="").replace("[internet, Internet]", forms)
    with pytest.raises(StylebookError, match=said):
        load_stylebook(write_book(rule=rule))


def test_a_preference_for_no_form_is_complained_of(write_book: WriteBook) -> None:
    with pytest.raises(StylebookError, match="there is no form 3"):
        engine(write_book, "    prefer: 3")


def test_the_two_real_articles_differ_once(write_book: WriteBook, shared: Path) -> None:
    copies = [path.read_text("utf-8") for path in sorted((shared / "seeds").glob("*.txt"))[:2]]
    inside, between = run(engine(write_book), *copies)
    assert inside == ()
    assert [(finding.path, finding.text) for finding in between] == [("001.txt", "co-operation")]


def test_the_papers_own_words_outvote_what_it_quotes(write_book: WriteBook) -> None:
    source = "“We cooperate, cooperate and cooperate,” he said. They co-operate, she wrote."
    (found, _) = run(engine(write_book), source)
    assert {finding.text for finding in found} == {"cooperate"}


def test_a_word_joined_to_its_neighbour_says_nothing(write_book: WriteBook) -> None:
    source = "They co-operate. See cooperate.gov or the non-cooperate clause."
    assert run(engine(write_book), source)[0] == ()
