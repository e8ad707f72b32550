"""What was observed is held packed, and comes back as it was."""

from __future__ import annotations

import gc

from hypothesis import given
from hypothesis import strategies as st

from lint.checks.base import Observation
from lint.finding import Excerpt, Site
from lint.shells.seen import BATCH, Seen
from lint.span import Position, Span

_DATA = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text() | st.floats(allow_nan=False),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=6,
)


def observation(number: int, data: object = None, text: str = "Kyiv") -> Observation:
    end = number + len(text)
    line = Excerpt(f"In {text} it was dry.", 3, 3 + len(text))
    start, stop = Position(number + 1, 4), Position(number + 1, 8)
    site = Site(f"{number}.txt", Span(number, end), start, stop, text, line, "in | it was")
    return Observation(site, data)


@given(st.lists(st.tuples(st.sampled_from("abc"), _DATA, st.text()), max_size=30))
def test_each_rule_has_its_observations_in_order_and_as_they_were(
    told: list[tuple[str, object, str]],
) -> None:
    seen, plain = Seen(), dict[str, list[Observation]]()
    filler = [observation(number) for number in range(BATCH // 10)]
    for number, (rule, data, text) in enumerate(told):
        own = [observation(number, data, text), *filler]
        seen.add({rule: own})
        plain.setdefault(rule, []).extend(own)
    assert dict(seen) == plain
    assert seen.get("no rule", ()) == ()
    for rule, own in plain.items():
        made = seen[rule][0]
        assert type(made) is Observation
        assert [type(part) for part in made.site] == [type(part) for part in own[0].site]


def test_no_more_than_a_batch_is_ever_loose() -> None:
    seen = Seen()
    for number in range(3 * BATCH):
        seen.add({"a": [observation(number)], "b": (observation(number),)})
        assert seen.loose < BATCH
    assert len(seen["a"]) == len(seen["b"]) == 3 * BATCH


def test_observations_that_are_added_do_not_stay_in_memory_as_objects() -> None:
    seen = Seen()
    for number in range(4 * BATCH):
        seen.add({"a": [observation(number)]})
    gc.collect()
    assert sum(isinstance(each, Observation) for each in gc.get_objects()) < 2 * BATCH
