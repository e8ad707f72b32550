"""A model’s file: what was packed comes back; what is broken says so."""

from __future__ import annotations

from pathlib import Path

import pytest

np = pytest.importorskip("numpy")

from lint.context.model import ContextError, open_model  # noqa: E402
from lint.context.storing import MAGIC, VERSION, Damaged, is_whole, packed, unpacked  # noqa: E402

_ARRAYS = {"small": np.arange(5, dtype=np.int8), "table": np.ones((3, 4), np.float32)}


def _file(folder: Path, raw: bytes) -> str:
    path = folder / "house.context"
    path.write_bytes(raw)
    return str(path)


def test_what_was_packed_comes_back(tmp_path: Path) -> None:
    path = _file(tmp_path, packed({"name": "ours", "language": "en-GB"}, _ARRAYS))
    about, arrays = unpacked(path)
    assert about["name"] == "ours"
    assert {name: array.tolist() for name, array in arrays.items()} == {
        name: array.tolist() for name, array in _ARRAYS.items()
    }
    assert is_whole(path)


def test_the_same_is_packed_to_the_same_bytes() -> None:
    assert packed({"b": 1, "a": 2}, _ARRAYS) == packed({"a": 2, "b": 1}, _ARRAYS)


@pytest.mark.parametrize("kept", [0, 10, len(MAGIC) + 3, len(MAGIC) + 20, -8, -1])
def test_a_file_cut_short_is_known(tmp_path: Path, kept: int) -> None:
    path = _file(tmp_path, packed({"name": "ours"}, _ARRAYS)[:kept])
    with pytest.raises(Damaged):
        unpacked(path)


def test_a_changed_byte_is_known_when_all_are_looked_at(tmp_path: Path) -> None:
    raw = bytearray(packed({"name": "ours"}, _ARRAYS))
    raw[-3] ^= 255
    assert not is_whole(_file(tmp_path, bytes(raw)))


def test_another_version_is_told(tmp_path: Path) -> None:
    raw = packed({"name": "ours"}, _ARRAYS).replace(f'"version":{VERSION}'.encode(), b'"version":9')
    with pytest.raises(Damaged, match="version 9"):
        unpacked(_file(tmp_path, raw))


def test_another_language_is_told(tmp_path: Path) -> None:
    path = _file(tmp_path, packed({"name": "ours", "language": "cy"}, _ARRAYS))
    with pytest.raises(ContextError, match="is for cy"):
        open_model(path)


def test_a_model_without_its_parts_names_the_file_and_the_way_out(tmp_path: Path) -> None:
    path = _file(tmp_path, packed({"name": "ours", "language": "en-GB"}, _ARRAYS))
    with pytest.raises(ContextError, match=r"house\.context.*copydesk learn context"):
        open_model(path)


def test_no_file_and_no_model_are_told(tmp_path: Path) -> None:
    with pytest.raises(ContextError, match="cannot be read"):
        open_model(str(tmp_path / "nothing"))
    with pytest.raises(ContextError, match="no context model"):
        open_model(_file(tmp_path, b"a letter to the editor\n" * 9))
    with pytest.raises(ContextError):
        open_model(str(tmp_path))
