"""What the rule makes of advice: chosen, kept apart from names, giving way."""

from __future__ import annotations

import pytest

from lint.advice import Advice
from lint.article import Article
from lint.checks.grammar import Grammar
from lint.checks.printed.forms import near_keys
from lint.engine import Engine
from lint.finding import Finding
from lint.lexicon.archive import Archive, Row
from lint.lexicon.archiving import index_of
from lint.readers import read_article
from lint.stylebook.book import Stylebook, load_stylebook
from lint.stylebook.complaints import StylebookError
from tests.conftest import WriteBook

RULE = "grammar/languagetool"
STORY = "Council agrees to a plan\n\n{}\n"

BOOK = """\
kind: grammar
title: For a test
severity: suggestion
why: Because.
entries:
{entries}
examples:
  - bad: This are wrong.
    finds: are
  - ok: This is right.
  - ok: So is this.
"""


def story(sentence: str) -> Article:
    return read_article(STORY.format(sentence), "story.txt", format="plain")


def said(
    article: Article, words: str, rule: str = "A_NNS", category: str = "GRAMMAR",
    offers: tuple[str, ...] = ("right",), is_spelling: bool = False,
) -> Advice:  # fmt: skip
    start = article.prose.index(words)
    end = start + len(words)
    return Advice(start, end, rule, category, "So it is.", offers, is_spelling)


def doubt(article: Article, word: str, *offers: str) -> Advice:
    return said(article, word, "MORFOLOGIK_RULE_EN_GB", "TYPOS", offers, is_spelling=True)


def told(checks: Stylebook | Grammar, article: Article, *advice: Advice) -> tuple[Finding, ...]:
    every = list(checks.checks.values()) if isinstance(checks, Stylebook) else [checks]
    return Engine(every).check(article, advice=advice).findings


def made(write_book: WriteBook, entries: str) -> Grammar:
    folder = write_book(**{RULE: BOOK.format(entries=entries)})
    check = load_stylebook(str(folder)).checks[RULE]
    assert isinstance(check, Grammar)
    return check


def test_a_rule_that_is_listed_is_told_at_its_severity_and_never_safe(rule: Grammar) -> None:
    article = story("It was found in a other places.")
    (finding,) = told(rule, article, said(article, "a other places"))
    assert (finding.severity, finding.entry, finding.message) == ("warning", "A_NNS", "So it is.")
    assert finding.fixes[0].safety == "unsafe"
    assert finding.confidence
    assert finding.evidence == ("rule A_NNS of LanguageTool",)


def test_a_rule_that_is_not_listed_is_a_suggestion(rule: Grammar) -> None:
    article = story("It was of great other places.")
    (finding,) = told(rule, article, said(article, "great other", "MUCH_COUNTABLE"))
    assert finding.severity == "suggestion"


@pytest.mark.parametrize(
    ("name", "category"),
    [
        ("COMMA_COMPOUND_SENTENCE_2", "PUNCTUATION"),
        ("EN_COMPOUNDS_NET_ZERO", "MISC"),
        ("OXFORD_SPELLING_Z_NOT_S", "BRE_STYLE_OXFORD_SPELLING"),
        ("SOMETHING_NEW", "STYLE"),
        ("HE_VERB_AGR", "GRAMMAR"),
        ("WORKER_COMPOUNDS", "GRAMMAR"),
    ],
)
def test_noise_is_not_told(rule: Grammar, name: str, category: str) -> None:
    article = story("England are ahead in the other places.")
    assert told(rule, article, said(article, "England are", name, category)) == ()


def test_what_is_off_is_not_asked_for_and_what_is_told_is(rule: Grammar) -> None:
    rules, categories = rule.unwanted()
    assert {"COMMA_COMPOUND_SENTENCE", "HE_VERB_AGR", "COVID_19"} - categories_of(rule) <= rules
    assert "STYLE" in categories
    assert not rules & {"A_NNS", "ENGLISH_WORD_REPEAT_RULE", "MORFOLOGIK_RULE_EN_GB"}
    assert "GRAMMAR" not in categories


def categories_of(rule: Grammar) -> frozenset[str]:
    """The rules that lie in a category that is off as a whole."""
    from lint.checks.advising.known import categories

    return frozenset().union(*(categories()[name] for name in rule.unwanted()[1]))


def test_the_part_of_an_id_that_says_most_goes_first(write_book: WriteBook) -> None:
    entries = """\
  - {why: One., rules: ["*COMMA*"], off: true}
  - {why: Two., rules: ["*COMMA_PARENTHESIS*"], severity: error}
  - {why: Three., rules: [COMMA_PARENTHESIS_WHITESPACE], severity: warning}
  - {why: Four., categories: [PUNCTUATION], severity: suggestion}
"""
    check = made(write_book, entries)
    names = ("A_COMMA_X", "A_COMMA_PARENTHESIS", "COMMA_PARENTHESIS_WHITESPACE", "OTHER")
    found = [check.entry_of(name, "PUNCTUATION") for name in names]
    assert [entry.why if entry else "" for entry in found] == ["One.", "Two.", "Three.", "Four."]


