"""The entries of a rule of confusions, and the judge that their hand-made evidence makes."""

from __future__ import annotations

from collections.abc import Sequence

from lint.checks.base import option
from lint.checks.confusion.company import Company, Lists, phrases, slot_of
from lint.checks.confusion.judge import ByEvidence, Evidence, Judge, Sought
from lint.checks.confusion.learnt import InTurn, Learnt
from lint.frozen import Frozen


class Words(Frozen):
    """Words to look for, and how many different ones there must be."""

    words: tuple[str, ...] = option("the words; <name> stands for a list of the rule")
    at_least: int = option("how many different ones", default=1)


class Clue(Frozen):
    """Several pieces of evidence that must hold together."""

    company: tuple[str, ...] = option("phrases, one of which must stand here", default=())
    unless: tuple[str, ...] = option("phrases, none of which may stand here", default=())
    near: Words | tuple[str, ...] | None = option(
        "words up to eight places away in the same paragraph", default=None
    )
    not_near: Words | tuple[str, ...] | None = option(
        "words that must not stand up to eight places away", default=None
    )
    story_has: Words | tuple[str, ...] | None = option(
        "words elsewhere in the article", default=None
    )
    story_lacks: Words | tuple[str, ...] | None = option(
        "words that must stand nowhere else in the article", default=None
    )


class Entry(Frozen):
    """One word written for another."""

    write: str = option("the word meant")
    wrong: str = option("the word written", key="not")
    forms: dict[str, str] = option("further forms, written: meant", default={})
    fine: tuple[str | Clue, ...] = option("company in which the written word is right", default=())
    sure: tuple[str | Clue, ...] = option("company that gives the slip away", default=())
    likely: tuple[str | Clue, ...] = option(
        "company that makes a slip likely; its mend is never safe", default=()
    )
    always: bool = option("true: the written word alone is enough", default=False)
    learnt: str = option(
        "the name of a learnt model (“county/country”), asked where the rest says nothing",
        default="",
    )
    beside: tuple[str, ...] = option(
        "phrases, one of which must stand here before the model is asked", default=()
    )
    doubtful: bool = option(
        "true: tell what the model holds likely too, as a suggestion", default=False
    )
    safe: bool = option("true: sure evidence leaves no other reading", default=False)
    capitals: bool = option(
        "true: look at the word with a capital inside a sentence too", default=False
    )
    note: str = option("a short reason, shown with the finding", default="")


class ConfusionsOptions(Frozen):
    """What a rule of this kind may say."""

    entries: tuple[Entry, ...] = option("the words")
    lists: dict[str, tuple[str, ...]] = option(
        "named lists of words, used in phrases as <name>", default={}
    )


def judge_of(entry: Entry, lists: Lists) -> Judge:
    """The judge of an entry: its hand-made evidence and, where it names one, a learnt model.

    Raises:
        PhraseError: a phrase cannot be read.
    """
    evidence = by_evidence(entry, lists)
    if not entry.learnt:
        return evidence
    return InTurn(evidence, Learnt(entry.learnt, entry.wrong, doubtful=entry.doubtful))


def by_evidence(entry: Entry, lists: Lists) -> ByEvidence:
    """The judge that an entry's hand-made evidence makes.

    Raises:
        PhraseError: a phrase cannot be read.
    """
    return ByEvidence(
        fine=_all(entry.fine, lists),
        sure=_all(entry.sure, lists),
        likely=_all(entry.likely, lists),
        always=entry.always,
    )


def _all(clues: Sequence[str | Clue], lists: Lists) -> tuple[Evidence, ...]:
    """Every clue as evidence; the bare phrases together as one, so that few are tried."""
    bare = tuple(p for clue in clues if isinstance(clue, str) for p in phrases(clue, lists))
    first = (Evidence(Company(bare)),) if bare else ()
    return (*first, *(evidence(clue, lists) for clue in clues if isinstance(clue, Clue)))


def evidence(clue: str | Clue, lists: Lists) -> Evidence:
    """One phrase or clue made ready.

    Raises:
        PhraseError: a phrase cannot be read, or a list is not known.
    """
    if isinstance(clue, str):
        return Evidence(Company(tuple(phrases(clue, lists))))
    company, unless = (
        tuple(p for text in texts for p in phrases(text, lists))
        for texts in (clue.company, clue.unless)
    )
    return Evidence(
        Company(company) if company else None,
        Company(unless) if unless else None,
        near=_sought(clue.near, lists),
        not_near=_sought(clue.not_near, lists),
        story_has=_sought(clue.story_has, lists),
        story_lacks=_sought(clue.story_lacks, lists),
    )


def _sought(words: Words | tuple[str, ...] | None, lists: Lists) -> Sought | None:
    if words is None:
        return None
    if isinstance(words, Words):
        return Sought(slot_of(words.words, lists), words.at_least)
    return Sought(slot_of(words, lists))
