"""How an office is called, and how it was called before: a renamed office keeps its page."""

from datetime import date

from people.models import Post

from .day import AsOf
from .wording import Wording, foreign


def post_worded(post: Post, day: date, language: str) -> Wording:
    """The office as it is called on that day. Asks for ``labels`` to be prefetched."""
    worded = post.wording_on(day, language)
    return Wording(str(worded or post.label), foreign(worded.language if worded else "ru", language))


def earlier_labels(post: Post, asked: AsOf, language: str) -> list[tuple[Wording, str]]:
    """Wordings no longer used on the day asked, the newest first, each with the time of its use."""
    over = [each for each in post.labels.all() if each.valid_until and each.valid_until.earliest <= asked.day]
    spoken = language if any(each.language == language for each in over) else "ru"
    told = sorted((each for each in over if each.language == spoken), key=lambda each: each.valid_until.earliest)
    return [(Wording(each.label, foreign(spoken, language)), _when(each, language)) for each in reversed(told)]


def _when(label, language: str) -> str:
    if label.valid_from:
        return f"{label.valid_from.printed(language)} — {label.valid_until.printed(language)}"
    return label.valid_until.until(language)
