"""What the kind “archive-names” knows: the forms of a name, and which are slips for others."""
