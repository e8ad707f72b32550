"""The elements of HTML, by what they mean for the copy inside them.

Names are those of the HTML standard (https://html.spec.whatwg.org/multipage/indices.html)
and of old pages; classes and properties are those that news sites use.
"""

from __future__ import annotations

from lint.article import BlockKind
from lint.readers.markup import RAW_TEXT

KINDS: dict[str, BlockKind] = {
    "h1": "headline",
    "h2": "crosshead",
    "h3": "crosshead",
    "h4": "crosshead",
    "h5": "crosshead",
    "h6": "crosshead",
    "blockquote": "quotation",
    "li": "list",
    "dt": "list",
    "dd": "list",
    "td": "table",
    "th": "table",
    "caption": "caption",
    "figcaption": "caption",
    "title": "slug",
}
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "title"})
BLOCKS = frozenset(KINDS) | frozenset(
    "address article aside body center details dialog dir div dl fieldset figure footer form head "
    "header hgroup hr html legend main menu noscript ol optgroup p section summary table tbody "
    "tfoot thead tr ul".split()
)
VOID = frozenset(
    "area base basefont bgsound br col embed frame hr img input keygen link meta param source "
    "track wbr".split()
)
SKIPPED = (RAW_TEXT - {"title"}) | frozenset(
    "button canvas code datalist kbd math nav noframes object pre samp select svg template".split()
)
INSIDE_SENTENCES = frozenset({"code", "kbd", "math", "samp", "svg"})  # may stand inside a sentence
ROLES: dict[str, BlockKind] = {
    "standfirst": "standfirst",
    "strapline": "standfirst",
    "dek": "standfirst",
    "byline": "byline",
    "dateline": "dateline",
    "crosshead": "crosshead",
    "headline": "headline",
    "alternativeheadline": "standfirst",
    "author": "byline",
}
ITEMPROP_ONLY = frozenset({"headline", "alternativeheadline", "author"})
PUBLISHED = frozenset(
    "article:published_time datepublished date pubdate publishdate publish-date dc.date "
    "dc.date.issued dcterms.date dcterms.issued parsely-pub-date sailthru.date".split()
)
SECTIONS = frozenset({"article:section", "section", "articlesection", "parsely-section"})
