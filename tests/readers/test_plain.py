"""Plain text: what each line is, and what is one paragraph."""

from __future__ import annotations

from pathlib import Path

import pytest

from lint.readers import read_article

BODY = (
    "The minister said that the talks would go on until every party had agreed to the terms. "
    "Nobody had left the room."
)


def kinds(copy: str) -> list[tuple[str, str]]:
    article = read_article(copy)
    return [(block.kind, article.text(block)) for block in article.blocks]


def kinds_only(copy: str) -> list[str]:
    return [kind for kind, _ in kinds(copy)]


def test_the_first_line_is_the_headline_and_the_rest_are_paragraphs() -> None:
    assert kinds_only(f"Talks go on in Geneva\n\n{BODY}\n\n{BODY}\n") == [
        "headline",
        "paragraph",
        "paragraph",
    ]


def test_a_line_above_the_headline_is_a_slug() -> None:
    assert kinds_only(f"Talks stub\n\nTalks go on in Geneva\n\n{BODY}") == [
        "slug",
        "headline",
        "paragraph",
    ]


def test_the_line_that_stands_twice_is_the_headline_whatever_stands_above_it() -> None:
    copy = f"Talks go on and\n\nTalks go on in Geneva\n\nTalks go on in Geneva\n\n{BODY}"
    assert kinds_only(copy) == ["slug", "headline", "headline", "paragraph"]


def test_a_line_without_a_stop_below_the_headline_is_the_standfirst() -> None:
    copy = f"Talks go on in Geneva\n\nMinister hopes for peace by the weekend\n\n{BODY}"
    assert kinds_only(copy) == ["headline", "standfirst", "paragraph"]


@pytest.mark.parametrize(
    "line",
    [
        "By Jane Smith",
        "By Jane Smith, Political editor",
        "BY JANE SMITH",
        "By Jane Smith and John Brown",
        "By Jane Smith in Geneva",
        "Words by Jane Smith",
        "Additional reporting by Jane Smith",
        "Video produced by: Jane Smith",
        "As told to Jane Smith",
    ],
)
def test_a_line_that_says_who_wrote_it_is_a_byline(line: str) -> None:
    assert kinds(f"Talks go on in Geneva\n\n{line}\n\n{BODY}")[1] == ("byline", line)


@pytest.mark.parametrize(
    "line",
    [
        "By Friday the talks had come to an end",
        "By Christmas they were gone",
        "By The Sea has closed",
        "Video shows a man beaten by Police",
    ],
)
def test_a_line_that_only_begins_like_a_byline_is_none(line: str) -> None:
    assert "byline" not in kinds_only(f"Talks go on in Geneva\n\n{line}\n\n{BODY}")


def test_a_place_with_a_dash_is_a_dateline() -> None:
    copy = f"Talks go on in Geneva\n\nGENEVA, 17 July –\n\n{BODY}"
    assert kinds_only(copy) == ["headline", "dateline", "paragraph"]


@pytest.mark.parametrize(
    "line", ["'Very sure'", "A second try", "“Not us”", "What happens now?", "The cost: £5m"]
)
def test_a_short_line_between_paragraphs_is_a_crosshead(line: str) -> None:
    assert kinds(f"Talks go on in Geneva\n{BODY}\n{line}\n{BODY}")[2] == ("crosshead", line)


@pytest.mark.parametrize(
    "line",
    [
        "Nobody moved.",
        "and so it went",
        "78,000",
        '"We had it all',
        "Does he think that he was right?",
        "He left. But why?",
        "He said:",
    ],
)
def test_a_short_line_that_is_no_heading_is_a_paragraph(line: str) -> None:
    assert kinds(f"Talks go on in Geneva\n{BODY}\n{line}\n{BODY}")[2] == ("paragraph", line)


def test_a_short_line_at_the_end_heads_nothing() -> None:
    assert kinds_only(f"Talks go on in Geneva\n{BODY}\nMore to come")[-1] == "paragraph"


def test_three_short_lines_in_a_row_are_a_list() -> None:
    ties = "Aston v Bury\n\nCorby v Derby\n\nEton v Frome"
    copy = f"Draw made for the cup\n\n{BODY}\n\n{ties}\n\n{BODY}"
    assert kinds_only(copy) == ["headline", "paragraph", *["list"] * 3, "paragraph"]


