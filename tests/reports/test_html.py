"""The page: the copy with its slips, whole and harmless whatever the copy says."""

from __future__ import annotations

import base64
import hashlib
import re
import shutil
import subprocess
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint.finding import Edit, Fix
from lint.rule import Rule
from lint.span import Span
from tests.reports.made import elsewhere, info, made, told

SOURCE = "The harbor\n\nNobody goes to the old harbor in May.\r\nNor in June.\n"
ACT = "document.title='hacked'"
EVIL = f'</script><script>{ACT}</script><img src=x onerror="{ACT}">'
VOID = {"meta", "input", "br"}


class Page(HTMLParser):
    """A page as a browser takes it apart: its tags, its text, whether tags pair up."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.words: dict[str, list[str]] = {}
        self.lines: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)
        if tag == "p" and ("dir", "auto") in attrs:
            self.lines.append("")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        for tag in set(self.open):
            self.words.setdefault(tag, []).append(data)
        if "p" in self.open and self.lines and "ol" not in self.open:
            self.lines[-1] += data

    def all(self, tag: str, **attributes: str) -> list[dict[str, str | None]]:
        return [
            attrs
            for name, attrs in self.tags
            if name == tag and all(attrs.get(key) == value for key, value in attributes.items())
        ]


def hostile() -> str:
    source = f"Harbor {EVIL}\n\n{EVIL} and & &amp; <!-- \u202e \x00 \ud800"
    evil_rule = Rule(f"x/{EVIL}", "x", EVIL, "error", EVIL)
    finding = made(
        source,
        EVIL,
        EVIL + "x",
        path=f'javascript:alert(1)//"{EVIL}',
        rule=evil_rule.id,
        message=EVIL,
        evidence=(EVIL,),
        related=(elsewhere(source, EVIL, EVIL, path=EVIL),),
    )
    titled = made(
        source, "and", rule=evil_rule.id, path=finding.path, fixes=[Fix(EVIL, "safe", ())]
    )
    return told(
        "html",
        finding,
        titled,
        sources={finding.path: source, EVIL: source},
        run=info(evil_rule),
        unreadable=[(EVIL, EVIL)],
        remarks=[(EVIL, EVIL)],
    )


def test_the_copy_stands_in_the_page_line_by_line() -> None:
    page = Page(told("html", made(SOURCE, "old harbor", "new"), sources={"a.txt": SOURCE}))
    lines = [line.strip() for line in page.lines[:4]]
    assert lines == ["The harbor", "", "Nobody goes to the old harbor in May.", "Nor in June."]
    assert not page.open


def test_a_slip_is_marked_and_its_mark_leads_to_its_note() -> None:
    page = Page(told("html", made(SOURCE, "old harbor", "new"), sources={"a.txt": SOURCE}))
    (mark,) = page.all("mark")
    assert "".join(page.words["mark"]) == "old harbor"
    assert mark["class"] == "error"
    assert mark["tabindex"] == "0"
    assert page.all("li", id=mark["aria-describedby"] or "")
    assert "new" in "".join(page.words["ins"])
    assert "Write “new”, not “old harbor”." in " ".join(page.words["ol"])


def test_a_slip_inside_a_paragraphs_own_slip_is_marked_inside_it() -> None:
    line = "Nobody goes to the old harbor in May."
    text = told(
        "html",
        made(SOURCE, line, severity="warning", rule="repetition/lines"),
        made(SOURCE, "old harbor"),
        sources={"a.txt": SOURCE},
    )
    assert re.search(r'<mark class="warning around"[^>]*>Nobody goes to the <mark[^>]*>old', text)
    assert not Page(text).open


def test_a_slip_over_several_lines_is_marked_on_each_with_one_anchor() -> None:
    words = "harbor in May.\r\nNor in"
    page = Page(told("html", made(SOURCE, words), sources={"a.txt": SOURCE}))
    marks = page.all("mark")
    assert [mark.get("id") for mark in marks] == ["f1", None]
    assert "".join(page.words["mark"]) == "harbor in May.Nor in"


def test_a_missing_sign_and_an_empty_line_are_pointed_at() -> None:
    page = Page(
        told(
            "html",
            made(SOURCE, "", message="Missing.", start=10),
            made(SOURCE, "\n", message="An empty line.", start=11),
            sources={"a.txt": SOURCE},
        )
    )
    assert [mark["class"] for mark in page.all("mark")] == ["error point", "error point"]


def test_rules_and_severities_can_be_chosen_and_are_counted() -> None:
    page = Page(
        told(
            "html",
            made(SOURCE, "harbor"),
            made(SOURCE, "May", severity="warning", rule="dates/house"),
            sources={"a.txt": SOURCE},
        )
    )
    assert len([box for box in page.all("input") if "data-severity" in box]) == 3
    assert len([box for box in page.all("input") if "data-r" in box]) == 2
    assert {note["data-severity"] for note in page.all("li") if "data-f" in note} == {
        "error",
        "warning",
    }


def test_the_article_that_a_finding_points_to_is_in_the_page_too() -> None:
    other = "Somewhere\nthe harbor again"
    twice = made(SOURCE, "harbor", related=(elsewhere(other, "harbor", "here"),))
    text = told("html", across=[twice], sources={"a.txt": SOURCE, "b.txt": other, "c.txt": "C"})
    page = Page(text)
    assert len(page.all("section", **{"class": "piece"})) == 2
    (link,) = [a for a in page.all("a") if (a.get("href") or "").startswith("#a2-")]
    assert page.all("p", id=(link["href"] or "")[1:])
    assert "1 article; 2 without any" in text


def test_without_its_source_an_article_still_has_its_notes() -> None:
    page = Page(told("html", made(SOURCE, "harbor", "harbour")))
    assert not page.all("mark")
    assert "Write “harbour”" in " ".join(page.words["ol"])


def test_a_run_without_findings_is_a_page_too() -> None:
    page = Page(told("html", clean=["a.txt"]))
    assert "No findings." in "".join(page.words["main"])
    assert not page.open


def test_the_page_needs_nothing_from_anywhere() -> None:
    text = told("html", made(SOURCE, "harbor"), sources={"a.txt": SOURCE})
    assert "http:" not in text
    assert "https:" not in text
    assert "url(" not in text
    assert "@import" not in text


def test_hostile_copy_makes_no_tag_no_attribute_and_no_link_of_its_own() -> None:
    page = Page(hostile())
    assert not page.open
    assert len(page.all("script")) == 1
    assert not page.all("img")
    for tag, attributes in page.tags:
        assert not [name for name in attributes if name.startswith("on")], tag
        assert (attributes.get("href") or "#").startswith("#")
        assert "style" not in attributes
        assert "src" not in attributes


def test_the_policy_lets_only_the_pages_own_script_and_style_run() -> None:
    text = hostile()
    policy = Page(text).all("meta", **{"http-equiv": "Content-Security-Policy"})[0]["content"] or ""
    assert policy.startswith("default-src 'none'")
    for tag in ("script", "style"):
        own = text[text.index(f"<{tag}>") + len(tag) + 2 : text.index(f"</{tag}>")]
        digest = base64.b64encode(hashlib.sha256(own.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy


@given(st.text(st.sampled_from("ab <>&\"'\n\r\x0c/=!-"), max_size=40), st.data())
def test_whatever_the_copy_and_however_slips_overlap_tags_pair_up(
    source: str, data: st.DataObject
) -> None:
    findings = []
    for _ in range(data.draw(st.integers(0, 4))):
        start = data.draw(st.integers(0, len(source)))
        end = data.draw(st.integers(start, len(source)))
        fix = Fix("Delete", "safe", (Edit(Span(start, end), ""),))
        findings.append(made(source, source[start:end], start=start, fixes=[fix], message="m"))
    page = Page(told("html", *findings, sources={"a.txt": source}))
    assert not page.open
    assert {mark["data-f"] for mark in page.all("mark")} == {
        str(number) for number in range(1, len(findings) + 1)
    }


def test_in_a_real_browser_only_the_pages_own_script_runs(tmp_path: Path) -> None:
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        pytest.skip("Chromium is not here")
    page = tmp_path / "page.html"
    page.write_text(hostile(), "utf-8")
    flags = (
        "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-sync "
        "--disable-background-networking --disable-component-update --virtual-time-budget=3000"
    )
    done = subprocess.run(
        [
            chromium,
            *flags.split(),
            f"--user-data-dir={tmp_path / 'profile'}",
            "--dump-dom",
            page.as_uri(),
        ],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    if done.returncode or "<html" not in done.stdout:
        pytest.skip("Chromium does not start here")
    assert 'class="scripted"' in done.stdout, "the page's own script must run"
    assert "<title>hacked" not in done.stdout
    assert len(Page(done.stdout).all("script")) == 1
