"""How a word and what may replace it are related; the family of each relation."""

from __future__ import annotations

INSERT, DELETE = 0, 1
RELATIONS = (
    "insert", "delete", "small", "agree", "preposition",
    "transposed", "doubled", "letter-missing", "letter-extra", "letter-wrong", "first-letter",
    "add-s", "drop-s", "add-ed", "drop-ed", "add-ing", "drop-ing", "ed-ing", "ing-ed",
    "s-ing", "ing-s", "ed-s", "past-taken", "taken-past", "add-ly", "drop-ly", "add-er",
    "drop-er", "s-ed", "noun-verb",
)  # fmt: skip
NUMBER_OF = {name: at for at, name in enumerate(RELATIONS)}
#: Words one slip of the keys away: two letters swapped, one doubled or not, one left out of
#: the wrong word, one too many in it, one for another; or the first letter is concerned, where
#: slips are rare.
NEIGHBOURS = (
    "transposed", "doubled", "letter-missing", "letter-extra", "letter-wrong", "first-letter",
)  # fmt: skip
AGREE = NUMBER_OF["agree"]
ADD_S, DROP_S = NUMBER_OF["add-s"], NUMBER_OF["drop-s"]

_FAMILIES = {
    "insert": "missing-word", "delete": "extra-word", "small": "wrong-word",
    "preposition": "wrong-word", **dict.fromkeys(NEIGHBOURS, "wrong-word"),
    "agree": "agreement", "add-s": "agreement", "drop-s": "agreement",
}  # fmt: skip
FAMILY = tuple(_FAMILIES.get(name, "wrong-form") for name in RELATIONS)
