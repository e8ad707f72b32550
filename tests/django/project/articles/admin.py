"""The admin of the test's articles."""

from typing import ClassVar

from django.contrib import admin

from lint.shells.django.admin import CopydeskAdminMixin
from tests.django.project.articles.models import Article, Caption


@admin.register(Article)
class ArticleAdmin(CopydeskAdminMixin, admin.ModelAdmin):
    copydesk_fields: ClassVar = {"headline": "text", "body": "html"}

    def copydesk_stage(self, form):
        return "publish" if form.cleaned_data.get("live") else "draft"


admin.site.register(Caption)
