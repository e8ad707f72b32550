"""What is inferred says how surely; a threshold leaves out the rest; none of it is safe."""

from __future__ import annotations

import pytest

from lint.checks import KINDS
from lint.engine import Checked, Engine, Setting
from lint.facade import check, check_all
from lint.finding import Finding
from lint.housewords import HouseWords
from lint.readers import read_article
from lint.stylebook.book import load_stylebook
from lint.stylebook.complaints import StylebookError
from tests.conftest import WRONGG, WriteBook, terms_rule
from tests.guessing import TABLE, guess_rule

COPY = "A headline here\n\nIt is wrongg, and wrangg, and wronggg.\n"
RULE = guess_rule("wrongg: wrong 0.8", "wrangg: wrong 0.55", "wronggg: wrong 0.796")


@pytest.fixture(autouse=True)
def _kind(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(KINDS, "guess", TABLE)


@pytest.fixture
def engine(write_book: WriteBook) -> Engine:
    return Engine(tuple(load_stylebook(write_book(guess=RULE)).checks.values()))


def texts(findings: tuple[Finding, ...]) -> list[str]:
    return [finding.text for finding in findings]


@pytest.mark.parametrize(
    ("floor", "told"),
    [
        (None, ["wrongg", "wrangg", "wronggg"]),
        (0.0, ["wrongg", "wrangg", "wronggg"]),
        (0.55, ["wrongg", "wrangg", "wronggg"]),
        (0.56, ["wrongg", "wronggg"]),
        (0.8, ["wrongg", "wronggg"]),
        (0.81, []),
        (1.0, []),
    ],
)
def test_what_is_less_sure_than_the_threshold_is_not_told(
    engine: Engine, floor: float | None, told: list[str]
) -> None:
    settings = {"guess": Setting(min_confidence=floor)}
    assert texts(engine.check(read_article(COPY), settings).findings) == told


def test_a_confidence_is_told_as_it_is_compared(engine: Engine) -> None:
    confidences = [finding.confidence for finding in engine.check(read_article(COPY)).findings]
    assert confidences == [0.8, 0.55, 0.8], "0.796 reads 0.80, and passes 0.8"


def test_a_finding_without_a_confidence_is_certain(write_book: WriteBook) -> None:
    book = load_stylebook(write_book(a=terms_rule(WRONGG)))
    engine = Engine(tuple(book.checks.values()))
    told = engine.check(read_article(COPY), {"a": Setting(min_confidence=1.0)}).findings
    assert texts(told) == ["wrongg"]


def test_what_is_not_told_hides_nothing(write_book: WriteBook) -> None:
    unsure = guess_rule("It is wrongg: x 0.4", more="speech: check\n").replace("warning", "error")
    book = load_stylebook(write_book(a=unsure, b=terms_rule(WRONGG).replace("error", "warning")))
    engine = Engine(tuple(book.checks.values()))
    assert texts(engine.check(read_article(COPY)).findings) == ["It is wrongg"]
    settings = {"a": Setting(min_confidence=0.5)}
    assert texts(engine.check(read_article(COPY), settings).findings) == ["wrongg"]


def test_no_fix_of_an_inferred_kind_is_safe_whatever_the_check_says(engine: Engine) -> None:
    findings = engine.check(read_article(COPY)).findings
    assert {fix.safety for finding in findings for fix in finding.fixes} == {"unsafe"}


def both(engine: Engine, settings: dict[str, Setting] | None = None) -> tuple[Finding, ...]:
    checked: list[Checked] = [engine.check(read_article(COPY, path)) for path in ("a", "b")]
    seen = {"guess": [o for each in checked for o in each.observations["guess"]]}
    return engine.compare(seen, settings)


def test_findings_that_compare_articles_have_a_confidence_and_a_threshold_too(
    engine: Engine,
) -> None:
    (finding,) = both(engine)
    assert (finding.confidence, finding.evidence) == (0.8, ("two of them",))
    assert both(engine, {"guess": Setting(min_confidence=0.81)}) == ()


def test_findings_that_compare_articles_are_as_grave_as_the_settings_say(engine: Engine) -> None:
    (finding,) = both(engine, {"guess": Setting(severity="error")})
    assert finding.severity == "error"


def test_a_stylebook_sets_the_threshold_of_a_rule_that_it_extends(write_book: WriteBook) -> None:
    base = write_book("base", guess=RULE)
    house = write_book("house")
    text = f"extends: {base}\nrules:\n  guess: {{min confidence: 0.6}}\n"
    (house / "stylebook.yaml").write_text(text, "utf-8")
    for _ in range(2):  # the second time from the cache
        book = load_stylebook(house)
        assert texts(check(read_article(COPY), book)) == ["wrongg", "wronggg"]
        assert len(check_all([read_article(COPY, "a"), read_article(COPY, "b")], book)) == 5


def test_words_of_the_house_are_no_slips(write_book: WriteBook) -> None:
    checks = tuple(load_stylebook(write_book(guess=RULE)).checks.values())
    engine = Engine(checks, HouseWords(["Wrongg"]))
    assert texts(engine.check(read_article(COPY)).findings) == ["wrangg", "wronggg"]


def test_what_is_certain_stays_a_slip_whatever_the_house_word_list_says(
    write_book: WriteBook,
) -> None:
    rule = guess_rule("wrongg: wrong 0.8").replace(", sure: 0.8", "")
    book = load_stylebook(write_book(guess=rule, terms=terms_rule(WRONGG)))
    for each in book.checks.values():
        engine = Engine([each], HouseWords(["wrongg"]))
        assert texts(engine.check(read_article(COPY)).findings) == ["wrongg"]


def test_a_threshold_of_a_stylebook_that_is_none_is_told_with_its_place(
    write_book: WriteBook,
) -> None:
    house = write_book("house", guess=RULE)
    text = "name: House\nrules:\n  guess:\n    min confidence: 2\n"
    (house / "stylebook.yaml").write_text(text, "utf-8")
    with pytest.raises(StylebookError) as caught:
        load_stylebook(house)
    expected = "stylebook.yaml:4:5: “2” stands where a number from 0 to 1 is expected"
    assert expected in str(caught.value)
