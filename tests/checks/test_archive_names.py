"""Names that were never printed, but nearly so: told where a slip is likelier than a namesake."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from lint.checks.archive_names import ArchiveNames, ArchiveNamesOptions, Specimen
from lint.checks.names import Entry, Names, NamesOptions
from lint.checks.printed.forms import folded_form, near_keys, printed_of
from lint.engine import Engine
from lint.finding import Finding
from lint.fixing import mend
from lint.lexicon.archive import Archive, Row
from lint.lexicon.archiving import index_of
from lint.readers import read_article
from lint.rule import Rule

RULE = Rule("names/archive", "archive-names", "Names", "warning", "The archive knows.")
LISTED = Rule("names/people", "names", "People", "error", "The house writes one.")
# A little archive: who is often printed, and many who were printed once or twice.
PRINTED: dict[str, int] = {
    "Oswin Tarrabrook": 412,
    "Ysolda Vintergate": 87,
    "Gérard Dalmanon": 40,
    "David Davis": 60,
    "Port Quenmarrow": 60,
    "Champions League": 90,
    "Costa Rica": 50,
    "Steven Ravelock": 30,
    "Anne-Marie Quillfeather": 35,
    "Perrin O'Callabane": 20,
    "Oswin Tarabroke": 6,
    "Wilma Drentsworth": 2,
    "Quenmarrow": 70,
}
GIVEN = "David Steven Anne John Mary Paul Laura Peter".split()
SURNAMES = "Davies Smith Johnson Johnston Brown Miller Clarke Davis Reid".split()
OTHERS = {f"{given} {surname}": 1 for given in GIVEN for surname in SURNAMES}
del OTHERS["David Davies"]


def archive_of(printed: Mapping[str, int], articles: int = 5000) -> Archive:
    counts: dict[str, int] = {}
    for name, count in printed.items():
        for form in printed_of(tuple(name.split())):
            counts[form] = counts.get(form, 0) + count
    rows = sorted(Row(folded_form(form), form, count, 0, 0) for form, count in counts.items())
    return Archive(index_of(rows, seen=(), articles=articles, keys=near_keys))


ARCHIVE = archive_of(OTHERS | PRINTED)


def engine_of(archive: Archive | None = ARCHIVE, *entries: Entry) -> Engine:
    check = ArchiveNames(RULE, ArchiveNamesOptions())
    names = [Names(LISTED, NamesOptions(entries))] if entries else []
    for each in (check, *names):
        each.introduce((check, *names))
    if archive is not None:
        check.consult(archive)
    return Engine((check, *names))


def findings(text: str, engine: Engine | None = None) -> list[Finding]:
    article = read_article(text, "story.txt", format="plain")
    return list((engine or engine_of()).check(article).findings)


def found(text: str) -> list[str]:
    return [finding.text for finding in findings(text)]


def test_a_name_never_printed_is_told_with_the_counts_of_both() -> None:
    [finding] = findings("Yesterday Oswin Tarabrook opened the bridge.")
    assert finding.text == "Tarabrook"
    assert finding.entry == "Oswin Tarrabrook"
    assert finding.message == (
        "“Oswin Tarrabrook” stands in 412 articles of your archive, “Oswin Tarabrook” in none. "
        "Is “Tarrabrook” meant?"
    )
    assert finding.severity == "warning"
    assert finding.confidence is not None
    assert finding.confidence > 0.9
    assert finding.evidence == (
        "“Oswin Tarrabrook”: in 412 articles",
        "“Oswin Tarabrook”: never",
    )
    assert [fix.safety for fix in finding.fixes] == ["unsafe"]


@pytest.mark.parametrize(
    ("text", "slip"),
    [
        ("Then Owsin Tarrabrook spoke.", "Owsin"),
        ("Then Ysolda Vintegate spoke.", "Vintegate"),
        ("Then Ysolda Vintergatte spoke.", "Vintergatte"),
        ("They left Port Quenmarow at noon.", "Quenmarow"),
        ("Then Perrin O’Callabene spoke.", "O’Callabene"),
        ("Then Perrin O'Callabne's wife spoke.", "O'Callabne"),
        ("They won the Champion League.", "Champion"),
        ("They saw Gerard Dalmamon there.", "Dalmamon"),
        ("Mayor Ysolda Vintegate spoke.", "Vintegate"),
    ],
)
def test_one_word_of_a_name_a_slip_away_is_told(text: str, slip: str) -> None:
    assert found(text) == [slip]


@pytest.mark.parametrize(
    "text",
    [
        "Yesterday Oswin Tarrabrook's brother met Ysolda Vintergate.",
        "They saw Gerard Dalmanon there.",  # an accent is a matter of style
        "Yesterday David Davies spoke.",  # many are called David, many Davies
        "Then Albert Tarrabrook spoke.",
        "The Costa Rican government fell.",
        "Then Steve Ravelock spoke.",  # a pet name
        "Both Vintergates and the Tarrabrooks came.",
        "Then Oswin Tarabroke spoke.",  # six articles: a name of its own
        "Then Wilma Drentsworthy spoke.",  # two articles are too few to go by
        "OSWIN TARABROOK SPEAKS TO MINISTERS",  # capitals say nothing of names
        "See www.example.com/Oswin Tarrabrook for more.",
        "Nobody at all was named.",
        "Start Stocks 9.35 9.35 4.10 Oswin Tarabrook 9.79 13.43 13.43 1.83 1.94",
    ],
)
def test_other_names_and_other_forms_of_a_name_are_left_alone(text: str) -> None:
    assert found(text) == []


def test_a_name_seen_once_is_told_where_the_usual_one_stood_hundreds_of_times() -> None:
    archive = archive_of({**OTHERS, **PRINTED, "Oswin Tarabrook": 1})
    [finding] = findings("Then Oswin Tarabrook spoke.", engine_of(archive))
    assert "“Oswin Tarabrook” in 1 article." in finding.message


def test_hyphens_and_spaces_are_a_suggestion() -> None:
    [finding] = findings("Then Anne Marie Quillfeather spoke.")
    assert finding.severity == "suggestion"
    assert finding.text == "Anne Marie Quillfeather"
    assert finding.fixes[0].edits[0].text == "Anne-Marie Quillfeather"


def test_a_word_by_itself_is_told_only_where_nobody_is_called_so() -> None:
    engine = engine_of(archive_of({**OTHERS, **PRINTED, "Quenmarrow": 900}))
    assert [f.text for f in findings("The ferry left Quenmarow at noon.", engine)] == ["Quenmarow"]
    # It is a part of a longer name here, which is judged instead.
    text = "Albert Quenmarow came. Then Quenmarow left."
    assert findings(text, engine) == []


def test_further_mentions_are_told_beside_the_first_and_mended_with_it() -> None:
    text = "Oswin Tarabrook came. Oswin Tarabrook left, and Tarabrook’s wife stayed."
    [finding] = findings(text)
    assert [related.span.start for related in finding.related] == [28, 48]
    engine = engine_of()
    mended = mend(text, lambda source: tuple(findings(source, engine)), unsafe=True)
    assert mended.source == text.replace("Tarabrook", "Tarrabrook")


def test_capitals_and_apostrophes_are_kept_by_the_mend() -> None:
    text = "Then Perrin O’Callabene spoke."
    engine = engine_of()
    mended = mend(text, lambda source: tuple(findings(source, engine)), unsafe=True)
    assert mended.source == "Then Perrin O’Callabane spoke."


def test_without_an_index_nothing_is_told_and_nothing_is_read() -> None:
    engine = engine_of(None)
    assert findings("Yesterday Oswin Tarabrook opened the bridge.", engine) == []


def test_names_of_the_stylebook_are_left_to_its_own_rules() -> None:
    engine = engine_of(ARCHIVE, Entry("Oswin Tarrabrook"))
    [finding] = findings("Yesterday Oswin Tarabrook opened the bridge.", engine)
    assert finding.rule == "names/people"
    engine = engine_of(ARCHIVE, Entry("Oswin Tarabrook"))
    assert findings("Yesterday Oswin Tarabrook opened the bridge.", engine) == []


def test_specimens_are_judged_without_an_index_and_only_they() -> None:
    options = ArchiveNamesOptions(specimens=(Specimen("Bertil Oxenquist", 100),))
    check = ArchiveNames(RULE, options)
    assert [f.text for f in findings("Then Bertil Oxenqist spoke.", Engine((check,)))] == [
        "Oxenqist"
    ]
    assert findings("Then Oswin Tarabrook spoke.", Engine((check,))) == []


def test_a_specimen_that_can_prove_nothing_is_complained_of() -> None:
    options = ArchiveNamesOptions(specimens=(Specimen("Bertil"), Specimen("Bertil Oxenquist", 2)))
    said = [complaint.message for complaint in ArchiveNames(RULE, options).complaints()]
    assert said == ["a specimen is a name of several words", "fewer than 3 articles prove nothing"]


def test_the_same_article_gives_the_same_findings_whatever_was_asked_before() -> None:
    text = "Then Oswin Tarabrook met Ysolda Vintegate in Port Quenmarow."
    engine = engine_of()
    first = findings(text, engine)
    findings("Then Ysolda Vintergate met Oswin Tarrabrook.", engine)
    assert findings(text, engine) == first == findings(text)
    assert len(first) == 3
