"""How sure it is that the rarer of two forms is a slip for the usual one."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from lint.checks.agreeing.company import Company
from lint.checks.agreeing.forms import Form
from lint.checks.agreeing.nearness import Edit, coarse, is_ending, is_inflected
from lint.checks.agreeing.standing import Standing

_LONG = 10
_MANY = 3  # doublings of a count; more mentions say no more


def features(
    rare: Form,
    usual: Form,
    known: tuple[Standing, Standing],
    edit: Edit,
    beside: Company,
) -> Mapping[str, float]:
    """What speaks for and against a slip, as numbers by name."""
    one, other = known
    alike = edit in ("doubled", "swapped") or coarse(rare.folded) == coarse(usual.folded)
    found = {
        "always": 1.0,
        f"edit {edit}": 1.0,
        "length": (min(len(rare.folded), _LONG) - 5) / 5,
        "usual often": min(math.log2(len(usual)), _MANY),
        "rare often": min(math.log2(len(rare)), _MANY),
        "rare unknown": float(not one.known),
        "rare unlisted": float(one.weight == 0),
        "rare weight": one.weight / 10,
        "rare printed": one.printed / 10,
        "rare ordinary": float(one.ordinary),
        "rare listed": float(one.listed),
        "usual known": float(other.known),
        "usual weight": other.weight / 10,
        "usual printed": other.printed / 10,
        "last letter": float(rare.folded[:-1] == usual.folded[:-1] or _cut(rare, usual)),
        "first letter": float(rare.folded[0] != usual.folded[0]),
        "inflected": float(is_inflected(rare.folded, usual.folded)),
        "ending": float(is_ending(rare.folded, usual.folded)),
        "ending known": float(is_ending(rare.folded, usual.folded) and one.known),
        "inflected known": float(is_inflected(rare.folded, usual.folded) and one.known),
        "short": float(min(len(rare.folded), len(usual.folded)) < 4),
        "tiny": float(min(len(rare.folded), len(usual.folded)) == 4),
        "person for place": float(
            other.place > 5 and not beside.alone and not beside.same_name and one.place == 0
        ),
        "plural": float(rare.folded.rstrip("s") == usual.folded.rstrip("s")),
        "rare sure": float(any(mention.sure for mention in rare.mentions)),
        "same name": float(beside.same_name),
        "same title": float(beside.same_title),
        "plain title": float(beside.plain_title),
        "clash before": float(beside.clash_before),
        "clash after": float(beside.clash_after),
        "roles": float(beside.roles),
        "kin": float(beside.kin and one.given > 1 and other.given > 1 and not alike),
        "own": float(beside.own),
        "alone": float(beside.alone),
        "beside": float(beside.beside),
        "usual ordinary": float(other.ordinary),
        "usual person": float(max(other.given, other.surname) > 1),
        "of place": float(is_inflected(rare.folded, usual.folded) and other.place > 3),
        "known same": float(beside.same_name and one.known),
    }
    return {name: value for name, value in found.items() if value}


def _cut(rare: Form, usual: Form) -> bool:
    return rare.folded[:-1] == usual.folded or usual.folded[:-1] == rare.folded


def confidence(evidence: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """The logistic of the weighed evidence: 0 to 1."""
    score = sum(weights.get(name, 0.0) * value for name, value in evidence.items())
    return 1 / (1 + math.exp(-score))


def ordered(forms: Sequence[Form], known: Sequence[Standing]) -> tuple[int, int]:
    """Which of two forms is the rarer and which the usual one: by number, then by renown."""

    def rank(place: int) -> tuple[int, int, int]:
        first = forms[place].mentions[0].name.start
        return len(forms[place]), known[place].rank, -first

    return (0, 1) if rank(0) < rank(1) else (1, 0)
