"""What words are: names, given names, phrases around a name, countries."""
