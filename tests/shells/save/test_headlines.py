"""A headline that has stood over another article is known at the save."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from lint.article import Metadata
from lint.readers.fields import Field
from lint.readers.records import Columns
from lint.shells.configuration import Configuration
from lint.shells.desk import Desk
from lint.shells.learning import Sources
from lint.shells.save.checking import SaveDesk, Verdict, submitted
from lint.shells.save.headlines import HeadlineArchive
from lint.shells.save.learning import learn_headlines
from tests.shells.command import run, write
from tests.shells.save.book import BOOK, write_files

HEADLINE = "Harbour bridge to close for repairs"
BODY = "The bridge across the harbour will be shut for a month from Monday, the council said."
OTHER = "Passengers on the evening trains to the north were told to expect delays until spring."


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    folder = write_files(tmp_path_factory.mktemp("house"), BOOK)
    return Desk(Configuration(stylebook=(str(folder),)))


@pytest.fixture
def archive(tmp_path: Path) -> HeadlineArchive:
    return HeadlineArchive(tmp_path / "headlines.sqlite")


@pytest.fixture
def desk(bare: Desk, archive: HeadlineArchive) -> SaveDesk:
    return SaveDesk(bare, headlines=archive)


def save(desk: SaveDesk, id: str, headline: str = HEADLINE, body: str = BODY) -> Verdict:
    fields = [Field("headline", headline), Field("body", body)]
    return desk.check(submitted(fields, Metadata(published=date(2026, 5, 12)), id=id))


def told(verdict: Verdict) -> list[tuple[str, str]]:
    return [(each.finding.rule, each.finding.text) for each in verdict.findings]


def test_the_same_headline_on_another_article_is_told(desk: SaveDesk) -> None:
    assert told(save(desk, "1")) == []
    verdict = save(desk, "2", body=OTHER)
    assert told(verdict) == [("headlines/twins", HEADLINE)]
    (finding,) = verdict.findings
    assert finding.finding.message == "This headline also stands in 1."
    (other,) = finding.finding.related
    assert (other.path, other.excerpt.line) == ("1", HEADLINE)
    assert other.message == "the same headline, 12 May 2026"
    assert finding.beside == (None,)


def test_capitals_and_punctuation_make_no_difference(desk: SaveDesk) -> None:
    save(desk, "1")
    assert told(save(desk, "2", "‘Harbour Bridge’ to close: for repairs", OTHER)) != []


def test_nearly_the_same_headline_over_the_same_story_is_told(desk: SaveDesk) -> None:
    save(desk, "1")
    verdict = save(desk, "2", "Harbour bridge to close for repair", BODY + " It is old.")
    assert told(verdict) == [("headlines/similar", "Harbour bridge to close for repair")]


def test_a_headline_of_another_day_or_result_is_not(desk: SaveDesk) -> None:
    save(desk, "1", "Shares close up in London on Monday")
    assert told(save(desk, "2", "Shares close up in London on Tuesday", OTHER)) == []


def test_an_article_is_no_twin_of_itself(desk: SaveDesk) -> None:
    save(desk, "1")
    assert told(save(desk, "1", body=OTHER)) == []


def test_a_headline_that_was_changed_is_forgotten(desk: SaveDesk, archive: HeadlineArchive) -> None:
    save(desk, "1")
    save(desk, "1", "Bridge shut for a month")
    assert told(save(desk, "2")) == []
    assert len(archive) == 2


def test_the_headline_of_a_deleted_article_is_forgotten(
    desk: SaveDesk, archive: HeadlineArchive
) -> None:
    save(desk, "1")
    assert archive.forget("1")
    assert not archive.forget("1")
    assert told(save(desk, "2")) == []


def test_a_standing_head_is_no_twin(desk: SaveDesk) -> None:
    save(desk, "1", "Letters")
    assert told(save(desk, "2", "Letters", OTHER)) == []


def test_an_article_without_an_id_is_neither_kept_nor_compared(
    desk: SaveDesk, archive: HeadlineArchive
) -> None:
    save(desk, "1")
    assert told(save(desk, "", body=OTHER)) == []
    assert len(archive) == 1


def test_numbers_are_ids_too(desk: SaveDesk) -> None:
    save(desk, "0")
    (finding,) = save(desk, "1", body=OTHER).findings
    assert finding.beside == (None,)


def test_a_rule_that_is_off_says_nothing(bare: Desk, archive: HeadlineArchive) -> None:
    off = Desk(bare.configuration, ignore=("headlines",))
    desk = SaveDesk(off, headlines=archive)
    save(desk, "1")
    assert told(save(desk, "2", body=OTHER)) == []


@pytest.mark.usefixtures("desk_folder")
def test_headlines_are_learnt_from_an_archive(bare: Desk) -> None:
    rows = [
        {"id": 17, "headline": HEADLINE, "body": BODY, "published": "2019-03-01"},
        {"id": "18", "headline": "Something else again", "body": OTHER},
        {"nothing": "here"},
    ]
    write("old.jsonl", "\n".join(map(json.dumps, rows)))
    done = run("headlines", "learn", "old.jsonl", "-o", "headlines.sqlite")
    assert done.exit_code == 2  # one record could not be read, and that is told
    assert "old.jsonl:3" in done.stderr
    assert "2 headlines learnt" in done.stderr
    desk = SaveDesk(bare, headlines=HeadlineArchive("headlines.sqlite"))
    (finding,) = save(desk, "99", body=OTHER).findings
    assert finding.finding.related[0].path == "17"
    assert finding.finding.related[0].message == "the same headline, 1 March 2019"


@pytest.mark.usefixtures("desk_folder")
def test_articles_in_files_are_learnt_under_their_paths(archive: HeadlineArchive) -> None:
    write("old/a.txt", f"{HEADLINE}\n\n{BODY}\n")
    sources = Sources(files=["old/a.txt", "old/none.txt"])
    troubles: list[str] = []
    learnt = learn_headlines(archive, sources, Columns(), lambda *told: troubles.append(told[0]))
    assert (learnt, troubles) == (1, ["old/none.txt"])


@pytest.mark.usefixtures("desk_folder")
def test_learning_twice_is_learning_once() -> None:
    write("a.jsonl", json.dumps({"id": 1, "headline": HEADLINE, "body": BODY}))
    run("headlines", "learn", "a.jsonl", "-o", "headlines.sqlite")
    done = run("headlines", "learn", "a.jsonl", "-o", "headlines.sqlite")
    assert "headlines.sqlite: 1 headline." in done.stderr


@pytest.mark.usefixtures("desk_folder")
def test_the_configuration_says_where_the_headlines_are() -> None:
    write("copydesk.yaml", "serve: {headlines: kept.sqlite}\n")
    write("a.jsonl", json.dumps({"id": 1, "headline": HEADLINE, "body": BODY}))
    assert run("headlines", "learn", "a.jsonl").exit_code == 0
    assert Path("kept.sqlite").exists()


@pytest.mark.usefixtures("desk_folder")
def test_without_a_file_to_learn_into_nothing_is_done() -> None:
    write("a.jsonl", json.dumps({"id": 1, "headline": HEADLINE, "body": BODY}))
    done = run("headlines", "learn", "a.jsonl")
    assert done.exit_code == 2
    assert "--output" in done.stderr
