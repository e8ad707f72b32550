"""Findings for people: grouped by file, with the line, the slip underlined and the mend."""
