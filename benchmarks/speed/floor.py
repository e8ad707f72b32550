"""The bare cost of the work: read every file of a folder and decode it, nothing else.

    python -I floor.py FOLDER

As fast as Python can: plain system calls, and a buffer no larger than most articles need.
"""

import os
import sys

_BUFFER = 65536


def main(folder: str) -> None:
    """Read and decode."""
    count = 0
    with os.scandir(folder) as entries:
        for entry in entries:
            descriptor = os.open(entry.path, os.O_RDONLY)
            raw = os.read(descriptor, _BUFFER)
            while len(raw) % _BUFFER == 0 and (more := os.read(descriptor, _BUFFER)):
                raw += more
            os.close(descriptor)
            count += len(raw.decode())
    print(count)


if __name__ == "__main__":
    main(sys.argv[1])
