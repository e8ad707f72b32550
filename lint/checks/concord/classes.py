"""Words of English by what they can be in a clause, one letter a class.

| letter | what | letter | what |
| --- | --- | --- | --- |
| D | the, these, some, their | S | a, this, each: one alone |
| N | a number | G | a possessive (the firm’s) |
| A | an adjective | M | a noun in the singular |
| P | a noun in the plural | X | a plural, or a verb in -s (claims) |
| H | a plural with a capital (Republicans) | C | another word with a capital |
| V | a verb in -s that is no noun (says) | B | is, was, has, does |
| I | a preposition | T | to |
| W | a helping verb (would, didn’t) | R | an adverb that may stand before a verb |
| K | that, because, but | & | and |
| U | it, him, them | E | the end of a sentence |
| L | hundreds, dozens | J | there |
| Q | a comma | | |
| O | everything else | | |
"""

from __future__ import annotations

from lint.late import late
from lint.lexicon.lemmas import IRREGULAR, Lemmas, open_lemmas
from lint.lexicon.names import open_names
from lint.lexicon.words import open_words
from lint.recent import Recent

_FIXED = {
    "D": "the these those some many several few all both most other numerous various certain "
    "our my your his her their its",
    "S": "a an this each every another one either neither",
    "N": "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety",
    "B": "is was has does isn't wasn't hasn't doesn't",
    "I": "of in on at for from over about with against by into between among under behind near "
    "across inside outside around within towards beneath above below",
    "T": "to",
    "W": "would could should must cannot can can't couldn't wouldn't shouldn't won't will may "
    "might mustn't didn't doesn't don't did",
    "R": "also still now often already always never probably reportedly usually currently clearly "
    "again soon rarely seldom",
    "K": "that because although though whether if while unless but where when said ;",
    "Q": ",",
    "&": "and",
    "U": "it him them us me himself herself itself themselves",
    "O": "such i you he she we they who which what where when how why there here then than as or "
    "nor not so do have had are were be been being am no any none much more less least only just "
    "even ever very too out up down off back away once after before during since until till "
    "without telecoms through along like per via plus mr mrs ms dr sir "
    "plenty half part rest news means series species headquarters works barracks "
    "crossroads politics economics maths mathematics athletics gymnastics statistics ethics "
    "physics electronics logistics aerobics mechanics diabetes measles rabies bias lens gas "
    "shambles corps premises gallows innings odds whereabouts mumps draughts darts billiards "
    "media data bacteria agenda yours hers ours theirs sometimes always perhaps overseas besides "
    "others sports arts arms times us yes thus minus pros cons "
    "rights operations communications systems",
    "L": "thousands hundreds millions billions trillions tens dozens scores lots",
    "J": "there",
    "P": "talks troops earnings savings goods clothes thanks proceeds",
    "E": ". ! ? \n : …",
}  # fmt: skip
_PLURALS_WITH_A_CAPITAL = frozenset(
    "Republicans Democrats Conservatives Tories Liberals Muslims Christians Jews Catholics "
    "Protestants Sunnis Shias Kurds Arabs".split()
)
# Plurals that, with a capital, name one team, firm or work.
_TEAMS = frozenset(
    "wolves hearts spurs saints blues reds rangers giants lions eagles bears tigers hawks wasps "
    "sharks bulls kings magpies hornets canaries foxes rams owls blades gunners royals chiefs "
    "warriors dragons scarlets ospreys boots friends lords commons springboks "
    "allies sources".split()
)
_A_SURNAME = 5
_REMEMBERED = 20_000
_MANY = frozenset(IRREGULAR)
_YEAR = late(r"(?:1[5-9]|20)\d\d(?:-\d\d)?")
_SURE_NOUN, _SURE_VERB = 3, 6  # how much oftener, as a binary logarithm
_SELDOM = 2


def _fixed() -> dict[str, str]:
    found: dict[str, str] = {}
    for letter, words in _FIXED.items():
        for word in words.replace("\n", " \n ").split(" "):
            if word:
                found[word] = letter
    return found


_WORDS = _fixed()


class Classes(Recent[str, str]):
    """The class of each word as it is written; worked out when a word is met.

    Apostrophes are straight.
    """

    def __init__(self) -> None:
        super().__init__(self._class_of, _REMEMBERED)
        self.lemmas: Lemmas = open_lemmas()

    def opening(self, word: str) -> str:
        """The class of a word with a capital that opens a sentence."""
        plain = word.lower()
        if self[plain] == "N":
            return "N"
        if plain in _TEAMS or not open_words().known(plain):
            return "C"
        if open_names().surname(plain) >= _A_SURNAME:
            return "C"
        found = self[plain]
        return found

    def _class_of(self, word: str) -> str:
        fixed = _WORDS.get(word)
        if fixed is not None:
            return fixed
        if word[0].isdigit():
            return "O" if _YEAR.fullmatch(word) else "N"
        if not word[0].isalpha():
            return "O"
        if word.endswith(("'s", "s'")):
            return "O" if word.lower() in _CONTRACTED else "G"
        if word[0].isupper():
            return self._capitalised(word)
        return self._plain(word)

    @staticmethod
    def _capitalised(word: str) -> str:
        if word in _PLURALS_WITH_A_CAPITAL:
            return "H"
        folded = word.lower()
        if folded in _WORDS:
            return "O"
        if folded.endswith("ans") and open_names().demonym(folded[:-1]):
            return "H"
        return "C"

    def _plain(self, word: str) -> str:
        if "-" in word:  # the last part says what it is: vice-presidents, four-year
            last = word.rpartition("-")[2]
            return {"P": "P", "M": "M", "A": "A", "N": "N"}.get(self[last] if last else "O", "O")
        lemmas = self.lemmas
        as_it_is = lemmas.noun(word)
        singular = lemmas.singular_of(word)
        if singular in _MANY and word not in _MANY:
            return "O"  # mens rea
        if singular and lemmas.noun(singular) > as_it_is:
            return self._in_s(word, lemmas.noun(singular))
        if (verb := lemmas.verb_of(word)) and not as_it_is:
            return "V" if lemmas.verb(verb) > _SELDOM else "O"
        if word.endswith("s") and not word.endswith("ss") and as_it_is:
            return "O"  # glasses, customs: one or many
        if lemmas.adjective(word) >= max(as_it_is, 1):
            return "A" if lemmas.verb(word) < lemmas.adjective(word) + 3 else "O"
        if word.endswith("ly") and lemmas.is_adverb(word):
            return "R"
        if as_it_is:
            return "M" if lemmas.verb(word) - as_it_is < _SURE_NOUN else "O"
        return "O"

    def _in_s(self, word: str, noun: int) -> str:
        verb = self.lemmas.verb(self.lemmas.verb_of(word))
        if not verb or (noun - verb >= _SURE_NOUN and verb <= _SELDOM):
            return "P"
        return "V" if (noun <= 1 and verb >= _SURE_VERB) or verb - noun >= _SURE_VERB else "X"


_CONTRACTED = frozenset(
    "it's he's she's that's there's who's what's here's where's how's let's one's when's".split()
)
