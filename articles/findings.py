"""What the desk's checks find in an unsaved text: where, what is odd, and what the editor may do about it.

Every check is a function from a draft to its findings. An editor may always leave the text as it is; that answer is
kept and survives edits elsewhere (``CheckAnswer``).
"""

from collections.abc import Iterable
from dataclasses import dataclass

from .models import Article, CheckAnswer
from .revisions import need_change


@dataclass(frozen=True)
class Place:
    """Words of one part of an article: half-open code points in that part's plain text.

    ``where`` is a ``Mention.Where`` or "headline"; ``number`` counts captions, the lead photo's first.
    """

    where: str
    number: int
    start: int
    end: int
    surface: str


@dataclass(frozen=True)
class Correction:
    """A way to put the text right: the words that take the place of the finding's own."""

    label: str
    words: str


@dataclass(frozen=True)
class Deed:
    """A way to put the record right: ``name`` is what the check is told when the editor presses the button."""

    label: str
    name: str


@dataclass(frozen=True)
class Finding:
    """Something odd at one place. ``key`` tells it from every other finding of its kind in the article."""

    kind: str
    key: str
    place: Place
    sentence: str
    corrections: tuple[Correction, ...] = ()
    deeds: tuple[Deed, ...] = ()
    record_url: str = ""


def open_findings(article: Article, found: Iterable[Finding]) -> list[Finding]:
    """The findings no editor has answered yet."""
    answered = set(article.check_answers.values_list("kind", "key")) if article.pk else set()
    return [finding for finding in found if (finding.kind, finding.key) not in answered]


def leave(article: Article, kind: str, key: str, *, by) -> None:
    """Keep an editor's word that this finding shall stand as it is."""
    need_change(article, by)
    CheckAnswer.objects.update_or_create(article=article, kind=kind, key=key, defaults={"made_by": by})
