"""What is no YAML is told in words that need no knowledge of it, where an editor looks."""

from __future__ import annotations

import sys

import pytest

from lint import yamlnodes
from lint.yamlnodes import BadYaml, compose


@pytest.fixture(params=["native", "pure"])
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both parsers: the one in C, and the one for platforms that have none."""
    if request.param == "pure":
        monkeypatch.setitem(sys.modules, "ruamel.yaml.cyaml", None)


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize(
    ("text", "place", "told"),
    [
        ('kind: terms\ntitle: "Ours\nwhy: x\n', (2, 8), "quotation mark here is never closed"),
        ("why: Because: it is so\n", (1, 13), "a colon may not stand here: put the whole value"),
        ("kind:terms\nwhy: x\n", (2, 4), "the one above has no space after its colon"),
        ('ok: "Yes," he said.\n', (1, 12), "words follow a closing quotation mark"),
        ("a:\n  - use: a\n   not: [b]\n", (3, 4), "it begins too far left or right"),
        ("kind: terms\ntitle\nwhy: x\n", (2, 1), "a line without a colon"),
        ("kind: @terms\n", (1, 7), "a value cannot begin with this character"),
        ("use: Marks & Co\nnot: & Co\n", (2, 6), "“&” is a sign here; put"),
        ("a: b\nnot: [a, b\nwhy: x\n", (3, 4), "the bracket that closes the one in line 2"),
        ('pattern: "\\d"\n', None, "write single ones"),
        ("why: | text\n", (1, 8), "the text begins on the next line"),
        ("not: [\n", None, "a closing bracket"),
    ],
)
def test_a_parsers_complaint_is_put_in_plain_words(
    text: str, place: tuple[int, int] | None, told: str
) -> None:
    with pytest.raises(BadYaml) as caught:
        compose(text)
    assert told in str(caught.value)
    assert place in (None, (caught.value.line, caught.value.column))


def test_a_complaint_that_is_not_foreseen_is_told_as_it_is() -> None:
    with pytest.raises(BadYaml, match="tag"):
        list(yamlnodes._events("a: !<x\n"))
