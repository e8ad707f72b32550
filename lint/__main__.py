"""The program: ``copydesk``, and ``python -m lint``."""

from __future__ import annotations

import gc
import sys

# Python looks for rings of dead objects after every 700 new ones. A run makes few rings, and
# the looking took a tenth of the time of a run over one article.
_OBJECTS = 50_000


def run() -> None:
    """Run the command line; ends the process."""
    gc.set_threshold(_OBJECTS)  # before anything else is imported
    from lint.loading import find_ours

    find_ours()
    from lint.shells.cli.plainly import check_plainly, plain_paths

    paths = plain_paths(sys.argv[1:])
    try:
        if paths is not None:
            check_plainly(paths)
        else:
            from lint.shells.cli import main

            main(prog_name="copydesk")
    finally:
        gc.freeze()  # what is alive goes with the process: nobody need look through it at the end


def program() -> None:
    """Run the command line in a process that does nothing else, and end that."""
    try:
        run()
    except SystemExit as ended:
        from lint.shells.cli.ending import end_at_once

        end_at_once(ended.code)
        raise


if __name__ == "__main__":
    program()
