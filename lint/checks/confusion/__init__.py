"""What the kind “confusions” is made of: the company a word keeps, and who judges it."""
