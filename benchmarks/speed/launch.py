"""Runs one command and says what it took: processor time, wall time, most memory.

A program of its own, run by ``python -I -S``: what the system reports as the memory of a
process includes that of the process that it was started from, so that one must be small.
The last line of standard output is JSON: ``cpu`` and ``wall`` in seconds, ``peak`` in bytes
(of the largest single process), ``status``, and ``said``, what the command wrote when it is
asked to speak (``--said``).

    python -I -S launch.py [--said] [--stop SECONDS] COMMAND…
"""

import json
import os
import signal
import sys
import time


def main(asked: list[str]) -> None:
    """Run the command and tell."""
    said = asked[0] == "--said"
    asked = asked[said:]
    stop = 0
    if asked[0] == "--stop":
        stop, asked = int(asked[1]), asked[2:]
    nothing = os.open(os.devnull, os.O_RDWR)
    reading, writing = os.pipe()
    actions = [
        (os.POSIX_SPAWN_DUP2, nothing, 0),
        (os.POSIX_SPAWN_DUP2, writing if said else nothing, 1),
        (os.POSIX_SPAWN_CLOSE, reading),
    ]
    if not said:
        actions.append((os.POSIX_SPAWN_DUP2, nothing, 2))
    start = time.perf_counter()
    child = os.posix_spawnp(asked[0], asked, os.environ, file_actions=actions, setpgroup=0)
    for number in (signal.SIGALRM, signal.SIGTERM, signal.SIGINT):  # it ends with us
        signal.signal(number, lambda *_: os.killpg(child, signal.SIGKILL))
    signal.alarm(stop)
    os.close(writing)
    parts = []
    while part := os.read(reading, 65536):
        parts.append(part)
    _, status, used = os.wait4(child, 0)
    wall = time.perf_counter() - start
    scale = 1 if sys.platform == "darwin" else 1024
    print(
        json.dumps(
            {
                "cpu": used.ru_utime + used.ru_stime,  # its children are counted in
                "wall": wall,
                "peak": used.ru_maxrss * scale,
                "status": os.waitstatus_to_exitcode(status),
                "said": b"".join(parts).decode(),
            }
        )
    )


if __name__ == "__main__":
    main(sys.argv[1:])
