"""Headlines of the archive, so that one that has been printed before is known at the save.

The file holds headlines, dates, and numbers that stand for the text; no copy. What makes two
headlines the same, or nearly the same, is judged by the rules of kind ``headlines``: here only
those that may be alike are looked up, by the forms that such headlines share.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from lint.article import Article
from lint.checks.base import Observation
from lint.checks.heading.twins import forms_of, observe
from lint.checks.heading.wording import StandingHeads
from lint.digest import blake2b
from lint.finding import Excerpt, Finding, Related, Site
from lint.frozen import Frozen
from lint.reading import Reading
from lint.shells.desk import Desk
from lint.shells.save.database import Database
from lint.shells.save.placing import HERE
from lint.span import Position, Span

_SCHEMA = (
    """CREATE TABLE IF NOT EXISTS headlines (
        id TEXT PRIMARY KEY, headline TEXT NOT NULL, words TEXT NOT NULL,
        published TEXT NOT NULL, body TEXT NOT NULL, story BLOB NOT NULL) WITHOUT ROWID""",
    """CREATE TABLE IF NOT EXISTS forms (
        form INTEGER NOT NULL, id TEXT NOT NULL, PRIMARY KEY (form, id)) WITHOUT ROWID""",
    "CREATE INDEX IF NOT EXISTS forms_of_id ON forms (id)",
)
_KIND = "headlines"
_MOST = 100  # headlines that are compared with one; a head that stands so often is a standing one
_NO_STANDING = StandingHeads(())
_LONGEST = 1000  # code points of a headline that is kept


class Printed(Frozen):
    """A headline and what stands for the text under it.

    ``body`` is a digest of the text, ``story`` numbers that stand for its first longer words.
    """

    headline: str
    words: str
    body: str
    story: tuple[int, ...]
    published: str = ""  # ISO 8601, or empty

    @classmethod
    def of(cls, article: Article) -> Printed | None:
        """That of an article, or None where it has no headline."""
        reading = Reading(article)
        for alike in observe(reading, _NO_STANDING, near=False):
            story = next(iter(observe(reading, _NO_STANDING, near=True))).data["story"]
            day = article.metadata.published
            return cls(
                article.prose[alike.start : alike.end][:_LONGEST],
                alike.data["words"],
                alike.data["body"],
                tuple(story),
                day.isoformat() if day else "",
            )
        return None


class HeadlineArchive:
    """The file of headlines.

    Raises:
        CannotOpen: the file cannot be used.
    """

    def __init__(self, path: str | Path) -> None:
        self._database = Database(path, _SCHEMA)

    def __len__(self) -> int:
        rows = self._database.reading().execute("SELECT count(*) FROM headlines")
        count: int = rows.fetchone()[0]
        return count

    def keep(self, id: str, printed: Printed | None) -> None:
        """Keep the headline of an article, in place of what it had before."""
        self.keep_all([(id, printed)])

    def keep_all(self, headlines: Sequence[tuple[str, Printed | None]]) -> None:
        """Keep several in one go."""
        with self._database.writing() as connection:
            for id, printed in headlines:
                connection.execute("DELETE FROM forms WHERE id = ?", (id,))
                connection.execute("DELETE FROM headlines WHERE id = ?", (id,))
                if printed is None:
                    continue
                connection.execute(
                    "INSERT INTO headlines VALUES (?, ?, ?, ?, ?, ?)",
                    (id, printed.headline, printed.words, printed.published, printed.body,
                     array("I", printed.story).tobytes()),
                )  # fmt: skip
                connection.executemany(
                    "INSERT OR IGNORE INTO forms VALUES (?, ?)",
                    [(form, id) for form in numbered_forms(printed.words)],
                )

    def forget(self, id: str) -> bool:
        """Take the headline of an article away; returns whether there was one."""
        known = self._known(id) is not None
        if known:
            self.keep(id, None)
        return known

    def compared(
        self,
        desk: Desk,
        printed: Printed | None,
        observations: Mapping[str, Sequence[Observation]],
        id: str,
        *,
        remember: bool,
    ) -> list[Finding]:
        """What the rules say of an article's headline beside those of other articles.

        ``observations`` are those of the article. Its own headline, ``printed``, is kept under
        its id.
        """
        others = list(self._like(printed, id)) if printed is not None else []
        if remember and self._known(id) != printed:
            self.keep(id, printed)
        own = {
            rule: seen
            for rule, seen in observations.items()
            if seen and desk.book.cards[rule].kind == _KIND
        }
        if not own or not others:
            return []
        # The article's own path comes before every id, so that findings stand in it.
        seen = {
            rule: [*each, *(Observation(site, data) for site, data, _ in others)]
            for rule, each in own.items()
        }
        days = {site.path: day for site, _, day in others}
        return [
            finding._replace(related=tuple(_dated(each, days) for each in finding.related))
            for finding in desk.compare(seen)
            if finding.path == HERE
        ]

    def _known(self, id: str) -> Printed | None:
        rows = self._database.reading().execute(
            "SELECT headline, words, body, story, published FROM headlines WHERE id = ?", (id,)
        )
        row = rows.fetchone()
        if row is None:
            return None
        headline, words, body, story, published = row
        return Printed(headline, words, body, tuple(_numbers(story)), published)

    def _like(self, printed: Printed, id: str) -> Iterator[tuple[Site, dict[str, Any], str]]:
        """Headlines of other articles that may be like one: site, data, day."""
        forms = numbered_forms(printed.words)
        marks = ", ".join("?" * len(forms))
        rows = self._database.reading().execute(
            "SELECT DISTINCT h.id, h.headline, h.words, h.body, h.story, h.published "
            f"FROM forms f JOIN headlines h ON h.id = f.id WHERE f.form IN ({marks}) "
            "AND h.id != ? ORDER BY h.published DESC, h.id LIMIT ?",
            (*forms, id, _MOST),
        )
        for other, headline, words, body, story, published in rows:
            end = len(headline)
            site = Site(other, Span(0, end), Position(1, 1), Position(1, end + 1), headline,
                        Excerpt(headline, 0, end), "")  # fmt: skip
            yield site, {"words": words, "body": body, "story": list(_numbers(story))}, published

    def close(self) -> None:
        """Close the file."""
        self._database.close()


def numbered_forms(words: str) -> list[int]:
    """The forms of a headline as numbers of 63 bits, the same on every machine."""
    forms = (" ".join(form).encode("utf-8", "replace") for form in forms_of(tuple(words.split())))
    digests = (blake2b(form, digest_size=8).digest() for form in forms)
    return [int.from_bytes(digest, "little") >> 1 for digest in digests]


def _numbers(story: bytes) -> array[int]:
    numbers = array("I")
    numbers.frombytes(story)
    return numbers


def _dated(related: Related, days: Mapping[str, str]) -> Related:
    day = days.get(related.path)
    if not day:
        return related
    made = date.fromisoformat(day)
    said = f"{related.message}, {made.day} {made:%B %Y}"
    return related._replace(message=said.removeprefix(", "))
