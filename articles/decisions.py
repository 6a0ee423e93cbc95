"""What editors decided about names: this Иванов, not that one; not a person. Kept beside the revisions.

A decision counts for every place of an article where the name is so printed, or for one place: that is known again
by the words around it, so it survives edits elsewhere and is asked anew when those words change.
"""

from collections.abc import Iterable, Mapping, Sequence

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from people.models import Person
from people.names.records import NameSpan
from search.words import search_key, words

from .models import Article, NameDecision
from .revisions import may_change

# (search_key of the name as printed, words around it or "" for everywhere) → the person, None for nobody on record.
Choices = Mapping[tuple[str, str], int | None]

_WORDS_AROUND = 3
_LETTERS_AROUND = 60


def choices_of(article: Article) -> Choices:
    """Everything decided about the names of an article."""
    if not article.pk:
        return {}
    return {(said.key, said.context): said.person_id for said in article.name_decisions.all()}


def by_place(document: str, spans: Iterable[NameSpan], choices: Choices) -> dict[tuple[int, int] | str, int | None]:
    """The decisions as the resolver takes them: a word on one place goes before one on the whole text."""
    decided: dict[tuple[int, int] | str, int | None] = {}
    for span in spans if choices else ():
        key = search_key(span.surface)
        for context in (context_of(document, span.start, span.end), ""):
            if (key, context) in choices:
                decided[span.start, span.end] = choices[key, context]
                break
    return decided


def context_of(document: str, start: int, end: int) -> str:
    """The words by which a place is known again: three before it and three after, on its line."""
    before = document[max(0, start - _LETTERS_AROUND) : start].rpartition("\n")[2]
    after = document[end : end + _LETTERS_AROUND].partition("\n")[0]
    return " ".join([*words(before)[-_WORDS_AROUND:], "|", *words(after)[:_WORDS_AROUND]])


def decide(
    article: Article, surfaces: Sequence[str], person: Person | None, *, by, context: str = ""
) -> list[NameDecision]:
    """An editor's word on a name in these printed forms: it means this person, or nobody on record.

    With ``context`` it counts for that place alone. It counts from the next save or publication on, and survives
    edits and restores of the text.
    """
    _need(article, by)
    said = {"person": person, "is_nobody": person is None, "made_by": by}
    keys = dict.fromkeys(search_key(surface) for surface in surfaces)
    with transaction.atomic():
        return [
            NameDecision.objects.update_or_create(article=article, key=key, context=context, defaults=said)[0]
            for key in keys
            if key
        ]


def undecide(article: Article, surfaces: Sequence[str], *, by) -> int:
    """Take back every word on a name in these printed forms; returns how many were taken back."""
    _need(article, by)
    keys = {search_key(surface) for surface in surfaces}
    return article.name_decisions.filter(key__in=keys).delete()[0]


def _need(article: Article, by) -> None:
    if not may_change(article, by):
        raise PermissionDenied(_("You may not change this article: it is not yours, or it has been handed in."))
