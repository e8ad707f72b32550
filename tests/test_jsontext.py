"""JSON is read as ``json`` reads it."""

from __future__ import annotations

import json
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint import jsontext

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@given(VALUES, st.booleans(), st.sampled_from([None, 1]))
def test_what_json_wrote_is_read(value: object, ascii_only: bool, indent: int | None) -> None:
    text = json.dumps(value, ensure_ascii=ascii_only, indent=indent)
    assert jsontext.loads(text) == json.loads(text) == value
    assert jsontext.loads(f" \n{text}\t\r".encode("utf-8", "surrogatepass")) == value


def test_no_number_is_read_as_ever() -> None:
    assert math.isnan(jsontext.loads("[NaN]")[0])
    assert jsontext.loads("[Infinity, -Infinity]") == [math.inf, -math.inf]


BROKEN = ["", " ", "{", "[1,", '{"a" 1}', "[1] 2", "'a'", "nul", '"a', '"\n"', "01", "\ufeff1"]


@pytest.mark.parametrize("text", BROKEN)
def test_what_is_no_json_is_refused(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for scan in (jsontext._scan, None):
        monkeypatch.setattr(jsontext, "_scan", scan)
        with pytest.raises(ValueError, match=r"\w"):
            jsontext.loads(text)
    with pytest.raises(ValueError, match=r"\w"):
        jsontext.loads(b"\xff")


def test_too_deep_is_told_as_ever() -> None:
    with pytest.raises(RecursionError):
        jsontext.loads("[" * 100_000)


def test_a_python_without_the_scanner_reads_it_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jsontext, "_scan", None)
    assert jsontext.loads(b'{"a": [1, null]}') == {"a": [1, None]}
