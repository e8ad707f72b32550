"""Whether an article writes a name in one way: near forms, what they have in common, how sure."""
