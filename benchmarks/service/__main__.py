"""Measure the service: ``python -m benchmarks.service`` (see ``--help``).

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
import tempfile
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from benchmarks.service import articles, clients, servers

_JSON, _FORM = "application/json", "application/x-www-form-urlencoded"
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
    parser.add_argument("--part", choices=("speed", "swaps", "memory"), action="append")
    parser.add_argument("--corpus", type=Path, help="folder of articles, one a file")
    parser.add_argument("--requests", type=int, default=2_000, help="for each measurement of speed")
    parser.add_argument("--saves", type=int, default=10_000, help="while the stylebook is swapped")
    parser.add_argument("--swaps", type=int, default=20)
    parser.add_argument("--many", type=int, default=100_000, help="requests for the memory")
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--languagetool", metavar="URL", help="a LanguageTool server to measure")
    asked = parser.parse_args()
    copy = articles.of_corpus(asked.corpus, 200) if asked.corpus else articles.made(200)
    load = os.getloadavg()[0]
    sizes = sum(len(body) for _, body in copy) / len(copy)
    print(f"{len(copy)} articles of {sizes:,.0f} characters; load of the machine {load:.1f}")
    for part in asked.part or ("speed", "swaps", "memory"):
        {"speed": speed, "swaps": swaps, "memory": memory}[part](asked, copy)


def _bodies(copy: list[tuple[str, str]]) -> list[bytes]:
    return [
        json.dumps(
            {"fields": [{"name": "headline", "text": head}, {"name": "body", "text": body}]}
        ).encode()
        for head, body in copy
    ]


def speed(asked: Any, copy: list[tuple[str, str]]) -> None:
    """Requests a second, and the times within which half and nearly all are answered."""
    print(
        "\n| server | clients | requests/s | p50 ms | p99 ms | failed |\n|---|---|---|---|---|---|"
    )
    answer = b""

    def keep(_: int, body: bytes) -> None:
        nonlocal answer
        answer = body

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with servers.service(folder, "--workers", str(asked.workers)) as server:
            sent = [
                clients.request(server.address, "/v1/check", body, _JSON) for body in _bodies(copy)
            ]
            asyncio.run(clients.send(server.address, sent, clients=1, total=300, look=keep))
            _speed(f"copydesk, {asked.workers} worker(s)", server, sent, asked.requests)
        with servers.bare(folder, answer) as server:
            sent = [
                clients.request(server.address, "/v1/check", body, _JSON) for body in _bodies(copy)
            ]
            asyncio.run(clients.send(server.address, sent, clients=1, total=300))
            _speed("bare framework", server, sent, asked.requests)
    if asked.languagetool:
        forms = [
            urlencode({"language": "en-GB", "text": f"{head}\n\n{body}"}).encode()
            for head, body in copy
        ]
        sent = [clients.request(asked.languagetool, "/v2/check", form, _FORM) for form in forms]
        _speed(
            "LanguageTool",
            servers.Server(asked.languagetool, 0),
            sent,
            max(asked.requests // 20, 50),
        )


def _speed(name: str, server: servers.Server, sent: list[bytes], total: int) -> None:
    for count in (1, 16):
        before = server.work()
        load = asyncio.run(clients.send(server.address, sent, clients=count, total=total))
        work = (server.work() - before) * 1000 / total
        print(
            f"| {name} | {count} | {load.rate:,.0f} | {load.quantile(0.5):.2f} "
            f"| {load.quantile(0.99):.2f} | {work:.2f} | {load.failed} |",
            flush=True,
        )


def swaps(asked: Any, copy: list[tuple[str, str]]) -> None:
    """Saves while the stylebook is swapped again and again."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        book = folder / "book"
        (book / "terms").mkdir(parents=True)
        (book / "stylebook.yaml").write_text("name: half\nextends: copydesk\n")
        _write_version(book, 0)
        words = ("--stylebook", str(book), "--workers", str(max(asked.workers, 2)))
        with servers.service(folder, *words) as server:
            seen, torn, load = asyncio.run(_saves(asked, server.address, book, copy))
    print(
        f"\n{len(load.seconds):,} saves while the stylebook was swapped {len(seen) - 1} times: "
        f"{load.failed} failed, {torn} torn; {load.rate:,.0f} a second, "
        f"p99 {load.quantile(0.99):.1f} ms"
    )


def _write_version(book: Path, version: int) -> None:
    for word in ("halfone", "halftwo"):
        file = book / "terms" / f"{word}.yaml"
        file.write_text(_RULE.format(version=version, word=word))


async def _saves(
    asked: Any, address: str, book: Path, copy: list[tuple[str, str]]
) -> tuple[set[str], int, clients.Load]:
    seen: set[str] = set()
    by_digest: dict[str, set[tuple[str, ...]]] = {}
    torn = done = 0

    def look(status: int, body: bytes) -> None:
        nonlocal torn, done
        done += 1
        if status != 200:
            return
        told = json.loads(body)
        written = tuple(
            finding["fixes"][0]["edits"][0]["text"]
            for finding in told["findings"]
            if finding["entry"].startswith("version")
        )
        digest = told["stylebook"]["digest"]
        seen.add(digest)
        versions = by_digest.setdefault(digest, set())
        versions.add(written)
        torn += len(written) != 2 or len(set(written)) != 1 or len(versions) != 1

    bodies = _bodies([(head, f"It is halfone. {body} It is halftwo.") for head, body in copy])
    sent = [clients.request(address, "/v1/check", body, _JSON) for body in bodies]
    reloading = [clients.request(address, "/v1/reload", b"{}", _JSON)]

    async def swapping() -> None:
        for version in range(1, asked.swaps + 1):
            while done < version * asked.saves // (asked.swaps + 1):
                await asyncio.sleep(0.01)
            _write_version(book, version)
            await clients.send(address, reloading, clients=1, total=1)

    task = asyncio.create_task(swapping())
    load = await clients.send(address, sent, clients=8, total=asked.saves, look=look)
    while not task.done():  # loading a book takes its time: saves go on until the last swap
        more = await clients.send(address, sent, clients=8, total=200, look=look)
        load.seconds += more.seconds
        load.failed += more.failed
        load.elapsed += more.elapsed
    await task
    return seen, torn, load


def memory(asked: Any, copy: list[tuple[str, str]]) -> None:
    """Memory of all processes as requests go by."""
    print("\n| requests | MB |\n|---|---|")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with servers.service(folder, "--workers", str(asked.workers)) as server:
            sent = [
                clients.request(server.address, "/v1/check", body, _JSON) for body in _bodies(copy)
            ]
            step = asked.many // 10
            for number in range(11):
                print(f"| {number * step:,} | {server.memory():.0f} |", flush=True)
                if number < 10:
                    asyncio.run(clients.send(server.address, sent, clients=4, total=step))


if __name__ == "__main__":
    main()
