"""Entries for the list of people in the stylebook, proposed from the index of printed names."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from lint.checks.printed.forms import folded_form
from lint.checks.printed.search import Searcher
from lint.checks.printed.telling import articles, printed_when
from lint.frozen import Frozen
from lint.late import late
from lint.lexicon.archive import Archive, Printed
from lint.lexicon.names import NameList, open_names
from lint.lexicon.words import open_words
from lint.stylebook.complaints import StylebookError
from lint.stylebook.document import parse
from lint.stylebook.proving import prove
from lint.stylebook.rulefile import make_check

_SURE = 3.0  # odds from which a seldom form is proposed as a wrong one
_LONGEST = 4  # words of a person's name
_SURNAME = 7  # how well a surname is known that is an ordinary word as well (Brown, Young)
_PLAIN = late(r"[^\W\d_][\w '’.-]*[\w.]")  # what needs no quotation marks in YAML
_YAML_WORDS = frozenset("yes no on off true false null y n".split())
_TRIED = 50  # names of which a slip is made up until one can stand as the example


class Suggestion(Frozen):
    """A name that is often printed, and the forms of it that seldom are, with their counts."""

    name: str
    printed: Printed
    wrong: tuple[tuple[str, int], ...]


def suggestions(
    archive: Archive, *, least: int, people: bool, is_listed: Callable[[str], bool]
) -> list[Suggestion]:
    """What an index proposes, the most printed first.

    ``least`` is in how many articles a name must have stood; ``people`` keeps those that begin
    with a first name of the gazetteer; ``is_listed`` says of a folded name that the stylebook
    has it.
    """
    gazetteer = open_names()
    wrong = _wrong_forms(archive, gazetteer, least)
    found = []
    for folded in _names(archive):
        printed = archive.find(folded)
        if printed is None or printed.articles < least or is_listed(folded):
            continue
        if people and not _is_person(folded, gazetteer):
            continue
        forms = tuple(sorted(wrong.get(folded, {}).items(), key=lambda form: (-form[1], form[0])))
        found.append(Suggestion(printed.text, printed, forms))
    return sorted(found, key=lambda s: (-s.printed.articles, s.name))


def _names(archive: Archive) -> Iterator[str]:
    """The folded names of several words."""
    for folded, _ in groupby(row.folded for row in archive.rows()):
        if " " in folded:
            yield folded


def _wrong_forms(archive: Archive, names: NameList, least: int) -> dict[str, dict[str, int]]:
    """By folded name the forms that are likely slips for it, with how often they stood."""
    searcher = Searcher(archive, names, open_words("en-GB"), least)
    found: dict[str, dict[str, int]] = {}
    for row in archive.rows():
        words = tuple(row.printed.split(" "))
        miss = searcher.miss(words) if len(words) > 1 else None
        if miss is None or miss.odds < _SURE or (miss.start, miss.end) != (0, len(words)):
            continue
        found.setdefault(folded_form(miss.usual.text), {})[row.printed] = miss.seen
    return found


def _is_person(folded: str, names: NameList) -> bool:
    """Whether a name begins with a first name and ends with what is no better known as a place."""
    words = folded.split(" ")
    if len(words) > _LONGEST or names.place(folded):
        return False
    first, last = words[0], words[-1]
    if names.given(first) <= max(names.place(first), names.demonym(first), 1):
        return False
    return names.surname(last) >= _SURNAME or not open_words("en-GB").known(last)


def rule_file(archive: Archive, proposed: Sequence[Suggestion], source: str) -> str:
    """A rule file of the kind “names” that holds what is proposed, ready to be reviewed."""
    head = _HEAD.format(source=_one_line(source), learnt=articles(archive.figures.articles))
    return head + "".join(map(_entry, proposed)) + _examples(proposed)


_HEAD = """\
# Proposed from {source} ({learnt}). Look at every entry before you keep it: is it
# spelt as the house wants it, and is each wrong form really nobody else's name?
kind: names
title: Names of people, from the archive
severity: error
why: |
  Names that the house prints often, spelt as it prints them.
source: the archive of the newsroom
entries:
"""


def _entry(suggestion: Suggestion) -> str:
    said = printed_when(suggestion.printed)
    said += "".join(f"; “{form}” in {count or 'none'}" for form, count in suggestion.wrong)
    lines = [f"  # {_one_line(said)}", f"  - name: {_scalar(suggestion.name)}"]
    if suggestion.wrong:
        lines.append(f"    not: [{', '.join(_scalar(form) for form, _ in suggestion.wrong)}]")
    return "\n".join(lines) + "\n"


def _examples(proposed: Sequence[Suggestion]) -> str:
    """Examples that prove the rule: of the first name of which one can be made."""
    right = [suggestion.name for suggestion in proposed][:2] * 2
    fine = "".join(f"  - ok: {_scalar(f'Yesterday {name} spoke.')}\n" for name in right[:2])
    telling = [s for s in proposed if s.wrong] + [s for s in proposed if not s.wrong]
    for suggestion in telling[:_TRIED]:
        form = suggestion.wrong[0][0] if suggestion.wrong else _slip(suggestion.name)
        bad = _scalar(f"Yesterday {form} spoke.")
        for finds in (form, form.split(" ")[-1]):
            text = f"examples:\n  - bad: {bad}\n    finds: {_scalar(finds)}\n{fine}"
            if _holds(_HEAD + _entry(suggestion) + text):
                return text
    return "examples: []  # put in one that is bad and two that are ok\n"


def _slip(name: str) -> str:
    """A name with a letter of its last word left out."""
    cut = len(name) - max(2, len(name.rsplit(" ", maxsplit=1)[-1]) // 2)
    return name[:cut] + name[cut + 1 :]


def _holds(text: str) -> bool:
    try:
        check = make_check(parse(text, "proposed"), "proposed")
    except StylebookError:
        return False
    return not any(prove([check]))


def _scalar(text: str) -> str:
    if _PLAIN.fullmatch(text) and text.lower() not in _YAML_WORDS:
        return text
    return json.dumps(text, ensure_ascii=False)


def _one_line(text: str) -> str:
    return " ".join(text.split())