def test_headlines_hear_only_what_is_meant_for_them(rule: Grammar) -> None:
    article = story("It is so.")
    one, other = said(article, "agrees"), said(article, "Council", "MUCH_COUNTABLE")
    assert [f.entry for f in told(rule, article, one, other)] == ["A_NNS"]


def test_what_people_say_is_left_to_them_where_the_rule_says_so(rule: Grammar) -> None:
    article = story("“There is much people here,” she said, and there is much people.")
    first = said(article, "much people", "MUCH_COUNTABLE")
    again = first._replace(
        start=article.prose.rindex("much"), end=article.prose.rindex("much") + len("much people")
    )
    assert [f.span.start for f in told(rule, article, first, again)] == [again.start]


def test_an_article_before_a_sum_of_money_is_read_aloud(rule: Grammar) -> None:
    article = story("Ministers approved an $8bn plan or an pound.")
    money = said(article, "an $", "EN_A_VS_AN", "MISC", ("a",))
    money = money._replace(end=money.start + 2)
    plain = said(article, "an pound", "EN_A_VS_AN", "MISC", ("a pound",))
    assert [f.span.start for f in told(rule, article, money, plain)] == [plain.start]


@pytest.mark.parametrize(
    ("option", "told_in", "silent_in"),
    [
        ("not before: [' $']", "It was a plans of many.", "It was a plans $8bn."),
        ("not after: ['from ']", "It was a plans to come.", "It was from a plans to come."),
        ("not with: ['month*']", "It was a plans to come.", "It was a months plans to come."),
    ],
)
def test_an_entry_is_silent_where_it_says_so(
    write_book: WriteBook, option: str, told_in: str, silent_in: str
) -> None:
    check = made(write_book, f"  - {{why: One., rules: [A_NNS], {option}}}\n")
    for sentence, count in ((told_in, 1), (silent_in, 0)):
        article = story(sentence)
        words = "a months plans" if "months" in sentence else "a plans"
        assert len(told(check, article, said(article, words))) == count, sentence


@pytest.mark.parametrize(
    ("sentence", "words", "is_told"),
    [
        ("It was in in the town.", "in in", True),
        ("He won 6-2 6-2 in the town.", "6-2 6-2", False),
        ("It was there . Nobody came.", " .", True),
        ("The new .museum is there.", " .", False),
    ],
)
def test_scores_and_dots_of_names_are_no_slips(
    rule: Grammar, sentence: str, words: str, is_told: bool
) -> None:
    article = story(sentence)
    name = "COMMA_PARENTHESIS_WHITESPACE" if "." in words else "ENGLISH_WORD_REPEAT_RULE"
    assert bool(told(rule, article, said(article, words, name, "MISC"))) is is_told


@pytest.mark.parametrize(
    ("option", "sure", "unsure"),
    [
        ("sure before: [' of ', '.']", "It was a plans of many.", "It was a plans meeting."),
        ("sure with: ['*ed']", "It was a planed plans.", "It was a plane plans."),
    ],
)
def test_what_an_entry_is_not_sure_of_is_only_a_suggestion(
    write_book: WriteBook, option: str, sure: str, unsure: str
) -> None:
    entry = f"why: One., rules: [A_NNS], severity: warning, confidence: 0.9, {option}"
    check = made(write_book, f"  - {{{entry}}}\n")
    found: list[Finding] = []
    for sentence in (sure, unsure):
        article = story(sentence)
        words = sentence.partition("It was ")[2].removesuffix(".")
        words = words if "plane" in words else "a plans"
        found += told(check, article, said(article, words))
    assert [f.severity for f in found] == ["warning", "suggestion"]
    assert [f.confidence for f in found] == [0.9, 0.5]


def test_where_our_rules_speak_theirs_are_silent_however_grave_and_long(house: Stylebook) -> None:
    article = story("He was found in a several places of the town.")
    finding, *others = told(house, article, said(article, "in a several places of the town"))
    assert (finding.rule, finding.text, others) == ("grammar/phrases", "a several places", [])


def test_lugosi_is_never_offered_for_a_name_of_the_house(house: Stylebook, rule: Grammar) -> None:
    article = story("The Crown asked for Andrei Lugovi, and for Lugovoi again.")
    advice = (doubt(article, "Lugovi", "Lugosi"), doubt(article, "Lugovoi", "Lugosi", "Lug ovoid"))
    everything = told(house, article, *advice)
    offers = {edit.text for f in everything for fix in f.fixes for edit in fix.edits}
    assert offers == {"Lugovoi"}
    assert told(rule, article, *advice) == ()


