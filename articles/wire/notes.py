"""What the editor is told while a text is read."""

from .blocks import Block
from .records import Guess, Removed


class Notes:
    """Guesses and removals in the order they were made."""

    def __init__(self) -> None:
        self.guesses: list[Guess] = []
        self.removed: list[Removed] = []

    def guess(self, field: str, value: str, code: str) -> None:
        self.guesses.append(Guess(field, value, code))

    def remove(self, text: str, code: str) -> None:
        self.removed.append(Removed(text, code))

    def plain(self, block: Block) -> str:
        """The words of a block for a field without markup; the addresses of its links are noted."""
        for href in dict.fromkeys(run.href for run in block.runs if run.href):
            self.remove(href, "link_target")
        return block.text.replace("\n", " ")
