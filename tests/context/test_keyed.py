"""By what slip of the keys one word is written for another."""

from __future__ import annotations

import pytest

pytest.importorskip("numpy")

from lint.shells.teaching.choosing import keyed


@pytest.mark.parametrize(
    ("wrong", "right", "slip"),
    [
        ("diary", "dairy", "transposed"),
        ("lose", "loose", "doubled"),
        ("off", "of", "doubled"),
        ("county", "country", "letter-missing"),
        ("country", "county", "letter-extra"),
        ("form", "farm", "letter-wrong"),
        ("land", "and", "first-letter"),
        ("bold", "cold", "first-letter"),
        ("they", "the", "letter-extra"),
        ("the", "they", "letter-missing"),
    ],
)
def test_a_slip_of_the_keys_has_a_name(wrong: str, right: str, slip: str) -> None:
    assert keyed(wrong, right) == slip
