"""``copydesk names``: learning from archives, showing, proposing entries for the stylebook."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

import pytest

from lint.lexicon.archive import open_archive
from lint.shells import learning
from tests.shells.command import HEADED, finish, run, write

pytestmark = pytest.mark.usefixtures("desk_folder")

USUAL = "Yesterday Bertil Oxenquist met Brenda Vintergate in Port Skelderhamn."
SLIP = HEADED + "Yesterday Bertil Oxenqist opened the bridge.\n"


def archive(count: int = 30, folder: str = "old", text: str = USUAL) -> None:
    for number in range(count):
        write(f"{folder}/{number}.txt", f"Headline of day {number}\n\n{text}\n")


def records(name: str, count: int, start: int = 0, **more: str) -> Path:
    rows = (
        {"id": f"r{n}", "title": f"Day {n}", "body": USUAL, "published": f"2024-03-{n % 28 + 1:02}"}
        | more
        for n in range(start, start + count)
    )
    return write(name, "".join(json.dumps(row) + "\n" for row in rows))


def shown(name: str = "Bertil Oxenquist", index: str = "names.idx") -> str:
    return run("names", "show", index, name).stdout.strip()


def learnt(*words: str) -> str:
    result = run("names", "learn", *words, "-o", "names.idx")
    assert result.exit_code == 0, result.stderr
    return result.stderr


def test_a_folder_is_learnt_and_its_names_can_be_asked_for() -> None:
    archive()
    assert re.fullmatch(
        r"30 articles learnt\. names\.idx: \d+ names from 30 articles\.\n", learnt("old")
    )
    assert shown() == "Bertil Oxenquist: in 30 articles"
    never = run("names", "show", "names.idx", "Bertil", "Oxenqist")
    assert never.exit_code == 1
    assert never.stdout == "Bertil Oxenqist: never\nBertil Oxenquist: in 30 articles\n"


def test_a_story_is_told_of_a_name_that_the_archive_never_had() -> None:
    archive()
    learnt("old")
    write("copydesk.yaml", "archive: names.idx\n")
    write("new/story.txt", SLIP)
    result = run("check", "new", "--select", "names/archive", "--format", "json")
    [finding] = json.loads(result.stdout)["findings"]
    assert finding["text"] == "Oxenqist"
    assert finding["entry"] == "Bertil Oxenquist"
    assert finding["evidence"][0] == "“Bertil Oxenquist”: in 30 articles"
    again = run("check", "new", "--select", "names/archive", "--format", "json")
    assert again.stdout == result.stdout  # of a stylebook that was compiled before


def test_without_an_index_nothing_is_told() -> None:
    write("new/story.txt", SLIP)
    assert run("check", "new", "--select", "names/archive").exit_code == 0


@pytest.mark.parametrize(
    ("raw", "said"),
    [(b"", "is empty"), (b"something else", "is no index"), (None, "is not there")],
)
def test_a_run_goes_on_without_an_index_that_cannot_be_used(raw: bytes | None, said: str) -> None:
    if raw is not None:
        write("names.idx", raw)
    write("copydesk.yaml", "archive: names.idx\n")
    write("new/story.txt", SLIP)
    for command in (("check", "new"), ("fix", "--diff", "new")):
        result = run(*command, "--select", "names/archive")
        assert result.exit_code == 0
        assert result.stderr.count(said) == 1


def test_workers_tell_what_one_process_tells() -> None:
    archive(400)
    learnt("old")
    write("copydesk.yaml", "archive: names.idx\n")
    for number in range(60):
        write(f"new/{number}.txt", SLIP)
    words = ("check", "new", "--select", "names/archive", "--format", "json")
    one, several = finish(*words, "--jobs", "1"), finish(*words, "--jobs", "2")
    assert one == several
    assert len(json.loads(one[1])["findings"]) == 60


def test_the_same_articles_are_learnt_once_and_give_the_same_bytes() -> None:
    archive()
    learnt("old")
    raw = Path("names.idx").read_bytes()
    assert "0 articles learnt, 30 known already." in learnt("old")
    assert Path("names.idx").read_bytes() == raw
    archive(30, "elsewhere")
    assert "0 articles learnt, 30 known already." in learnt("elsewhere")
    os.rename("names.idx", "first.idx")
    learnt("elsewhere")
    assert Path("names.idx").read_bytes() == raw


def test_an_index_is_added_to_and_days_are_widened() -> None:
    learnt(str(records("a.jsonl", 5)))
    assert shown() == "Bertil Oxenquist: in 5 articles, 1 March 2024 to 5 March 2024"
    learnt(str(records("b.jsonl", 5, 5)))
    assert shown() == "Bertil Oxenquist: in 10 articles, 1 March 2024 to 10 March 2024"
    together = Path("names.idx").read_bytes()
    Path("names.idx").unlink()
    learnt("b.jsonl", "a.jsonl")
    assert Path("names.idx").read_bytes() == together


def test_an_article_with_a_known_id_is_the_same_article_whatever_its_text() -> None:
    learnt(str(records("a.jsonl", 5)))
    later = records("b.jsonl", 5, body=USUAL + " It rained.")
    assert "0 articles learnt, 5 known already." in learnt(str(later))


def test_fresh_begins_anew() -> None:
    learnt(str(records("a.jsonl", 5)))
    learnt(str(records("b.jsonl", 4, 5)), "--fresh")
    assert "in 4 articles" in shown()


def test_records_in_a_folder_are_learnt_with_the_files_beside_them() -> None:
    archive(3, "mixed")
    records("mixed/deep/a.jsonl", 4)
    assert "7 articles learnt." in learnt("mixed")


def test_indexes_are_merged_unless_they_share_articles() -> None:
    learnt(str(records("a.jsonl", 5)))
    os.rename("names.idx", "a.idx")
    learnt(str(records("b.jsonl", 5, 5)))
    learnt("a.idx")
    assert "in 10 articles" in shown()
    again = run("names", "learn", "a.idx", "-o", "names.idx")
    assert again.exit_code == 2
    assert "holds articles that are known already" in again.stderr
    assert "in 10 articles" in shown()


def test_columns_can_be_named() -> None:
    row = {"kop": "A day", "tekst": USUAL, "dag": "2024-03-01"}
    write("a.jsonl", "".join(json.dumps(row | {"n": n}) + "\n" for n in range(3)))
    refused = run("names", "learn", "a.jsonl", "-o", "names.idx")
    assert refused.exit_code == 2
    assert "columns: kop, tekst, dag, n" in refused.stderr
    assert not Path("names.idx").exists()
    learnt("a.jsonl", "--headline", "kop", "--text", "tekst", "--date", "dag", "--id", "n")
    assert shown() == "Bertil Oxenquist: in 1 article, on 1 March 2024"  # one text thrice


def test_bad_records_are_told_and_passed_over() -> None:
    good = records("a.jsonl", 5).read_text("utf-8")
    write("a.jsonl", "{\n" * 12 + good)
    said = learnt("a.jsonl")
    assert said.count("is no JSON") == 10
    assert "a.jsonl: 2 more records could not be read" in said
    assert "5 articles learnt." in said


def test_what_cannot_be_read_is_told_and_the_rest_is_learnt() -> None:
    archive(3)
    result = run("names", "learn", "old", "none.jsonl", "-o", "names.idx")
    assert result.exit_code == 2
    assert "none.jsonl: there is no such file or folder" in result.stderr
    assert "in 3 articles" in shown()


@pytest.mark.parametrize("raw", [b"A story.\n", b"", b"copydesk names\x1a\n\x01\0\0\0short"])
def test_a_file_that_is_no_index_is_never_written_over(raw: bytes) -> None:
    archive(3)
    write("names.idx", raw)
    result = run("names", "learn", "old", "-o", "names.idx")
    assert result.exit_code == 2
    assert "--fresh" in result.stderr
    assert Path("names.idx").read_bytes() == raw


@pytest.mark.parametrize("output", ["missing/names.idx", "old"])
def test_an_index_that_cannot_be_written_is_told_before_the_work(output: str) -> None:
    archive(1)
    result = run("names", "learn", "old", "-o", output)
    assert result.exit_code == 2
    assert "0 articles" not in result.stderr
    assert output in result.stderr


def test_a_run_that_is_stopped_leaves_the_old_index(monkeypatch: pytest.MonkeyPatch) -> None:
    learnt(str(records("a.jsonl", 5)))
    raw = Path("names.idx").read_bytes()

    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(learning, "printed_forms", stopped)
    result = run("names", "learn", str(records("b.jsonl", 5, 5)), "-o", "names.idx")
    assert result.exit_code == 130
    assert Path("names.idx").read_bytes() == raw
    assert sorted(os.listdir()) == ["a.jsonl", "b.jsonl", "names.idx"]


def test_an_index_holds_names_and_no_copy() -> None:
    archive(3)
    learnt("old")
    rows = {row.folded for row in open_archive("names.idx").rows()}
    assert "bertil oxenquist" in rows
    assert not rows & {"met", "yesterday", "headline", "day", "yesterday bertil oxenquist"}
    raw = Path("names.idx").read_bytes().lower()
    assert b"oxenquist met" not in raw


def test_what_is_proposed_is_a_rule_that_holds_and_names_nobody_of_the_stylebook() -> None:
    archive(30)
    write("old/slip.txt", SLIP)
    learnt("old")
    write("copydesk.yaml", "stylebook: [book]\n")
    write("book/people.yaml", PEOPLE)
    result = run("names", "suggest", "names.idx")
    assert result.exit_code == 0
    assert "name: Bertil Oxenquist" in result.stdout
    assert "Brenda Vintergate" not in result.stdout
    assert "Port Skelderhamn" not in result.stdout
    assert "in 30 articles; “Bertil Oxenqist” in 1" in result.stdout
    write("book/proposed.yaml", result.stdout)
    proved = run("rules", "test", "proposed")
    assert proved.exit_code == 0, proved.stdout
    everything = run("names", "suggest", "names.idx", "--all", "--stylebook", "none").stderr
    assert "none" in everything
    write("empty/people.yaml", PEOPLE)
    everything = run("names", "suggest", "names.idx", "--all", "--stylebook", "empty").stdout
    assert "name: Port Skelderhamn" in everything


def test_nothing_to_propose_is_said() -> None:
    archive(4)
    learnt("old")
    result = run("names", "suggest", "names.idx")
    assert result.exit_code == 2
    assert "no name that is not in the stylebook stands in 20 articles" in result.stderr


def test_a_damaged_index_proposes_and_shows_nothing() -> None:
    archive(4)
    learnt("old")
    raw = Path("names.idx").read_bytes()
    write("names.idx", raw[:-1] + bytes([raw[-1] ^ 1]))
    for words in (("show", "names.idx", "Bertil"), ("suggest", "names.idx")):
        result = run("names", *words)
        assert result.exit_code == 2
        assert "is damaged" in result.stderr


PEOPLE = """\
kind: names
why: The house writes one.
entries:
  - name: Brenda Vintergate
    not: [Vintergait]
examples:
  - bad: Then Vintergait spoke.
    finds: Vintergait
  - ok: Then Brenda Vintergate spoke.
  - ok: Nobody spoke.
"""
