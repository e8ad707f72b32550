"""A front page and news pages: plain text, rich text, and a stream with nested blocks."""

from typing import ClassVar

from django.db import models
from wagtail import blocks
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page


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
        ],
        blank=True,
    )

    content_panels: ClassVar = [
        *Page.content_panels,
        FieldPanel("standfirst"),
        FieldPanel("summary"),
        FieldPanel("body"),
    ]
    parent_page_types: ClassVar = ["newsroom.FrontPage"]
    subpage_types: ClassVar = []
