"""The fields of an article are checked as one, and told field by field."""

from __future__ import annotations

from pathlib import Path

import pytest

from lint.article import Metadata
from lint.readers.fields import Field
from lint.shells.configuration import Configuration, load_configuration
from lint.shells.desk import Desk
from lint.shells.save.checking import SaveDesk, submitted
from lint.shells.save.placing import FieldFinding
from tests.shells.save.book import BOOK, write_files


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_files(tmp_path_factory.mktemp("house"), BOOK)


@pytest.fixture(scope="module")
def desk(folder: Path) -> SaveDesk:
    return SaveDesk(Desk(Configuration(stylebook=(str(folder),))))


def found(desk: SaveDesk, *fields: Field) -> list[FieldFinding]:
    return list(desk.check(submitted(fields)).findings)


def told(desk: SaveDesk, *fields: Field) -> list[tuple[str, str, str]]:
    """Field, rule and words of each finding."""
    names = [field.name for field in fields]
    return [
        (names[each.field], each.finding.rule, each.finding.text) for each in found(desk, *fields)
    ]


BODY = "The harbour bridge will be shut on 17 July, the council said."


def test_the_headline_is_held_against_the_body(desk: SaveDesk) -> None:
    fields = (Field("headline", "Harbour bridge to close for repairs"),
              Field("body", "Harbour bridge to close for repairs\n\n" + BODY))  # fmt: skip
    assert told(desk, *fields) == [
        ("body", "headlines/repeated", "Harbour bridge to close for repairs")
    ]
    (repeated,) = found(desk, *fields)
    assert repeated.beside == (0,)  # the related place is the headline's field


def test_one_name_in_two_spellings_is_found_across_fields(desk: SaveDesk) -> None:
    fields = (Field("headline", "Kolenko resigns"),
              Field("standfirst", "Pranab Kolenko, the finance minister, resigned."),
              Field("body", "<p>Mr Kolneko gave no reason.</p>", "html"))  # fmt: skip
    assert ("body", "names/two", "Kolneko") in told(desk, *fields)


def test_dates_in_two_forms_are_found_across_fields(desk: SaveDesk) -> None:
    fields = (Field("standfirst", "The ship left Hull on 17 July and Leith on 18 July."),
              Field("body", "It docked in Oslo on July 19, and it stayed there."))  # fmt: skip
    assert told(desk, *fields) == [("body", "dates/mixed", "July 19")]


def test_places_are_those_of_the_field_as_it_was_sent(desk: SaveDesk) -> None:
    text = "😀 One line.\r\n\r\nIt is wrongg.\r\n"
    fields = (Field("headline", "A headline"), Field("body", text))
    (each,) = found(desk, *fields)
    span = each.finding.span
    assert text[span.start : span.end] == "wrongg" == each.finding.text
    assert each.finding.start == (3, 7)
    assert each.finding.excerpt.line == "It is wrongg."


def test_markup_of_one_field_is_nothing_to_another(desk: SaveDesk) -> None:
    fields = (Field("headline", "It is <b>wrongg</b>"), Field("body", "<p>wrongg</p>", "html"))
    assert [span for _, _, span in told(desk, *fields)] == ["wrongg", "wrongg"]


def fixes(desk: SaveDesk, *fields: Field) -> list[tuple[str, str]]:
    """Safety and text of each fix that the fields are offered."""
    return [
        (fix.safety, fix.edits[0].text)
        for each in found(desk, *fields)
        for fix in each.finding.fixes
    ]


@pytest.mark.parametrize("other", ["text", "html"])
def test_a_mend_is_written_as_the_format_of_its_field_wants_it(desk: SaveDesk, other: str) -> None:
    headline = Field("headline", "Be bold and brave")
    assert fixes(desk, headline, Field("body", "x", other)) == [("safe", "<b>bold</b> & brave")]
    body = Field("body", "Be bold and brave.", "html")
    (mend,) = fixes(desk, Field("headline", "x", other), body)
    assert mend == ("safe", "&lt;b&gt;bold&lt;/b&gt; &amp; brave")


