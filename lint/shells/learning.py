"""Learn from an archive which names the house has printed (``copydesk names learn``)."""

from __future__ import annotations

import os
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from lint.article import Article
from lint.checks.printed.forms import folded_form, near_keys, printed_forms
from lint.digest import blake2b
from lint.lexicon.archive import MAGIC, Archive, Unusable, open_archive
from lint.lexicon.archiving import Gathering, index_of
from lint.mentioned import names_in
from lint.readers import Unreadable
from lint.readers.records import Columns, Record, is_archive, read_records
from lint.reading import Reading
from lint.shells.configuration import Configuration
from lint.shells.files import Trouble, gather
from lint.shells.run import failure, read_file


@dataclass(slots=True)
class Sources:
    """What is to be learnt from: articles a file each, archives of records, other indexes."""

    files: list[str] = field(default_factory=list)
    archives: list[str] = field(default_factory=list)
    indexes: list[str] = field(default_factory=list)
    troubles: list[Trouble] = field(default_factory=list)


def find_sources(asked: Sequence[str], configuration: Configuration) -> Sources:
    """Sort paths, globs and what lies in folders into :class:`Sources`."""
    sources = Sources()
    others = []
    for name in asked:
        if os.path.isfile(name) and is_archive(name):
            sources.archives.append(name)
        elif os.path.isfile(name) and _is_index(name):
            sources.indexes.append(name)
        else:
            others.append(name)
            sources.archives.extend(_archives_in(name))
    if others:
        sources.files, sources.troubles = gather(others, configuration)
    return sources


def _is_index(path: str) -> bool:
    try:
        with open(path, "rb") as file:
            return file.read(len(MAGIC)) == MAGIC
    except OSError:
        return False  # told when it is read


def _archives_in(folder: str) -> Iterator[str]:
    for inner, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if is_archive(name) and not name.startswith("."):
                yield os.path.join(inner, name)


class Learner:
    """Counts the names of articles, each article once.

    An article is the same when its text is (white space aside), or its id where the archive
    gives one. ``old`` is an index that is to be added to.
    """

    def __init__(self, old: Archive | None = None) -> None:
        self._olds = [old] if old is not None else []
        self._gathering = Gathering(folded_form)
        self._seen: set[int] = set()
        self.learnt = 0
        self.merged = 0  # articles of other indexes
        self.known = 0

    def take(self, article: Article, id: str = "") -> None:
        """Learn from an article, unless it has been learnt from before."""
        keys = _keys(article, id)
        if any(key in self._seen or self._is_old(key) for key in keys):
            self.known += 1
            return
        self._seen.update(keys)
        self.learnt += 1
        day = article.metadata.published
        names = printed_forms(names_in(Reading(article)))
        self._gathering.add(names, day.toordinal() if day is not None else 0)

    def _is_old(self, key: int) -> bool:
        for old in self._olds:
            at = bisect_left(old.seen, key)
            if at < len(old.seen) and old.seen[at] == key:
                return True
        return False

    def merge(self, other: Archive) -> None:
        """Add a whole index; to be done before articles are taken.

        Raises:
            Unusable: some of its articles are known already, and which of its figures are
                theirs cannot be told.
        """
        if any(map(self._is_old, other.seen)):
            raise Unusable(
                "holds articles that are known already; their names would count twice. "
                "Learn from the archives themselves"
            )
        self._olds.append(other)
        self.merged += other.figures.articles

    def index(self) -> bytes:
        """The bytes of the index of everything learnt."""
        rows = self._gathering.rows(*(old.rows() for old in self._olds))
        seen = self._seen.union(*(old.seen for old in self._olds))
        articles = self.learnt + sum(old.figures.articles for old in self._olds)
        return index_of(rows, seen=seen, articles=articles, keys=near_keys)

    def close(self) -> None:
        """Let go of the indexes that were added, so that their files may be replaced."""
        for old in self._olds:
            old.close()


def _keys(article: Article, id: str) -> list[int]:
    """Hashes of sixty-four bits of an article's text and id."""
    texts = [" ".join(article.prose.split()), *([f"\0{id}"] if id else [])]
    digests = (blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8) for text in texts)
    return [int.from_bytes(digest.digest(), "little") for digest in digests]


def learn(
    learner: Learner,
    sources: Sources,
    columns: Columns,
    tell: Callable[[str, str], None],
    went_on: Callable[[], None],
) -> None:
    """Take every article of some sources.

    ``tell`` hears of what could not be read (where, why), ``went_on`` is called after each
    article.
    """
    for path in sources.indexes:
        try:
            learner.merge(open_whole(path))
        except Unusable as error:
            tell(path, str(error))
    for record in records_of(sources, columns):
        if record.article is None:
            tell(record.where, record.trouble)
        else:
            try:
                learner.take(record.article, record.id)
            except Exception as error:
                tell(record.where, failure(error))
        went_on()


def records_of(sources: Sources, columns: Columns) -> Iterator[Record]:
    """Every article of files and archives, one at a time; what cannot be read says why."""
    for path in sources.files:
        try:
            yield Record(path, read_file(path))
        except Unreadable as error:
            yield Record(path, trouble=str(error))
    for path in sources.archives:
        try:
            yield from read_records(path, columns)
        except Unreadable as error:
            yield Record(path, trouble=str(error))


def open_whole(path: str) -> Archive:
    """Open an index and look at every byte of it.

    Raises:
        Unusable: it is no index, or not as it was written.
    """
    archive = open_archive(path)
    if not archive.is_whole():
        archive.close()
        raise Unusable("is damaged; learn the archive again")
    return archive
