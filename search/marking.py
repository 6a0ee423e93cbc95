"""Sentences of plain Python for people to read: marked here for translators, translated by the app that shows them."""


def gettext_noop(sentence: str) -> str:
    """The sentence itself; ``make messages`` finds it by this name."""
    return sentence
