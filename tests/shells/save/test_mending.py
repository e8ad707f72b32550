"""Fields are mended: by safe fixes alone, or by those that an editor chose."""

from __future__ import annotations

from pathlib import Path

import pytest

from lint.readers.fields import Field
from lint.shells.configuration import Configuration
from lint.shells.desk import Desk
from lint.shells.save.checking import SaveDesk, submitted
from lint.shells.save.mending import MendedFields, mend_chosen, mend_safely
from tests.shells.save.book import BOOK, write_files


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> SaveDesk:
    folder = write_files(tmp_path_factory.mktemp("house"), BOOK)
    return SaveDesk(Desk(Configuration(stylebook=(str(folder),))))


def texts(mended: MendedFields) -> list[str]:
    return [field.text for field in mended.verdict.submission.fields]


FIELDS = [
    Field("headline", "An advisor is wrongg"),
    Field("body", "<p>They asked for <i>Andrei</i> Lugovi &amp; an advisor. “Utilise it,” he "
          "said. They utilise it.</p>", "html"),
]  # fmt: skip


def test_safe_fixes_are_written_into_every_field(desk: SaveDesk) -> None:
    mended = mend_safely(desk, submitted(FIELDS))
    assert texts(mended)[0] == "An adviser is wrong"
    assert "Lugovoi &amp; an adviser" in texts(mended)[1]
    assert "<i>Andrei</i>" in texts(mended)[1]


def test_mending_settles(desk: SaveDesk) -> None:
    once = mend_safely(desk, submitted(FIELDS))
    twice = mend_safely(desk, once.verdict.submission)
    assert not twice.applied
    assert texts(twice) == texts(once)


def test_a_fix_in_direct_speech_is_made_only_when_asked_for(desk: SaveDesk) -> None:
    fields = [Field("body", "“We utilise it as we have always done,” she told the committee.")]
    assert texts(mend_safely(desk, submitted(fields))) == [fields[0].text]
    assert "We use it" in texts(mend_safely(desk, submitted(fields), unsafe=True))[0]


def test_only_what_was_chosen_is_mended(desk: SaveDesk) -> None:
    verdict = desk.check(submitted(FIELDS))
    chosen = next(each for each in verdict.findings if each.finding.text == "wrongg")
    mended = mend_chosen(desk, submitted(FIELDS), {chosen.finding.fingerprint: None})
    assert texts(mended) == ["An advisor is wrong", FIELDS[1].text]
    assert mended.skipped == ()


def test_what_was_chosen_and_is_not_there_is_told(desk: SaveDesk) -> None:
    mended = mend_chosen(desk, submitted(FIELDS), {"0" * 16: None})
    assert mended.skipped == ("0" * 16,)
    assert texts(mended) == [field.text for field in FIELDS]


def test_a_fix_that_is_not_there_is_skipped(desk: SaveDesk) -> None:
    fingerprint = desk.check(submitted(FIELDS)).findings[0].finding.fingerprint
    assert mend_chosen(desk, submitted(FIELDS), {fingerprint: 9}).skipped == (fingerprint,)


def test_a_mended_article_is_checked_again(desk: SaveDesk) -> None:
    mended = mend_safely(desk, submitted([Field("body", "It is wrongg.")], stage="publish"))
    assert mended.verdict.decision == "allow"


def test_the_repeated_headline_is_taken_from_the_body_and_no_empty_line_stays(
    desk: SaveDesk,
) -> None:
    headline = "Harbour bridge to close for repairs"
    body = "Drivers face a month of detours from Monday, the council said."
    fields = [Field("headline", headline), Field("body", f"{headline}\n\n{body}\n\n{body[:20]}.")]
    mended = mend_safely(desk, submitted(fields))
    assert texts(mended) == [headline, f"{body}\n\n{body[:20]}."]


def test_half_a_fix_is_never_made(tmp_path: Path, desk: SaveDesk) -> None:
    for told in desk.check(submitted(FIELDS)).findings:
        for fix in told.finding.fixes:
            assert fix.edits
