"""Slips that only the sentence shows: what the model doubts, and what of it is told where."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

import pytest

from lint.article import Metadata
from lint.checks.context import Context, ContextOptions
from lint.checks.contextual.foreign import is_foreign
from lint.checks.contextual.reader import ContextReader
from lint.context.model import FAMILIES, Doubt, Model, Thresholds, open_model
from lint.engine import Checked, Engine
from lint.finding import Finding
from lint.fixing import chosen_fix, mend
from lint.readers import read_article
from lint.reading import Reading
from lint.stylebook.book import Stylebook, load_stylebook

pytest.importorskip("numpy", reason="numpy, which the model needs, is not installed")

HEAD = "Harbour to close for a year\n\n"
BODY = Thresholds(0.2, 0.5, 0.3, 0.6, 0.8)
SILENT = 1.01


class Listed(Model):
    """Doubts at words of one’s choice: what is tested is who hears of them, not the model."""

    def __init__(self, edits: Iterable[tuple[str, str, str, float]]) -> None:
        self.language, self.name = "en-GB", "listed"
        self.edits = tuple(edits)
        self.thresholds: Mapping[str, Thresholds] = {
            family: BODY if family == "missing-word" else BODY._replace(speech=SILENT)
            for family in FAMILIES
        }
        self.asked = 0

    def doubts(self, reading: Reading, least: float) -> list[Doubt]:
        self.asked += 1
        found = list(self._found(reading.prose))
        return sorted(doubt for doubt in found if doubt.chance >= least)

    def _found(self, prose: str) -> Iterator[Doubt]:
        for before, write, family, chance in self.edits:
            old, _, rest = before.partition("|")
            at = prose.find(old + rest)
            if at >= 0:
                start = at + len(old) if rest else at
                end = start if rest else at + len(old)
                yield Doubt(start, end, write, family, chance, ("counted",))


@pytest.fixture
def book() -> Stylebook:
    return load_stylebook()


def checks(book: Stylebook, model: Model, *, eager: bool = False) -> list[Context]:
    """The rules of the kind, made anew and given a model."""
    reader = ContextReader(model, eager=eager)
    made = []
    for check in book.checks.values():
        if check.rule.kind == "context":
            own = Context(check.rule, check.options)
            own.consult(reader)
            made.append(own)
    return made


def told(book: Stylebook, model: Model, text: str, *, eager: bool = False) -> list[Finding]:
    engine = Engine(checks(book, model, eager=eager))
    return list(engine.check(read_article(text, "a.txt", format="plain")).findings)


# The real model.


@pytest.fixture(scope="module")
def real() -> Model:
    return open_model()


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("England won the second match of he series on Sunday.", "of the series"),
        ("The mayor is believed be pleased with the plan.", "believed to be"),
        ("The man was sentence to four years in prison.", "was sentenced to"),
    ],
)
def test_the_model_that_ships_mends_what_only_the_sentence_shows(
    book: Stylebook, real: Model, text: str, right: str
) -> None:
    engine = Engine(checks(book, real))

    def check(source: str) -> tuple[Finding, ...]:
        return engine.check(read_article(source, "a.txt", format="plain")).findings

    mended = mend(HEAD + text, check, unsafe=True).source
    assert right in mended
    assert check(mended) == ()


def test_the_model_that_ships_is_silent_on_the_same_sentences_put_right(
    book: Stylebook, real: Model
) -> None:
    text = (
        "England won the second match of the series on Sunday. The mayor is believed to be "
        "pleased with the plan. The man was sentenced to four years in prison."
    )
    assert told(book, real, HEAD + text) == []


def test_findings_of_the_real_model_say_how_sure_they_are_and_why(
    book: Stylebook, real: Model
) -> None:
    (finding,) = told(book, real, f"{HEAD}The mayor is believed be pleased with the plan.")
    assert finding.message == "A word seems to be missing, “to”: “is believed to be pleased”."
    assert 0 < (finding.confidence or 0) < 1
    assert any("believed to be" in said for said in finding.evidence)
    assert chosen_fix(finding) is None, "nothing that is inferred is written unasked"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n\n\n",
        "12 34 56",
        "Harbour",
        "a " * 10_000,
        "the mayor of he town " * 2_500,
        "." * 5_000,
        "Der Bürgermeister hat am Montag gesagt, dass der Hafen geschlossen werden soll, weil er.",
    ],
)
def test_the_real_model_is_done_with_what_is_no_prose(
    book: Stylebook, real: Model, text: str
) -> None:
    assert isinstance(told(book, real, HEAD + text), list)


def test_a_paragraph_in_another_language_is_left_alone(book: Stylebook, real: Model) -> None:
    text = "Der Bürgermeister hat am Montag gesagt, dass der Hafen geschlossen wird und he war."
    assert told(book, real, HEAD + text) == []


# What is told of what a model doubts.

MISSING = ("a raft| measures", " of", "missing-word", 0.7)
EXTRA = ("not ", "", "extra-word", 0.7)
AGREES = ("says", "say", "agreement", 0.7)
FORM = ("longer", "long", "wrong-form", 0.7)
WORD = ("he", "the", "wrong-word", 0.7)


@pytest.mark.parametrize(
    ("edit", "text", "found", "message"),
    [
        (
            MISSING,
            "It took a raft measures to stop them.",
            "raft measures",
            "A word seems to be missing, “of”: “a raft of measures to”.",
        ),
        (
            ("minister| wife", "’s", "missing-word", 0.7),
            "The minister wife was there.",
            "minister wife",
            "A word seems to be missing, “’s”: “The minister’s wife was”.",
        ),
        (
            EXTRA,
            "I am a not a magician.",
            "not",
            "“not” may be one word too many; without it: “am a a magician”.",
        ),
        (AGREES, "Some says so.", "says", "One or many? “says” may be “say”: “Some say so”."),
        (
            FORM,
            "It took so longer to go.",
            "longer",
            "“longer” may be “long”: “took so long to go”.",
        ),
    ],
)  # fmt: skip
def test_a_message_shows_the_words_as_they_would_read(
    book: Stylebook, edit: tuple[str, str, str, float], text: str, found: str, message: str
) -> None:
    (finding,) = told(book, Listed([edit]), HEAD + text)
    assert (finding.text, finding.message) == (found, message)
    assert finding.rule == f"context/{edit[2]}"
    assert finding.confidence == 0.7


@pytest.mark.parametrize(
    ("edit", "text", "after"),
    [
        (MISSING, "It took a raft measures.", "It took a raft of measures."),
        (EXTRA, "He is not here.", "He is here."),
        (FORM, "It took so longer to go.", "It took so long to go."),
    ],
)
def test_the_edit_is_offered_and_written_when_asked_for(
    book: Stylebook, edit: tuple[str, str, str, float], text: str, after: str
) -> None:
    model = Listed([edit])
    assert mend(HEAD + text, lambda s: told(book, model, s)).source == HEAD + text
    assert mend(HEAD + text, lambda s: told(book, model, s), unsafe=True).source == HEAD + after


@pytest.mark.parametrize(
    ("chance", "severity"),
    [(0.19, None), (0.2, "suggestion"), (0.49, "suggestion"), (0.5, "warning")],
)
def test_a_doubt_is_as_grave_as_it_is_strong(
    book: Stylebook, chance: float, severity: str | None
) -> None:
    found = told(book, Listed([(*AGREES[:3], chance)]), f"{HEAD}Some says so.")
    assert [finding.severity for finding in found] == [severity] * (severity is not None)


def test_a_headline_has_thresholds_of_its_own(book: Stylebook) -> None:
    weak, strong = Listed([(*AGREES[:3], 0.55)]), Listed([(*AGREES[:3], 0.6)])
    text = "Some says so in the town\n\nNothing else is in it."
    assert [finding.severity for finding in told(book, weak, text)] == ["suggestion"]
    assert [finding.severity for finding in told(book, strong, text)] == ["warning"]


def test_who_is_eager_gets_more_suggestions_and_no_more_warnings(book: Stylebook) -> None:
    text = f"{HEAD}Some says so."
    assert told(book, Listed([(*AGREES[:3], 0.12)]), text) == []
    (more,) = told(book, Listed([(*AGREES[:3], 0.12)]), text, eager=True)
    assert more.severity == "suggestion"
    (same,) = told(book, Listed([(*AGREES[:3], 0.45)]), text, eager=True)
    assert same.severity == "suggestion"


def test_direct_speech_is_left_alone_but_for_a_word_that_is_surely_missing(
    book: Stylebook,
) -> None:
    text = f"{HEAD}“It took a raft measures, and some says so,” she said."
    sure = Listed([(*MISSING[:3], 0.85), (*AGREES[:3], 0.99)])
    assert [finding.rule for finding in told(book, sure, text)] == ["context/missing-word"]
    assert told(book, Listed([(*MISSING[:3], 0.75)]), text) == []


@pytest.mark.parametrize(
    "text",
    [
        "# Harbour to close\n\nIt is so.\n\n- some says so\n- others do not\n",
        "# Harbour to close\n\nIt is so.\n\n| a | b |\n|---|---|\n| some says | so |\n",
    ],
)
def test_lists_and_tables_are_left_alone(book: Stylebook, text: str) -> None:
    engine = Engine(checks(book, Listed([AGREES])))
    assert engine.check(read_article(text, "a.md", format="markdown")).findings == ()


def test_damaged_copy_is_left_alone(book: Stylebook) -> None:
    assert told(book, Listed([AGREES]), f"{HEAD}Some says so inWales.") == []
    assert told(book, Listed([AGREES]), f"{HEAD}Some says so, for Â£5.") == []


def test_an_article_in_another_language_is_left_alone(book: Stylebook) -> None:
    article = read_article(f"{HEAD}Some says so.", "a.txt", format="plain")
    engine = Engine(checks(book, Listed([AGREES])))
    assert engine.check(replace(article, metadata=Metadata(language="cy"))).findings == ()
    assert engine.check(replace(article, metadata=Metadata(language="en-US"))).findings


def test_the_model_reads_an_article_once_for_all_rules(book: Stylebook) -> None:
    model = Listed([AGREES, FORM, MISSING])
    assert len(told(book, model, f"{HEAD}Some says so longer than a raft measures.")) == 3
    assert model.asked == 1


def test_words_that_stand_so_more_than_once_are_told_once(book: Stylebook) -> None:
    class Everywhere(Listed):
        def _found(self, prose: str) -> Iterator[Doubt]:
            for match in re.finditer("says", prose):
                yield Doubt(*match.span(), "say", "agreement", 0.7, ("counted",))

    text = f"{HEAD}Some says so.\n\nSome says so.\n\nOthers says no."
    found = told(book, Everywhere([]), text)
    assert [finding.start.line for finding in found] == [3, 7]


def test_a_rule_may_set_thresholds_of_its_own(book: Stylebook) -> None:
    rule = book.checks["context/agreement"].rule
    strict = Context(rule, ContextOptions("agreement", suggestion=0.8, warning=0.9))
    strict.consult(ContextReader(Listed([AGREES])))
    article = read_article(f"{HEAD}Some says so.", "a.txt", format="plain")
    assert Engine([strict]).check(article).findings == ()
    assert list(strict.complaints()) == []
    wrong = Context(rule, ContextOptions("agreement", suggestion=0.9, warning=0.8))
    assert [complaint.at for complaint in wrong.complaints()] == [("suggestion",)]


# Beside other rules.


def beside(book: Stylebook, model: Model, rules: Iterable[str], text: str) -> Checked:
    others = [book.checks[rule] for rule in rules]
    return Engine([*others, *checks(book, model)]).check(
        read_article(HEAD + text, "a.txt", format="plain")
    )


def test_any_other_rule_goes_before(book: Stylebook) -> None:
    model = Listed([("accomodation", "a", "wrong-word", 0.99)])
    found = beside(book, model, ["spelling/common"], "The accomodation was full.").findings
    assert [finding.rule for finding in found] == ["spelling/common"]
    assert found[0].confidence is None, "what is certain needs nobody’s evidence"


def test_a_rule_that_infers_the_same_lends_its_evidence(book: Stylebook) -> None:
    model = Listed([("says", "say", "agreement", 0.95)])
    (found,) = beside(book, model, ["agreement/plural"], "Councils says so.").findings
    assert found.rule == "agreement/plural"
    assert found.confidence == 0.95
    assert found.evidence[-1] == "counted"
    other = Listed([("says", "said", "wrong-form", 0.95)])
    (found,) = beside(book, other, ["agreement/plural"], "Councils says so.").findings
    assert found.confidence == 0.9
    assert "counted" not in found.evidence


def test_a_mark_in_the_copy_lets_it_stand(book: Stylebook) -> None:
    text = f"{HEAD}Some says so. <!-- stet: context/agreement -->\n"
    engine = Engine(checks(book, Listed([AGREES])))
    checked = engine.check(read_article(text, "a.md", format="markdown"))
    assert checked.findings == ()
    assert [finding.rule for finding in checked.stood] == ["context/agreement"]


def test_a_rule_without_a_model_finds_nothing_and_says_what_it_lacks(book: Stylebook) -> None:
    check = Context(book.checks["context/agreement"].rule, ContextOptions("agreement"))
    assert check.lacks == "--context"
    article = read_article(f"{HEAD}Some says so.", "a.txt", format="plain")
    assert Engine([check]).check(article).findings == ()


@pytest.mark.parametrize(
    ("text", "foreign"),
    [
        ("Le maire a dit lundi que le port serait fermé pendant un an, selon la ville.", True),
        ("Dywedodd y maer ddydd Llun y byddai'r porthladd yn cau am flwyddyn gyfan eto.", True),
        ("The mayor said on Monday that the port would be closed for a year.", False),
        ("Smith, Jones, Brown.", False),
    ],
)
def test_another_language_is_known_by_its_lack_of_small_words(text: str, foreign: bool) -> None:
    assert is_foreign(text) is foreign
