"""A simple finder of subjects: the number of what a verb at each place would agree with."""

from __future__ import annotations

from collections.abc import Sequence

from lint.context.parts import (
    BREAK,
    COORDINATOR,
    DETERMINER,
    JOINED,
    NOUN,
    OWN,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    VERB,
)


def subjects(
    roles: Sequence[int], numbers: Sequence[int]
) -> tuple[list[int], list[int], list[int]]:
    """For each place what stands before it: the number of the head of the nearest clause (0:
    none, 1 singular, 2 plural, 3 two joined by “and”), that of the nearest noun, and how many
    words ago the head stood (to 20).

    A head is the last noun of a noun phrase outside prepositions: “the cost of the repairs”
    is singular. Relative clauses agree with the noun before them.
    """
    heads, nearest, ages = [], [], []
    head = near = age = 0
    inside = joining = after_verb = False
    for role, number in zip(roles, numbers, strict=True):
        heads.append(head)
        nearest.append(near)
        ages.append(min(age, 20))
        age += 1
        if role == NOUN:
            near = number
            if joining and head and not inside:
                head, age = JOINED, 0
            elif not inside:
                head, age = number, 0
                after_verb = False
        elif role == PREPOSITION:
            inside = inside or head != 0
        elif role == PRONOUN:
            head, near, age, inside, joining = number, number, 0, False, False
        elif role == VERB:
            after_verb = True
            inside = joining = False
        elif role == COORDINATOR:
            joining = not after_verb and not inside
        elif role == RELATIVE:
            if near and not after_verb:
                head = near if not inside else head
            inside = joining = False
        elif role == BREAK:
            inside = joining = False
            near = 0
        elif role == OWN:
            near = 0
        elif role == DETERMINER and after_verb:
            head, inside, after_verb = 0, False, False
    return heads, nearest, ages
