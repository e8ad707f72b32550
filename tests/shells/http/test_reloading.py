"""The stylebook is swapped while requests go on: none fails, and none sees half a book."""

from __future__ import annotations

import json
import os
import signal
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from lint.shells.configuration import load_configuration
from lint.shells.desk import Desk
from lint.shells.http.forkserver import watched
from tests.shells.command import finish, write
from tests.shells.http.conftest import Start
from tests.shells.http.running import Running, article, children, until

# Two rules in two files, which say the same version: a book in which they differ is half a book.
_RULE = """kind: terms
title: One half of the book
severity: error
why: Both halves must be of one book.
entries:
  - use: version {version}
    not: [{word}]
examples:
  - bad: It is {word}.
    finds: {word}
  - ok: It is not.
  - ok: It never was.
"""
TEXT = "It is halfone. It is halftwo."


def write_version(service: Running, version: int) -> None:
    for word in ("halfone", "halftwo"):
        text = _RULE.format(version=version, word=word)
        (service.folder / "book" / "terms" / f"{word}.yaml").write_text(text)


def versions(answer: Any) -> tuple[str, ...]:
    """What the two halves of the book say to write."""
    return tuple(
        finding["fixes"][0]["edits"][0]["text"]
        for finding in answer["findings"]
        if finding["entry"].startswith("version")
    )


def break_book(service: Running) -> Callable[[], None]:
    """Write a rule that is broken; returns what takes it away."""
    path = service.folder / "book" / "terms" / "broken.yaml"
    path.write_text("kind: terms\nnonsense: yes\n")
    return path.unlink


@pytest.fixture
def service(start: Start) -> Running:
    running = start(workers=2)
    write_version(running, 0)
    assert running.post("/v1/reload", {}).json["outcome"] == "swapped"
    return running


def test_a_change_of_the_files_is_noticed(service: Running) -> None:
    write_version(service, 1)
    until(lambda: versions(service.check(body=TEXT)) == ("version 1", "version 1"))


def test_a_new_file_and_one_that_goes_are_noticed(service: Running) -> None:
    for name in ("halfone", "halftwo"):
        (service.folder / "book" / "terms" / f"{name}.yaml").unlink()
    until(lambda: not service.check(body=TEXT)["findings"])


def test_a_change_of_the_configuration_is_noticed(service: Running) -> None:
    assert service.check(stage="publish", body=TEXT)["decision"] == "block"
    file = service.folder / "copydesk.yaml"
    file.write_text(file.read_text() + "  publish: {block: never}\n")
    until(lambda: service.check(stage="publish", body=TEXT)["decision"] == "warn")


def test_a_change_of_the_list_of_what_may_stand_is_noticed(service: Running) -> None:
    (finding,) = service.check(body="It is wrongg.")["findings"]
    (service.folder / "stet.yaml").write_text(
        f"stet:\n  - fingerprint: {finding['fingerprint']}\n    reason: as she wrote it\n"
    )
    until(lambda: not service.check(body="It is wrongg.")["findings"])


def test_a_signal_asks_for_it(service: Running) -> None:
    write_version(service, 2)
    service.signal(signal.SIGHUP)
    until(lambda: any(event.get("why") == "SIGHUP" for event in service.log))
    assert versions(service.check(body=TEXT)) == ("version 2", "version 2")


def test_a_request_asks_for_it_and_hears_what_came_of_it(service: Running) -> None:
    write_version(service, 3)
    before = service.get("/healthz").json["stylebook"]
    after = service.post("/v1/reload", {}).json
    assert after["outcome"] == "swapped"
    assert after["stylebook"]["digest"] != before["digest"]
    assert service.check(body=TEXT)["stylebook"]["digest"] == after["stylebook"]["digest"]
    assert service.post("/v1/reload", {}).json["outcome"] == "unchanged"


