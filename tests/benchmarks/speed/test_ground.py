"""What is timed is the same everywhere: the articles and the made-up stylebook."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.speed.book import make_book, more_literals, more_people
from benchmarks.speed.corpus import Writer, curly, write_articles, write_blob
from benchmarks.speed.ground import Ground, Size
from benchmarks.speed.invent import misspellings
from benchmarks.speed.paragraphs import Pool
from benchmarks.speed.words import common_words
from lint.stylebook.book import load_stylebook
from lint.stylebook.proving import prove

POOL = Pool(
    ("Harbour bridge to close for repairs", "School wins a prize for its garden"),
    tuple(f"The government said in part {n} that the country should \"wait\"." for n in range(90)),
)  # fmt: skip
TINY = Size(6, 3, 5_000, 60, 15, 40, 90, 60)


def test_a_book_is_the_same_each_time() -> None:
    assert make_book(200, 60, 50) == make_book(200, 60, 50)


def test_a_larger_book_begins_with_the_smaller() -> None:
    small, large = make_book(200, 60, 50), make_book(300, 90, 70)
    assert large.literals[:200] == small.literals
    assert large.patterns[:60] == small.patterns
    assert large.people[:50] == small.people


def test_a_book_makes_nothing_wrong_twice_and_no_common_word() -> None:
    wrong = [literal.wrong.lower() for literal in make_book(2_000, 0, 0).literals]
    assert len(wrong) == len(set(wrong)) == 2_000
    assert not set(wrong) & set(common_words())


def test_a_book_leaves_alone_what_another_speaks_of() -> None:
    plain = make_book(30, 0, 0).literals
    taken, forbidden = plain[3].wrong.lower(), plain[5].use.lower()
    other = make_book(30, 0, 0, taken={taken}, forbidden={forbidden}).literals
    assert taken not in {literal.wrong.lower() for literal in other}
    assert forbidden not in {literal.use.lower() for literal in other}


def test_further_entries_are_new() -> None:
    book = make_book(500, 0, 300)
    wrong = {literal.wrong for literal in (*book.literals, *more_literals(400, book))}
    assert len(wrong) == 900
    known = {person.name for person in book.people}
    assert len(known | {person.name for person in more_people(200, known)}) == 500


def test_misspellings_are_slips_of_the_hand() -> None:
    wrongs = list(misspellings("report"))
    assert {"reoprt", "repport", "reort"} <= set(wrongs)
    assert "report" not in wrongs
    assert all(wrong.startswith("re") for wrong in wrongs)


def test_an_article_is_the_same_whenever_it_is_written() -> None:
    book = make_book(400, 0, 50)
    one, other = Writer(POOL, book), Writer(POOL, book)
    first = [one.article(number) for number in range(5)]
    assert [other.article(number) for number in reversed(range(5))] == first[::-1]
    assert len(set(first)) == 5


def test_an_article_holds_slips_of_the_book() -> None:
    book = make_book(400, 0, 50)
    wrongs = {literal.wrong for literal in book.literals}
    texts = [Writer(POOL, book).article(number) for number in range(40)]
    holding = [text for text in texts if any(wrong in text for wrong in wrongs)]
    assert len(holding) > 30


def test_curly_quotation_marks_open_and_close() -> None:
    assert curly('"It\'s here," she said: \'"Yes"\'') == "“It’s here,” she said: ‘“Yes”’"


def test_articles_are_written_once(tmp_path: Path) -> None:
    folder, asked = tmp_path / "articles", []

    def writer() -> Writer:
        asked.append(1)
        return Writer(POOL, make_book(100, 0, 10))

    write_articles(folder, 4, "these", writer)
    before = [path.read_bytes() for path in sorted(folder.iterdir())]
    write_articles(folder, 4, "these", writer)
    assert len(asked) == 1
    (folder / "000000.txt").write_text("something else", "utf-8")
    write_articles(folder, 4, "others", writer)
    assert [path.read_bytes() for path in sorted(folder.iterdir())] == before


def test_a_blob_is_as_large_as_asked(tmp_path: Path) -> None:
    article = tmp_path / "article.txt"
    article.write_text("Headline\n\nSome words.\n", "utf-8")
    write_blob(tmp_path / "blob.txt", [article], 1_000)
    assert 1_000 <= (tmp_path / "blob.txt").stat().st_size < 1_100


@pytest.fixture(scope="module")
def ground(tmp_path_factory: pytest.TempPathFactory) -> Ground:
    """A tiny ground made of the project's own sentences."""
    made = Ground(TINY, tmp_path_factory.mktemp("ground"), real=False)
    made.make()
    return made


def test_the_ground_is_made_without_real_copy(ground: Ground) -> None:
    assert len(list(ground.articles.iterdir())) == TINY.articles
    assert [path.read_bytes() for path in sorted(ground.batch.iterdir())] == [
        path.read_bytes() for path in sorted(ground.articles.iterdir())[: TINY.batch]
    ]


@pytest.mark.parametrize("name", ["terms", "house", "phrases", "names"])
def test_every_made_up_stylebook_loads_and_its_examples_hold(ground: Ground, name: str) -> None:
    book = load_stylebook(ground.book(name))
    made_up = [
        check for rule, check in book.checks.items() if rule.startswith(("made-up/", "more/"))
    ]
    assert made_up
    assert list(prove(made_up)) == []
