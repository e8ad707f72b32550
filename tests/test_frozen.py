"""Frozen classes: what a frozen data class would do."""

from __future__ import annotations

from dataclasses import field, fields, replace
from functools import cached_property
from typing import ClassVar

import pytest

from lint.frozen import Frozen
from lint.late import late


class Town(Frozen):
    name: str
    people: int = 0
    streets: dict[str, int] = field(default_factory=dict)
    KIND: ClassVar[str] = "town"

    @cached_property
    def shout(self) -> str:
        return self.name.upper()


def test_fields_are_given_in_order_or_by_name() -> None:
    assert Town("Leeds", 8) == Town(people=8, name="Leeds")
    assert Town("Leeds").people == 0
    assert Town("Leeds").streets is not Town("Leeds").streets
    assert [each.name for each in fields(Town)] == ["name", "people", "streets"]


def test_it_does_not_change() -> None:
    town = Town("Leeds")
    with pytest.raises(AttributeError, match="does not change"):
        town.name = "York"  # type: ignore[misc]
    with pytest.raises(AttributeError):
        del town.name
    assert replace(town, name="York") == Town("York")
    assert town.shout == "LEEDS"


def test_equal_fields_make_equal_hashes() -> None:
    class City(Frozen):
        name: str

    class Port(Frozen):
        name: str

    assert hash(City("Hull")) == hash(City("Hull"))
    assert City("Hull") != Port("Hull")
    assert repr(City("Hull")) == "City(name='Hull')"


@pytest.mark.parametrize(
    ("values", "named"),
    [((), {}), (("a", 1, {}, 2), {}), (("a",), {"name": "b"}), (("a",), {"mayor": "b"})],
)
def test_wrong_fields_are_refused(values: tuple[object, ...], named: dict[str, object]) -> None:
    with pytest.raises(TypeError, match="Town"):
        Town(*values, **named)  # type: ignore[arg-type]


def test_an_expression_is_compiled_when_it_is_asked() -> None:
    expression = late("([")
    with pytest.raises(Exception, match="unterminated"):
        expression.search("x")
    found = late(r"(\d)(\d)").search("a12")
    assert found is not None
    assert found.groups() == ("1", "2")
