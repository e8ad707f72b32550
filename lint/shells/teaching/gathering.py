"""Articles to one long run of numbered words, kept in files, each paragraph once."""

from __future__ import annotations

import hashlib
import zlib
from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from lint.article import Article, Block
from lint.context.page import EDGE
from lint.context.tokens import HEADLINE, PAD, READ, sentences

FOLDS = 4
COUNTS, CLEAN, SLIPS, LATER = 0, 1, 2, 3  # what an article teaches
_SHOUTED = 0.6  # of the letters of a block: what is all capitals teaches nothing


@dataclass(slots=True)
class Text:
    """Everything gathered: words and flags by place, where articles begin, their folds.

    The words have provisional numbers (0 and 1 are boundaries), ``spelt`` gives them back.
    ``roles`` say what articles teach: :data:`COUNTS` only, :data:`CLEAN`
    text as well, or also :data:`SLIPS` that are put into them. Those for :data:`LATER` stand
    last: they are counted when all else is done, and nothing is learnt from them before.
    """

    words: NDArray[np.uint32]
    flags: NDArray[np.uint8]
    starts: NDArray[np.int64]
    folds: NDArray[np.int8]
    roles: NDArray[np.int8]
    spelt: list[str]

    @property
    def early(self) -> int:
        """How many places are not for later."""
        later = np.flatnonzero(self.roles == LATER)
        return int(self.starts[later[0]]) if len(later) else len(self.words)

    def articles(self, fold: int, role: int) -> Iterator[tuple[int, int]]:
        """The ranges of the articles of a fold that have a role."""
        ends = np.append(self.starts[1:], len(self.words))
        for at in np.flatnonzero((self.folds == fold) & (self.roles == role)):
            yield int(self.starts[at]), int(ends[at])

    def fold_of_places(self) -> NDArray[np.int8]:
        """The fold of each place."""
        ends = np.append(self.starts[1:], len(self.words))
        result: NDArray[np.int8] = np.repeat(self.folds, ends - self.starts)
        return result


@dataclass(slots=True)
class Gatherer:
    """Takes articles one at a time; a paragraph that stood before is passed over."""

    numbers: dict[str, int] = field(default_factory=lambda: {"<s>": 0, "<h>": 1})
    _words: array[int] = field(default_factory=lambda: array("I"))
    _flags: array[int] = field(default_factory=lambda: array("B"))
    _starts: list[int] = field(default_factory=list)
    _folds: list[int] = field(default_factory=list)
    _roles: list[int] = field(default_factory=list)
    _seen: set[bytes] = field(default_factory=set)

    def take(self, article: Article, role: int = SLIPS) -> None:
        """Add an article; those for later after all others."""
        start = len(self._words)
        self._words.extend([0] * EDGE)
        self._flags.extend([0] * EDGE)
        last = 0
        for block in article.blocks:
            if block.kind in READ and self._is_new(article, block):
                last = self._block(article.prose, block, last)
        if len(self._words) == start + EDGE:
            del self._words[start:], self._flags[start:]
            return
        self._words.extend([0] * EDGE)
        self._flags.extend([0] * EDGE)
        self._starts.append(start)
        self._folds.append(zlib.crc32(article.prose.encode("utf-8", "replace")) % FOLDS)
        self._roles.append(role)

    def _is_new(self, article: Article, block: Block) -> bool:
        text = article.text(block)
        letters = sum(map(str.isalpha, text))
        if not letters or sum(map(str.isupper, text)) > _SHOUTED * letters:
            return False
        digest = hashlib.blake2b(
            " ".join(text.split()).encode("utf-8", "replace"), digest_size=8
        ).digest()
        if digest in self._seen:
            return False
        self._seen.add(digest)
        return True

    def _block(self, prose: str, block: Block, last: int) -> int:
        numbers, words, flags = self.numbers, self._words, self._flags
        for sentence in sentences(prose, block):
            edge = 1 if sentence[0].flags & HEADLINE else 0
            if edge != last:
                words.extend([edge] * PAD)
                flags.extend([0] * PAD)
                last = edge
            for token in sentence:
                words.append(numbers.setdefault(token.text, len(numbers)))
                flags.append(token.flags)
            words.extend([edge] * PAD)
            flags.extend([0] * PAD)
        return last

    @property
    def size(self) -> int:
        """How many places have been gathered."""
        return len(self._words)

    def text(self) -> Text:
        """Everything gathered so far."""
        return Text(
            np.frombuffer(self._words, np.uint32).copy(),
            np.frombuffer(self._flags, np.uint8).copy(),
            np.array(self._starts, np.int64),
            np.array(self._folds, np.int8),
            np.array(self._roles, np.int8),
            list(self.numbers),
        )


def saved(text: Text) -> dict[str, Any]:
    """The arrays of a text, to be kept between two goes."""
    letters = "\n".join(text.spelt).encode()
    return {
        "words": text.words, "flags": text.flags, "starts": text.starts, "folds": text.folds,
        "roles": text.roles, "spelt": np.frombuffer(letters, np.uint8),
    }  # fmt: skip


def restored(arrays: Any) -> Text:
    """A text from its arrays."""
    spelt = bytes(arrays["spelt"]).decode().split("\n")
    return Text(arrays["words"], arrays["flags"], arrays["starts"], arrays["folds"],
                arrays["roles"], spelt)  # fmt: skip
