"""A real word for another: the company it keeps convicts it or clears it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint.checks.confusion.company import PhraseError, Surroundings, phrases, tokens_of
from lint.checks.confusion.judge import ByEvidence, Context, Judge, Story, Verdict
from lint.checks.confusions import Confusions
from lint.engine import Engine
from lint.finding import Finding
from lint.fixing import mend
from lint.readers import read_article
from lint.stylebook.book import load_stylebook
from lint.stylebook.complaints import StylebookError
from tests.conftest import WriteBook

RULE = """\
kind: confusions
title: Confusions
severity: warning
why: They look alike.
lists:
  nations: [Russia, France]
entries:
{entries}
examples:
  - bad: The pubic sector grew.
    finds: pubic
  - ok: The public sector grew.
  - ok: The pubic bone was broken.
"""
ENTRIES = """\
  - write: public
    not: pubic
    forms: {pubicly: publicly}
    always: true
    safe: true
    fine: ["~ bone|hair"]
  - write: United
    not: untied
    capitals: true
    sure: ["~ Nations"]
  - write: country
    not: county
    forms: {counties: countries}
    fine: ["~ council", near: [cricket]]
    sure: ["~ like <nations>", "<number> (other) ~counties *ed"]
    likely:
      - company: ["the ~", "~'s"]
        not near: [mayor]
        story has: {words: [<nations>, minister, troops], at least: 2}
        story lacks: [county, County]
  - write: their
    not: there
    sure: ["lost ~ jobs|homes"]
  - write: its
    not: it's
    sure: ["~ own"]
  - write: than
    not: then
    sure: ["more ~ !the|a"]
