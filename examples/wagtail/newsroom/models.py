"""A front page and news pages: plain text, rich text, a stream with nested blocks, inline panels in
inline panels; and snippets with drafts, without, and with revisions but without drafts."""

from typing import ClassVar

from django.db import models
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail import blocks
from wagtail.admin.panels import FieldPanel, InlinePanel, PublishingPanel
from wagtail.api import APIField
from wagtail.contrib.table_block.blocks import TableBlock
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock
from wagtail.fields import RichTextField, StreamField
from wagtail.images.blocks import ImageBlock
from wagtail.models import DraftStateMixin, Orderable, Page, RevisionMixin, WorkflowMixin
from wagtail.snippets.models import register_snippet


class Quote(blocks.StructBlock):
    """A quotation and who said it."""

    quotation = blocks.TextBlock()
    speaker = blocks.CharBlock(required=False)


class FactBox(blocks.StructBlock):
    """A box with a heading and some facts."""

    heading = blocks.CharBlock()
    facts = blocks.ListBlock(blocks.RichTextBlock(features=["bold", "italic", "link"]))


class FrontPage(Page):
    """The list of articles."""

    subpage_types: ClassVar = ["newsroom.NewsPage"]
    max_count = 1


class NewsPage(Page):
    """An article."""

    standfirst = models.TextField(blank=True)
    summary = RichTextField(blank=True, features=["bold", "italic", "link"])
    body = StreamField(
        [
            ("crosshead", blocks.CharBlock()),
            ("paragraph", blocks.RichTextBlock()),
            ("quote", Quote()),
            ("facts", FactBox()),
            ("picture", ImageBlock()),
            ("table", TableBlock()),
            (
                "results",
                TypedTableBlock([("text", blocks.CharBlock()), ("note", blocks.RichTextBlock())]),
            ),
            ("embed", blocks.RawHTMLBlock()),
        ],
        blank=True,
    )

    content_panels: ClassVar = [
        *Page.content_panels,
        FieldPanel("standfirst"),
        FieldPanel("summary"),
        FieldPanel("body"),
        InlinePanel("links", label="Read on"),
    ]
    parent_page_types: ClassVar = ["newsroom.FrontPage"]
    subpage_types: ClassVar = []


class ReadOn(Orderable, ClusterableModel):
    """A link below an article, with quotations from what it leads to."""

    page = ParentalKey(NewsPage, related_name="links", on_delete=models.CASCADE)
    title = models.CharField(max_length=200)
    teaser = RichTextField(blank=True, features=["bold", "italic"])
    url = models.URLField(blank=True)

    panels: ClassVar = [
        InlinePanel("pulls", label="Quotation"),
        FieldPanel("title"),
        FieldPanel("teaser"),
        FieldPanel("url"),
    ]


class PullQuote(Orderable):
    """A quotation above a link."""

    link = ParentalKey(ReadOn, related_name="pulls", on_delete=models.CASCADE)
    title = models.CharField(max_length=200)
    text = RichTextField(blank=True, features=["bold", "italic"])

    panels: ClassVar = [FieldPanel("title"), FieldPanel("text")]


@register_snippet
class Notice(WorkflowMixin, DraftStateMixin, RevisionMixin, models.Model):
    """A notice that stands on several pages."""

    headline = models.CharField(max_length=200)
    text = RichTextField(blank=True, features=["bold", "italic", "link"])

    panels: ClassVar = [FieldPanel("headline"), FieldPanel("text"), PublishingPanel()]

    def __str__(self):
        """Its headline."""
        return self.headline


@register_snippet
class Contributor(models.Model):
    """Somebody who writes; without drafts, so that saving is publishing."""

    name = models.CharField(max_length=200)
    about = RichTextField(blank=True, features=["bold", "italic", "link"])

    panels: ClassVar = [FieldPanel("name"), FieldPanel("about")]
    api_fields: ClassVar = [APIField("name", writable=True)]

    def __str__(self):
        """Their name."""
        return self.name


@register_snippet
class Ticker(RevisionMixin, models.Model):
    """A line above all pages: it keeps its revisions, and has no drafts."""

    line = models.CharField(max_length=200)

    panels: ClassVar = [FieldPanel("line")]

    def __str__(self):
        """Its words."""
        return self.line
