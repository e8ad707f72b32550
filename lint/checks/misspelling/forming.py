"""Words that no dictionary lists but that anybody may form, and words run together."""

from __future__ import annotations

from collections.abc import Iterator

from lint.lexicon.words import WordList

_PREFIXES = tuple(
    "e un re non pre post anti over under mis out co de dis sub super inter multi semi ultra mega "
    "mini micro macro bio cyber eco euro geo neo pro counter extra hyper infra intra mono para "
    "photo poly proto pseudo psycho quasi retro socio tele trans tri uni vice auto afro anglo "
    "audio agro electro ethno hydro immuno nano neuro radio techno thermo turbo up down off on "
    "be fore arch cross kilo milli giga tera crypto narco ortho cardio gastro".split()
)
_ENDINGS = tuple(
    "like less ness wise ish ward wards able ful ship ships hood dom esque fold ed ing er ers "
    "or ors ings ism isms ist ists y ies ier iest ie est ette ettes ise ised ises ising isation "
    "isations ize ized izes izing ization ly ity al ic ian ians ation ations ate ates ated ating "
    "ative".split()
)
_LEAST_STEM = 3
_HEARD = 25  # frequency: a word that at least two articles print
_COMMON_PART = 60  # frequency of either half of a compound
_LEAST_PART = 3
# Small words that are typed on to their neighbour; those that also make compounds are left
# out (in, on, out, up, off, over, under, down, by, all, some, any).
_SMALL_BEFORE = frozenset("the of and that with from was were has had his her their its".split())
_SMALL_AFTER = frozenset(
    "a the of and that with from was were has had is to his it its he she by as are have "
    "for".split()
)
_SPLIT_FREQUENCY = 110  # of the longer of two words run together
_LEAST_SPLIT = 4  # letters of the longer


def is_formed(word: str, words: WordList) -> bool:
    """Whether a word is made by rule from words that are known: unpatched, vlogs, skillset."""
    return is_inflected(word, words) or _is_derived(word, words) or is_compound(word, words)


def is_inflected(word: str, words: WordList) -> bool:
    """Whether it is the regular plural of a known word."""
    if not word.endswith("s") or word.endswith("ss"):
        return False
    stem = word[:-1]
    if len(stem) >= _LEAST_STEM and words.known(stem):
        sibilant = stem.endswith(("s", "x", "z", "ch", "sh"))
        return not sibilant and not (stem.endswith("y") and stem[-2] not in "aeiou")
    if word.endswith("ies"):
        return words.known(word[:-3] + "y")
    return word.endswith("es") and words.known(word[:-2])


def _is_derived(word: str, words: WordList) -> bool:
    for prefix in _PREFIXES:
        rest = word[len(prefix) :]
        if (
            word.startswith(prefix)
            and len(rest) > _LEAST_STEM + (prefix == "e")
            and _heard(rest, words)
        ):
            return True
    return any(
        _heard(stem, words)
        for ending in _ENDINGS
        if word.endswith(ending)
        for stem in _stems(word[: -len(ending)], ending, words)
    )


def _heard(word: str, words: WordList) -> bool:
    return words.frequency(word) >= _HEARD


def _stems(stem: str, ending: str, words: WordList) -> Iterator[str]:
    """What a word may be formed from, where the joint is spelt by rule."""
    if len(stem) < _LEAST_STEM:
        return
    vowel = ending[0] in "aeiouy"
    if not vowel:
        if ending == "ly" and stem.endswith(("ue", "ic", "le")):  # truly, basically, simply
            return
        if ending == "ly" and stem.endswith("l") and words.known(stem + "ly"):  # really
            return
        yield stem
        if stem.endswith("i"):
            yield stem[:-1] + "y"
        return
    if not _needs_double(stem, ending, words) and not stem.endswith("e"):
        yield stem
    yield stem + "e"
    if stem.endswith("i"):
        yield stem[:-1] + "y"
    if len(stem) > _LEAST_STEM and stem[-1] == stem[-2]:
        yield stem[:-1]


def _needs_double(stem: str, ending: str, words: WordList) -> bool:
    """Whether the doubled form is the word: occurred, beginning."""
    return words.known(stem + stem[-1] + ending)


def is_compound(word: str, words: WordList) -> bool:
    """Whether it is two common words in one: bandmate, trackpad."""
    return any(
        words.frequency(word[:place]) >= _COMMON_PART and _part(word[place:], words)
        for place in range(_LEAST_PART, len(word) - _LEAST_PART + 1)
    )


def _part(word: str, words: WordList) -> bool:
    if words.frequency(word) >= _COMMON_PART:
        return True
    return word.endswith("s") and words.frequency(word[:-1]) >= _COMMON_PART


def run_together(word: str, words: WordList) -> tuple[str, str] | None:
    """The two words that were typed without a space between them, where one is a small one."""
    for place in range(1, len(word)):
        one, other = word[:place], word[place:]
        if one in _SMALL_BEFORE and _carries(other, words):
            return one, other
        if other in _SMALL_AFTER and _carries(one, words, len(other) == 1):
            return one, other
    return None


def _carries(word: str, words: WordList, alone: bool = False) -> bool:
    least = _SPLIT_FREQUENCY + 40 * alone
    return len(word) >= _LEAST_SPLIT + alone and words.frequency(word) >= least
