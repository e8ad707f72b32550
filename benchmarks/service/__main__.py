"""Measure the service: ``python -m benchmarks.service`` (see ``--help``).

One run measures everything that stands in docs/service.md, and with ``--markdown`` puts it there.

Speed: a warm check of an article of some 3 kB at 1 and at 16 clients, beside the bare framework
that answers the same bytes, and beside a LanguageTool server where one is named. Swaps: saves
while the stylebook is swapped; none may fail, and none may see two books. Memory: after many
requests.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import platform
import tempfile
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from benchmarks.service import articles, clients, servers
from benchmarks.speed import page
from lint.grammar.locating import find_java, find_languagetool
from lint.shells.http.pool import RECYCLED

_JSON, _FORM = "application/json", "application/x-www-form-urlencoded"
_AT_WORK = 100  # articles that editors have open
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


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.service", description=__doc__)
    add = parser.add_argument
    add("--part", choices=tuple(_PARTS), action="append")
    add("--corpus", type=Path, help="folder of articles, one a file")
    add("--requests", type=int, default=2_000, help="for each measurement of speed")
    add("--rounds", type=int, default=3, help="of each measurement of speed; the best is told")
    add("--saves", type=int, default=10_000, help="while the stylebook is swapped")
    add("--swaps", type=int, default=20)
    add("--many", type=int, default=100_000, help="requests for the memory")
    add("--workers", type=int, default=1)
    add(
        "--languagetool",
        metavar="URL|FOLDER|none",
        help="a LanguageTool server to measure beside, or the folder of LanguageTool to start one "
        "from; by default the one that copydesk would start, where there is one",
    )
    add("--markdown", type=Path, help="put all that is measured between marks of this page")
    asked = parser.parse_args()
    if asked.markdown and asked.part:
        parser.error("a page takes the whole table: --markdown does not go with --part")
    asked.languagetool = _beside(asked.languagetool)
    copy = articles.of_corpus(asked.corpus, 200) if asked.corpus else articles.made(200)
    size = sum(len(body) for _, body in copy) / len(copy)
    of = f"of {asked.corpus.name}" if asked.corpus else "made of sentences of our own"
    head = (
        f"{len(copy)} articles {of}, {size:,.0f} characters each; Python "
        f"{platform.python_version()}, {os.cpu_count()} processors"
    )
    print(head, flush=True)
    told, loads = [], [os.getloadavg()[0]]
    for part in asked.part or _PARTS:
        told.append(_PARTS[part](asked, copy))
        loads.append(os.getloadavg()[0])
        print(f"\n{told[-1]}", flush=True)
    head += f", load {min(loads):.1f} to {max(loads):.1f} while it was measured."
    if asked.markdown:
        page.put(asked.markdown, "python -m benchmarks.service", "\n\n".join((head, *told)))


def _beside(named: str | None) -> str:
    """The LanguageTool that is measured beside; empty for none."""
    if named is not None:
        return "" if named == "none" else named
    if find_java() is None or (found := find_languagetool()) is None:
        print("There is no LanguageTool here, so its rows are left out (see --languagetool).")
        return ""
    return str(found)


def _requests(address: str, copy: list[tuple[str, str]]) -> list[bytes]:
    bodies = (
        {"fields": [{"name": "headline", "text": head}, {"name": "body", "text": body}]}
        for head, body in copy
    )
    return [
        clients.request(address, "/v1/check", json.dumps(body).encode(), _JSON) for body in bodies
    ]


def speed(asked: Any, copy: list[tuple[str, str]]) -> str:
    """Requests a second, and the times within which half and nearly all are answered."""
    lines = [
        "| server | clients | requests/s | p50 ms | p99 ms | processor ms | failed |",
        "| --- | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    answer = b""

    def keep(_: int, body: bytes) -> None:
        nonlocal answer
        answer = body

    workers = f"{asked.workers} worker{'s' * (asked.workers != 1)}"
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        few = copy[:_AT_WORK]
        for what, recall, own in (("each article new", 0, copy), ("articles unchanged", 200, few)):
            words = ("--workers", str(asked.workers))
            with servers.service(folder, *words, recall=recall) as server:
                sent = _requests(server.address, own)
                asyncio.run(clients.send(server.address, sent, clients=1, total=400, look=keep))
                lines += _speed(f"copydesk, {workers}, {what}", server, sent, asked)
        for runner in _runners():
            with servers.bare(folder, answer, runner) as server:
                sent = _requests(server.address, copy)
                asyncio.run(clients.send(server.address, sent, clients=1, total=300))
                on = "" if runner == "uvicorn" else f" on {runner}"
                lines += _speed(f"the bare framework{on}, the same bytes", server, sent, asked)
    if asked.languagetool:
        lines += _languagetool(asked, copy)
    return "\n".join(lines)


def _runners() -> list[str]:
    """The servers of the web that are compared: the one that is used, and granian where it is."""
    return ["uvicorn", *(["granian"] if find_spec("granian") else [])]


def _languagetool(asked: Any, copy: list[tuple[str, str]]) -> list[str]:
    forms = [
        urlencode({"language": "en-GB", "text": f"{head}\n\n{body}"}).encode()
        for head, body in copy
    ]
    with servers.languagetool(asked.languagetool) as server:
        sent = [clients.request(server.address, "/v2/check", form, _FORM) for form in forms]
        asyncio.run(clients.send(server.address, sent, clients=2, total=len(sent)))
        few = argparse.Namespace(requests=max(asked.requests // 10, 50), rounds=1)
        return _speed("LanguageTool 6.8, its own rules", server, sent, few)


def _speed(name: str, server: servers.Server, sent: list[bytes], asked: Any) -> list[str]:
    """A line for one client and for sixteen; of some rounds the quickest."""
    lines = []
    for count in (1, 16):
        best, least = clients.Load(), 0.0
        for _ in range(asked.rounds):
            before = server.work()
            load = asyncio.run(
                clients.send(server.address, sent, clients=count, total=asked.requests)
            )
            work = (server.work() - before) * 1000 / asked.requests
            least = min(least, work) if least else work
            load.failed += best.failed
            best = load if load.rate > best.rate else replace(best, failed=load.failed)
        lines.append(
            f"| {name} | {count} | {best.rate:,.0f} | {best.quantile(0.5):.2f} "
            f"| {best.quantile(0.99):.2f} | {least:.2f} | {best.failed} |"
        )
        print(lines[-1], flush=True)
    return lines


def swaps(asked: Any, copy: list[tuple[str, str]]) -> str:
    """Saves while the stylebook is swapped again and again."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        book = folder / "book"
        (book / "terms").mkdir(parents=True)
        (book / "stylebook.yaml").write_text("name: half\nextends: copydesk\n")
        _write_version(book, 0)
        words = ("--stylebook", str(book), "--workers", str(max(asked.workers, 2)))
        with servers.service(folder, *words) as server:
            seen, load = asyncio.run(_saves(asked, server.address, book, copy))
    return (
        f"{len(load.seconds):,} saves while the stylebook was swapped {len(seen.books) - 1} times: "
        f"{load.failed} failed, {seen.torn} saw parts of two books; {load.rate:,.0f} a second, "
        f"p99 {load.quantile(0.99):.1f} ms."
    )


