"""What the engine finds in real articles is told alike in every form."""

from __future__ import annotations

import io
import json
from xml.etree import ElementTree as ET

import pytest

from lint.checks.base import Observation
from lint.engine import Checked, Engine
from lint.readers import read_article
from lint.reports import FORMATS, report_class
from lint.reports.tally import Tally
from lint.stylebook.book import load_stylebook
from tests.conftest import WRONGG, WriteBook, terms_rule
from tests.reports.made import info

COPY = {
    "plain.txt": "A wrongg headline\r\n\r\nThe 👍 is wrongg, and WRONGG again.\r\n",
    "marked.md": "# A wrongg title\n\nThis is *wron*gg &amp; wrongg.\n",
    "page.html": "<h1>Wrongg</h1>\n<p>It is wron<b>gg</b>&hellip; wrongg</p>\n",
    "clean.txt": "Nothing to see\n\nAll is right here.\n",
}


class Run:
    """The engine's findings in the copy above, and the reports of them."""

    def __init__(self, write_book: WriteBook) -> None:
        book = load_stylebook(write_book(**{"terms/test": terms_rule(WRONGG)}))
        self.checks = list(book.checks.values())
        engine = Engine(self.checks)
        self.articles = {path: read_article(text, path) for path, text in COPY.items()}
        self.checked: dict[str, Checked] = {
            path: engine.check(article) for path, article in self.articles.items()
        }
        observed: dict[str, list[Observation]] = {}
        for checked in self.checked.values():
            for rule, seen in checked.observations.items():
                observed.setdefault(rule, []).extend(seen)
        self.across = engine.compare(observed)

    @property
    def count(self) -> int:
        return sum(len(checked.findings) for checked in self.checked.values())

    def told(self, form: str) -> str:
        out = io.StringIO()
        rules = [check.rule for check in self.checks]
        report = report_class(form)(out, info(*rules))
        tally = Tally()
        for path, checked in self.checked.items():
            tally.add(checked.findings)
            report.article(path, checked.findings, self.articles[path])
        report.across(self.across)
        report.finish(tally.summary(len(self.checked)))
        return out.getvalue()


@pytest.fixture
def run(write_book: WriteBook) -> Run:
    return Run(write_book)


def test_there_is_something_to_tell(run: Run) -> None:
    assert run.count >= 6
    assert not run.checked["clean.txt"].findings


def test_every_form_tells_of_every_finding(run: Run) -> None:
    count = run.count
    assert run.told("text").count("terms/test") == count
    assert len(json.loads(run.told("json"))["findings"]) == count
    assert len(run.told("jsonl").splitlines()) == count
    assert run.told("github").count("title=terms/test") == count
    assert len(json.loads(run.told("sarif"))["runs"][0]["results"]) == count
    assert ET.fromstring(run.told("junit")).get("failures") == str(count)
    assert run.told("html").count('<li class="note') == count


@pytest.mark.parametrize("form", FORMATS)
def test_every_form_is_the_same_twice(run: Run, form: str) -> None:
    assert run.told(form) == run.told(form)


def test_in_the_page_the_words_marked_are_the_words_found(run: Run) -> None:
    text = run.told("html")
    assert text.count("<mark") == run.count
    assert ">wron&lt;b&gt;gg</mark>" in text
