"""An article with a headline, a body and whether it is live."""

from django.db import models

from lint.shells.django.validators import CopydeskValidator


class Article(models.Model):
    headline = models.CharField(max_length=120)
    body = models.TextField(blank=True)
    live = models.BooleanField(default=False)

    def __str__(self) -> str:
        return self.headline


class Caption(models.Model):
    text = models.TextField(validators=[CopydeskValidator(kind="caption")])

    def __str__(self) -> str:
        return self.text