@pytest.mark.parametrize("word", ["Litvinenko", "Kamynin", "Peskov", "Nguyen’s"])
def test_names_are_not_doubted(rule: Grammar, word: str) -> None:
    article = story(f"It was signed by {word} in the town.")
    assert told(rule, article, doubt(article, word, "something")) == ()


def test_a_word_of_the_gazetteer_is_not_doubted_where_a_sentence_begins(rule: Grammar) -> None:
    article = story("Litvinenko was there. Additonal men were not.")
    advice = (doubt(article, "Litvinenko", "Latvian"), doubt(article, "Additonal", "Additional"))
    assert [f.text for f in told(rule, article, *advice)] == ["Additonal"]


@pytest.mark.parametrize(
    ("word", "offer", "is_told"),
    [
        ("ratesince", "rate since", True),
        ("saysMeta", "says Meta", True),
        ("iiMedia", "ii Media", False),
        ("guestlist", "guest list", False),
        ("maltipoo", "multiple", False),
        ("al-Hayya", "Al-Aqsa", False),
        ("comfor", "comfort", True),
        ("houze", "house", True),
        ("leab", "lead", True),
        ("Leab", "Lead", False),
        ("kelb", "kelp", False),
    ],
)
def test_of_words_that_no_dictionary_has_likely_slips_alone_are_told(
    rule: Grammar, word: str, offer: str, is_told: bool
) -> None:
    article = story(f"There was some {word} in the town.")
    assert bool(told(rule, article, doubt(article, word, "sones", offer))) is is_told


def test_a_name_of_the_archive_is_not_doubted(write_book: WriteBook) -> None:
    entries = "  - {why: One., rules: [MORFOLOGIK_RULE_*], spelling: true}\n"
    check = made(write_book, entries)
    article = story("Additonal was there.")
    advice = doubt(article, "Additonal", "Additional")
    assert told(check, article, advice)
    check.consult(
        Archive(
            index_of([Row("additonal", "Additonal", 9, 0, 0)], seen=(), articles=10, keys=near_keys)
        )
    )
    assert told(check, article, advice) == ()


def test_a_word_that_stands_twice_is_a_term(rule: Grammar) -> None:
    article = story("The goverment is here. Every goverment is. An additonal one is not.")
    advice = (doubt(article, "goverment", "government"), doubt(article, "additonal", "additional"))
    assert [f.text for f in told(rule, article, *advice)] == ["additonal"]


@pytest.mark.parametrize(
    ("found", "offer", "shown"),
    [
        ("Ivan Petrov", "Ivan Petrow", False),
        ("the Uk", "the UK", True),
        ("Londons", "London’s", True),
        ("may underwent", "may undergo", True),
        ("met Anna and", "met Anna", True),
    ],
)
def test_no_offer_puts_one_name_for_another(
    rule: Grammar, found: str, offer: str, shown: bool
) -> None:
    article = story(f"They say that {found} in the town.")
    finding = told(rule, article, said(article, found, offers=(offer,)))[0]
    assert bool(finding.fixes) is shown


@pytest.mark.parametrize(
    ("entries", "line", "words"),
    [
        ("  - {why: One., rules: [A_NNS, A_NNSS]}\n", 6, "“A_NNSS” for English; did you mean"),
        ("  - {why: One., categories: [GRAMAR]}\n", 6, "no category “GRAMAR”"),
        ("  - {why: One., rules: [NO_SUCH_*]}\n", 6, "no rule “NO_SUCH_*”"),
        ("  - {why: One.}\n", 6, "names neither rules nor categories"),
        (
            "  - {why: One., rules: [A_NNS]}\n  - {why: Two., rules: [A_NNS]}\n",
            7,
            "stands in entry 1 already",
        ),
    ],
)
def test_ids_that_the_engine_has_not_are_told_with_file_and_line(
    write_book: WriteBook, entries: str, line: int, words: str
) -> None:
    folder = write_book(**{RULE: BOOK.format(entries=entries)})
    with pytest.raises(StylebookError) as raised:
        load_stylebook(str(folder))
    (complaint,) = raised.value.complaints
    assert complaint.path.endswith("languagetool.yaml")
    assert complaint.line == line
    assert words in complaint.message


def test_a_mark_of_the_editor_lets_it_stand(rule: Grammar) -> None:
    text = "# A plan\n\nIt was in a other places. <!-- stet: so they say -->\n"
    article = read_article(text, "story.md")
    checked = Engine([rule]).check(article, advice=[said(article, "a other places")])
    assert (checked.findings, [f.entry for f in checked.stood]) == ((), ["A_NNS"])


def test_without_advice_the_rule_costs_and_says_nothing(house: Stylebook, rule: Grammar) -> None:
    article = story("It was found in a other places.")
    assert told(rule, article) == ()
    assert told(house, article) == Engine(list(house.checks.values())).check(article).findings
