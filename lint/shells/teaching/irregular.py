"""English forms that no rule makes, and the rules for the others."""

from __future__ import annotations

#: Base, past tense, past participle.
VERBS = tuple(
    tuple(line.split())
    for line in """
    arise arose arisen|awake awoke awoken|bear bore borne|beat beat beaten|become became become
    begin began begun|bend bent bent|bind bound bound|bite bit bitten|bleed bled bled
    blow blew blown|break broke broken|breed bred bred|bring brought brought
    build built built|burn burnt burnt|buy bought bought|catch caught caught
    choose chose chosen|cling clung clung|come came come|creep crept crept
    deal dealt dealt|dig dug dug|draw drew drawn|dream dreamt dreamt
    drink drank drunk|drive drove driven|eat ate eaten|fall fell fallen|feed fed fed
    feel felt felt|fight fought fought|find found found|flee fled fled|fly flew flown
    forbid forbade forbidden|forecast forecast forecast|foresee foresaw foreseen
    forget forgot forgotten|forgive forgave forgiven|freeze froze frozen|get got got
    give gave given|go went gone|grind ground ground|grow grew grown|hang hung hung
    hear heard heard|hide hid hidden|hold held held|keep kept kept|kneel knelt knelt
    know knew known|lay laid laid|lead led led|leap leapt leapt|learn learnt learnt
    leave left left|lend lent lent|lie lay lain|light lit lit|lose lost lost|make made made
    mean meant meant|meet met met|mistake mistook mistaken|overcome overcame overcome
    oversee oversaw overseen|overtake overtook overtaken|overthrow overthrew overthrown
    pay paid paid|prove proved proven|ride rode ridden|ring rang rung|rise rose risen
    run ran run|say said said|see saw seen|seek sought sought|sell sold sold|send sent sent
    shake shook shaken|shine shone shone|shoot shot shot|show showed shown|shrink shrank shrunk
    sing sang sung|sink sank sunk|sit sat sat|sleep slept slept|slide slid slid
    speak spoke spoken|speed sped sped|spend spent spent|spill spilt spilt|spin spun spun
    spring sprang sprung|stand stood stood|steal stole stolen|stick stuck stuck
    strike struck struck|strive strove striven|swear swore sworn|sweep swept swept
    swim swam swum|swing swung swung|take took taken|teach taught taught|tear tore torn
    tell told told|think thought thought|throw threw thrown|undergo underwent undergone
    understand understood understood|undertake undertook undertaken|wake woke woken
    wear wore worn|weave wove woven|weep wept wept|win won won|wind wound wound
    withdraw withdrew withdrawn|withstand withstood withstood|write wrote written
    """.replace("\n", "|").split("|")
    if line.strip()
)
#: Verbs whose past tense and participle are the base itself.
UNCHANGED = frozenset(
    "bet burst cast cost cut hit hurt let put quit read rid set shed shut split spread thrust "
    "broadcast forecast upset".split()
)
NOUNS: tuple[tuple[str, str], ...] = tuple(
    (one, many)
    for one, _, many in (
        pair.partition(" ")
        for pair in "child children|man men|woman women|foot feet|tooth teeth|mouse mice|"
        "goose geese|"
        "wife wives|life lives|knife knives|half halves|shelf shelves|leaf leaves|thief thieves|"
        "wolf wolves|loaf loaves|crisis crises|basis bases|analysis analyses|hypothesis hypotheses|"
        "policeman policemen|policewoman policewomen|fireman firemen|gunman gunmen|"
        "chairman chairmen|"
        "businessman businessmen|businesswoman businesswomen|spokesman spokesmen|"
        "spokeswoman spokeswomen|fisherman fishermen|frenchman frenchmen|englishman englishmen|"
        "criterion criteria|phenomenon phenomena|bacterium bacteria".split("|")
    )
)
_VOWELS = "aeiou"


def with_s(word: str) -> str:
    """The plural of a noun, or the third person of a verb, by rule."""
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return word + "es"
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return word[:-1] + "ies"
    if word in ("go", "do", "echo", "veto", "hero", "tomato", "potato", "volcano", "undergo"):
        return word + "es"
    return word + "s"


def with_ending(word: str, ending: str) -> tuple[str, ...]:
    """A word with ``ed``, ``ing`` or ``er``: one form by rule, or two where the last letter
    may be doubled."""
    if word.endswith("ie") and ending == "ing":
        return (word[:-2] + "ying",)
    if word.endswith("ee"):
        return (word + (ending if ending == "ing" else ending[1:]),)
    if word.endswith("e"):
        return (word[:-1] + ending,)
    if word.endswith("y") and word[-2:-1] not in _VOWELS and ending != "ing":
        return (word[:-1] + "i" + ending,)
    if word.endswith("c"):
        return (word + "k" + ending, word + ending)
    short = len(word) > 2 and word[-1] not in "aeiouwxy" and word[-2] in _VOWELS
    if short and word[-3] not in _VOWELS:
        return (word + word[-1] + ending, word + ending)
    return (word + ending,)
