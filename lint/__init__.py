"""copydesk: check and mend news copy against a house stylebook."""
