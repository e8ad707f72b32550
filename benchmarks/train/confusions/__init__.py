"""The recipe of the learnt models of real words in the wrong place."""
