"""Write a file so that at any moment it is either the old one or the new one."""

from __future__ import annotations

import os
import stat
import tempfile
from contextlib import suppress


class CannotWrite(OSError):
    """A file that was left as it is; the message says why."""


def write_atomically(path: str, raw: bytes, *, expected: bytes | None = None) -> None:
    """Put ``raw`` in place of a file: a temporary file beside it, synced, then renamed.

    Keeps the mode; a link stays a link and its target is written. With ``expected``, the
    file must still hold those bytes.

    Raises:
        CannotWrite: the file is read-only, gone, changed meanwhile, or its folder refuses.
    """
    target = os.path.realpath(path)
    try:
        mode = stat.S_IMODE(os.stat(target).st_mode) if os.path.exists(target) else None
        if expected is not None:
            with open(target, "rb") as file:
                if file.read() != expected:
                    raise CannotWrite("has changed meanwhile; run again")
        if mode is not None and not mode & 0o222:
            raise CannotWrite("is read-only; left as it is")
        _replace(target, raw, mode)
    except CannotWrite:
        raise
    except FileNotFoundError:
        raise CannotWrite("is gone; nothing was written") from None
    except OSError as error:
        raise CannotWrite(f"cannot be written: {error.strerror}") from error


def _replace(target: str, raw: bytes, mode: int | None) -> None:
    folder, name = os.path.split(target)
    handle, temporary = tempfile.mkstemp(prefix=f".{name[:40]}.", suffix=".copydesk", dir=folder)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(raw)
            file.flush()
            os.fsync(file.fileno())
        if mode is None:
            umask = os.umask(0)
            os.umask(umask)
            mode = 0o666 & ~umask
        os.chmod(temporary, mode)
        os.replace(temporary, target)
    except BaseException:
        with suppress(OSError):
            os.unlink(temporary)
        raise
    with suppress(OSError):  # not every system lets a folder be synced
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
