"""Where a text may name somebody: its words, its stretches of capitals, what a printed form is on record."""
