"""Thin shells: read, call the core, write. None decides anything about copy."""
