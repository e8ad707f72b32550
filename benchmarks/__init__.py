"""Measuring: accuracy and speed, repeatable on named data."""
