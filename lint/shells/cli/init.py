"""``copydesk init``."""

from __future__ import annotations

from pathlib import Path

import click

from lint.reports.legible import legible
from lint.shells.cli.ending import refuse
from lint.shells.writing import write_atomically

_CONFIGURATION = """\
# The configuration of copydesk. Every key may be left out.
stylebook: [stylebook]      # the house's own, which extends the one that ships

fail on: warning            # the lowest severity that makes the exit status 1
severity: suggestion        # the lowest severity that is told
# min confidence: 0.8       # of what is inferred, leave out what is less sure
# words: [doomscrolling]    # words and names that are right here; also: copydesk words add

# paths:
#   in: ["*.txt", "*.md", "*.html"]
#   out: [archive/]

# rules:                    # settings for single rules; see: copydesk rules list --all
#   dates/house: {severity: suggestion}
#   spelling/american: {on: true}
#   spelling/unknown: {min confidence: 0.9}

# overrides:                # a sports desk is not the politics desk
#   - paths: [sport/]
#     sections: [sport]
#     ignore: [avoid]
"""
_STYLEBOOK = """\
# The house stylebook: it builds on the one that ships, and the files beside it are its own
# rules. A rule file with the same path as a shipped one takes its place.
name: {name}
extends: copydesk
# rules:                    # settings for rules of the stylebook that ships
#   quotes/mixed: {{on: false}}
"""
_NAMES = """\
# One file is one rule; its path is its id (names/house). Add a name: one line.
kind: names
title: Names the house writes often
severity: error
why: |
  People notice first when their own name is wrong.
entries:
  - name: Siobhán Achterberg
    not: [Siobhan Achterburg, Achterburg]
    note: Editor of this newspaper, as an example; put your own names here.
examples:
  - bad: The editor, Siobhan Achterburg, wrote the leader.
    finds: Siobhan Achterburg
    good: The editor, Siobhán Achterberg, wrote the leader.
  - ok: The editor, Siobhán Achterberg, wrote the leader.
  - ok: Johann Achterbosch is somebody else.
"""
_TERMS = """\
# Write this, not that.
kind: terms
title: Words the house writes its own way
severity: warning
speech: skip
why: |
  One paper, one form.
entries:
  - use: the Gazette
    not: [The Gazette]
    note: Lower-case “the” in running copy.
examples:
  - bad: She told The Gazette that she would stand.
    finds: The Gazette
    good: She told the Gazette that she would stand.
  - ok: She told the Gazette that she would stand.
  - ok: The gazetteer lists both towns.
"""


@click.command("init", short_help="Start a configuration and an own stylebook.")
@click.argument("folder", default=".")
@click.option("--name", default="", help="The name of the stylebook.")
def command(folder: str, name: str) -> None:
    """Write copydesk.yaml and a stylebook that extends the shipped one into FOLDER."""
    root = Path(folder)
    files = {
        root / "copydesk.yaml": _CONFIGURATION,
        root / "stylebook" / "stylebook.yaml": _STYLEBOOK.format(
            name=_word(name or root.resolve().name)
        ),
        root / "stylebook" / "names" / "house.yaml": _NAMES,
        root / "stylebook" / "terms" / "house.yaml": _TERMS,
    }
    standing = [str(path) for path in files if path.exists()]
    if standing:
        refuse(f"{', '.join(standing)} stands here already; nothing was written")
    try:
        for path, text in files.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            write_atomically(str(path), text.encode("utf-8"))
            click.echo(f"wrote {legible(str(path))}")
    except OSError as error:
        refuse(f"{folder}: {error.strerror or error}")
    click.echo("Now: copydesk rules test; copydesk check .")


def _word(name: str) -> str:
    """A name as a YAML scalar."""
    import json

    return json.dumps(legible(name), ensure_ascii=False)
