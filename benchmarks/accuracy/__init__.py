"""Accuracy: how often each rule speaks on real copy, and how often it is right."""
