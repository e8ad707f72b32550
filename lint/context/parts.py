"""Parts of speech in small numbers, and what a class of words tells of them.

A class is named by the parts its words can be, the likeliest first (``NN/VB``), or by the
word itself where it is common enough to stand alone (``=the``).
"""

from __future__ import annotations

#: In an order that puts like beside like: trees split it.
COARSE = (
    "edge", "stop", "comma", "mark", "and", "that", "preposition", "to", "article", "determiner",
    "number", "adjective", "compared", "name", "names", "noun", "nouns", "person", "people",
    "object", "modal", "verb", "verbs", "past", "taken", "doing", "be", "have", "not", "adverb",
    "own", "other",
)  # fmt: skip
NUMBER_OF = {name: at for at, name in enumerate(COARSE)}

_BY_PART = {
    "NN": "noun", "NNS": "nouns", "NNP": "name", "NNPS": "names", "VB": "verb", "VBZ": "verbs",
    "VBD": "past", "VBN": "taken", "VBG": "doing", "JJ": "adjective", "JJR": "compared",
    "RB": "adverb", "CD": "number",
}  # fmt: skip
_BY_WORD: dict[str, str] = {}
for _name, _words in {
    "edge": "<s> <h>",
    "stop": ". ! ? …",
    "comma": ", ; :",
    "mark": "( ) [ ] / – — - --",
    "and": "and or but & nor yet",
    "that": "that which who whom whose when while where if because although though as whether "
    "since than how why what unless until once after before",
    "preposition": "of in on at for by with from into about over through against between under "
    "during without within among around across behind towards toward near off up out down "
    "along amid upon per despite onto via above below beyond outside inside like including",
    "to": "to",
    "article": "the a an",
    "determiner": "this these those his her its their my our your some any no each every all "
    "both another many several few more most much less other such either neither half enough",
    "person": "he she it",
    "people": "i we you they there",
    "object": "him me us them himself herself itself themselves",
    "modal": "will would can could may might must should shall cannot can't won't don't "
    "doesn't didn't couldn't wouldn't shouldn't do does did",
    "be": "is are was were be been being am 's isn't aren't wasn't weren't",
    "have": "has have had having hasn't haven't hadn't",
    "not": "not never n't also just only now then still even already",
    "number": "<number> <year> <amount> <percent> one two three four five six seven eight nine "
    "ten million billion hundred",
    "adjective": "<joined> <ordinal> first second third last next new",
    "name": "<name> <letters>",
    "names": "<names>",
    "noun": "<word>",
    "nouns": "<words>",
    "past": "<worded> said",
    "doing": "<wording>",
    "adverb": "<wordly> very here so too back well",
}.items():
    _BY_WORD.update(dict.fromkeys(_words.split(), _name))
_BY_WORD["'s"] = "own"

# What a class does to the subject that is being looked for.
NOTHING, NOUN, PREPOSITION, VERB, BREAK, COORDINATOR, PRONOUN, RELATIVE, DETERMINER, OWN = range(10)
_ROLES = {
    "edge": BREAK, "stop": BREAK, "mark": BREAK, "comma": BREAK, "and": COORDINATOR,
    "that": RELATIVE, "preposition": PREPOSITION, "to": PREPOSITION, "article": DETERMINER,
    "determiner": DETERMINER, "name": NOUN, "names": NOUN, "noun": NOUN, "nouns": NOUN,
    "person": PRONOUN, "people": PRONOUN, "object": NOTHING, "modal": VERB, "verb": VERB,
    "verbs": VERB, "past": VERB, "be": VERB, "have": VERB, "own": OWN, "doing": NOTHING,
}  # fmt: skip
SINGULAR, PLURAL, JOINED = 1, 2, 3
_NUMBERS = {"name": 1, "names": 2, "noun": 1, "nouns": 2, "person": 1, "people": 2,
            "article": 0, "number": 2}  # fmt: skip
_PLURAL_WORDS = frozenset("these those many several few both two three four five six seven "
                          "eight nine ten".split())  # fmt: skip
_SINGULAR_WORDS = frozenset("a an this each every another one either neither".split())


def described(name: str, main: str = "") -> tuple[int, int, int]:
    """The coarse part, number and role of a class, by its name (and main part of a word)."""
    if name.startswith("="):
        word = name[1:]
        coarse = _BY_WORD.get(word) or _BY_PART.get(main.partition("/")[0], "other")
        number = _NUMBERS.get(coarse, 0)
        if word in _PLURAL_WORDS:
            number = PLURAL
        elif word in _SINGULAR_WORDS:
            number = SINGULAR
    else:
        coarse = _BY_PART.get(name.partition("/")[0], "other")
        number = _NUMBERS.get(coarse, 0)
    return NUMBER_OF[coarse], number, _ROLES.get(coarse, NOTHING)
