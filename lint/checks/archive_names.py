"""Names that the house never printed so, but often nearly so."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from lint.checks.base import Aside, Check, Complaint, Mend, Sentry, Slip, option
from lint.checks.naming.spelling import core, fold
from lint.checks.naming.variants import mended
from lint.checks.printed.forms import folded_form, near_keys, plain_words, printed_of
from lint.checks.printed.listed import Listed
from lint.checks.printed.telling import evidence, message
from lint.frozen import Frozen
from lint.index import Hit, Phrase
from lint.kept import cached_property
from lint.mentioned import names_in, runs_of
from lint.reading import Reading
from lint.rule import Rule

if TYPE_CHECKING:
    from lint.checks.printed.search import Miss, Searcher
    from lint.lexicon.archive import Archive
    from lint.mentioned import Name

_SURE = 3.0  # odds from which a slip is told as gravely as the rule says
_LIKELY = 1.0  # odds from which it is told at all, as a suggestion
_WORD_SURE, _WORD_LIKELY = 9.0, 3.0  # the same of a word by itself
_BESIDE = 10.0  # how much likelier a slip is where the article has the usual form as well
_OFTEN = 3  # mentions in one article; from here on it is likelier somebody's name
_OFTEN_LESS = 0.3
_FIGURES = 0.15  # of the characters of a line: from here on it is a row of a table


class Specimen(Frozen):
    """A made-up name that the examples of the rule are judged by, as if it had been printed."""

    name: str = option("a name that nobody bears")
    articles: int = option("in how many articles it is to have stood", default=100)


class ArchiveNamesOptions(Frozen):
    """What a rule of this kind may say."""

    least: int = option(
        "in how many articles a name must have stood for others to be slips for it", default=3
    )
    specimens: tuple[Specimen, ...] = option(
        "made-up names for the examples, which need no index", default=()
    )


class ArchiveNames(Check):
    """Names that the house never printed so, but often nearly so.

    What the house has printed is learnt from its archive, and named in the configuration:

        copydesk names learn archive/ -o names.idx

        # copydesk.yaml
        archive: names.idx

    Without an index the rule is silent. With one, every name of several words that was never
    printed (or very seldom) is compared with those that often were. It is told when it
    differs from one in a word that is a slip away, and when that is likelier than that
    somebody else is called so. “Keir Stamer” is a slip for Keir Starmer, for few are called
    Keir and nobody Stamer; “David Davies” is none for David Davis, for there are many of
    both. How often names are new, how many share a first name or a surname, is taken from the
    archive itself and from the gazetteer that ships.

    A word by itself is told only where nobody and nothing is called so, in the archive, the
    gazetteer and the word list, and where it belongs to no longer name of the article. A name
    that differs in hyphens and spaces only is a suggestion.

    Names that the stylebook has, right or wrong, are left to its own rules.
    """

    Options = ArchiveNamesOptions
    whole = True
    inferred = True
    heeds_words = True
    certainty = (
        "How likely it is a slip for the usual name rather than a name of its own, going by the "
        "archive."
    )

    def __init__(self, rule: Rule, options: ArchiveNamesOptions) -> None:
        super().__init__(rule, options)
        self._listed = Listed.of((self,))
        self._searcher: Searcher | None = None

    def introduce(self, checks: Sequence[Check], sentry: Sentry | None = None) -> None:
        """Hear of the other checks of the book: their names are left to them."""
        self._listed = sentry if isinstance(sentry, Listed) else Listed.of(checks)

    @classmethod
    def sentry(cls, checks: Sequence[Check]) -> Sentry:
        """Wakes the rules that have been given an index."""
        own = [check for check in checks if isinstance(check, ArchiveNames)]
        ready = [check.rule.id for check in own if check._searcher is not None]
        return Listed(lambda: own[0]._listed.forms, ready)

    @classmethod
    def open_sentry(cls, packed: Mapping[str, bytes], check_of: Callable[[str], Check]) -> Sentry:
        """The sentry of a compiled book."""
        return Listed.unpacked(packed)

    def consult(self, archive: Archive) -> None:
        """Be given the index of what the house has printed; before that the check is silent."""
        self._searcher = self._search_in(archive)
        if self.rule.id not in self._listed.rules:
            self._listed.rules.append(self.rule.id)

    def _search_in(self, archive: Archive) -> Searcher:
        from lint.checks.printed.search import Searcher
        from lint.lexicon.names import open_names
        from lint.lexicon.words import open_words

        return Searcher(archive, open_names(), open_words("en-GB"), self.options.least)

    def phrases(self) -> Iterable[Phrase]:
        """The words of the specimens, which stand in the examples only."""
        words = {word for specimen in self.options.specimens for word in specimen.name.split()}
        return [Phrase(word, True, word) for word in sorted(words)]

    @cached_property
    def _specimens(self) -> Searcher:
        from lint.lexicon.archive import Archive, Row
        from lint.lexicon.archiving import index_of

        rows = {
            Row(folded_form(form), form, specimen.articles, 0, 0)
            for specimen in self.options.specimens
            for form in printed_of(tuple(specimen.name.split()))
        }
        return self._search_in(
            Archive(index_of(sorted(rows), seen=(), articles=1000, keys=near_keys))
        )

    def read(self, reading: Reading, hits: Sequence[Hit]) -> Iterator[Slip]:
        """Yield the names that are nearly usual ones, each once."""
        searchers = [self._searcher] if self._searcher is not None else []
        if hits:
            searchers.append(self._specimens)
        for searcher in searchers:
            yield from self._slips(reading, searcher)

    def _slips(self, reading: Reading, searcher: Searcher) -> Iterator[Slip]:
        found: dict[tuple[str, ...], tuple[Name, Miss]] = {}
        ask = searcher.miss
        runs = set(filter(searcher.holds_miss, reading.once(runs_of)))
        for name in names_in(reading, runs) if runs else ():
            miss = ask(name.words)
            if miss is not None and not name.loud:
                found.setdefault(name.words, (name, miss))
        if not found:
            return
        scene = _Scene(reading, found)
        for words, (name, miss) in found.items():
            if not self._is_left_alone(words, miss):
                slip = self._slip(reading, scene, name, miss)
                if slip is not None:
                    yield slip

    def _is_left_alone(self, words: Sequence[str], miss: Miss) -> bool:
        known = self._listed.forms
        found = fold(" ".join(plain_words(words)[miss.start : miss.end]))
        usual = fold(miss.usual.text)
        return found in known or usual in known

    def _slip(self, reading: Reading, scene: _Scene, name: Name, miss: Miss) -> Slip | None:
        if _in_figures(reading, name.start):
            return None
        odds = scene.odds(name, miss)
        alone = len(name.words) == 1
        if odds < (_WORD_LIKELY if alone else _LIKELY):
            return None
        places = [_place(reading, each, miss) for each in scene.same(name)]
        places += scene.surnames(reading, name, miss)
        (start, end), *others = dict.fromkeys(places)
        written = [(left, stop, mended(reading, left, stop, miss.right)) for left, stop in places]
        found = " ".join(plain_words(name.words)[miss.start : miss.end])
        sure = odds >= (_WORD_SURE if alone else _SURE) and miss.place >= 0 and not miss.ordinary
        return Slip(
            start,
            end,
            entry=miss.usual.text,
            mends=(
                Mend(
                    written[0][2],
                    safety="unsafe",
                    edits=tuple(dict.fromkeys(written)) if others else (),
                ),
            ),
            message=message(found, miss),
            severity=None if sure else "suggestion",
            asides=tuple(Aside(left, stop, "Also here.") for left, stop in others),
            is_name=True,
            confidence=round(min(odds / (1 + odds), 0.99), 2),
            evidence=evidence(found, miss),
        )

    def complaints(self) -> Iterator[Complaint]:
        """A specimen that is no name of several words, or too seldom printed."""
        for number, specimen in enumerate(self.options.specimens):
            if len(specimen.name.split()) < 2:
                at = ("specimens", number, "name")
                yield Complaint(at, "a specimen is a name of several words")
            if specimen.articles < self.options.least:
                at = ("specimens", number, "articles")
                yield Complaint(at, f"fewer than {self.options.least} articles prove nothing")


class _Scene:
    """What else an article says of a name that is nearly a usual one."""

    def __init__(self, reading: Reading, found: dict[tuple[str, ...], tuple[Name, Miss]]) -> None:
        self._names = [name for name in names_in(reading) if not name.loud]
        self._found = found

    def same(self, name: Name) -> list[Name]:
        """The mentions of a name, in order of place."""
        return [other for other in self._names if other.words == name.words]

    @cached_property
    def _folded(self) -> list[tuple[Name, tuple[str, ...]]]:
        return [(name, tuple(fold(w[slice(*core(w))]) for w in name.words)) for name in self._names]

    def odds(self, name: Name, miss: Miss) -> float:
        """The odds of a slip, the rest of the article considered."""
        if miss.place < 0:
            return miss.odds
        odds = miss.odds
        usual = tuple(fold(miss.usual.text).split(" "))
        if len(usual) > 1 and any(usual == f[-len(usual) :] for _, f in self._folded):
            odds *= _BESIDE
        if len(self.same(name)) >= _OFTEN:
            odds *= _OFTEN_LESS
        if len(name.words) == 1 and self._is_surname(name):
            return 0
        return odds

    def _is_surname(self, name: Name) -> bool:
        """Whether a word is part of a longer name of the article: that is judged, not the word."""
        word = fold(name.words[0][slice(*core(name.words[0]))])
        return any(len(folded) > 1 and word in folded for _, folded in self._folded)

    def surnames(self, reading: Reading, name: Name, miss: Miss) -> list[tuple[int, int]]:
        """Where the misspelt surname of a name found stands without the first name."""
        if len(name.words) == 1 or miss.place != len(name.words) - 1:
            return []
        word = name.words[miss.place]
        return [(other.start, other.end) for other in self._names if other.words == (word,)]


def _in_figures(reading: Reading, offset: int) -> bool:
    """Whether a line is a row of figures, in which words are cut short."""
    block = reading.block_at(offset)
    text = reading.article.text(block) if block is not None else ""
    return sum(map(str.isdigit, text)) > _FIGURES * len(text)


def _place(reading: Reading, name: Name, miss: Miss) -> tuple[int, int]:
    """The range of the words of a name that are wrong."""
    at, places = name.start, []
    for word in name.words:
        at = reading.prose.index(word, at)
        places.append((at, at + len(word)))
        at += len(word)
    if miss.place < 0:
        return places[miss.start][0], places[miss.end - 1][1]
    start, end = places[miss.place]
    left, right = core(reading.prose[start:end])
    return start + left, start + right if len(name.words) == 1 else end
