"""What is off costs nothing: no lexicon is imported or opened for rules that infer nothing."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from lint.checks import KINDS, check_class
from lint.stylebook.book import Stylebook
from tests.conftest import ROOT
from tests.shells.command import HEADED, write

pytestmark = pytest.mark.usefixtures("desk_folder")

# Runs a command, and tells which modules of ours it imported and which data files it opened.
_WATCHER = """
import json, os, sys
opened = []
sys.addaudithook(lambda event, args: event == "open" and opened.append(str(args[0])))
from lint.__main__ import run
try:
    run()
except SystemExit:
    pass
if os.path.exists("/proc/self/maps"):  # what was opened and mapped by no Python
    with open("/proc/self/maps") as maps:
        opened += [line.split(None, 5)[-1].strip() for line in maps]
print(json.dumps([sorted(sys.modules), opened]), file=sys.stderr)
"""


def watched(*words: str) -> tuple[list[str], list[str]]:
    """The modules imported and the files opened by a command."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", _WATCHER, *words]
    ran = subprocess.run(command, capture_output=True, env=environment, check=True)
    modules, opened = json.loads(ran.stderr.splitlines()[-1])
    assert b"Traceback" not in ran.stderr
    return modules, opened


def with_the_compiled_stylebook(*words: str) -> tuple[list[str], list[str]]:
    """The same once the stylebook has been read, for which every check is made."""
    for _ in range(5):
        modules, opened = watched(*words)
        if "lint.stylebook.gathering" not in modules:
            return modules, opened
    raise AssertionError("the compiled stylebook was never used")


INFERRING_MODULES = {KINDS[kind][0] for kind in KINDS if check_class(kind).inferred}


def inferring(house: Stylebook) -> list[str]:
    """The rules of the kinds that infer, or that have learnt."""
    kinds = {kind for kind in KINDS if check_class(kind).inferred or check_class(kind).certainty}
    return [rule for rule, check in house.checks.items() if check.rule.kind in kinds]


def lexicon_data(opened: list[str]) -> list[str]:
    """What of the package was opened that is no code."""
    inside = [path for path in opened if path.startswith(str(ROOT / "lint"))]
    return [path for path in inside if Path(path).suffix not in {".py", ".pyc", ""}]


def all_off(house: Stylebook) -> None:
    """Write an article, and a configuration that turns the rules that infer off."""
    write("a.txt", HEADED + "Nothing is wrong with this copy, which is plain.\n")
    rules = "".join(f"  {rule}: {{on: false}}\n" for rule in inferring(house))
    write("copydesk.yaml", f"rules:\n{rules}")


def test_with_the_inferred_rules_off_no_lexicon_is_imported(house: Stylebook) -> None:
    all_off(house)
    modules, opened = with_the_compiled_stylebook("check", "a.txt")
    assert [name for name in modules if name.startswith("lint.lexicon")] == []
    assert [name for name in modules if name in INFERRING_MODULES] == []
    assert lexicon_data(opened) == []


def test_reading_a_stylebook_opens_no_lexicon(house: Stylebook) -> None:
    all_off(house)
    _, opened = watched("check", "a.txt")
    # Only what its rules name, in order to complain of a name that is not there.
    named = ("/confusion/models/", "/advising/")
    assert [name for name in lexicon_data(opened) if not any(n in name for n in named)] == []


def test_a_rule_that_infers_opens_what_it_needs_and_this_is_seen() -> None:
    write("a.txt", HEADED + "They spent the evening expalining the scheme to people.\n")
    modules, opened = watched("check", "a.txt", "--select", "spelling/unknown")
    assert "lint.lexicon.words" in modules
    assert lexicon_data(opened)


def test_telling_of_english_copy_needs_no_widths_of_other_scripts_and_no_openssl() -> None:
    long = "“The council’s plan – or what is left of it – costs £3m,” she said. " * 3
    write("a.txt", HEADED + long + "It was made with Polonium 210 in a café. " + long + "\n")
    modules, _ = with_the_compiled_stylebook("check", "a.txt", "--exit-zero")
    assert "lint.reports.excerpts" in modules, "something was told"
    assert {"wcwidth", "hashlib", "_hashlib"}.isdisjoint(modules)


@pytest.mark.parametrize("command", [("--version",), ("--help",), ("rules", "list")])
def test_commands_that_check_nothing_open_no_lexicon(command: tuple[str, ...]) -> None:
    watched(*command)  # where the stylebook is not compiled yet, this reads it
    _, opened = watched(*command)
    assert lexicon_data(opened) == []
