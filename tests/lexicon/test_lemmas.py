"""What a word can be in its plain form, and which plain form a word in -s has."""

from __future__ import annotations

import pytest

from lint.lexicon.lemmas import open_lemmas


@pytest.mark.parametrize(
    ("form", "plain"),
    [
        ("says", "say"),
        ("carries", "carry"),
        ("reaches", "reach"),
        ("goes", "go"),
        ("closes", "close"),
        ("forces", "force"),
        ("officials", ""),
        ("press", ""),
        ("is", ""),
    ],
)
def test_the_plain_form_of_a_verb_in_s(form: str, plain: str) -> None:
    assert open_lemmas().verb_of(form) == plain


@pytest.mark.parametrize(
    ("form", "singular"),
    [
        ("officials", "official"),
        ("parties", "party"),
        ("boxes", "box"),
        ("houses", "house"),
        ("women", "woman"),
        ("wolves", "wolf"),
        ("becomes", ""),
        ("boss", ""),
    ],
)
def test_the_singular_of_a_plural(form: str, singular: str) -> None:
    assert open_lemmas().singular_of(form) == singular


def test_how_common_a_word_is_as_what() -> None:
    lemmas = open_lemmas()
    assert lemmas.verb("say") > lemmas.noun("say")
    assert lemmas.noun("official") > lemmas.verb("official")
    assert lemmas.adjective("large") > lemmas.noun("large")
    assert lemmas.noun("xyzzy") == lemmas.verb("xyzzy") == 0
    assert "say" in lemmas
    assert "xyzzy" not in lemmas


def test_what_a_noun_means() -> None:
    lemmas = open_lemmas()
    assert lemmas.is_person("minister")
    assert not lemmas.is_person("ministry")
    assert lemmas.is_adverb("quickly")
