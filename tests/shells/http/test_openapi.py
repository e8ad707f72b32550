"""The description of the service says what the service does."""

from __future__ import annotations

import json
from importlib import import_module
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis.errors import Unsatisfiable

from lint.shells.http.openapi import document
from tests.shells.http.running import Running

schemathesis = pytest.importorskip("schemathesis", reason="the extra “clients” is not installed")

_TAKEN = import_module("schemathesis.specs.openapi.checks").positive_data_acceptance
_EXAMPLES = 15
_SCHEMA = schemathesis.openapi.from_dict(json.loads(document()))
OPERATIONS = {
    f"{result.ok().method.upper()} {result.ok().path}": result.ok()
    for result in _SCHEMA.get_all_operations()
}


MODES = (schemathesis.GenerationMode.POSITIVE, schemathesis.GenerationMode.NEGATIVE)


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("operation", sorted(OPERATIONS))
def test_every_answer_to_what_may_and_may_not_be_sent_is_as_described(
    service: Running, operation: str, mode: Any
) -> None:
    """No failure, no status, type or body that is not described, no wrong data that is taken."""
    address = f"http://127.0.0.1:{service.port}"

    @settings(
        max_examples=_EXAMPLES, deadline=None, derandomize=True, database=None,
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    @given(case=OPERATIONS[operation].as_strategy(generation_mode=mode))
    def holds(case: Any) -> None:
        # What no schema can say: names that differ, rules that there are, either text or data.
        case.call_and_validate(base_url=address, excluded_checks=[_TAKEN])

    try:
        holds()
    except Unsatisfiable:
        pytest.skip("nothing wrong can be sent here")


def test_every_route_is_described_and_no_other(service: Running) -> None:
    from lint.shells.http.routes import Routes

    described = service.get("/openapi.json").json
    assert described["openapi"] == "3.1.0"
    routes = Routes(None).table()  # type: ignore[arg-type]  # only asked what there is
    made = {
        (route.path.replace(":path}", "}"), method.lower())
        for route in routes
        for method in (route.methods or ()) - {"HEAD"}
    }
    told = {(path, method) for path, each in described["paths"].items() for method in each}
    assert made == told


def test_the_versions_agree(service: Running) -> None:
    from lint.version import __version__

    assert service.get("/openapi.json").json["info"]["version"] == __version__
