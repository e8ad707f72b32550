"""Kinds that infer: each finding says how sure it is and why, and none is mended unasked."""

from __future__ import annotations

import random
from collections.abc import Sequence
from itertools import pairwise

import pytest

from lint.checks import KINDS, check_class
from lint.checks.base import Check
from lint.engine import Engine
from lint.finding import Finding
from lint.fixing import chosen_fix
from lint.readers import read_article
from lint.stylebook.book import Stylebook

INFERRED = [kind for kind in KINDS if check_class(kind).inferred]


def made_up(checks: Sequence[Check]) -> list[str]:
    """Articles put together from the examples of some rules, in several orders."""
    texts = [
        text
        for check in checks
        for example in check.rule.examples
        if example.format == "plain"
        for text in (example.bad, example.ok)
        if text
    ]
    articles = list(texts)
    for seed in range(5):
        shuffled = random.Random(seed).sample(texts, len(texts))
        articles += [f"{one}\n\n{other}" for one, other in pairwise(shuffled)]
    return articles


def all_findings(checks: Sequence[Check]) -> list[Finding]:
    """What some checks tell of those articles, one by one and together."""
    engine = Engine(tuple(checks))
    found: list[Finding] = []
    seen: dict[str, list[object]] = {}
    for number, text in enumerate(made_up(checks)):
        checked = engine.check(read_article(text, f"{number:05}.txt", format="plain"))
        found += checked.findings
        for rule, observations in checked.observations.items():
            seen.setdefault(rule, []).extend(observations)
    return [*found, *engine.compare(seen)]  # type: ignore[arg-type]


@pytest.mark.parametrize("kind", INFERRED)
def test_no_finding_of_an_inferred_kind_is_mended_unasked(kind: str, house: Stylebook) -> None:
    checks = [check for check in house.checks.values() if check.rule.kind == kind]
    findings = all_findings(checks)
    # Tested where there is an engine, or a model.
    silent = all(check.advised or check.lacks for check in checks)
    assert findings or silent, "the examples of the rules find something"
    for finding in findings:
        assert chosen_fix(finding) is None, finding.message
        assert all(fix.safety != "safe" for fix in finding.fixes)


@pytest.mark.parametrize("kind", INFERRED)
def test_every_finding_of_an_inferred_kind_says_how_sure_it_is_and_why(
    kind: str, house: Stylebook
) -> None:
    checks = [check for check in house.checks.values() if check.rule.kind == kind]
    for finding in all_findings(checks):
        assert finding.confidence is not None, finding.message
        assert 0 <= finding.confidence <= 1
        assert all(finding.evidence), finding.message
        assert finding.evidence, finding.message


@pytest.mark.parametrize("kind", INFERRED)
def test_every_inferred_kind_says_what_its_confidence_means(kind: str) -> None:
    assert check_class(kind).certainty.endswith(".")


def test_a_finding_that_is_told_with_a_confidence_is_never_mended_unasked(
    house: Stylebook,
) -> None:
    """Also where a kind infers some of its findings only, as learnt confusions do."""
    learnt = [check for check in house.checks.values() if check.certainty]
    for finding in all_findings(learnt):
        if finding.confidence is not None:
            assert chosen_fix(finding) is None, finding.message
