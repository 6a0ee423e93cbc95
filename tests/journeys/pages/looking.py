"""Asking a page as it is drawn: the questions are in look.js."""

from pathlib import Path
from typing import Any

from playwright.sync_api import Page

_QUESTIONS = (Path(__file__).parent / "look.js").read_text().partition("\n")[2]


def ask(page: Page, question: str, *about: str) -> Any:
    """What look.js answers to one of its questions: mostly a list of what is wrong."""
    return page.evaluate(f"about => ({_QUESTIONS.strip()})[{question!r}](...about)", list(about))
