"""What a model knows to arrays of a file, and back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import marisa_trie
import numpy as np
from numpy.typing import NDArray

from lint.context.cloze import Cloze, cloze_arrays, cloze_of
from lint.context.counts import CountTable
from lint.context.knowledge import Choices, Grammar, Knowledge
from lint.context.sixteen import long, short
from lint.context.trees import Trees
from lint.context.vocabulary import Vocabulary

Arrays = Mapping[str, NDArray[Any]]
_TREES = ("column", "threshold", "left", "right", "value")
_NETWORK = "cloze."
_CHOICES = ("inserted", "deleted", "offsets", "targets", "relations")
_GRAMMAR = ("coarse", "number", "role")


def arrays_of(knowledge: Knowledge, trie: marisa_trie.Trie, forests: list[Trees]) -> dict[str, Any]:
    """The arrays of a model, by name."""
    arrays: dict[str, Any] = {
        "words": np.frombuffer(trie.tobytes(), np.uint8),
        "counts": short(knowledge.counts),
        "classes": knowledge.classes.astype(np.int16),
        "pairs": short(knowledge.pairs),
        "runs": knowledge.runs.cells,
    }
    for name in _GRAMMAR:
        arrays[f"grammar.{name}"] = getattr(knowledge.grammar, name)
    for name in _CHOICES:
        arrays[f"choices.{name}"] = getattr(knowledge.choices, name)
    for number, trees in enumerate(forests):
        for name, array in trees_arrays(trees).items():
            arrays[f"trees.{number}.{name}"] = array
    if knowledge.cloze is not None:
        for name, array in cloze_arrays(knowledge.cloze).items():
            arrays[_NETWORK + name] = array
    return arrays


def trees_arrays(trees: Trees) -> dict[str, NDArray[Any]]:
    """The arrays of a forest."""
    arrays = {name: getattr(trees, name) for name in _TREES}
    return {**arrays, "rest": np.array([trees.base, trees.depth, trees.hope])}


def trees_of(arrays: Arrays) -> Trees:
    """A forest from its arrays."""
    base, depth, hope = arrays["rest"].tolist()
    column, threshold, left, right, value = (arrays[name] for name in _TREES)
    return Trees(column, threshold, left, right, value, base, int(depth), hope)


def network_of(arrays: Arrays) -> Cloze:
    """The network of a model."""
    named = {
        name.removeprefix(_NETWORK): array
        for name, array in arrays.items()
        if name.startswith(_NETWORK)
    }
    return cloze_of(named)


def vocabulary_of(arrays: Arrays) -> Vocabulary:
    """The words of a model."""
    trie = marisa_trie.Trie()
    trie.frombytes(arrays["words"].tobytes())
    return Vocabulary(trie)


def knowledge_of(arrays: Arrays) -> Knowledge:
    """What a model knows."""
    return Knowledge(
        long(arrays["counts"]),
        arrays["classes"],
        long(arrays["pairs"]),
        CountTable(arrays["runs"]),
        Grammar(*(arrays[f"grammar.{name}"] for name in _GRAMMAR)),
        Choices(*(arrays[f"choices.{name}"] for name in _CHOICES)),
        network_of(arrays),
    )


def forests_of(arrays: Arrays) -> list[Trees]:
    """The trees of a model: for insertions, deletions and replacements."""
    names = (*_TREES, "rest")
    return [
        trees_of({name: arrays[f"trees.{number}.{name}"] for name in names}) for number in range(3)
    ]
