"""The two real articles from which the project was asked for: their slips, and nothing else.

Their text stays outside the project; only the words of the slips are named here.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from lint.facade import check, check_all
from lint.finding import Finding, at_least
from lint.readers import read_article
from lint.shells.run import read_file
from lint.stylebook.book import Stylebook
from tests.shells.test_cli import run

STUBBED, REACTION = "000_19820847d7df49ee.txt", "001_d7b0401ab8aa4db5.txt"


def told(findings: tuple[Finding, ...]) -> list[tuple[int, str]]:
    return [(f.start.line, f.text.strip()) for f in findings if at_least(f.severity, "warning")]


def test_the_first_article_has_its_slips_and_nothing_else(shared: Path, house: Stylebook) -> None:
    findings = check(read_file(str(shared / "seeds" / STUBBED)), house)
    assert told(findings) == [
        (1, "Miliband sending"),
        (5, "Miliband expels Russian diplomats"),
        (7, "county’s"),
        (7, "Lugovi"),
        (19, "Lugovi"),
        (27, "Polonium 210"),
        (29, "Lugovi"),
        (31, "Lugovi"),
        (33, "Lugovi"),
    ]
    by_text = {f.text: f for f in findings}
    assert [e.text for f in by_text["county’s"].fixes for e in f.edits] == ["country’s"]
    assert [e.text for f in by_text["Polonium 210"].fixes for e in f.edits] == ["polonium-210"]


def test_the_second_article_has_its_slips_and_nothing_else(shared: Path, house: Stylebook) -> None:
    findings = check(read_file(str(shared / "seeds" / REACTION)), house)
    assert [text for _, text in told(findings)] in (
        ["Vladimitr", "in a several places"],
        ["Vladimitr Putin", "in a several places"],
        ["Vladimitr", "a several"],
        ["Vladimitr Putin", "a several"],
        ["Vladimitr Putin", "a several places"],
        ["Vladimitr", "a several places"],
    )
    assert any(
        edit.text.startswith("Vladimir") for f in findings for fix in f.fixes for edit in fix.edits
    )


def test_read_together_they_differ_in_two_ways_each_told_once(
    shared: Path, house: Stylebook
) -> None:
    articles = [read_file(str(shared / "seeds" / name)) for name in (STUBBED, REACTION)]
    alone = sum(len(check(article, house)) for article in articles)
    across = [f for f in check_all(articles, house)[alone:] if at_least(f.severity, "warning")]
    assert sorted(finding.kind for finding in across) == ["consistency", "quotes"]
    for finding in across:
        assert {finding.path, *(place.path for place in finding.related)} == {
            article.path for article in articles
        }


def test_fixing_mends_what_is_safe_and_nothing_else(
    shared: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in (STUBBED, REACTION):
        shutil.copy(shared / "seeds" / name, name)
        Path(name).chmod(0o644)
    before = {name: Path(name).read_bytes() for name in (STUBBED, REACTION)}
    assert run("fix", ".").exit_code == 0
    once = {name: Path(name).read_bytes() for name in (STUBBED, REACTION)}
    lines = before[STUBBED].replace(b"Lugovi", b"Lugovoi").replace(b"Polonium 210", b"polonium-210")
    repeated = b"Miliband expels Russian diplomats\n\n"
    assert once[STUBBED] == lines.replace(repeated * 2, repeated)
    assert once[REACTION].replace(b"Vladimitr", b"Vladimir") == before[REACTION].replace(
        b"in a several", b"in several"
    ).replace(b"Vladimitr", b"Vladimir")
    assert run("fix", ".").exit_code == 0
    assert {name: Path(name).read_bytes() for name in once} == once


def test_what_is_right_in_them_is_left_alone(shared: Path, house: Stylebook) -> None:
    source = (shared / "seeds" / REACTION).read_text("utf-8")
    article = read_article(source)
    kinds = [block.kind for block in article.blocks]
    assert kinds[0] == "headline"
    assert kinds.count("crosshead") == 2
