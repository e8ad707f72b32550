"""The recipe of the word list: forms of words, plurals, and which printed words are believed."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from benchmarks.train.counting import Counts
from benchmarks.train.hunspell import expand
from benchmarks.train.learnt import learnt_words, read_words
from benchmarks.train.words import frequency_byte, oxford, plural, triples, write
from lint.lexicon.words import BRITISH

AFFIXES = """\
PFX U Y 1
PFX U 0 un .
SFX D Y 2
SFX D 0 ed [^e]
SFX D 0 d e
SFX M N 1
SFX M 0 's .
"""


def test_a_word_takes_the_forms_that_its_affixes_allow(tmp_path: Path):
    (tmp_path / "index.aff").write_text(AFFIXES, "utf-8")
    (tmp_path / "index.dic").write_text("3\nload/UD\nbake/D\nEgypt/M\n", "utf-8")
    assert expand(tmp_path) == {
        *("load", "unload", "loaded", "unloaded", "bake", "baked", "Egypt", "Egypt's")
    }


@pytest.mark.parametrize(
    ("noun", "nouns"), [("quay", "quays"), ("berry", "berries"), ("box", "boxes"), ("bus", "buses")]
)
def test_plurals_are_regular(noun: str, nouns: str):
    assert plural(noun) == nouns


def test_oxford_writes_ize_where_the_word_has_ise():
    assert oxford({"organize", "prize", "color"}, {"organise"}) == {"organize"}


def test_frequencies_grow_with_the_number_of_articles():
    assert [frequency_byte(articles) for articles in (0, 1, 3)] == [0, 16, 32]
    assert frequency_byte(10**9) == 255


def test_only_words_that_several_newsrooms_print_are_believed():
    paper = Counter({"chatbot": 9, "goverment": 9, "government": 900, "blorted": 9})
    counts = Counts({"a": paper, "b": paper - Counter({"blorted": 9})})
    counts.by_corpus["c"] = counts.by_corpus["b"]
    learnt = set(learnt_words(counts, {"government": BRITISH}))
    assert "chatbot" in learnt
    assert not {"goverment", "blorted", "government"} & learnt


def test_hand_written_lists_hold_plain_words():
    for name in ("approved", "foreign"):
        words = read_words(name)
        assert len(words) > 100
        assert all(word.isascii() and word.isalpha() and word.islower() for word in words), name


def test_three_letters_in_a_row_are_counted_once_a_word():
    table = triples(["aaa", "Aab"])
    assert table[(0 * 27 + 1) * 27 + 1] == 2  # the beginning, a, a
    assert table[(1 * 27 + 1) * 27 + 1] == 1  # a, a, a


def test_the_same_words_give_the_same_bytes(tmp_path: Path):
    counts = Counts({"a": Counter({"quay": 3})})
    for name in ("one", "other"):
        write({"quay": BRITISH, "box": BRITISH}, counts, tmp_path / name)
    for path in sorted((tmp_path / "one").iterdir()):
        assert path.read_bytes() == (tmp_path / "other" / path.name).read_bytes()
