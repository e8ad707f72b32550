"""copydesk in Django: forms, a validator and the admin, which check copy when it is saved.

The stylebook is held against the copy in this process, or by the service (``copydesk serve``)
where ``COPYDESK = {"url": …}`` is set; see docs/cms.md. Nothing outside this package and
:mod:`lint.shells.wagtail` imports Django.
"""
