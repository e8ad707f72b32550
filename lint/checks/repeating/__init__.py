"""What stands twice by mistake: words, sentences, lines and paragraphs."""