def test_signs_that_mean_something_in_front_matter_are_not_written_there(desk: SaveDesk) -> None:
    text = "---\ntitle: At half past ten\n---\n\nIt opens at half past ten.\n"
    fields = (Field("headline", "x"), Field("body", text, "markdown"))
    assert [safety for safety, _ in fixes(desk, *fields)] == ["display", "safe"]


def test_no_fix_writes_into_two_fields(desk: SaveDesk) -> None:
    """The repeated line is deleted from the end of the line above it, which is another field's."""
    headline = Field("headline", "Harbour bridge to close for repairs")
    body = Field("body", headline.text + "\n\n" + BODY)
    (repeated,) = found(desk, headline, body)
    (fix,) = repeated.finding.fixes
    (edit,) = fix.edits
    assert not edit.path
    assert body.text[: edit.span.start] + edit.text + body.text[edit.span.end :] == BODY


@pytest.mark.parametrize(
    ("text", "draft", "publish"),
    [
        ("It is right.", "allow", "allow"),
        ("They utilise it.", "allow", "allow"),
        ("An advisor came.", "warn", "warn"),
        ("It is wrongg.", "warn", "block"),
    ],
)
def test_severities_decide(desk: SaveDesk, text: str, draft: str, publish: str) -> None:
    fields = [Field("body", text)]
    assert desk.check(submitted(fields)).decision == draft
    assert desk.check(submitted(fields, stage="publish")).decision == publish


def configured(tmp_path: Path, text: str, book: Path) -> SaveDesk:
    file = tmp_path / "copydesk.yaml"
    file.write_text(f"stylebook: {book}\n{text}")
    return SaveDesk(Desk(load_configuration(file)))


def test_the_house_decides_what_severities_do(tmp_path: Path, folder: Path) -> None:
    text = "serve:\n  draft: {warn: suggestion, block: error}\n  publish: {block: suggestion}\n"
    desk = configured(tmp_path, text, folder)
    gentle, grave = [Field("body", "They utilise it.")], [Field("body", "It is wrongg.")]
    assert desk.check(submitted(gentle)).decision == "warn"
    assert desk.check(submitted(grave)).decision == "block"
    assert desk.check(submitted(gentle, stage="publish")).decision == "block"


def test_settings_of_a_section_hold(tmp_path: Path, folder: Path) -> None:
    desk = configured(tmp_path, "overrides:\n  - sections: [sport]\n    ignore: [terms]\n", folder)
    fields = [Field("body", "It is wrongg.")]
    assert desk.check(submitted(fields)).findings
    assert not desk.check(submitted(fields, Metadata(section="Sport"))).findings


def test_what_is_too_gentle_to_be_told_is_not(tmp_path: Path, folder: Path) -> None:
    desk = configured(tmp_path, "severity: warning\n", folder)
    assert not desk.check(submitted([Field("body", "They utilise it.")])).findings


def test_marks_and_the_list_let_findings_stand(tmp_path: Path, folder: Path) -> None:
    fields = [Field("body", "<p>It is wrongg.<!-- stet: as she wrote it --></p>", "html")]
    verdict = configured(tmp_path, "", folder).check(submitted(fields))
    assert (verdict.decision, len(verdict.findings), len(verdict.dismissed)) == ("allow", 0, 1)
    fingerprint = verdict.dismissed[0].finding.fingerprint
    (tmp_path / "stet.yaml").write_text(
        f"stet:\n  - fingerprint: {fingerprint}\n    reason: as she wrote it\n"
    )
    bare = [Field("body", "<p>It is wrongg.</p>", "html")]
    verdict = configured(tmp_path, "", folder).check(submitted(bare))
    assert (verdict.decision, len(verdict.dismissed)) == ("allow", 1)


def test_the_same_article_gives_the_same_verdict(desk: SaveDesk) -> None:
    fields = [Field("headline", "An advisor"), Field("body", "It is wrongg. They utilise it.")]
    assert desk.check(submitted(fields)) == desk.check(submitted(fields))
