"""What a model of context doubts, made into what an editor is told: parts of ``context``."""