def test_many_short_lines_under_the_headline_are_a_list_and_no_standfirsts() -> None:
    copy = f"Firm sees profits rise\n\nSales 5m v 4m\n\nNet 2m v 1m\n\nTax 1m v 1m\n\n{BODY}"
    assert kinds_only(copy) == ["headline", *["list"] * 3, "paragraph"]


def test_lines_with_bullets_are_a_list() -> None:
    copy = f"What we know so far\n\n{BODY}\n\n- One thing is sure.\n- Another is not.\n• A third\n"
    assert kinds_only(copy) == ["headline", "paragraph", *["list"] * 3]


def test_lines_in_columns_are_a_table() -> None:
    copy = f"How they stand tonight\n\n{BODY}\n\nTeam\tPlayed\tWon\nAston\t3\t2\n"
    assert kinds_only(copy)[2:] == ["table", "table"]


def test_a_headline_with_the_capitals_of_a_title_may_end_in_a_stop() -> None:
    assert kinds_only(f"He Built That House. Now He Sells It.\n\n{BODY}")[0] == "headline"


def test_a_headline_may_end_in_an_abbreviation() -> None:
    assert kinds_only(f"TRADE TALKS WITH U.S.\n\n{BODY}")[0] == "headline"


def test_copy_that_begins_with_a_sentence_has_no_headline() -> None:
    assert kinds_only(f"{BODY}\n\n{BODY}") == ["paragraph", "paragraph"]


def test_lines_broken_at_a_margin_are_one_paragraph_with_spaces_for_line_ends() -> None:
    copy = (
        "Talks go on in Geneva\n\n"
        "The minister said that the talks would go on until\n"
        "every party had agreed to the terms of a treaty that\n"
        "nobody had read.\n"
    )
    read = kinds(copy)
    assert [kind for kind, _ in read] == ["headline", "paragraph"]
    assert "until every" in read[1][1]
    assert read_article(copy).origin.identity


def test_a_wrapped_line_keeps_its_place_after_windows_line_ends() -> None:
    copy = (
        "Talks go on in Geneva\r\n\r\n"
        "The minister said that the talks would go on until\r\n"
        "every party had agreed to the terms of a treaty that\r\n"
        "nobody had read.\r\n"
    )
    article = read_article(copy)
    at = article.prose.index("until every")
    span = article.origin.locate(at, at + len("until every")).span
    assert copy[span.start : span.end] == "until\r\nevery"


def test_lines_that_are_whole_paragraphs_stay_apart() -> None:
    assert kinds_only(f"Talks go on in Geneva\n{BODY}\n{BODY}\n{BODY}") == [
        "headline",
        *["paragraph"] * 3,
    ]


def test_short_sentences_on_lines_of_their_own_stay_apart() -> None:
    copy = "Talks go on in Geneva\n\nThe minister came to the city at the break of day.\nHe went.\n"
    assert len(kinds(copy)) == 3


def test_headline_and_byline_without_an_empty_line_stay_apart() -> None:
    copy = f"Talks go on in Geneva for a seventh day\nBy Jane Smith\n\n{BODY}"
    assert kinds_only(copy) == ["headline", "byline", "paragraph"]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_of_every_system_give_the_same_blocks(end: str) -> None:
    copy = f"Talks go on in Geneva\n\n{BODY}\n\n'Very sure'\n\n{BODY}\n"
    assert kinds(copy.replace("\n", end)) == kinds(copy)


def test_mixed_line_ends_part_paragraphs_alike() -> None:
    assert kinds_only(f"Talks go on in Geneva\r\n\r{BODY}\n\r\n{BODY}") == [
        "headline",
        "paragraph",
        "paragraph",
    ]


def test_the_two_real_articles_are_read_as_an_editor_reads_them(shared: Path) -> None:
    stub, plain = sorted((shared / "seeds").glob("*.txt"))[:2]
    first = read_article(stub.read_bytes(), stub.name)
    assert [block.kind for block in first.blocks] == [
        "slug",
        "headline",
        "headline",
        *["paragraph"] * 15,
    ]
    second = read_article(plain.read_bytes(), plain.name)
    crossheads = [second.text(b) for b in second.blocks if b.kind == "crosshead"]
    assert second.blocks[0].kind == "headline"
    assert [len(text) for text in crossheads] == [18, 13]
    assert all(text.startswith("'") and text.endswith("'") for text in crossheads)
    assert len(second.blocks) == 31
