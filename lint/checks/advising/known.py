"""The rules of LanguageTool by their ids, so that a wrong id is not passed over in silence.

``languagetool-en.txt`` has a line for each category: its id, a colon, and the ids of its rules.
It lists what LanguageTool 6.8 has for all varieties of English. Ids that LanguageTool makes up
as it goes (``EN_COMPOUNDS_NET_ZERO``) begin with one that is listed (``EN_COMPOUNDS``).
"""

from __future__ import annotations

import os
from fnmatch import fnmatchcase
from functools import lru_cache

_FILE = os.path.join(os.path.dirname(__file__), "languagetool-en.txt")
ANY = "*"


@lru_cache(maxsize=1)
def categories() -> dict[str, frozenset[str]]:
    """The ids of the rules by the id of their category."""
    with open(_FILE, encoding="ascii") as file:
        lines = (line.split(":", 1) for line in file)
        return {category: frozenset(ids.split()) for category, ids in lines}


@lru_cache(maxsize=1)
def rules() -> frozenset[str]:
    """The ids of all rules."""
    return frozenset().union(*categories().values())


def matching(pattern: str) -> list[str]:
    """The ids that a pattern stands for, in order; ``*`` in it is anything or nothing."""
    if ANY not in pattern:
        return [pattern] if pattern in rules() else []
    return sorted(rule for rule in rules() if fnmatchcase(rule, pattern))


def is_known(pattern: str) -> bool:
    """Whether a pattern stands for a rule, listed or made up from one that is."""
    if matching(pattern):
        return True
    parts = pattern.removesuffix(ANY).split("_")
    heads = ("_".join(parts[:count]) for count in range(2, len(parts)))
    return any(head in MAKING for head in heads)


# Rules that tell under their own id and a word.
MAKING = frozenset(
    "EN_COMPOUNDS EN_SIMPLE_REPLACE EN_GB_SIMPLE_REPLACE EN_US_SIMPLE_REPLACE "
    "EN_DIACRITICS_REPLACE EN_WORD_COHERENCY EN_CONTRACTION_SPELLING EN_WRONG_WORD_IN_CONTEXT "
    "EN_SPECIFIC_CASE".split()
)


def nearest(pattern: str) -> str:
    """The id that somebody may have meant; nothing where none is near."""
    from difflib import get_close_matches  # only to complain

    near = get_close_matches(pattern, rules() | set(categories()), 1, 0.7)
    return near[0] if near else ""


# Rules that look at a whole text. Paragraphs are asked about one by one, so that answers can
# be kept: what these say would depend on where a paragraph stands.
WHOLE_TEXT = frozenset(
    "EMPTY_LINE ENGLISH_WORD_REPEAT_BEGINNING_RULE EN_CONSISTENT_APOS EN_REPEATEDWORDS "
    "EN_UNPAIRED_BRACKETS EN_UNPAIRED_QUOTES EN_WORD_COHERENCY PARAGRAPH_REPEAT_BEGINNING_RULE "
    "PUNCTUATION_PARAGRAPH_END PUNCTUATION_PARAGRAPH_END2 READABILITY_RULE_DIFFICULT "
    "READABILITY_RULE_SIMPLE REP_PASSIVE_VOICE REP_THANK_YOU_FOR SENTENCE_WHITESPACE "
    "TOO_LONG_PARAGRAPH TOO_LONG_SENTENCE TOO_OFTEN_USED_ADJECTIVE_EN TOO_OFTEN_USED_NOUN_EN "
    "TOO_OFTEN_USED_VERB_EN UPPERCASE_SENTENCE_START WHITESPACE_PARAGRAPH WHITESPACE_RULE".split()
)
