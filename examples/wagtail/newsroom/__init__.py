"""A newsroom on Wagtail, with copydesk."""
