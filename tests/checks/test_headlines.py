"""Headlines: repeats and stubs in an article, twins in a run, standing heads left alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint.checks.base import Observation
from lint.checks.heading.wording import StandingHeads, wording
from lint.engine import Engine
from lint.finding import Finding
from lint.fixing import mend
from lint.readers import read_article
from lint.stylebook.book import Stylebook, load_stylebook
from tests.conftest import WriteBook

HEAD = "Harbour bridge to close for repairs"
BODY = "Drivers face a month of detours from Monday, the council said."


def findings(house: Stylebook, rule: str, copy: str, format: str = "plain") -> tuple[Finding, ...]:
    engine = Engine([house.checks[f"headlines/{rule}"]])
    return engine.check(read_article(copy, format=format)).findings


def compared(house: Stylebook, rule: str, *copies: str) -> tuple[Finding, ...]:
    engine = Engine([house.checks[f"headlines/{rule}"]])
    seen: list[Observation] = []
    for number, copy in enumerate(copies):
        checked = engine.check(read_article(copy, f"{number}.txt"))
        seen.extend(checked.observations.get(f"headlines/{rule}", ()))
    return engine.compare({f"headlines/{rule}": seen})


def test_the_headline_on_the_next_line_is_an_error_that_is_deleted_with_its_empty_line(
    house: Stylebook,
) -> None:
    copy = f"{HEAD}\n\n{HEAD}\n\n{BODY}\n"
    (finding,) = findings(house, "repeated", copy)
    assert (finding.severity, finding.start.line, finding.text) == ("error", 3, HEAD)
    assert [fix.safety for fix in finding.fixes] == ["safe"]
    mended = mend(copy, lambda source: findings(house, "repeated", source)).source
    assert mended == f"{HEAD}\n\n{BODY}\n"


def test_windows_line_ends_around_the_repeat_are_kept(house: Stylebook) -> None:
    copy = f"{HEAD}\r\n\r\n{HEAD}\r\n\r\n{BODY}\r\n"
    mended = mend(copy, lambda source: findings(house, "repeated", source)).source
    assert mended == f"{HEAD}\r\n\r\n{BODY}\r\n"


def test_three_times_the_headline_are_two_repeats_and_one_is_left(house: Stylebook) -> None:
    copy = f"{HEAD}\n\n{HEAD}\n\n{HEAD}\n\n{BODY}\n"
    assert len(findings(house, "repeated", copy)) == 2
    mended = mend(copy, lambda source: findings(house, "repeated", source)).source
    assert mended == f"{HEAD}\n\n{BODY}\n"


def test_a_repeat_that_differs_in_capitals_or_marks_is_mended_only_when_asked_for(
    house: Stylebook,
) -> None:
    (finding,) = findings(
        house, "repeated", f"{HEAD}\n\n‘Harbour Bridge’ to close for repairs\n\n{BODY}\n"
    )
    assert [fix.safety for fix in finding.fixes] == ["unsafe"]


def test_the_headline_farther_down_is_a_suggestion(house: Stylebook) -> None:
    (finding,) = findings(house, "repeated", f"{HEAD}\n\n{BODY}\n\n{HEAD}\n\n{BODY} Again.\n")
    assert (finding.severity, finding.fixes) == ("suggestion", ())


def test_a_headline_that_stands_twice_in_one_line_is_found(house: Stylebook) -> None:
    copy = f"{HEAD} {HEAD}\n\n{BODY}\n"
    (finding,) = findings(house, "repeated", copy)
    assert finding.text == HEAD
    mended = mend(copy, lambda source: findings(house, "repeated", source)).source
    assert mended == f"{HEAD}\n\n{BODY}\n"


@pytest.mark.parametrize(
    "copy",
    [
        f"{HEAD}\n\nRepairs will close the harbour bridge for a month\n\n{BODY}\n",
        f"{HEAD}\n\n{HEAD} in May, the council says\n\n{BODY}\n",
        f"{HEAD}\n\n{HEAD} in May, the council said on Monday.\n\n{BODY}\n",
        f"New York, New York\n\n{BODY}\n",
        f"Duran Duran\n\n{BODY}\n",
        f"{HEAD}\n\n{BODY}\n",
        "",
        "\n\n",
    ],
)
def test_what_only_resembles_a_repeat_is_left_alone(house: Stylebook, copy: str) -> None:
    assert findings(house, "repeated", copy) == ()


def test_a_headline_twice_in_a_line_too_long_for_a_headline_is_found(house: Stylebook) -> None:
    long = "Harbour bridge to close for a month of repairs after cracks are found in its piers"
    (finding,) = findings(house, "repeated", f"{long} {long}\n\n{BODY}\n")
    assert finding.text == long


def test_a_headline_that_begins_with_a_sign_is_known_again(house: Stylebook) -> None:
    head = "£3m for harbour bridge"
    assert len(findings(house, "repeated", f"{head}\n\n{head}\n\n{BODY}\n")) == 1


def test_a_headline_run_into_the_first_paragraph_is_found(house: Stylebook) -> None:
    copy = f"{HEAD}\n\n{HEAD} The council said drivers faced a month of detours.\n"
    (finding,) = findings(house, "repeated", copy)
    assert finding.text == HEAD
    assert finding.start.line == 3


MARKDOWN = f"---\ntitle: {HEAD}\n---\n\n# {HEAD}\n\n{BODY}\n"


def test_a_heading_that_repeats_the_title_is_a_warning_and_only_shown(house: Stylebook) -> None:
    (finding,) = findings(house, "repeated", MARKDOWN, "markdown")
    assert finding.severity == "warning"
    assert [fix.safety for fix in finding.fixes] == ["display"]


def test_a_house_may_allow_the_title_as_heading(write_book: WriteBook, house: Stylebook) -> None:
    rule = Path(house.checks["headlines/repeated"].rule.path).read_text("utf-8")
    book = load_stylebook(write_book(rule=rule.replace("heading: tell", "heading: allow")))
    engine = Engine(tuple(book.checks.values()))
    assert engine.check(read_article(MARKDOWN, format="markdown")).findings == ()
    twice = f"# {HEAD}\n\n# {HEAD}\n\n{BODY}\n"
    assert len(engine.check(read_article(twice, format="markdown")).findings) == 1


@pytest.mark.parametrize(
    "stub",
    [
        "Harbour closing",
        "Harbour bridge to",
        "Harbour bridge to close for rep",
        "Harbour bridge to close…",
        "Harbour bridge to close ...",
    ],
)
def test_an_unfinished_line_above_the_headline_is_a_warning(house: Stylebook, stub: str) -> None:
    (finding,) = findings(house, "stub", f"{stub}\n\n{HEAD}\n\n{HEAD}\n\n{BODY}\n")
    assert (finding.text, finding.severity) == (stub, "warning")
    assert [fix.safety for fix in finding.fixes] == ["unsafe"]


@pytest.mark.parametrize(
    ("stub", "head"),
    [
        ("Mayor orders closing of harbour", "Mayor orders closing of harbour bridge"),
        ("Mayor shuts harbour bridge in town", "Mayor shuts harbour bridge in town centre"),
        ("Is the mayor right to shut", "Is the mayor right to shut harbour bridge?"),
        ("Harbour bridge ‘must stay", "Harbour bridge ‘must stay shut’, says mayor"),
        ("Mayor shuts the county’s", "Mayor shuts the county’s oldest bridge"),
        ("Bridge to shut, mayor", "Bridge to shut, mayor says after inquiry"),
        ("Mayor shuts bridge: cost, safety,", "Mayor shuts bridge: cost, safety, fear"),
        ("Harbour bridge closed over", "Harbour bridge closed over cracks"),
        (
            "Mayor Shuts The Harbour Bridge After Long",
            "Mayor Shuts The Harbour Bridge After Long Row",
        ),
        ("Mayor shuts bridge for at", "Mayor shuts bridge for at least a month"),
        ("County council calls", "County council calls for harbour bridge inquiry"),
    ],
)
def test_a_headline_cut_off_between_two_words_is_a_warning_where_none_could_end(
    house: Stylebook, stub: str, head: str
) -> None:
    (finding,) = findings(house, "stub", f"{stub}\n\n{head}\n\n{BODY}\n")
    assert (finding.text, finding.severity) == (stub, "warning")


@pytest.mark.parametrize(
    "more",
    [
        " in May, council says",
        " after row over cost",
        ", mayor says",
        " – council",
        " again",
        " following storm",
        " leaving drivers stranded",
        " to save money",
        " says mayor",
    ],
)
def test_a_shorter_version_of_the_headline_is_only_a_suggestion(
    house: Stylebook, more: str
) -> None:
    copy = f"{HEAD}\n\n{HEAD}{more}\n\n{BODY}\n"
    assert {finding.severity for finding in findings(house, "stub", copy)} <= {"suggestion"}


def test_a_cut_headline_above_one_that_is_all_the_copy_is_found(house: Stylebook) -> None:
    (finding,) = findings(house, "stub", f"Harbour bridge to close for rep\n\n{HEAD}\n\nNo text\n")
    assert finding.severity == "warning"


@pytest.mark.parametrize(
    "line",
    [
        "Harbour Bridge",
        "HARBOUR BRIDGE",
        "harbour-bridge",
        "Transport",
        "Bridge closing",
        "Harbour meeting:",
        "Repairs will close the harbour bridge",
    ],
)
def test_labels_and_standfirsts_are_no_stubs(house: Stylebook, line: str) -> None:
    copy = f"{line}\n\n{HEAD}\n\n{HEAD}\n\n{BODY}\n"
    assert [f for f in findings(house, "stub", copy) if f.severity != "suggestion"] == []


def test_a_repeat_and_a_stub_are_two_findings(house: Stylebook) -> None:
    engine = Engine([house.checks["headlines/repeated"], house.checks["headlines/stub"]])
    copy = f"Harbour closing\n\n{HEAD}\n\n{HEAD}\n\n{BODY}\n"
    found = engine.check(read_article(copy)).findings
    assert [(f.rule, f.start.line) for f in found] == [
        ("headlines/stub", 1),
        ("headlines/repeated", 5),
    ]


def test_the_same_headline_on_three_articles_is_told_once_with_all_places(house: Stylebook) -> None:
    (finding,) = compared(
        house,
        "twins",
        f"{HEAD}\n\n{BODY}",
        "“Harbour bridge” to close, for repairs\n\nEngineers found cracks in the pier.",
        f"{HEAD.upper()}\n\nThe ferry will run every ten minutes.",
        "Council meets on Monday\n\nThe agenda is long.",
    )
    assert finding.path == "0.txt"
    assert [place.path for place in finding.related] == ["1.txt", "2.txt"]
    assert "1.txt and 1 more" in finding.message


def test_an_article_filed_twice_is_told_as_such(house: Stylebook) -> None:
    (finding,) = compared(house, "twins", f"{HEAD}\n\n{BODY}", f"{HEAD}\n\n{BODY}")
    assert "the whole text" in finding.message


def test_a_headline_on_many_articles_of_their_own_is_only_a_suggestion(house: Stylebook) -> None:
    copies = [f"The mayor’s diary\n\nOn day {number} the mayor rested." for number in range(5)]
    (finding,) = compared(house, "twins", *copies)
    assert finding.severity == "suggestion"
    assert "standing head" in finding.message


@pytest.mark.parametrize("head", ["Letters", "In brief, page 4", "Bridge closure – live updates"])
def test_standing_heads_and_live_blogs_have_no_twins(house: Stylebook, head: str) -> None:
    assert compared(house, "twins", f"{head}\n\nOne text here.", f"{head}\n\nTwo texts.") == ()


def test_one_word_more_over_the_same_story_is_a_near_twin(house: Stylebook) -> None:
    (finding,) = compared(
        house,
        "similar",
        f"{HEAD}\n\n{BODY}",
        f"Harbour bridge to close for urgent repairs\n\n{BODY} It is old.",
    )
    assert finding.severity == "warning"
    assert "Harbour bridge to close for urgent repairs" in finding.message


def test_a_near_twin_over_another_story_is_a_suggestion(house: Stylebook) -> None:
    (finding,) = compared(
        house,
        "similar",
        f"{HEAD}\n\n{BODY}",
        "Harbor bridge to close for repairs\n\nEngineers found cracks in the northern pier.",
    )
    assert finding.severity == "suggestion"


@pytest.mark.parametrize(
    "other",
    [
        "Harbour bridge to open for repairs now",
        HEAD,
        "Market bridge to close for repairs",
    ],
)
def test_other_subjects_and_the_same_headline_are_no_near_twins(
    house: Stylebook, other: str
) -> None:
    copies = (f"{HEAD}\n\n{BODY}", f"{other}\n\nEngineers found cracks in the northern pier.")
    assert compared(house, "similar", *copies) == ()


@pytest.mark.parametrize(
    "other", ["Harbourbridge to close for repairs", "Harbour bridge to clos for repairs"]
)
def test_a_lost_space_or_letter_is_a_near_twin_over_any_story(house: Stylebook, other: str) -> None:
    copies = (f"{HEAD}\n\n{BODY}", f"{other}\n\nEngineers found cracks in the northern pier.")
    assert len(compared(house, "similar", *copies)) == 1


def test_headlines_that_differ_by_a_number_or_a_day_are_left_alone(house: Stylebook) -> None:
    for one, other in (("five", "six"), ("5", "6"), ("Monday", "Tuesday"), ("more", "less")):
        copies = (
            f"Queue of {one} miles at bridge\n\n{BODY}",
            f"Queue of {other} miles at bridge\n\n{BODY}",
        )
        assert compared(house, "similar", *copies) == ()


def test_the_order_of_articles_makes_no_difference(house: Stylebook) -> None:
    engine = Engine([house.checks["headlines/twins"]])
    copies = {"a.txt": f"{HEAD}\n\nOne.", "b.txt": f"{HEAD}\n\nTwo.", "c.txt": f"{HEAD}\n\nThree."}
    seen = [
        observation
        for path, copy in copies.items()
        for observation in engine.check(read_article(copy, path)).observations["headlines/twins"]
    ]
    assert engine.compare({"headlines/twins": seen}) == engine.compare(
        {"headlines/twins": seen[::-1]}
    )


def test_an_example_of_a_standing_head_stands_for_any_words() -> None:
    heads = StandingHeads(["Letters", "In brief …", "… – live", "Week … in pictures"])
    for head in ("LETTERS", "In brief", "In brief: page 2", "Budget – live", "Week 12 in pictures"):
        assert wording(head) in heads
    for head in ("Letters from the front", "Briefly", "Alive", "Week in review"):
        assert wording(head) not in heads


@given(st.lists(st.sampled_from([HEAD, BODY, "Harbour closing", "Transport", ""]), max_size=7))
def test_safe_mends_settle(house: Stylebook, lines: list[str]) -> None:
    engine = Engine([house.checks["headlines/repeated"]])

    def check(source: str) -> tuple[Finding, ...]:
        return engine.check(read_article(source)).findings

    once = mend("\n\n".join(lines), check).source
    assert mend(once, check).source == once
    assert not any(fix.safety == "safe" for finding in check(once) for fix in finding.fixes)


def test_the_real_article_has_a_stub_and_a_repeat(house: Stylebook, shared: Path) -> None:
    engine = Engine([house.checks["headlines/repeated"], house.checks["headlines/stub"]])
    found = {
        path.name[:3]: [(f.rule, f.start.line) for f in engine.check(
            read_article(path.read_bytes(), path.name)).findings]
        for path in sorted((shared / "seeds").glob("*.txt"))
    }  # fmt: skip
    assert found == {"000": [("headlines/stub", 1), ("headlines/repeated", 5)], "001": []}


def test_nothing_is_deleted_unasked_from_an_article_of_headlines_alone(house: Stylebook) -> None:
    copy = "Mayor shuts harbour bridge\n\nMayor shuts harbour bridge\n"
    (finding,) = findings(house, "repeated", copy)
    assert finding.fixes[0].safety == "unsafe"
