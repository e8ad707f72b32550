"""copydesk in Wagtail: every page type is checked when it is saved.

``"lint.shells.wagtail"`` in ``INSTALLED_APPS``, anywhere after ``"wagtail.admin"``, is all it
takes. Drafts are saved and warned of; what the house refuses cannot be published, scheduled or
submitted for moderation; see docs/cms.md.
"""
