"""What a YAML parser complains of, in the words of somebody who has never heard of YAML.

Loaded only where there is something to complain of. The parsers are libyaml and, where there
is no C parser for a platform, ruamel.yaml's own; their words differ a little.
"""

from __future__ import annotations

from typing import Any, NamedTuple


class _Wording(NamedTuple):
    """A complaint of the parser's, by words of its problem and its context, and our words.

    ``at_start``: an editor should look where the thing begins, not where the parser gave up.
    """

    problem: str
    context: str
    plain: str
    at_start: bool = False


_QUOTED = "put the whole value in quotation marks"
_LINE_OUT = (
    "this line does not fit in with those above it: it begins too far left or right, or words"
    " follow a closing quotation mark or bracket"
)
_COLON = (
    f"a colon may not stand here: {_QUOTED}, or see whether this line begins too far right or"
    " the one above has no space after its colon"
)
_UNCLOSED = "the quotation mark here is never closed"
_NO_COLON = "a line without a colon; it should be “key: value”"
_COMMA = "a comma is missing before this, or the bracket that closes the one in line {line}"
_NOTHING = "something is missing before this: a value, or a closing bracket"
_ESCAPE = "between double quotation marks a backslash has a meaning of its own; write single ones"
_BLOCK = "after “|” or “>” the text begins on the next line, further right"

_WORDINGS = (
    _Wording("unexpected end of stream", "quoted scalar", _UNCLOSED, at_start=True),
    _Wording("mapping values are not allowed", "", _COLON),
    _Wording("did not find expected key", "", _LINE_OUT),
    _Wording("expected '-' indicator", "", _LINE_OUT),
    _Wording("expected <block end>", "", _LINE_OUT),
    _Wording("could not find expected ':'", "", _NO_COLON, at_start=True),
    _Wording("cannot start any token", "", f"a value cannot begin with this character; {_QUOTED}"),
    _Wording("alphabetic or numeric", "alias", f"“*” is a sign here; {_QUOTED}", at_start=True),
    _Wording("alphabetic or numeric", "anchor", f"“&” is a sign here; {_QUOTED}", at_start=True),
    _Wording("expected ',' or ']'", "", _COMMA),
    _Wording("expected ',' or '}'", "", _COMMA),
    _Wording("node content", "flow", _NOTHING),
    _Wording("unknown escape character", "", _ESCAPE),
    _Wording("comment or", "block scalar", _BLOCK),
)


def in_plain_words(error: Any) -> tuple[str, Any]:
    """What a marked error of a YAML parser says, and the mark that an editor should look at."""
    problem, context = error.problem or "", error.context or ""
    start = error.context_mark or error.problem_mark
    where = error.problem_mark or start
    for wording in _WORDINGS:
        if wording.problem in problem and wording.context in context:
            line = start.line + 1 if start else 1
            return wording.plain.format(line=line), start if wording.at_start else where
    return f"{problem} {context}".strip(), where
