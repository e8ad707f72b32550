"""An article that has not changed is not checked again, and nobody can tell."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from lint.article import Article, Metadata
from lint.grammar.proof import Proof
from lint.readers.fields import Field
from lint.shells.configuration import Configuration
from lint.shells.desk import Desk
from lint.shells.save.checking import SaveDesk, Submission, Verdict, submitted
from lint.shells.save.headlines import HeadlineArchive
from lint.shells.save.ledger import Dismissal, Ledger
from lint.shells.save.recall import Found, Recall
from lint.shells.save.settings import Serve
from tests.shells.save.book import BOOK, write_files

HEAD = Field("headline", "Harbour bridge to close for repairs")
BODY = Field("body", "An advisor said on 17 July that it is wrongg. It was so on July 19.")


class Counting(Desk):
    """A desk that counts the articles which it checks."""

    checked = 0

    def check(self, article: Article, proof: Proof | None = None) -> Any:
        self.checked += 1
        return super().check(article, proof)


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> str:
    return str(write_files(tmp_path_factory.mktemp("house"), BOOK))


@pytest.fixture
def bare(house: str) -> Counting:
    return Counting(Configuration(stylebook=(house,)))


def piece(*fields: Field, id: str = "a", day: int = 1, **more: Any) -> Submission:
    return submitted(fields or (HEAD, BODY), Metadata(date(2026, 5, day)), id=id, **more)


def same(one: Verdict, other: Verdict) -> bool:
    return (one.findings, one.dismissed, one.remarks, one.decision) == (
        other.findings, other.dismissed, other.remarks, other.decision
    )  # fmt: skip


def test_the_same_fields_are_checked_once(bare: Counting) -> None:
    desk = SaveDesk(bare)
    first = desk.check(piece())
    assert len(first.findings) == 3
    assert same(first, desk.check(piece()))
    assert bare.checked == 1


@pytest.mark.parametrize(
    "other",
    [
        piece(HEAD, BODY._replace(text=BODY.text + " ")),
        piece(HEAD, BODY._replace(format="html")),
        piece(HEAD, BODY._replace(kind="caption")),
        piece(HEAD, BODY._replace(name="story")),
        piece(BODY, HEAD),
        piece(day=2),
    ],
)
def test_whatever_may_change_a_finding_makes_it_another_article(
    bare: Counting, other: Submission
) -> None:
    desk = SaveDesk(bare)
    desk.check(piece())
    desk.check(other)
    assert bare.checked == 2


def test_the_stage_decides_anew(bare: Counting) -> None:
    desk = SaveDesk(bare)
    assert [desk.check(piece(stage=stage)).decision for stage in ("draft", "publish")] == [
        "warn", "block"
    ]  # fmt: skip
    assert bare.checked == 1


def test_what_is_let_stand_meanwhile_stays_away_and_comes_back(
    bare: Counting, tmp_path: Path
) -> None:
    ledger = Ledger(tmp_path / "store.sqlite")
    desk = SaveDesk(bare, ledger=ledger)
    first = desk.check(piece())
    finding = first.findings[0].finding
    ledger.dismiss(Dismissal("a", finding.fingerprint, finding.rule, "as she said"))
    second = desk.check(piece())
    assert (len(second.findings), len(second.dismissed)) == (2, 1)
    ledger.restore("a", finding.fingerprint)
    assert same(first, desk.check(piece()))
    assert bare.checked == 1


def test_the_same_copy_over_another_id_is_counted_and_its_headline_compared(
    bare: Counting, tmp_path: Path
) -> None:
    ledger = Ledger(tmp_path / "store.sqlite")
    archive = HeadlineArchive(tmp_path / "headlines.sqlite")
    desk = SaveDesk(bare, ledger=ledger, headlines=archive)
    desk.check(piece())
    rules = [told.finding.rule for told in desk.check(piece(id="b")).findings]
    assert "headlines/twins" in rules
    assert ledger.statistics()["terms/right"]["shown"] == 2
    assert bare.checked == 1


def test_a_check_that_could_not_be_done_to_the_end_is_done_again(
    bare: Counting, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = SaveDesk(bare)
    proof = Proof((), is_whole=False)
    monkeypatch.setattr(bare, "known_proof", lambda article: proof)
    desk.check(piece())
    desk.check(piece())
    assert bare.checked == 2


def test_with_a_recall_of_none_every_article_is_checked(house: str) -> None:
    bare = Counting(Configuration(stylebook=(house,), serve=Serve(recall=0)))
    desk = SaveDesk(bare)
    assert same(desk.check(piece()), desk.check(piece()))
    assert bare.checked == 2


def _found(text: str) -> Found:
    from lint.readers.fields import read_fields

    return Found(read_fields([Field("body", text)]), (), (), {})


def _copy(number: int) -> Any:
    return ((Field("body", str(number)),), Metadata())


def test_what_was_not_asked_for_longest_is_forgotten() -> None:
    recall = Recall(2)
    for number in (1, 2):
        recall.keep(_copy(number), _found("x"))
    recall.find(_copy(1))
    recall.keep(_copy(3), _found("x"))
    assert [recall.find(_copy(n)) is not None for n in (1, 2, 3)] == [True, False, True]


def test_no_more_copy_is_held_than_there_is_room_for() -> None:
    recall = Recall(100, size=1000)
    for number in range(10):
        recall.keep(_copy(number), _found("x" * 300))
    assert len(recall) == 3
    recall.keep(_copy(11), _found("x" * 5000))
    assert len(recall) == 0
    recall.keep(_copy(12), _found("x" * 300))
    assert len(recall) == 1
