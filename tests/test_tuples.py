"""Named tuples: what those of ``typing`` would do."""

from __future__ import annotations

import copy
import pickle
from typing import Generic, TypeVar
from typing import NamedTuple as Usual

import pytest

from lint.tuples import NamedTuple

Value = TypeVar("Value")


class Town(NamedTuple):
    """A town."""

    name: str
    people: int = 0
    streets: tuple[str, ...] = ()

    @property
    def shout(self) -> str:
        return self.name.upper()

    @classmethod
    def empty(cls, name: str) -> Town:
        return cls(name)


class UsualTown(Usual):
    name: str
    people: int = 0
    streets: tuple[str, ...] = ()


class Found(NamedTuple, Generic[Value]):
    what: Value


def test_fields_are_given_in_order_or_by_name() -> None:
    assert Town("Leeds", 8) == Town(people=8, name="Leeds") == ("Leeds", 8, ())
    assert Town.empty("Leeds").people == 0
    assert Town("Leeds").shout == "LEEDS"
    assert Found[int](3).what == 3


@pytest.mark.parametrize("name", ["_fields", "_field_defaults", "__match_args__"])
def test_the_class_tells_its_fields_as_the_usual_one_does(name: str) -> None:
    assert getattr(Town, name) == getattr(UsualTown, name)


def test_what_is_wrong_is_refused_the_first_time_too() -> None:
    class Fresh(NamedTuple):
        name: str

    with pytest.raises(TypeError):
        Fresh()  # type: ignore[call-arg]
    with pytest.raises(TypeError):
        Fresh("Leeds", 8)  # type: ignore[call-arg]
    with pytest.raises(TypeError):
        Fresh(town="Leeds")  # type: ignore[call-arg]
    assert Fresh("Leeds").name == "Leeds"


def test_it_does_not_change() -> None:
    town = Town("Leeds")
    with pytest.raises(AttributeError):
        town.name = "York"  # type: ignore[misc]
    with pytest.raises(AttributeError):
        town.mayor = "Ann"  # type: ignore[attr-defined]
    assert town._replace(name="York") == Town("York")
    with pytest.raises(ValueError, match="mayor"):
        town._replace(mayor="Ann")  # type: ignore[call-arg]


def test_it_is_made_of_a_row_of_values_told_and_taken_apart() -> None:
    town = Town._make(["Leeds", 8, ("Briggate",)])
    assert town._asdict() == {"name": "Leeds", "people": 8, "streets": ("Briggate",)}
    assert repr(town) == "Town(name='Leeds', people=8, streets=('Briggate',))"
    with pytest.raises(TypeError):
        Town._make(["Leeds"])
    match town:
        case Town(name, people):
            assert (name, people) == ("Leeds", 8)


def test_it_survives_a_copy_and_a_journey_to_another_process() -> None:
    town = Town("Leeds", 8)
    for other in (copy.copy(town), copy.deepcopy(town), pickle.loads(pickle.dumps(town))):
        assert other == town
        assert type(other) is Town


def test_a_class_may_add_methods_to_another() -> None:
    class City(Town):
        def bells(self) -> int:
            return len(self.name)

    assert City("Leeds").bells() == 5
    assert isinstance(City("Leeds"), Town)


def test_a_field_without_a_default_follows_none_that_has_one() -> None:
    with pytest.raises(TypeError, match="without a default"):

        class Mixed(NamedTuple):
            name: str = ""
            people: int  # type: ignore[misc]
