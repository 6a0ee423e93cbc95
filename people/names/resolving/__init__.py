"""What decides who is meant: the story so far, the words around a name, offices, verbs, other spellings."""
