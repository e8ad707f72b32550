"""The corpora as numbers: every word of every article by its number in one vocabulary."""

from __future__ import annotations

import zlib
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from benchmarks.corpora import NAMES, OUT, corpus
from lint.checks.confusion.company import tokens_of
from lint.checks.confusion.keys import EDGE, HYPHENS, STAND_INS, key_of, stand_in
from lint.readers import read_article

_RAREST = 12  # a word met less often than this is known by its ending only
_CACHE = OUT / "confusions-text.npz"


@dataclass(frozen=True)
class Text:
    """All corpora in one row of tokens, in order of corpus and file.

    ``words`` are the keys by number; ``ids`` the tokens, ``capital`` whether each has a capital
    (1 the first letter, 2 all of them), ``hyphen`` whether one joins it to a word beside it,
    ``article`` the number of its article and ``block`` of
    its block; ``corpus`` and ``name`` are by article, and so is ``twin`` (its text stood before).
    """

    words: list[str]
    ids: npt.NDArray[np.int32]
    capital: npt.NDArray[np.int8]
    hyphen: npt.NDArray[np.bool_]
    article: npt.NDArray[np.int32]
    block: npt.NDArray[np.int32]
    corpus: npt.NDArray[np.int8]
    name: list[str]
    twin: npt.NDArray[np.bool_]

    @property
    def half(self) -> npt.NDArray[np.int8]:
        """The half that each article belongs to: 0 to tune on, 1 to report on."""
        return np.array([zlib.crc32(name.encode()) & 1 for name in self.name], np.int8)


def read_text() -> Text:
    """Read the corpora, or what was kept of them."""
    if not _CACHE.exists():
        _keep()
    with np.load(_CACHE) as kept:
        parts = {name: kept[name] for name in kept.files}
    words = bytes(parts.pop("words")).decode().split("\n")
    name = bytes(parts.pop("name")).decode().split("\n")
    return Text(words=words, name=name, **parts)


def _keep() -> None:
    tokens: list[str] = []
    article, block, corpora, twin, hyphen = [], [], [], [], []
    names: list[str] = []
    seen: set[int] = set()
    blocks = 0
    for number, set_name in enumerate(NAMES):
        for path in corpus(set_name):
            read = read_article(path.read_bytes(), str(path), format="plain")
            body = zlib.crc32(read.prose.partition("\n")[2].strip().encode("utf-8", "replace"))
            twin.append(body in seen)
            seen.add(body)
            for part in read.blocks:
                found = tokens_of(read.prose, part.start, part.end)
                tokens += found
                hyphen += _joined(read.prose, part.start, found)
                article += [len(names)] * len(found)
                block += [blocks] * len(found)
                blocks += 1
            corpora.append(number)
            names.append(f"{set_name}/{Path(path).name}")
    words, ids = _numbered(tokens)
    capital = [
        2 if token.isupper() and len(token) > 1 else int(token[0].isupper()) for token in tokens
    ]
    _CACHE.parent.mkdir(parents=True, exist_ok=True)
    np.savez(
        _CACHE,
        words=np.frombuffer("\n".join(words).encode(), np.uint8),
        name=np.frombuffer("\n".join(names).encode(), np.uint8),
        ids=np.array(ids, np.int32),
        capital=np.array(capital, np.int8),
        hyphen=np.array(hyphen, np.bool_),
        article=np.array(article, np.int32),
        block=np.array(block, np.int32),
        corpus=np.array(corpora, np.int8),
        twin=np.array(twin, np.bool_),
    )


def _numbered(tokens: list[str]) -> tuple[list[str], list[int]]:
    """The vocabulary of some tokens, and the number in it of each."""
    keys = [key_of(token) for token in tokens]
    counts = Counter(keys)
    known = sorted(word for word, count in counts.items() if count >= _RAREST)
    words = [EDGE, *STAND_INS, *known]
    number_of = {word: number for number, word in enumerate(words)}
    ids = [
        number_of.get(key) or number_of[stand_in(token)]
        for key, token in zip(keys, tokens, strict=True)
    ]
    return words, ids


def _joined(prose: str, start: int, tokens: list[str]) -> list[bool]:
    """Whether a hyphen joins each token of a block to a word beside it."""
    joined, at, before = [], start, start - 2
    for token in tokens:
        at = prose.find(token, at) if "'" not in token else _find(prose, token, at)
        end = at + len(token)
        left = prose[at - 1 : at] in HYPHENS and at - 1 == before
        joined.append(
            left
            or (
                prose[end : end + 1] in HYPHENS
                and end < len(prose)
                and prose[end + 1 : end + 2].isalnum()
            )
        )
        before = at = end
    return joined


def _find(prose: str, token: str, at: int) -> int:
    """Where a token stands whose apostrophe was made straight."""
    places = [prose.find(form, at) for form in (token, token.replace("'", "’"))]
    return min(place for place in places if place >= 0)
