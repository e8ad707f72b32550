"""The note on a finding as HTML: what is wrong, what to write, where else, which rule."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lint.finding import Finding, Related, Safety
from lint.frozen import Frozen
from lint.reports.html_copy import escape
from lint.reports.offers import Offer, offers
from lint.reports.sureness import sureness, untold_evidence

_RELATED = 12  # so many other places are listed, the rest counted
_SAFETY_MARKS: dict[Safety, str] = {"safe": "", "unsafe": "unsafe", "display": "by hand"}


class Anchors(Frozen):
    """The numbers that articles, rules and findings have in the page, each from 1.

    ``findings`` are by identity; ``lines`` are the lines, by path, that findings point to.
    """

    articles: Mapping[str, int]
    rules: Mapping[str, int]
    findings: Mapping[int, int]
    lines: Mapping[str, set[int]]

    @staticmethod
    def of(
        paths: Sequence[str], rules: Sequence[str], findings: Mapping[str, Sequence[Finding]]
    ) -> Anchors:
        """Number them in the order given."""
        numbers: dict[int, int] = {}
        lines: dict[str, set[int]] = {}
        for path in paths:
            for finding in findings.get(path, ()):
                numbers[id(finding)] = len(numbers) + 1
                for related in finding.related:
                    lines.setdefault(related.path, set()).add(related.start.line)
        return Anchors(
            {path: number for number, path in enumerate(paths, 1)},
            {rule: number for number, rule in enumerate(rules, 1)},
            numbers,
            lines,
        )


def note(finding: Finding, anchors: Anchors, *, marked: bool) -> str:
    """The list item that tells of a finding; ``marked`` says that the copy is in the page."""
    number, rule = anchors.findings[id(finding)], anchors.rules[finding.rule]
    place = f"{finding.start.line}:{finding.start.column}"
    to = f' href="#f{number}"' if marked else ""
    parts = [
        f'<li class="note {finding.severity}" id="n{number}" data-f="{number}"'
        f' data-severity="{finding.severity}" data-r="{rule}">',
        f'<p><a class="place"{to}>{place}</a> <span class="severity">{finding.severity}</span> '
        f'{escape(finding.message)} <a class="of" href="#r{rule}">{escape(finding.rule)}</a>'
        f"{_sure(finding)}</p>",
        _mends(finding),
        _also(finding, anchors),
    ]
    if untold := untold_evidence(finding):
        parts.append(f'<p class="because">because: {escape("; ".join(untold))}</p>')
    return "".join(parts) + "</li>\n"


def _sure(finding: Finding) -> str:
    sure = sureness(finding)
    return f' <span class="sure">({escape(sure)})</span>' if sure else ""


def _mends(finding: Finding) -> str:
    items = "".join(f"<li>{_mend(offer)}</li>" for offer in offers(finding))
    return f'<ul class="mends">{items}</ul>' if items else ""


def _mend(offer: Offer) -> str:
    if offer.deletes:
        said = f'delete <b class="gone">{escape(offer.before)}</b>'
    elif offer.after:
        said = f"<del>{escape(offer.before)}</del> → <ins>{escape(offer.after)}</ins>"
    else:
        said = f"<ins>{escape(offer.note)}</ins>"
    how = [offer.note] if offer.note and (offer.deletes or offer.after) else []
    how += [_SAFETY_MARKS[offer.safety]] if offer.safety != "safe" else []
    return said + (f' <span class="how">({escape(", ".join(how))})</span>' if how else "")


def _also(finding: Finding, anchors: Anchors) -> str:
    if not finding.related:
        return ""
    items = [f"<li>{_place(finding, other, anchors)}</li>" for other in finding.related[:_RELATED]]
    rest = len(finding.related) - _RELATED
    items += [f"<li>and {rest} more</li>"] if rest > 0 else []
    return f'<ul class="also">{"".join(items)}</ul>'


def _place(finding: Finding, other: Related, anchors: Anchors) -> str:
    place = f"{other.start.line}:{other.start.column}"
    place = place if other.path == finding.path else f"{other.path}:{place}"
    article = anchors.articles.get(other.path)
    to = f' href="#a{article}-{other.start.line}"' if article else ""
    return f'also <a class="place"{to}>{escape(place)}</a> {escape(other.message)}'
