"""``python -m lint`` is ``copydesk``."""

from lint.shells.cli import main

main(prog_name="copydesk")
