"""Ends a process when this one has ended, in whatever way: killed, crashed, switched off.

What a process registers to be done at its end is not done when it is killed. So a second, tiny
process waits at a pipe that only this one holds open: when the pipe closes without a word, it
ends the process that it was told of.
"""

from __future__ import annotations

import subprocess
import sys
from contextlib import suppress

_WAITING = """
import os, signal, sys
if not sys.stdin.buffer.read(1):
    try:
        os.kill(int(sys.argv[1]), getattr(signal, "SIGKILL", signal.SIGTERM))
    except OSError:
        pass
"""


class Watchdog:
    """Watches over one process by its id, until it is called off."""

    def __init__(self, pid: int) -> None:
        """Begin to watch.

        Raises:
            OSError: no process can be started.
        """
        self._process = subprocess.Popen(
            [sys.executable, "-I", "-S", "-c", _WAITING, str(pid)],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,  # Ctrl-C is not for it
        )

    def call_off(self) -> None:
        """Let the process be; it has ended, or is about to be ended by somebody else."""
        assert self._process.stdin is not None
        with suppress(OSError):
            self._process.stdin.write(b".")
            self._process.stdin.flush()
        with suppress(OSError):
            self._process.stdin.close()
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(5)
