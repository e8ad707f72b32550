"""Django's admin, and Wagtail's admin and API where Wagtail is there."""

from importlib.util import find_spec

from django.contrib import admin
from django.urls import include, path

urlpatterns = [path("django-admin/", admin.site.urls)]
if find_spec("wagtail"):
    from wagtail import urls as wagtail_urls
    from wagtail.admin import urls as wagtail_admin_urls
    from wagtail.api.v3.urls import api

    urlpatterns += [
        path("admin/", include(wagtail_admin_urls)),
        path("api/v3/", api.urls),
        path("", include(wagtail_urls)),
    ]
