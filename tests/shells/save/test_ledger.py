"""What editors let stand stays away, and what rules earn is counted."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from lint.readers.fields import Field
from lint.shells.configuration import Configuration
from lint.shells.desk import Desk
from lint.shells.save.checking import SaveDesk, Submission, submitted
from lint.shells.save.database import CannotOpen
from lint.shells.save.ledger import Dismissal, Ledger
from lint.shells.save.mending import mend_safely
from tests.shells.save.book import BOOK, write_files


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    return Ledger(tmp_path / "store.sqlite")


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    folder = write_files(tmp_path_factory.mktemp("house"), BOOK)
    return Desk(Configuration(stylebook=(str(folder),)))


@pytest.fixture
def desk(bare: Desk, ledger: Ledger) -> SaveDesk:
    return SaveDesk(bare, ledger=ledger)


def piece(text: str, id: str = "a") -> Submission:
    return submitted([Field("body", text)], id=id, stage="publish")


def let_stand(ledger: Ledger, desk: SaveDesk, submission: Submission) -> Dismissal:
    (told,) = desk.check(submission).findings
    dismissal = Dismissal(submission.id, told.finding.fingerprint, told.finding.rule, "as she said")
    ledger.dismiss(dismissal)
    return dismissal


def test_a_finding_that_was_let_stand_blocks_no_more(desk: SaveDesk, ledger: Ledger) -> None:
    assert desk.check(piece("It is wrongg.")).decision == "block"
    let_stand(ledger, desk, piece("It is wrongg."))
    verdict = desk.check(piece("It is wrongg."))
    assert (verdict.decision, len(verdict.findings), len(verdict.dismissed)) == ("allow", 0, 1)


def test_it_stays_away_wherever_it_moves_to(desk: SaveDesk, ledger: Ledger) -> None:
    body = "The word in the letter is wrongg as she wrote it herself."
    let_stand(ledger, desk, piece(body))
    assert not desk.check(piece(f"One more paragraph stands here.\n\n{body}")).findings


def test_it_comes_back_when_the_words_change(desk: SaveDesk, ledger: Ledger) -> None:
    let_stand(ledger, desk, piece("It is wrongg."))
    assert desk.check(piece("That was wrongg.")).findings


def test_it_holds_in_its_own_article_only(desk: SaveDesk, ledger: Ledger) -> None:
    let_stand(ledger, desk, piece("It is wrongg."))
    assert desk.check(piece("It is wrongg.", id="b")).findings
    assert desk.check(piece("It is wrongg.", id="")).findings


def test_it_holds_for_every_process_that_has_the_file(
    bare: Desk, desk: SaveDesk, ledger: Ledger, tmp_path: Path
) -> None:
    other = SaveDesk(bare, ledger=Ledger(tmp_path / "store.sqlite"))
    assert other.check(piece("It is wrongg.")).findings
    let_stand(ledger, desk, piece("It is wrongg."))
    assert not other.check(piece("It is wrongg.")).findings


def test_what_was_let_stand_can_be_told_again(desk: SaveDesk, ledger: Ledger) -> None:
    dismissal = let_stand(ledger, desk, piece("It is wrongg."))
    assert ledger.dismissals() == ledger.dismissals("a") == [dismissal]
    assert ledger.restore("a", dismissal.fingerprint)
    assert not ledger.restore("a", dismissal.fingerprint)
    assert desk.check(piece("It is wrongg.")).findings
    assert ledger.dismissals() == []


def test_a_reason_that_is_given_anew_takes_the_place_of_the_old(
    desk: SaveDesk, ledger: Ledger
) -> None:
    old = let_stand(ledger, desk, piece("It is wrongg."))
    ledger.dismiss(Dismissal(old.article, old.fingerprint, old.rule, "a better reason"))
    assert [each.reason for each in ledger.dismissals()] == ["a better reason"]


def test_what_is_shown_is_counted_once_however_often_it_is_saved(
    bare: Desk, desk: SaveDesk, tmp_path: Path
) -> None:
    other = SaveDesk(bare, ledger=Ledger(tmp_path / "store.sqlite"))
    for each in (desk, desk, other):
        each.check(piece("It is wrongg."))
    desk.check(piece("It is wrongg.", id="b"))
    assert other.ledger is not None
    assert other.ledger.statistics() == {"terms/right": {"shown": 2, "taken": 0, "dismissed": 0}}


def test_what_is_taken_and_let_stand_is_counted(desk: SaveDesk, ledger: Ledger) -> None:
    mend_safely(desk, piece("It is wrongg."))
    let_stand(ledger, desk, piece("An advisor came."))
    assert ledger.statistics() == {
        "terms/house": {"shown": 1, "taken": 0, "dismissed": 1},
        "terms/right": {"shown": 1, "taken": 1, "dismissed": 0},
    }


def test_what_is_taken_or_let_stand_was_shown_though_no_check_remembered_it(
    desk: SaveDesk, ledger: Ledger
) -> None:
    (told,) = desk.check(piece("It is wrongg."), remember=False).findings
    ledger.take("a", [(told.finding.fingerprint, told.finding.rule)])
    (other,) = desk.check(piece("An advisor came."), remember=False).findings
    ledger.dismiss(Dismissal("a", other.finding.fingerprint, other.finding.rule, "as she said"))
    desk.check(piece("It is wrongg."))  # which is not counted a second time
    counts = ledger.statistics()
    assert counts["terms/right"] == {"shown": 1, "taken": 1, "dismissed": 0}
    assert counts["terms/house"] == {"shown": 1, "taken": 0, "dismissed": 1}


def test_a_check_that_is_not_to_be_remembered_counts_nothing(
    desk: SaveDesk, ledger: Ledger
) -> None:
    desk.check(piece("It is wrongg."), remember=False)
    assert ledger.statistics() == {}


def test_whoever_reads_it_waits_for_nobody_who_writes(tmp_path: Path, ledger: Ledger) -> None:
    ledger.dismissals()
    with closing(sqlite3.connect(tmp_path / "store.sqlite")) as seen:
        assert seen.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_a_file_that_is_no_database_is_told(tmp_path: Path) -> None:
    (tmp_path / "other").write_text("This is no database, but a text of some length.\n" * 40)
    with pytest.raises(CannotOpen, match="not a database"):
        Ledger(tmp_path / "other")


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(CannotOpen):
        Ledger(tmp_path / "file" / "store.sqlite")
