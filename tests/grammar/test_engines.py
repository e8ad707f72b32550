"""The two true engines: what they find, where, and that nothing is left running."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Iterator
from html import unescape

import pytest

from lint.advice import Advice
from lint.article import Article
from lint.checks.grammar import COPY, Grammar
from lint.engine import Engine
from lint.finding import Finding
from lint.grammar.answers import Answers
from lint.grammar.asking import GrammarEngine, Wanted
from lint.grammar.embedded import EmbeddedEngine
from lint.grammar.languagetool import LanguageToolEngine
from lint.grammar.proofreader import Proofreader
from lint.readers import read_article
from lint.stylebook.book import Stylebook
from lint.stylebook.proving import prove
from tests.conftest import ROOT

SLIPS = (
    "The minister was found in a several places.",
    "Their son may underwent surgery, it was said.",
    "It was in in the town that the men met.",
    "The talks will be held on Monday , officials said.",
    "She used to targets the weakest of them.",
    "He had an meeting with a old friend.",
    "They were quicker then the others on the day.",
    "The meeting was adjourned for a 12 month period.",
)
PLAIN = (
    "The council met on Tuesday to agree its budget.",
    "Nobody was hurt, a spokesman said.",
)
# What stands before a slip, as readers see it, in Markdown, and in HTML.
BEFORE = (
    ("Now", "Now", "Now"),
    ("Here 😀🇬🇧", "Here 😀🇬🇧", "Here &#128512;🇬🇧"),
    ("A café & a bar", "A café &amp; a bar", "A caf&eacute; &amp; a bar"),
    ("A decomposed cafe\u0301", "A *decomposed* cafe\u0301", "A <b>decomposed</b> cafe&#769;"),
    ("In a book", "In [a book](https://example.com/a_b)", 'In <a href="x?a=1&amp;b=2">a book</a>'),
    ("Bold words", "**Bold** words", "<strong>Bo</strong>ld words"),
    ("A man 👨‍👩‍👧 of", "A man 👨‍👩‍👧 of", "A man 👨‍👩‍👧 of"),
    ("It cost €5", "It cost \\€5", "It cost &euro;5"),
)


# How a word may be written where it is marked up, in Markdown and in HTML.
MARKED = (
    ("{}", "{}"),
    ("*{}*", "<em>{}</em>"),
    ("**{}**", "<b class='x'>{}</b>"),
    ("[{}](https://example.com/a_b)", '<a href="x?a=1&amp;b=2">{}</a>'),
    ("{}", "<!-- no -->{}"),
)
SHORT = (
    "He had an meeting.", "It was a old town.", "They met in a other places.",
    "She may underwent surgery.", "It was in in town.", "They came , he said.",
    "It was quicker then that.", "It took a 12 month wait.", "They saw the the men.",
    "He will goes there.", "He has a dentists there.", "It was an big house.",
    "She wont be there.", "He can sees it.",
)  # fmt: skip
MANY = 2_000  # findings, at least


def paragraphs() -> Iterator[tuple[str, str, str]]:
    """The same paragraphs plain, in Markdown and in HTML, each with a slip and a number."""
    for number in range(3):
        for slip in SLIPS:
            for plain, markdown, html in BEFORE:
                tail = f", it was said of number {number} 😀. {slip}"
                yield plain + tail, markdown + tail, html + tail


def marked_up(paragraphs: int) -> Iterator[tuple[str, str, str]]:
    """Paragraphs of ten slips in all three forms, any of their words marked up."""
    chance = random.Random(7)
    for number in range(paragraphs):
        plain, markdown, html = chance.choice(BEFORE)
        words = f", number {number} 😀. {' '.join(chance.sample(SHORT, 10))}".split(" ")
        forms = [chance.choice(MARKED) if word.isalpha() else MARKED[0] for word in words]
        told = list(zip(words, forms, strict=True))
        yield (
            plain + " ".join(words),
            markdown + " ".join(form.format(word) for word, (form, _) in told),
            html + " ".join(form.format(word) for word, (_, form) in told),
        )


def bare(text: str) -> str:
    """Source without its marks."""
    text = re.sub(r"<[^>]*>|\]\([^)]*\)|[*\[\\]", "", text)
    return unescape(text)


def findings(reader: Proofreader, rule: Grammar, article: Article) -> tuple[Finding, ...]:
    return Engine([rule]).check(article, advice=reader.ask(article).advice).findings


def test_the_examples_of_the_rule_hold(reader: Proofreader, rule: Grammar) -> None:
    assert list(prove([rule], advise=lambda article: reader.ask(article).advice)) == []


def test_most_slips_are_found_and_plain_copy_is_quiet(reader: Proofreader, rule: Grammar) -> None:
    text = "\n\n".join(("A headline stands here", *SLIPS, *PLAIN))
    article = read_article(text, "story.txt", format="plain")
    found = findings(reader, rule, article)
    hit = {n for n, slip in enumerate(SLIPS) for f in found if f.text in slip}
    assert len(hit) >= 7
    assert not [f.text for f in found if f.span.start >= text.index(PLAIN[0])]


def test_findings_stand_at_the_same_words_in_marked_up_copy_as_in_plain(
    reader: Proofreader, rule: Grammar
) -> None:
    plain, markdown, html = zip(*marked_up(220), strict=True)
    read = {
        "plain": read_article("A headline\n\n" + "\n\n".join(plain), "a.txt"),
        "markdown": read_article("# A headline\n\n" + "\n\n".join(markdown), "a.md"),
        "html": read_article(
            "<h1>A headline</h1>" + "".join(f"<p>{text}</p>\n" for text in html), "a.html"
        ),
    }
    expected = findings(reader, rule, read["plain"])
    assert len(expected) >= MANY
    for form in ("markdown", "html"):
        article = read[form]
        found = findings(reader, rule, article)
        assert [(f.entry, bare(f.text)) for f in found] == [(f.entry, f.text) for f in expected]
        for finding in found:
            assert article.source[finding.span.start : finding.span.end] == finding.text


def test_on_the_seeds_grammar_finds_what_a_rule_finds_and_warns_of_nothing_else(
    reader: Proofreader, house: Stylebook
) -> None:
    said: set[str] = set()
    several: list[str] = []
    for path in sorted((ROOT / "seeds").glob("*.txt")):
        article = read_article(path.read_text("utf-8"), path.name, format="plain")
        advice = reader.ask(article).advice
        said |= {article.prose[one.start : one.end] for one in advice}
        found = Engine(list(house.checks.values())).check(article, advice=advice).findings
        several += [f.rule for f in found if "several places" in f.text]
        assert not [f for f in found if f.kind == "grammar" and f.severity != "suggestion"]
    assert "a several places" in said
    assert several == ["grammar/phrases"]


def test_a_paragraph_is_answered_alike_alone_and_among_others(engine: GrammarEngine) -> None:
    texts = [plain for plain, _, _ in paragraphs()]
    together = [
        told for n in range(0, len(texts), 12) for told in engine.ask(texts[n : n + 12], 60)
    ]
    alone = [engine.ask([text], 60)[0] for text in texts]
    assert together == alone


ODD = {
    "half of a pair": "It was \ud800 in a several places.",
    "a NUL": "It was \0 in a several places.",
    "a byte-order mark": "It was \ufeff in a several places.",
    "soft hyphens": "It was in a se\u00adveral pla\u00adces.",
    "right to left": "It was שלום in a several places.",
    "many marks": "It was e" + "\u0301" * 500 + " in a several places.",
    "controls": "It was \x01\x02\u2028\u0085 in a several places.",
    "a word without end": "It was " + "a" * 10_000 + " in a several places.",
    "nothing but marks": "?! ... — “”",
    "wide spaces": "It was in\u00a0a\u2003several\u3000places.",
}


@pytest.mark.parametrize("odd", ODD)
def test_odd_text_is_answered_within_its_bounds(engine: GrammarEngine, odd: str) -> None:
    (told,) = engine.ask([ODD[odd]], 60)
    assert all(0 <= one.start < one.end <= len(ODD[odd]) for one in told)


def test_the_offsets_that_java_gives_are_those_of_the_words(
    languagetool: LanguageToolEngine,
) -> None:
    text = "😀😀 He was 😀 found in a several places."
    (told,) = languagetool.ask([text], 60)
    assert "a several places" in {text[one.start : one.end] for one in told}


def test_the_embedded_engine_writes_british_english(embedded: EmbeddedEngine) -> None:
    (told,) = embedded.ask(["The colour of the theatre was grey, and its color was odd."], 60)
    assert [one.rule for one in told] == ["MORFOLOGIK_RULE_EN_GB"]


def test_both_engines_say_nearly_the_same(
    languagetool: LanguageToolEngine, embedded: EmbeddedEngine, capsys: pytest.CaptureFixture[str]
) -> None:
    texts = [*SLIPS, *PLAIN, *(plain for plain, _, _ in paragraphs())]
    differing: Counter[tuple[str, str]] = Counter()
    both = 0
    for text in texts:
        one, other = (_placed(e.ask([text], 60)[0]) for e in (languagetool, embedded))
        both += len(one & other)
        differing.update(("only LanguageTool", rule) for _, _, rule in one - other)
        differing.update(("only LingoTweaker", rule) for _, _, rule in other - one)
    with capsys.disabled():
        print(f"\nthe same: {both}; differing: {dict(differing)}")
    assert differing.total() <= both / 20


def _placed(told: list[Advice]) -> set[tuple[int, int, str]]:
    return {(one.start, one.end, one.rule) for one in told}


def test_a_server_that_is_killed_is_started_once_more_and_then_given_up(
    languagetool_folder: str,
) -> None:
    wanted = Wanted()
    engine = LanguageToolEngine(wanted, folder=languagetool_folder, limit=60)
    reader = Proofreader(engine, Answers(None), wanted, kinds=COPY, limit=60)
    try:
        for number in range(3):
            text = f"A headline\n\nIt was in a several places, said number {number}."
            proof = reader.ask(read_article(text, "a.txt", format="plain"))
            assert proof.is_whole is (number < 2), reader.trouble
            if number < 2:
                engine._tool._server.kill()
                engine._tool._server.wait()
        assert "LanguageTool ended 2 times" in reader.trouble
    finally:
        reader.close()