def _write_version(book: Path, version: int) -> None:
    for word in ("halfone", "halftwo"):
        file = book / "terms" / f"{word}.yaml"
        file.write_text(_RULE.format(version=version, word=word))


class _Seen:
    """What was seen of the books at the saves, answer by answer."""

    def __init__(self) -> None:
        self.answers = 0
        self.torn = 0  # answers that hold parts of two books
        self.books: dict[str, set[tuple[str, ...]]] = {}  # by digest, what its halves said

    def look(self, status: int, body: bytes) -> None:
        """Take one answer in."""
        self.answers += 1
        if status != 200:
            return
        told = json.loads(body)
        written = tuple(
            finding["fixes"][0]["edits"][0]["text"]
            for finding in told["findings"]
            if finding["entry"].startswith("version")
        )
        versions = self.books.setdefault(told["stylebook"]["digest"], set())
        versions.add(written)
        self.torn += len(written) != 2 or len(set(written)) != 1 or len(versions) != 1


async def _saves(
    asked: Any, address: str, book: Path, copy: list[tuple[str, str]]
) -> tuple[_Seen, clients.Load]:
    seen = _Seen()
    sent = _requests(
        address, [(head, f"It is halfone. {body} It is halftwo.") for head, body in copy]
    )
    reloading = [clients.request(address, "/v1/reload", b"{}", _JSON)]

    async def swapping() -> None:
        for version in range(1, asked.swaps + 1):
            while seen.answers < version * asked.saves // (asked.swaps + 1):
                await asyncio.sleep(0.01)
            _write_version(book, version)
            await clients.send(address, reloading, clients=1, total=1)

    task = asyncio.create_task(swapping())
    load = await clients.send(address, sent, clients=8, total=asked.saves, look=seen.look)
    while not task.done():  # loading a book takes its time: saves go on until the last swap
        more = await clients.send(address, sent, clients=8, total=200, look=seen.look)
        load.seconds += more.seconds
        load.failed += more.failed
        load.elapsed += more.elapsed
    await task
    return seen, load


def memory(asked: Any, copy: list[tuple[str, str]]) -> str:
    """Memory of all processes as requests go by."""
    lines = ["| requests | memory, MB |", "| ---: | ---: |"]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with servers.service(folder, "--workers", str(asked.workers)) as server:
            sent = _requests(server.address, copy)
            step = asked.many // 10
            for number in range(11):
                lines.append(f"| {number * step:,} | {server.memory():.0f} |")
                print(lines[-1], flush=True)
                if number < 10:
                    asyncio.run(clients.send(server.address, sent, clients=4, total=step))
    after = f"{RECYCLED:,} answers"
    lines += ["", f"Workers are replaced after {after}; a figure is lower where one has just been."]
    return "\n".join(lines)


_PARTS = {"speed": speed, "swaps": swaps, "memory": memory}

if __name__ == "__main__":
    main()