def test_a_broken_book_keeps_the_last_good_one_and_says_so(service: Running) -> None:
    mend = break_book(service)
    reply = service.post("/v1/reload", {})
    assert reply.status == 409
    assert reply.headers["Content-Type"] == "application/problem+json"
    assert any("terms/broken.yaml" in each for each in reply.json["complaints"])
    assert versions(service.check(body=TEXT)) == ("version 0", "version 0")
    health = service.get("/healthz").json
    assert health["status"] == "stale"
    assert health["complaints"] == reply.json["complaints"]
    assert str(service.folder) not in json.dumps(health)  # no folder of the machine is told
    told = service.post("/v1/check", article(body="x"))
    assert "complaint" in told.headers["Copydesk-Stylebook-Problem"]
    assert b"copydesk_stylebook_stale 1.0" in service.get("/metrics").body
    refused = [event for event in service.log if event.get("outcome") == "refused"]
    assert refused[0]["level"] == "error"
    assert refused[0]["complaints"]
    mend()
    service.post("/v1/reload", {})
    assert service.get("/healthz").json["status"] == "ok"
    assert service.get("/readyz").headers["Copydesk-Stylebook-Problem"] is None


def test_a_broken_book_is_noticed_and_so_is_its_mending(service: Running) -> None:
    mend = break_book(service)
    until(lambda: service.get("/healthz").json["status"] == "stale")
    mend()
    until(lambda: service.get("/healthz").json["status"] == "ok")


def test_a_worker_that_is_lost_while_the_book_is_broken_comes_back_with_the_good_one(
    service: Running,
) -> None:
    break_book(service)
    assert service.post("/v1/reload", {}).status == 409
    before = service.workers()
    for pid in before:
        os.kill(pid, signal.SIGKILL)
    assert versions(service.check(body=TEXT)) == ("version 0", "version 0")
    assert service.get("/healthz").json["status"] == "stale"


def test_a_fork_server_that_is_lost_is_started_again(service: Running) -> None:
    (server,) = children(service.process.pid)
    os.kill(server, signal.SIGKILL)
    until(lambda: children(service.process.pid) not in ([], [server]))
    until(lambda: len(service.workers()) == 2)
    assert versions(service.check(body=TEXT)) == ("version 0", "version 0")


def test_under_load_no_request_fails_and_none_sees_half_a_book(service: Running) -> None:
    seen: set[tuple[str, ...]] = set()
    failures: list[Any] = []
    done = threading.Event()

    def save() -> None:
        while not done.is_set():
            reply = service.post("/v1/check", article(body=TEXT))
            if reply.status != 200:
                failures.append(reply)
                continue
            digest = reply.json["stylebook"]["digest"]
            seen.add((digest, *versions(reply.json)))

    threads = [threading.Thread(target=save) for _ in range(4)]
    for thread in threads:
        thread.start()
    try:
        for version in range(1, 7):
            write_version(service, version)
            if version % 2:
                assert service.post("/v1/reload", {}).json["outcome"] in {"swapped", "unchanged"}
            else:
                service.signal(signal.SIGHUP)
            wanted = (f"version {version}",) * 2
            until(lambda: any(each[1:] == wanted for each in seen))  # noqa: B023
    finally:
        done.set()
        for thread in threads:
            thread.join()
    assert failures == []
    assert all(one == other for _, one, other in seen)  # no half
    assert len({digest for digest, *_ in seen}) == len(seen)  # and one book, one answer


def test_a_book_that_is_broken_from_the_beginning_is_told(start: Start, tmp_path: Path) -> None:
    write(str(tmp_path / "bad" / "terms" / "x.yaml"), "kind: terms\nnonsense: yes\n")
    status, _, err = finish("serve", "--port", "0", "--stylebook", str(tmp_path / "bad"))
    assert status == 2
    assert b"x.yaml:2" in err
    assert b"nothing done" in err


def test_only_files_that_decide_are_watched(book: Path, tmp_path: Path) -> None:
    # Not the folder they lie in, which changes with every file of a database.
    (tmp_path / "copydesk.yaml").write_text(f"stylebook: {book}\nword list: words.txt\n")
    (tmp_path / "words.txt").write_text("")
    folders, files = watched(Desk(load_configuration(tmp_path / "copydesk.yaml")))
    assert folders == [str(book)]
    assert [Path(file).name for file in files] == ["copydesk.yaml", "stet.yaml", "words.txt"]
