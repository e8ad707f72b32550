"""Stet marks: where they hold, for which rules, and why."""

from __future__ import annotations

import pytest

from lint.article import Article
from lint.readers import read_article


def held(article: Article) -> list[tuple[str, tuple[str, ...], str]]:
    """What each mark holds for: the source in its scope, the rules, the reason."""
    return [
        (article.source[mark.scope.start : mark.scope.end], mark.rules, mark.reason)
        for mark in article.stets
    ]


@pytest.mark.parametrize("format", ["markdown", "html"])
class TestInEitherFormat:
    def read(self, format: str, *paragraphs: str) -> Article:
        if format == "markdown":
            return read_article("\n\n".join(paragraphs), format=format)
        marked = (p if p.startswith("<!--") else f"<p>{p}</p>" for p in paragraphs)
        return read_article("\n".join(marked), format=format)

    def test_a_mark_inside_a_block_holds_for_that_block(self, format: str) -> None:
        article = self.read(format, "One.", "Two <!-- stet: he wrote it so --> more.", "Three.")
        ((scope, rules, reason),) = held(article)
        assert scope == "Two <!-- stet: he wrote it so --> more."
        assert (rules, reason) == ((), "he wrote it so")

    def test_a_mark_between_blocks_holds_for_the_next(self, format: str) -> None:
        article = self.read(format, "One.", "<!-- stet: a reason -->", "Two.", "Three.")
        assert held(article) == [("Two.", (), "a reason")]

    def test_a_mark_names_rules_and_folders_of_rules(self, format: str) -> None:
        article = self.read(format, "<!-- stet names/people, terms: both: so -->", "One.")
        assert held(article) == [("One.", ("names/people", "terms"), "both: so")]

    def test_begin_and_end_hold_for_what_stands_between(self, format: str) -> None:
        article = self.read(
            format, "One.", "<!-- stet begin terms: word for word -->", "Two.", "Three.",
            "<!-- stet end -->", "Four.",
        )  # fmt: skip
        ((scope, rules, reason),) = held(article)
        assert "Two." in scope
        assert "Three." in scope
        assert "One." not in scope
        assert "Four." not in scope
        assert (rules, reason) == (("terms",), "word for word")

    def test_a_mark_after_the_last_block_holds_for_nothing(self, format: str) -> None:
        article = self.read(format, "One.", "<!-- stet: late -->")
        assert held(article) == [("", (), "late")]

    @pytest.mark.parametrize("mark", ["<!-- stet -->", "<!-- stet names: -->", "<!--stet names-->"])
    def test_a_mark_without_a_reason_does_not_hold_and_is_remarked_on(
        self, format: str, mark: str
    ) -> None:
        article = self.read(format, "One.", mark, "Two.")
        assert article.stets == ()
        (remark,) = article.remarks
        assert "no reason" in remark
        assert remark.startswith("line ")
        assert ": why it stands -->" in remark

    def test_a_begin_without_an_end_does_not_hold(self, format: str) -> None:
        article = self.read(format, "<!-- stet begin: all of it -->", "One.")
        assert article.stets == ()
        assert "no end" in article.remarks[0]

    def test_an_end_without_a_begin_is_remarked_on(self, format: str) -> None:
        assert "no stet begin" in self.read(format, "One.", "<!-- stet end -->").remarks[0]

    @pytest.mark.parametrize("comment", ["<!-- stetson: hat -->", "<!-- note: stet -->", "<!---->"])
    def test_other_comments_are_no_marks(self, format: str, comment: str) -> None:
        article = self.read(format, comment, "One.")
        assert article.stets == ()
        assert article.remarks == ()


def test_a_mark_alone_on_its_line_right_above_a_paragraph_holds_for_it() -> None:
    article = read_article("One.\n\n<!-- stet: so -->\nTwo\nlines.\n", format="markdown")
    assert held(article) == [("Two\nlines.", (), "so")]


def test_the_remark_gives_the_line_of_the_mark() -> None:
    assert (
        read_article("One.\n\n<!-- stet -->\n\nTwo.", format="markdown")
        .remarks[0]
        .startswith("line 3: ")
    )


def test_plain_text_has_no_comments() -> None:
    assert read_article("Head\n\n<!-- stet: so -->\n\nText.").stets == ()
