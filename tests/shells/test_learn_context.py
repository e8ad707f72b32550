"""``copydesk learn context``: what it refuses, and, with scikit-learn, a small model."""

from __future__ import annotations

import json
import random
from importlib.util import find_spec
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

pytest.importorskip("numpy")

from lint.context.model import open_model
from lint.readers import read_article
from lint.reading import Reading
from lint.shells.cli import main

_WHO = "the minister|the ministers|a spokesman|officials|the council|local teachers|she|they"
_DOES = {"s": "asks|plays|opens|has opened|is asking", "": "ask|play|open|have opened|are asking"}
_WHAT = (
    "for a new report on the school|the school in the city|a raft of measures for the town|"
    "to the people of the town|a series of meetings with the owners|at the end of the month"
)
_SLIPSHOD = 4  # a story of the part that is kept apart
_PLURAL = frozenset("the ministers|officials|local teachers|they".split("|"))


def _story(seed: int) -> dict[str, str]:
    chance = random.Random(seed)
    sentences = []
    for _ in range(40):
        who = chance.choice(_WHO.split("|"))
        does = chance.choice(_DOES["" if who in _PLURAL else "s"].split("|"))
        what = chance.choice(_WHAT.split("|"))
        sentences.append(f"{who.capitalize()} {does} {what} on day {chance.randrange(10**6)}.")
    if seed == _SLIPSHOD:
        sentences = [s.replace("raft of", "raft").replace("series of", "series") for s in sentences]
    body = "\n\n".join(" ".join(sentences[at : at + 2]) for at in range(0, 40, 2))
    return {"headline": f"Story {seed}", "body": body}


def _archive(folder: Path, stories: int) -> str:
    path = folder / "stories.jsonl"
    path.write_text(
        "\n".join(json.dumps(_story(seed)) for seed in range(stories)), encoding="utf-8"
    )
    return str(path)


def _learn(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["learn", "context", *arguments])


def test_a_small_archive_is_refused_and_nothing_is_left_behind(tmp_path: Path) -> None:
    output = tmp_path / "house.context"
    result = _learn(_archive(tmp_path, 3), "-o", str(output))
    assert result.exit_code == 2
    assert "too few" in result.output
    assert [path.name for path in tmp_path.iterdir()] == ["stories.jsonl"]


def test_another_language_is_refused(tmp_path: Path) -> None:
    output = str(tmp_path / "house.context")
    result = _learn(_archive(tmp_path, 1), "-o", output, "--language", "cy")
    assert result.exit_code == 2
    assert "only English" in result.output


def _stands_in(archive: str, line: str) -> bool:
    """Whether the words of an example before and after its edit are those of one story."""
    before, _, rest = line[8:].partition("[")
    edit, _, after = rest.partition("]")
    old = edit.split(" → ")[0] if edit.count(" → ") else ""
    said = " ".join(f"{before} {old} {after}".split())
    copy = Path(archive).read_text(encoding="utf-8").replace("\\n", " ")
    return said.replace(" .", ".") in " ".join(copy.split())


@pytest.mark.skipif(find_spec("sklearn") is None, reason="scikit-learn is not installed")
def test_a_model_is_learnt_and_found_to_be_the_same_again(tmp_path: Path) -> None:
    archive = _archive(tmp_path, 500)
    first, second = tmp_path / "first.context", tmp_path / "second.context"
    for output in (first, second):
        result = _learn(archive, "-o", str(output), "--name", "ours")
        assert result.exit_code == 0, result.output
        assert "1 alarms" in result.output
        _, doubted = result.output.split("doubts most")
        examples = [line for line in doubted.splitlines() if "[" in line]
        assert 0 < len(examples) <= 10
        assert any("[of]" in line for line in examples)
        assert all(_stands_in(archive, line) for line in examples)
    assert first.read_bytes() == second.read_bytes()
    article = read_article("Story\n\nThe council opens a raft measures for the town on day 3.", "-")
    doubts = open_model(str(first)).doubts(Reading(article), 0.0001)
    assert "of " in [doubt.write for doubt in doubts]


@pytest.mark.skipif(find_spec("sklearn") is not None, reason="scikit-learn is installed")
def test_without_scikit_learn_the_way_to_it_is_told_and_work_is_kept(tmp_path: Path) -> None:
    output = tmp_path / "house.context"
    result = _learn(_archive(tmp_path, 500), "-o", str(output))
    assert result.exit_code == 2
    assert "copydesk[learn]" in result.output
    assert (tmp_path / "house.context.work" / "text.npz").exists()
