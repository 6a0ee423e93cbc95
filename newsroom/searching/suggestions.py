"""What somebody may be about to type: people, organizations, sections, tags and headlines that begin so."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import datetime

from django.db.models import Exists, OuterRef
from django.urls import reverse
from django.utils.translation import gettext as _

from articles.models import Article, Section, Tag
from search.finding import beginning
from search.models import Entry
from search.query import parse
from search.words import search_key

from .results import organizations, people

MOST = 8
_PEOPLE, _ORGANIZATIONS, _SECTIONS, _TAGS = 4, 2, 1, 1
_SHORTEST = 2


@dataclass(frozen=True)
class Suggestion:
    """A line of the list, what stands beside it in small letters, and where it leads."""

    label: str
    note: str
    url: str


def suggestions(typed: str, language: str, now: datetime) -> list[dict[str, str]]:
    """At most eight, people first; nothing before the second letter."""
    typed = typed.replace("\0", " ")  # PostgreSQL takes none, not even in a question
    if len(search_key(typed)) < _SHORTEST:
        return []
    found = [*_on_record(typed, language, now), *_sections(typed), *_tags(typed, language, now)]
    found += _headlines(typed, language, now, MOST - len(found))
    return [asdict(each) for each in found[:MOST]]


def _on_record(typed: str, language: str, now: datetime) -> Iterator[Suggestion]:
    query = parse(typed)
    for result in people(beginning(typed, Entry.Kind.PERSON, "", now)[: _PEOPLE * 5], query, language, now)[:_PEOPLE]:
        yield Suggestion(_text(result.title), _text(result.lines), result.url)
    bodies = organizations(beginning(typed, Entry.Kind.ORGANIZATION, "", now), query, now)
    for result in bodies[:_ORGANIZATIONS]:
        yield Suggestion(_text(result.title), result.note, result.url)


def _text(pieces) -> str:
    return "".join(piece.text for piece in pieces)


def _sections(typed: str) -> list[Suggestion]:
    key = search_key(typed)
    named = [section for section in Section.objects.all() if search_key(str(section)).startswith(key)]
    return [Suggestion(str(each), _("section"), reverse("section", args=[each.slug])) for each in named[:_SECTIONS]]


def _tags(typed: str, language: str, now: datetime) -> list[Suggestion]:
    """Tags of stories this edition has: a tag of a story to come is nobody's yet."""
    told = Article.objects.listed(now).in_language(language).filter(tags=OuterRef("pk"))
    named = Tag.objects.filter(Exists(told), key__startswith=search_key(typed)).order_by("key")[:_TAGS]
    return [Suggestion(tag.name, _("tag"), tag.get_absolute_url()) for tag in named]


def _headlines(typed: str, language: str, now: datetime, most: int) -> list[Suggestion]:
    hits = [hit.subject for hit in beginning(typed, Entry.Kind.STORY, language, now)[:most]]
    articles = Article.objects.listed(now).filter(pk__in=hits).only("headline", "slug", "language").in_bulk()
    return [Suggestion(articles[pk].headline, "", articles[pk].get_absolute_url()) for pk in hits if pk in articles]
