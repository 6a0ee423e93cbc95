"""What feed readers are given: RSS, Atom and JSON Feed of one and the same channel, with the whole text."""
