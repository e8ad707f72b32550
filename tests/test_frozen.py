"""Frozen classes: what a frozen data class would do."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass, field, fields, replace
from functools import cached_property
from typing import ClassVar

import pytest

from lint.checks.base import option
from lint.frozen import Frozen
from lint.frozen import replace as own_replace
from lint.late import late
from tests.conftest import ROOT


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


def test_a_data_class_may_have_the_fields_of_a_frozen_one() -> None:
    @dataclass(frozen=True)
    class City:
        name: str = option("what it is called")
        twins: tuple[str, ...] = option("its twins", default=())

    assert City("Leeds") == City(name="Leeds", twins=())
    assert fields(City)[0].metadata["doc"] == "what it is called"


def test_a_frozen_class_may_add_fields_to_another() -> None:
    class City(Town):
        mayor: str = ""

    city = City("Leeds", mayor="Ann")
    assert [each.name for each in fields(City)] == ["name", "people", "streets", "mayor"]
    assert [each.name for each in fields(Town)] == ["name", "people", "streets"]
    assert own_replace(city, people=8) == City("Leeds", 8, {}, "Ann")


def test_fields_are_told_though_nobody_had_imported_dataclasses() -> None:
    code = """
import sys
from lint.frozen import Frozen, field
class Town(Frozen):
    name: str = field(metadata={"doc": "what it is called"})
    streets: dict = field(default_factory=dict)
    people: int = 8
assert "dataclasses" not in sys.modules and "inspect" not in sys.modules
import dataclasses
name, streets, people = dataclasses.fields(Town)
assert dataclasses.is_dataclass(Town) and dataclasses.asdict(Town("Leeds"))["people"] == 8
assert name.metadata["doc"] and name.default is dataclasses.MISSING and name.type == "str"
assert streets.default_factory is dict and people.default == 8 == Town.people
"""
    header = "from __future__ import annotations\n"
    subprocess.run([sys.executable, "-c", header + code], check=True, cwd=ROOT)
