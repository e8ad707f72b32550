"""The service costs nothing where it is not asked for, and says what it needs."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.conftest import ROOT
from tests.shells.command import HEADED, run, write
from tests.shells.test_startup import watched

pytestmark = pytest.mark.usefixtures("desk_folder")
SERVERS = {"starlette", "uvicorn", "msgspec", "httptools", "prometheus_client", "anyio", "sqlite3"}


@pytest.mark.parametrize("words", [("check", "a.txt"), ("fix", "a.txt"), ("--help",)])
def test_no_other_command_imports_what_a_server_needs(words: tuple[str, ...]) -> None:
    write("a.txt", HEADED + "Nothing is wrong with this copy, which is plain.\n")
    write("copydesk.yaml", "serve: {port: 8091}\n")
    modules, _ = watched(*words)
    assert {name.partition(".")[0] for name in modules} & SERVERS == set()
    assert [name for name in modules if name.startswith("lint.shells.http")] == []


def test_help_and_keys_need_no_framework() -> None:
    modules, _ = watched("serve", "--store", "s.sqlite", "keys", "list")
    assert {name.partition(".")[0] for name in modules} & (SERVERS - {"sqlite3"}) == set()


def test_without_the_extra_it_is_named() -> None:
    blocked = "import sys; sys.modules['starlette'] = None; sys.modules['msgspec'] = None\n"
    command = blocked + "from lint.shells.cli import main; main(['serve', '--store', 's.sqlite'])"
    ran = subprocess.run(
        [sys.executable, "-c", command], capture_output=True, check=False,
        env={"PYTHONPATH": str(ROOT), "PATH": "", "COPYDESK_CACHE": "off"},
    )  # fmt: skip
    assert ran.returncode == 2
    assert b"copydesk[serve]" in ran.stderr
    assert b"Traceback" not in ran.stderr


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("serve: {port: 70000}", "70000"),
        ("serve: {prot: 80}", "did you mean “port”?"),
        ("serve: {time limit: 0}", "“0” stands where a number"),
        ("serve: {draft: {block: grave}}", "“grave” is not known here"),
        ("serve: {publish: block}", "here"),
    ],
)
def test_what_is_wrong_with_the_section_is_told_with_its_place(text: str, said: str) -> None:
    write("copydesk.yaml", text + "\n")
    done = run("serve")
    assert done.exit_code == 2
    assert "copydesk.yaml:1" in done.stderr
    assert said in done.stderr


def test_a_store_that_cannot_be_used_is_told() -> None:
    write("store", "This is no database, but a text of some length.\n" * 40)
    done = run("serve", "--store", "store")
    assert done.exit_code == 2
    assert "not a database" in done.stderr
