"""What is not wrong with a stylebook, but costs time or does nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from lint.checks.base import Check
from lint.index import key_of
from lint.patterns import compile_pattern
from lint.stylebook.book import Stylebook
from lint.stylebook.complaints import Complaint, shown_path


def remarks(book: Stylebook, rules: Iterable[str]) -> Iterator[Complaint]:
    """What there is to say of some rules of a book (their ids).

    That is: a pattern that nothing guards, a phrase that is never found, an ``unless`` that
    names no rule.
    """
    for rule in rules:
        check = book.checks[rule]
        for said in (*_patterns(check), *_phrases(check), *_unless(check, book)):
            yield Complaint(shown_path(check.rule.path), 0, 0, said)


def unread(folders: Iterable[Path]) -> Iterator[Complaint]:
    """The files of stylebook folders that look like rules, and are not read as such."""
    for folder in folders:
        for path in sorted(folder.rglob("*")) if folder.is_dir() else ():
            if re.search(r"\.ya?ml\.\w+$", path.name, re.IGNORECASE):
                said = "this file is not read; the name of a rule’s file ends in .yaml"
                yield Complaint(shown_path(path), 0, 0, said)


# What any news story holds: a pattern that occurs in it is looked for in every article, since
# the filter before it lets them all through, and it is loud besides.
_ORDINARY = """
The council will spend £12.5m on two new schools, its leader said on Tuesday. “We have waited
for this since 2019,” Ms Jones, 46, told the BBC, “and it isn’t too late.” About 3,000 people
live in the town, which lies 20 miles (32km) north-east of the capital; most of them do not
work there. What happens next? A spokesman for the government declined to comment.
"""


def _patterns(check: Check) -> Iterator[str]:
    for pattern in check.patterns():
        # What other kinds look for is not the editor's to change.
        if check.rule.kind != "pattern":
            continue
        found = compile_pattern(pattern.text, ignore_case=pattern.ignore_case).search(_ORDINARY)
        if found is not None:
            yield (
                f"the pattern “{pattern.text}” occurs in any story (“{found.group().strip()}”), so "
                "no filter can keep it from being run over every article; add a word that must "
                "stand there"
            )


def _phrases(check: Check) -> Iterator[str]:
    for phrase in check.phrases():
        if not key_of(phrase.text).strip():
            yield (
                f"“{phrase.text}” has no letter or digit of the Latin alphabet, so it is never "
                "found; write a pattern for it"
            )


def _unless(check: Check, book: Stylebook) -> Iterator[str]:
    for other in check.rule.unless:
        if other not in book.cards:
            yield f"“unless” names the rule “{other}”, which there is not"
