"""Who does it, and what is done: parts of the kind ``agreement``."""
