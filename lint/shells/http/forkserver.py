"""The fork server: loads the stylebook once, then forks a worker whenever it is asked for one.

Run as ``python -m lint.shells.http.forkserver DESCRIPTOR``, the descriptor being its end of a
pair of sockets. Every worker of one fork server has the same book, also one that is forked after
the files of the book have been changed or broken.
"""

from __future__ import annotations

import gc
import os
import select
import signal
import socket
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec

from lint.shells.desk import Desk
from lint.shells.http.frames import Closed, Ready, receive, send
from lint.shells.http.office import Office, Options, key_of, open_office, part, warm
from lint.shells.http.worker import work
from lint.shells.save.database import CannotOpen
from lint.stylebook.cache import stamps_of
from lint.stylebook.complaints import StylebookError

_TRIES = 5  # to load a book that is being changed meanwhile
_LOOKS = 1.0  # seconds between two looks whether a grammar engine has died


def main(descriptor: int) -> None:
    """Load, say how it went, and fork until the other side goes."""
    # The front process decides when to end; it closes its ends of the sockets.
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        signal.signal(getattr(signal, name), signal.SIG_IGN)
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # ended workers leave nothing behind
    control = socket.socket(fileno=descriptor)
    try:
        options = msgspec.msgpack.decode(receive(control), type=Options)
        ready, office = loaded(options)
        send(control, ready)
        if office is not None:
            _serve(control, office)
    except Closed:
        return


def loaded(options: Options) -> tuple[Ready, Office | None]:
    """Load what the options name; a book that changes while it is read is read again."""
    ready, office = Ready(), None
    for _ in range(_TRIES):
        before = stamps(ready.folders, ready.files)
        try:
            office = open_office(options)
        except StylebookError as error:
            return Ready(complaints=[str(each) for each in error.complaints]), None
        except CannotOpen as error:
            return Ready(complaints=[str(error)]), None
        folders, files = watched(office.desk.desk)
        after = stamps(folders, files)
        ready = _ready(office, folders, files, after)
        if before == after:
            break
    assert office is not None
    warm(office)
    return ready, office


def _ready(office: Office, folders: list[str], files: list[str], stamps: list[list[Any]]) -> Ready:
    desk = office.desk.desk
    return Ready(
        name=desk.book.name,
        digest=desk.book.digest,
        rules=len(desk.rules),
        key=key_of(office),
        remarks=list(desk.remarks),
        folders=folders,
        files=files,
        stamps=stamps,
    )


def watched(desk: Desk) -> tuple[list[str], list[str]]:
    """The folders and files that decide what the desk says: a change in one asks for a reload."""
    folders = set()
    for rule, check in desk.book.checks.items():
        path = os.path.realpath(check.rule.path)
        below = Path(rule + Path(path).suffix).as_posix()
        if Path(path).as_posix().endswith(f"/{below}"):
            folders.add(path[: -len(below) - 1])
    own = desk.configuration
    named = filter(None, (own.word_list, own.stet, own.archive))  # beside("") is the folder itself
    files = [own.path, *(str(own.beside(name)) for name in named)]
    return sorted(folders), sorted({os.path.realpath(file) for file in files if file})


def stamps(folders: Sequence[str], files: Sequence[str]) -> list[list[Any]]:
    """How the folders and files are now: name, size and time of change of each."""
    found: list[list[Any]] = []
    for folder in folders:
        try:
            found += stamps_of([Path(folder)])
        except OSError as error:
            found.append([folder, -1, error.errno])
    for file in files:
        try:
            seen = os.stat(file)
            found.append([file, seen.st_size, seen.st_mtime_ns])
        except OSError:
            found.append([file, -1, 0])
    return found


def _serve(control: socket.socket, office: Office) -> None:
    part(office)
    gc.collect()
    gc.freeze()  # what is there now is shared with the workers, and is not to be touched
    while True:
        while not select.select([control], [], [], _LOOKS)[0]:
            office.desk.desk.keep_grammar()
        message, descriptors, _, _ = socket.recv_fds(control, 1, 1)
        if not message:
            raise Closed
        (descriptor,) = descriptors
        child = os.fork()
        if child == 0:
            control.close()
            _be_worker(descriptor, office)
        os.close(descriptor)
        send(control, child)


def _be_worker(descriptor: int, office: Office) -> None:
    """Work, and end without going back to what the fork server was about to do."""
    try:
        with socket.socket(fileno=descriptor) as connection:
            work(connection, office)
    finally:
        os._exit(0)


if __name__ == "__main__":
    main(int(sys.argv[1]))
