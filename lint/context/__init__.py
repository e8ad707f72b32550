"""The model that reads for slips only the sentence shows: candidates, features, scoring."""
