"""Learn from an archive which headlines the house has printed (``copydesk headlines learn``)."""

from __future__ import annotations

from collections.abc import Callable

from lint.readers.records import Columns
from lint.shells.learning import Sources, records_of
from lint.shells.run import failure
from lint.shells.save.headlines import HeadlineArchive, Printed

_BATCH = 500  # headlines that are written in one go


def learn_headlines(
    archive: HeadlineArchive, sources: Sources, columns: Columns, tell: Callable[[str, str], None]
) -> int:
    """Keep the headline of every article of some sources; returns how many were kept.

    ``tell`` hears of what could not be read (where, why).
    """
    batch: list[tuple[str, Printed | None]] = []
    learnt = 0
    for record in records_of(sources, columns):
        if record.article is None:
            tell(record.where, record.trouble)
            continue
        try:
            printed = Printed.of(record.article)
        except Exception as error:
            tell(record.where, failure(error))
            continue
        if printed is not None:
            batch.append((record.id or record.where, printed))
            learnt += 1
        if len(batch) >= _BATCH:
            archive.keep_all(batch)
            batch.clear()
    archive.keep_all(batch)
    return learnt
