"""What editors decided about names: this Иванов, not that one; not a person. Kept beside the revisions.

A decision counts for every place of an article where the name is so printed, or for one place: that is known again
by the words around it, so it survives edits elsewhere and is asked anew when those words change.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from django.db import transaction

from people.models import Organization, Person
from people.names.records import NameSpan
from search.words import search_key, words

from .models import Article, NameDecision
from .revisions import need_change

# (search_key of the name as printed, words around it or "" for everywhere) → what was said of it.
Choices = Mapping[tuple[str, str], "Said"]

_WORDS_AROUND = 3
_LETTERS_AROUND = 60
_MOST_LETTERS = 300
_NO_TEXT = re.compile("[\0\ud800-\udfff]")  # what no database takes


@dataclass(frozen=True)
class Said:
    """Whom a name means: the id of a person or of an organization; neither means nobody on record."""

    person: int | None = None
    organization: int | None = None


def choices_of(article: Article) -> Choices:
    """Everything decided about the names of an article."""
    if not article.pk:
        return {}
    return {
        (each.key, each.context): Said(each.person_id, each.organization_id) for each in article.name_decisions.all()
    }


def said_at(document: str, start: int, end: int, choices: Choices) -> Said | None:
    """What was decided about a place; a word on the one place goes before one on the whole text."""
    if not choices:
        return None
    key = search_key(document[start:end])
    return choices.get((key, context_of(document, start, end))) or choices.get((key, ""))


def only_decided(document: str, spans: Iterable[NameSpan], choices: Choices) -> list[NameSpan]:
    """Places of names that mean somebody because an editor said so, and that no record would have found."""
    taken = [(span.start, span.end) for span in spans]
    found: dict[tuple[int, int], NameSpan] = {}
    # the longest first: «Жан» must not take its place from «Жан Поль»
    for key in sorted({key for key, _context in choices}, key=len, reverse=True):
        for match in _printed(key).finditer(document):
            start, end = match.span()
            said = said_at(document, start, end, choices) or Said()
            is_somebody = said.person is not None or said.organization is not None
            if is_somebody and not any(a < end and start < b for a, b in (*taken, *found)):
                found[start, end] = NameSpan(start, end, match[0], "full", ())
    return list(found.values())


@lru_cache(maxsize=256)
def _printed(key: str) -> re.Pattern[str]:
    """What a ``search_key`` may be printed as: whole words, and no half of «Жан-Поль»."""
    words = r"\s+".join(re.escape(word).replace("е", "[её]") for word in key.split())
    return re.compile(rf"(?<!\w)(?<!\w-){words}(?!-?\w)", re.IGNORECASE)


def heeding_merges(several: Sequence[Choices]) -> list[Choices]:
    """These choices, with whoever was merged since an editor chose them as the person they were merged into."""
    became = merged({said.person for choices in several for said in choices.values() if said.person})
    return [
        {place: replace(said, person=became.get(said.person or 0, said.person)) for place, said in choices.items()}
        for choices in several
    ]


def merged(people: set[int]) -> dict[int, int]:
    """Which of these people were merged into whom, at the end of any chain of merges."""
    merges: dict[int, int] = {}
    asked = people
    while asked:
        found = dict(Person.objects.filter(pk__in=asked).exclude(merged_into=None).values_list("pk", "merged_into"))
        merges |= found
        asked = set(found.values()) - merges.keys()
    became = {}
    for person in people & merges.keys():
        passed, last = {person}, merges[person]
        while last in merges and last not in passed:
            passed.add(last)
            last = merges[last]
        became[person] = last
    return became


def can_be_kept(surfaces: Iterable[str], context: str = "") -> bool:
    """Whether a decision can be kept under these words: the desk's own buttons send no others."""
    kept = [*map(search_key, surfaces), context]
    return all(len(each) <= _MOST_LETTERS and not _NO_TEXT.search(each) for each in kept)


def context_of(document: str, start: int, end: int) -> str:
    """The words by which a place is known again: three before it and three after, on its line."""
    before = document[max(0, start - _LETTERS_AROUND) : start].rpartition("\n")[2]
    after = document[end : end + _LETTERS_AROUND].partition("\n")[0]
    return " ".join([*words(before)[-_WORDS_AROUND:], "|", *words(after)[:_WORDS_AROUND]])


def decide(
    article: Article, surfaces: Sequence[str], meant: Person | Organization | None, *, by, context: str = ""
) -> list[NameDecision]:
    """An editor's word on a name in these printed forms: it means this person or organization, or nobody on record.

    With ``context`` it counts for that place alone. It counts from the next save or publication on, and survives
    edits and restores of the text.
    """
    need_change(article, by)
    said = {
        "person": meant if isinstance(meant, Person) else None,
        "organization": meant if isinstance(meant, Organization) else None,
        "is_nobody": meant is None,
        "made_by": by,
    }
    keys = dict.fromkeys(search_key(surface) for surface in surfaces)
    with transaction.atomic():
        return [
            NameDecision.objects.update_or_create(article=article, key=key, context=context, defaults=said)[0]
            for key in keys
            if key
        ]


def undecide(article: Article, surfaces: Sequence[str], *, by) -> int:
    """Take back every word on a name in these printed forms; returns how many were taken back."""
    need_change(article, by)
    keys = {search_key(surface) for surface in surfaces}
    return article.name_decisions.filter(key__in=keys).delete()[0]
