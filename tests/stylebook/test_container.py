"""Parts in one file: what is asked for comes back, and nothing comes from a damaged file."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint.stylebook.container import Container, Damaged, packed

PARTS = {"cards": b"[1, 2]", "names/table": b"", "names/forms": bytes(range(256))}


def test_every_part_comes_back(tmp_path: Path) -> None:
    file = tmp_path / "book.bin"
    file.write_bytes(packed(PARTS))
    container = Container(file)
    assert {name: container[name] for name in container.names()} == PARTS
    assert dict(container.below("names")) == {"table": b"", "forms": bytes(range(256))}
    with pytest.raises(KeyError):
        container["nothing"]


@given(st.data())
def test_a_file_with_a_byte_changed_or_missing_is_refused(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    whole = packed(PARTS)
    at = data.draw(st.integers(0, len(whole) - 1))
    if data.draw(st.booleans()):
        damaged = whole[:at]
    else:
        damaged = whole[:at] + bytes([whole[at] ^ data.draw(st.integers(1, 255))]) + whole[at + 1 :]
    file = tmp_path_factory.mktemp("container") / "book.bin"
    file.write_bytes(damaged)
    with pytest.raises(Damaged):
        Container(file)
