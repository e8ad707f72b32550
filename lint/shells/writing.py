"""Write a file so that at any moment it is either the old one or the new one."""

from __future__ import annotations

import os
import stat
from contextlib import suppress


class CannotWrite(OSError):
    """A file that was left as it is; the message says why."""


def write_atomically(path: str, raw: bytes, *, expected: bytes | None = None) -> None:
    """Put ``raw`` in place of a file: a temporary file beside it, synced, then renamed.

    Keeps mode and, where it may, owner; a link stays a link and its target is written. With
    ``expected``, the file must still hold those bytes.

    Raises:
        CannotWrite: the file is read-only, gone, changed meanwhile or no ordinary file, or
            its folder is not there or refuses.
    """
    try:
        target = os.path.realpath(path)
        if refusal := why_not(target):
            raise CannotWrite(refusal)
        found = os.stat(target) if os.path.exists(target) else None
        if expected is not None:
            with open(target, "rb") as file:
                if file.read() != expected:
                    raise CannotWrite("has changed meanwhile; run again")
        if found is not None and not found.st_mode & 0o222:
            raise CannotWrite("is read-only; left as it is")
        _replace(target, raw, found)
    except CannotWrite:
        raise
    except FileNotFoundError:
        raise CannotWrite("is gone; nothing was written") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise CannotWrite(f"cannot be written: {reason}") from error


def why_not(path: str) -> str:
    """Why no file can be put in this place, as far as that can be seen; empty if nothing is.

    A pipe or a device is never put aside for a file: /dev/null would be lost to everybody.
    """
    if os.path.isdir(path):
        return "is a folder"
    if not os.path.isdir(os.path.dirname(os.path.realpath(path))):
        return "cannot be written: its folder is not there"
    if os.path.exists(path) and not os.path.isfile(path):
        return "is no ordinary file; left as it is"
    return ""


def _replace(target: str, raw: bytes, found: os.stat_result | None) -> None:
    import tempfile  # and with it much else, for the few runs that write

    folder, name = os.path.split(target)
    handle, temporary = tempfile.mkstemp(prefix=f".{name[:40]}.", suffix=".copydesk", dir=folder)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(raw)
            file.flush()
            os.fsync(file.fileno())
        if found is None:
            umask = os.umask(0)
            os.umask(umask)
            os.chmod(temporary, 0o666 & ~umask)
        else:
            if hasattr(os, "chown"):
                with suppress(OSError):  # only root may give a file to another
                    os.chown(temporary, found.st_uid, found.st_gid)
            os.chmod(temporary, stat.S_IMODE(found.st_mode))
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
