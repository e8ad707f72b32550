"""The plain form of a verb in -s, as it is written."""

from __future__ import annotations

from lint.checks.casing import follow_apostrophe
from lint.lexicon.lemmas import open_lemmas

_MANY = {"is": "are", "was": "were", "has": "have", "does": "do"}
_PLAIN = {"is": "be", "was": "be", "has": "have", "does": "do"}


def plain_form(found: str, *, after_to: bool) -> str:
    """What a verb in -s is with a subject in the plural, or after “to”."""
    word = found.replace("’", "'")
    stem, negated = (word[:-3], "n't") if word.endswith("n't") else (word, "")
    forms = _PLAIN if after_to else _MANY
    right = forms.get(stem) or open_lemmas().verb_of(stem) or stem
    return follow_apostrophe(found, right + negated)
