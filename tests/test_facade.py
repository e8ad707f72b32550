"""What ``import lint`` offers."""

from __future__ import annotations

import subprocess
import sys

import pytest

import lint


def test_every_name_of_the_face_is_there() -> None:
    for name in lint.__all__:
        assert getattr(lint, name) is not None
    with pytest.raises(AttributeError):
        _ = lint.nothing


def test_check_finds_and_fix_mends() -> None:
    article = lint.read_article("He was poisoned with Polonium 210 in London.")
    assert [finding.text for finding in lint.check(article)] == ["Polonium 210"]
    mended = lint.fix(article)
    assert mended.source == "He was poisoned with polonium-210 in London."
    assert [finding.entry for finding in mended.applied] == ["polonium-210"]
    assert mended.remaining == ()


def test_articles_are_compared_with_each_other() -> None:
    text = "The same headline stands here\n\nBut the {} of it is another, and long enough.\n"
    articles = [lint.read_article(text.format(word), f"{word}.txt") for word in ("text", "rest")]
    (finding,) = lint.check_all(articles)
    assert finding.kind == "headlines"
    assert [place.path for place in finding.related] == ["rest.txt"] or finding.path == "rest.txt"


def test_importing_it_imports_nothing_heavy() -> None:
    script = (
        "import sys, lint\n"
        "heavy = {'click', 'ruamel', 'babel', 're2', 'rapidfuzz', 'pyromark', 'pathspec'}\n"
        "assert not heavy & set(sys.modules), heavy & set(sys.modules)\n"
    )
    subprocess.run([sys.executable, "-c", script], check=True)


def test_checking_plain_text_imports_no_more_than_it_needs(tmp_path: object) -> None:
    script = (
        "import sys\n"
        "from lint.shells.cli import main\n"
        "try: main(['check', 'seeds/reaction.txt', '--exit-zero'])\n"
        "except SystemExit: pass\n"
        "heavy = {'babel', 'pyromark', 'asyncio', 'multiprocessing', 'rich', 'numpy',"
        " 'language_tool_python', 'difflib', 'xml.etree.ElementTree', 'html.parser', 'tomllib'}\n"
        "found = sorted(heavy & set(sys.modules))\n"
        "assert not found, found\n"
    )
    subprocess.run([sys.executable, "-c", script], check=True, stdout=subprocess.DEVNULL)
