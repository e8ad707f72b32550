"""Words that stand before names and are no part of them, and words that only open sentences.

All are folded: small letters, no accents, no full stops.
"""

from __future__ import annotations

TITLES = frozenset(
    """
    mr mrs ms miss mx messrs mme dr prof professor sir dame lord lady baroness baron viscount earl
    duke duchess count countess king queen prince princess emperor sultan emir sheikh shah pope
    cardinal archbishop bishop rev reverend father sister brother rabbi imam ayatollah mullah
    president premier chancellor minister secretary senator congressman congresswoman rep
    representative speaker leader mp msp mep cllr councillor governor mayor ambassador envoy
    commissioner chairman chairwoman chief judge justice gen general lt lieutenant col colonel maj
    major capt captain sgt sergeant cpl corporal pte private admiral commander marshal constable
    inspector superintendent sen gov hon comrade coach skipper detective pc det insp supt
    """.split()
)
# Titles before which other words of a run belong to something else (European Commission
# President Barroso); the rest are also surnames (Billie Jean King).
PARTING = frozenset(
    """
    mr mrs ms miss messrs mme dr prof professor sir dame baroness viscount duchess countess
    princess archbishop president premier chancellor minister secretary senator congressman
    congresswoman councillor cllr governor mayor ambassador commissioner chairman chairwoman
    sgt sergeant colonel lieutenant admiral constable inspector superintendent detective
    """.split()
)
# What stands before a title and belongs to it (Foreign Secretary, Deputy Prime Minister).
RANKS = frozenset(
    """
    prime foreign home vice deputy chief shadow interior finance defence defense health education
    culture trade transport justice environment energy attorney general first former acting
    interim assistant senior junior lord lady junior brigadier major lieutenant rear field wing
    crown grand district high tory labour republican democratic democrat
    """.split()
)
# Words that may open a sentence, a line in title case or a run, and are no part of a name.
LEADERS = frozenset(
    """
    a about above across after again against all along also although am among amid an and another
    any are as asked at back because before behind being below beside besides between beyond both
    but by can could dear despite did do does down during each earlier either even ever every
    everyone few following for formerly former from given had has have having he her here hers his
    how however i if in indeed inside instead into is it its just last late later least less like
    many may maybe me meanwhile might more moreover most much must my near nearly neither never
    nevertheless next no nobody none nor not nothing now of off often on once one only onto or
    other others otherwise our ours out outside over own per perhaps rather recently several shall
    she should since so some somebody someone something sometimes soon still such than that the
    their theirs them then there therefore these they this those though through throughout thus
    till to today together tomorrow tonight too toward towards two under unless unlike until up
    upon us very via was we well were what whatever when whenever where whereas wherever whether
    which while who whoever whole whom whose why will with within without would yes yesterday yet
    you your yours
    """.split()
)
DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday "
    "january february september october november december".split()
)
SALUTES = frozenset("mr mrs ms miss messrs mme dr sir dame".split())  # a name follows, always
