"""What is kept beside the pages: overrides with their reasons, headlines, what was let stand."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Override(models.Model):
    """Somebody published a page or a snippet against the stylebook, and said why.

    It holds for exactly the words that were there (``digest``): a change of copy is checked
    anew. Kept when page or user are deleted. ``article`` is the id under which the page or the
    snippet is checked.
    """

    article = models.CharField(max_length=200, db_index=True)
    page = models.ForeignKey(
        "wagtailcore.Page", null=True, on_delete=models.SET_NULL, related_name="+",
    )  # fmt: skip
    title = models.CharField(max_length=255)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    username = models.CharField(max_length=255)
    reason = models.TextField()
    findings = models.JSONField(default=list)
    digest = models.CharField(max_length=32)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        """The permission to do so, and the order of the list."""

        default_permissions = ("view",)
        permissions = (("override", _("Can publish against the stylebook, with a reason")),)
        ordering = ("-at", "-pk")

    def __str__(self) -> str:
        return f"{self.title}: {self.reason}"


class Dismissal(models.Model):
    """A finding that somebody let stand, and why.

    ``fingerprint`` is made of the rule and the words around: where one of them changes, the
    finding is told again. ``article`` is the id under which the page or the snippet is checked.
    """

    article = models.CharField(max_length=200)
    fingerprint = models.CharField(max_length=32)
    rule = models.CharField(max_length=200)
    reason = models.TextField()
    words = models.TextField(blank=True)
    username = models.CharField(max_length=255, blank=True)
    at = models.DateTimeField(auto_now=True)

    class Meta:
        """The permission to do so, and the order of the list."""

        default_permissions = ("view",)
        permissions = (("dismiss", _("Can let findings stand, with a reason")),)
        ordering = ("-at", "-pk")
        constraints = (
            models.UniqueConstraint(fields=["article", "fingerprint"], name="copydesk_let_once"),
        )

    def __str__(self) -> str:
        return f"{self.words}: {self.reason}"


class Headline(models.Model):
    """The headline of a page, and what stands for its text; no copy."""

    article = models.CharField(max_length=200, unique=True)
    headline = models.TextField()
    words = models.TextField()
    published = models.CharField(max_length=10, blank=True)
    body = models.CharField(max_length=64)
    story = models.BinaryField()

    class Meta:
        """Nothing here is edited by hand."""

        default_permissions = ()

    def __str__(self) -> str:
        return str(self.headline)


class HeadlineForm(models.Model):
    """A form that like headlines share, by which they are looked up."""

    form = models.BigIntegerField(db_index=True)
    headline = models.ForeignKey(Headline, on_delete=models.CASCADE, related_name="forms")

    class Meta:
        """Nothing here is edited by hand."""

        default_permissions = ()

    def __str__(self) -> str:
        return str(self.form)
