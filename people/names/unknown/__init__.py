"""People no record knows: which words are a full name, how sure that is, who is the same person."""