"""
NATIONS = "Russia sent troops and France protested."


@pytest.fixture
def engine(write_book: WriteBook) -> Engine:
    return engine_of(write_book(a=RULE.format(entries=ENTRIES)))


def engine_of(root: Path) -> Engine:
    return Engine(tuple(load_stylebook(root).checks.values()))


def findings(engine: Engine, text: str) -> tuple[Finding, ...]:
    return engine.check(read_article(text, format="plain")).findings


def found(engine: Engine, text: str) -> list[str]:
    return [finding.text for finding in findings(engine, text)]


def mended(engine: Engine, text: str, *, unsafe: bool = False) -> str:
    return mend(text, lambda source: findings(engine, source), unsafe=unsafe).source


class TestWhatIsFound:
    @pytest.mark.parametrize(
        "text",
        [
            "The pubic sector grew.",
            "He said so pubicly.",
            "THE PUBIC SECTOR GREW",
            "“Pubic money was spent,” she said.",
        ],
    )
    def test_a_word_that_is_never_meant_is_found_wherever_it_stands(
        self, engine: Engine, text: str
    ) -> None:
        assert len(found(engine, text)) == 1

    @pytest.mark.parametrize("text", ["The pubic bone broke.", "PUBIC HAIR", "Pubic-bone pain."])
    def test_company_in_which_it_is_right_clears_it(self, engine: Engine, text: str) -> None:
        assert found(engine, text) == []

    def test_sure_company_gives_a_word_away_alone(self, engine: Engine) -> None:
        assert found(engine, "A huge county like France needs rail.") == ["county"]

    def test_a_phrase_may_ask_for_one_form_of_the_word(self, engine: Engine) -> None:
        assert found(engine, "Ten other counties signed.") == ["counties"]
        assert found(engine, "Ten other county signed.") == []

    def test_a_mark_breaks_a_phrase(self, engine: Engine) -> None:
        assert found(engine, "It is a county, like France.") == []

    def test_a_hyphen_is_a_space(self, engine: Engine) -> None:
        assert found(engine, "A ten-counties signed.") == ["counties"]

    def test_a_refused_word_clears_and_the_edge_of_the_block_does_not(self, engine: Engine) -> None:
        assert found(engine, "It was more then the rest.") == []
        assert found(engine, "It was more then twenty.") == ["then"]
        assert found(engine, "It was more then") == ["then"]

    def test_an_everyday_word_is_found_beside_its_neighbour(self, engine: Engine) -> None:
        assert found(engine, "Many lost there homes, and there was anger there.") == ["there"]

    def test_a_contraction_is_found_with_either_apostrophe(self, engine: Engine) -> None:
        assert found(engine, "It sold it's own shop and it’s own van.") == ["it's", "it’s"]


class TestTheStory:
    def test_the_rest_of_the_story_makes_a_slip_likely(self, engine: Engine) -> None:
        assert found(engine, f"{NATIONS}\n\nHe fled the county.") == ["county"]

    def test_too_little_in_the_story_is_no_evidence(self, engine: Engine) -> None:
        assert found(engine, "Russia objected.\n\nHe fled the county.") == []

    def test_another_of_the_same_word_in_the_story_clears_it(self, engine: Engine) -> None:
        assert found(engine, f"{NATIONS}\n\nHe fled the county. No county took him.") == []

    def test_a_word_near_it_clears_it(self, engine: Engine) -> None:
        assert found(engine, f"{NATIONS}\n\nThe mayor of the county was there.") == []
        assert found(engine, f"{NATIONS}\n\nThe cricket season and the county.") == []

    def test_other_company_that_a_clue_excepts_leaves_the_word_to_the_rest(
        self, write_book: WriteBook
    ) -> None:
        county = (
            '  - write: country\n    not: county\n    sure: ["~\'s minister"]\n'
            '    fine: [{company: ["<name> ~"], unless: ["<nations>|African ~"]}]\n'
        )
        entries = ENTRIES[: ENTRIES.index("  - write: country")] + county
        engine = engine_of(write_book(a=RULE.format(entries=entries)))
        assert findings(engine, "An Essex county’s minister resigned.") == ()
        assert found(engine, "An African county’s minister resigned.") == ["county’s"]

    def test_a_word_in_another_paragraph_is_not_near(self, engine: Engine) -> None:
        assert found(engine, f"{NATIONS}\n\nThe mayor spoke.\n\nHe fled the county.") == ["county"]

    def test_company_does_not_reach_over_a_paragraph(self, engine: Engine) -> None:
        assert found(engine, "They lost\n\nthere homes were gone.") == []

    def test_the_reasons_are_told(self, engine: Engine) -> None:
        (finding,) = findings(engine, f"{NATIONS}\n\nHe fled the county.")
        assert finding.message == (
            "“county” may be a slip for “country” (“the county”; no other “county” in the story;"
            " in the story: Russia, troops, France)."
        )
        assert finding.confidence == 0.9


class TestCapitals:
    def test_a_capital_inside_a_sentence_is_a_name(self, engine: Engine) -> None:
        assert found(engine, "They saw Pubic at the fair.") == []

    def test_a_capital_where_a_sentence_opens_is_none(self, engine: Engine) -> None:
        assert found(engine, "It rained. Pubic money was lost.") == ["Pubic"]

    def test_an_entry_may_ask_for_names_too(self, engine: Engine) -> None:
        assert mended(engine, "The Untied Nations met.", unsafe=True) == "The United Nations met."


class TestTheMend:
    @pytest.mark.parametrize(
        ("bad", "good"),
        [
            ("The pubic’s view.", "The public’s view."),
            ("The pubic's view.", "The public's view."),
            ("Pubic money.", "Public money."),
            ("PUBIC MONEY", "PUBLIC MONEY"),
            ("He pubicly wept.", "He publicly wept."),
        ],
    )
    def test_it_keeps_capitals_and_the_possessive(
        self, engine: Engine, bad: str, good: str
    ) -> None:
        assert mended(engine, bad) == good

    def test_it_is_safe_only_where_the_entry_says_so(self, engine: Engine) -> None:
        assert [f.fixes[0].safety for f in findings(engine, "pubic")] == ["safe"]
        (finding,) = findings(engine, "A huge county like France.")
        assert finding.fixes[0].safety == "unsafe"

    def test_the_finding_covers_the_possessive(self, engine: Engine) -> None:
        assert found(engine, f"{NATIONS}\n\nThe county’s army left.") == ["county’s"]

    @given(st.lists(st.sampled_from("pubic counties there its own lost homes bone ’s , .".split())))
    def test_a_second_round_changes_nothing(self, words: list[str]) -> None:
        engine = Engine([_check()])
        once = mended(engine, " ".join(words))
        assert mended(engine, once) == once


class TestPhrases:
    @pytest.mark.parametrize("text", ["no word here", "~ and ~", ""])
    def test_a_phrase_has_one_place_for_the_word(self, text: str) -> None:
        with pytest.raises(PhraseError, match="needs one ~"):
            list(phrases(text, {}))

    def test_an_unknown_list_is_named_with_those_there_are(self) -> None:
        with pytest.raises(PhraseError, match=r"no list <towns>; there are <name>, <nations>"):
            list(phrases("~ in <towns>", {"nations": ["Russia"]}))

    @pytest.mark.parametrize(
        ("phrase", "text"),
        [
            ("the (very) ~", "the very [x]"),
            ("the (very) ~", "the [x]"),
            ("~ of a | b", "[x] of b"),
            ("refus* ~", "refusing [x]"),
            ("~ *ing", "[x] going"),
            ("<number> ~", "25 [x]"),
            ("<number> ~", "three [x]"),
            ("~ <name>", "[x] Smith"),
            ("~'s end", "[x]’s end"),
            ("~ ,", "[x], he said"),
            ("~ US", "[x] US"),
        ],
    )
    def test_what_a_phrase_takes(self, phrase: str, text: str) -> None:
        assert _takes(phrase, text)

    @pytest.mark.parametrize(
        ("phrase", "text"),
        [
            ("the ~", "the, [x]"),
            ("~ us", "[x]. Us"),
            ("~ US", "[x] us"),
            ("~ <name>", "[x] The"),
            ("* ~", "“[x]"),
            ("~ !of", "[x] of"),
        ],
    )
    def test_what_it_does_not(self, phrase: str, text: str) -> None:
        assert not _takes(phrase, text)

    def test_a_word_cut_in_two_by_the_reach_is_not_read(self) -> None:
        text = "neighbouring county"
        place = Surroundings(text, 13, 19, 0, len(text))
        assert place.before(reach=5) == []
        assert place.before() == ["neighbouring"]


class TestBadRules:
    @pytest.mark.parametrize(
        ("entry", "complaint"),
        [
            ('{write: a, not: b, sure: ["c d"]}', "needs one ~"),
            ('{write: a, not: b, fine: ["~ <x>"], always: true}', "no list <x>"),
            ("{write: a, not: b}", "has no evidence"),
            ('{write: a, not: a, sure: ["~ c"]}', "both the word written and the word meant"),
            ("{write: a, not: b, likely: [{stori has: [c]}]}", "story has"),
        ],
    )
    def test_what_is_wrong_is_said_with_its_line(
        self, write_book: WriteBook, entry: str, complaint: str
    ) -> None:
        with pytest.raises(StylebookError) as raised:
            load_stylebook(write_book(a=RULE.format(entries=f"  - {entry}\n")))
        (said,) = [c for c in raised.value.complaints if complaint in c.message]
        assert said.line == 8


class TestTheSeam:
    def test_another_judge_may_take_the_place_of_the_evidence(self) -> None:
        class Always:
            def judge(self, context: Context) -> Verdict | None:
                return Verdict(0.7, ("learnt",))

        judge: Judge = Always()
        check = _check()
        check.judge = lambda number: judge  # type: ignore[method-assign]
        (finding,) = findings(Engine([check]), "The pubic bone.")
        assert (finding.confidence, finding.evidence) == (0.7, ("learnt",))

    def test_evidence_is_one_judge(self) -> None:
        place = Surroundings("pubic", 0, 5, 0, 5)
        verdict = ByEvidence(always=True).judge(Context("pubic", place, Story("pubic")))
        assert verdict is not None
        assert verdict.sure


class TestRealCopy:
    def test_the_county_of_the_first_seed_is_a_country(self, shared: Path) -> None:
        text = (shared / "seeds" / "000_19820847d7df49ee.txt").read_text(encoding="utf-8")
        rules = Path(__file__).resolve().parents[2] / "rules" / "confusions"
        engine = engine_of(rules)
        (finding,) = findings(engine, text)
        assert (finding.text, finding.severity) == ("county’s", "warning")
        assert finding.fixes[0].edits[0].text == "country’s"

    def test_the_second_seed_holds_no_confusion(self, shared: Path) -> None:
        text = (shared / "seeds" / "001_d7b0401ab8aa4db5.txt").read_text(encoding="utf-8")
        rules = Path(__file__).resolve().parents[2] / "rules" / "confusions"
        assert found(engine_of(rules), text) == []


def _takes(phrase: str, marked: str) -> bool:
    """Whether a phrase takes the company of the word in brackets."""
    left, right = marked.split("[x]")
    before, after = tokens_of(left)[::-1], tokens_of(right)
    return any(p.fits("x", before, after) for p in phrases(phrase, {}))


def _check() -> Confusions:
    """The check of the rule above, without a file."""
    from lint.checks.confusion.entries import ConfusionsOptions, Entry
    from lint.rule import Rule

    entries = (
        Entry("public", "pubic", {}, fine=("~ bone",), always=True, safe=True),
        Entry("their", "there", {}, sure=("lost ~ homes",), safe=True),
    )
    rule = Rule("a", "confusions", "A", "warning", "why")
    return Confusions(rule, ConfusionsOptions(entries))
