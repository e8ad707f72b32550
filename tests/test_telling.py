"""Fixes through markup: every byte that is not meant stays, and the safety says so."""

from __future__ import annotations

from pathlib import Path

import pytest

from lint.engine import Engine
from lint.finding import Finding
from lint.fixing import apply, chosen_fix
from lint.readers import read_article
from lint.stylebook.book import load_stylebook
from tests.conftest import WRONGG, WriteBook, terms_rule

ENTRIES = f"""{WRONGG}\
  - use: per cent
    not: [percent, per-cent]
  - use: in several
    not: [in a several]
  - use: R&D
    not: [R and D]
  - use: '"so-called"'
    not: [so called]
"""


@pytest.fixture
def root(write_book: WriteBook) -> Path:
    return write_book(a=terms_rule(ENTRIES))


def mended(root: Path, source: str, path: str) -> tuple[str, str]:
    """The source after the only fix, safe or not, and the safety of that fix."""
    engine = Engine(tuple(load_stylebook(root).checks.values()))
    findings: tuple[Finding, ...] = engine.check(read_article(source, path)).findings
    (finding,) = findings
    fix = chosen_fix(finding, unsafe=True)
    if fix is None:
        return source, finding.fixes[0].safety
    return apply(source, [fix])[0], fix.safety


@pytest.mark.parametrize(
    ("path", "source", "after", "safety"),
    [
        ("a.html", "<p>It is wrongg.</p>", "<p>It is wrong.</p>", "safe"),
        ("a.html", "<p>&lt;5 percent</p>", "<p>&lt;5 per cent</p>", "safe"),
        ("a.html", "<p>It is wr<b>ongg</b>.</p>", "<p>It is wr<b>ong</b>.</p>", "unsafe"),
        ("a.html", "<p>It is wron<b>gg</b>.</p>", "<p>It is wron<b>g</b>.</p>", "unsafe"),
        ("a.html", "<p>in&nbsp;a several</p>", "<p>in&nbsp;several</p>", "safe"),
        ("a.html", "<p>R and D</p>", "<p>R&amp;D</p>", "safe"),
        ("a.md", "It is *wrongg*.\n", "It is *wrong*.\n", "safe"),
        ("a.md", "It is wro*ngg*.\n", "It is wro*ng*.\n", "unsafe"),
        (
            "a.md",
            "---\ntitle: It is wrongg\n---\n\nCopy.\n",
            "---\ntitle: It is wrong\n---\n\nCopy.\n",
            "safe",
        ),
        (
            "a.md",
            '---\ntitle: "A so called"\n---\n\nCopy.\n',
            '---\ntitle: "A so called"\n---\n\nCopy.\n',
            "display",
        ),
    ],
)
def test_a_mend_leaves_markup_and_entities_as_they_are(
    root: Path, path: str, source: str, after: str, safety: str
) -> None:
    assert mended(root, source, path) == (after, safety)


def test_a_line_end_inside_the_words_stays_where_the_mend_leaves_it(root: Path) -> None:
    line = "Some words that fill the line up to its margin, as old systems did it, "
    source = f"A headline\n\n{line}\n{line}per-\n".replace("per-\n", "and 5 wrongg\n") * 1
    after, safety = mended(root, source, "a.txt")
    assert after == source.replace("wrongg", "wrong")
    assert safety == "safe"
