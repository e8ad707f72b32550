"""Written dates: finding them in English copy, judging them, and writing them another way."""
