"""Every example of every rule put to the test."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Sequence

from lint.advice import Advice
from lint.article import Article
from lint.checks.base import Check, Observation
from lint.engine import Engine
from lint.finding import Finding
from lint.fixing import chosen_fix, mend
from lint.frozen import Frozen
from lint.readers import read_article
from lint.rule import Example


class Failure(Frozen):
    """An example that does not hold: its rule, its text, and what happened instead."""

    rule: str
    example: str
    message: str


Advise = Callable[[Article], Sequence[Advice]]  # what a grammar engine says of an article


def _nothing(_: Article) -> Sequence[Advice]:
    return ()


def prove(
    checks: Iterable[Check],
    whole: Engine | None = None,
    advise: Advise | None = None,
    inherited: Container[str] = frozenset(),
) -> Iterator[Failure]:
    """Put every example of ``checks`` to the test.

    A ``bad`` example must be found and, where it says so, mended to its ``good``; in an
    ``ok`` example the rule must be silent. With ``whole``, an engine of all rules that are
    on, no ``good`` or ``ok`` of these may be a slip of error or warning level to another rule.
    The sentences of rules that are ``inherited`` from the stylebook that ships are written as
    that house writes: there, a rule that is not inherited is heard only where it objects to
    what a mend writes. Where nobody can ``advise``, the ``bad`` examples of rules that need it
    are passed over, as are those of rules that lack something else.
    """
    on = frozenset(check.rule.id for check in whole.checks) if whole else frozenset()
    for check in checks:
        engine = Engine([check])
        for example in check.rule.examples:
            if example.bad and (check.lacks or (check.advised and advise is None)):
                continue
            prove_one = _bad if example.bad else _ok
            messages = prove_one(engine, example, (check.advised and advise) or _nothing)
            shown = example.bad or example.ok
            yield from (Failure(check.rule.id, shown, message) for message in messages)
            if whole is not None and check.rule.id in on:
                for finding in _quarrel(whole, example, check.rule.id):
                    if (
                        check.rule.id not in inherited
                        or finding.rule in inherited
                        or _is_written(finding, engine, example)
                    ):
                        said = f"{finding.rule} speaks in “{example.good or example.ok}”"
                        yield Failure(check.rule.id, shown, f"the rule {said}: {finding.message}")


def _read(text: str, format: str, path: str = "example") -> Article:
    return read_article(text, path, format=format)


def findings_in(
    engine: Engine, text: str, example: Example, advise: Advise = _nothing
) -> tuple[Finding, ...]:
    """The findings in one example text, those against its neighbour article included."""
    article = _read(text, example.format)
    checked = engine.check(article, advice=advise(article))
    found = list(checked.findings)
    if any(check.corpus for check in engine.checks):
        seen: dict[str, tuple[Observation, ...]] = dict(checked.observations)
        if example.beside:
            other = engine.check(_read(example.beside, example.format, "example-beside"))
            for rule, observations in other.observations.items():
                seen[rule] = (*seen.get(rule, ()), *observations)
        found.extend(engine.compare(seen))
    return tuple(found)


def _bad(engine: Engine, example: Example, advise: Advise) -> Iterator[str]:
    found = findings_in(engine, example.bad, example, advise)
    texts = [finding.text for finding in found]
    if example.finds not in texts:
        yield f"“{example.finds}” is not found (found: {', '.join(texts) or 'nothing'})"
        return
    if not example.good:
        return
    finding = found[texts.index(example.finds)]
    if chosen_fix(finding, unsafe=True) is None and finding.fixes:
        # Several mends are offered; the example shows one of them.
        results = [_with(example.bad, number, found) for number in range(len(finding.fixes))]
        if example.good not in results:
            yield f"none of the mends offered gives “{example.good}”"
        return
    mended = mend(
        example.bad, lambda text: findings_in(engine, text, example, advise), unsafe=True
    ).source
    if mended != example.good:
        yield f"is mended to “{mended}”, not to “{example.good}”"


def _with(text: str, number: int, found: tuple[Finding, ...]) -> str:
    from lint.fixing import apply

    fixes = [finding.fixes[number] for finding in found if number < len(finding.fixes)]
    return apply(text, fixes)[0]


def _ok(engine: Engine, example: Example, advise: Advise) -> Iterator[str]:
    for finding in findings_in(engine, example.ok, example, advise):
        yield f"“{finding.text}” is found, but nothing should be: {finding.message}"


def _quarrel(whole: Engine, example: Example, rule: str) -> Iterator[Finding]:
    """What other rules find in a sentence that should be right."""
    text = example.good or example.ok
    if not text:
        return
    for finding in whole.check(_read(text, example.format)).findings:
        if finding.rule != rule and finding.severity != "suggestion":
            yield finding


def _is_written(finding: Finding, engine: Engine, example: Example) -> bool:
    """Whether what is found in a mended example was put there by a mend that may be written."""
    if not example.good or finding.text in example.bad:
        return False
    found = engine.check(_read(example.bad, example.format)).findings
    return any(chosen_fix(one, unsafe=True) is not None for one in found)
