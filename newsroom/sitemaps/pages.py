"""Pages that are no stories: front pages, sections, tags, authors, the archive, the pages of the site."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from django.conf import settings
from django.db.models import Count, Exists, OuterRef
from django.urls import reverse
from django.utils.translation import override

from articles.models import Article, Byline, Section, Tag
from articles.models.tag import TaggedArticle

from ..models import FlatPage
from .stories import months
from .writing import Page

EDITIONS = tuple(code for code, _name in settings.LANGUAGES)
# A page with a single story tells search engines nothing that the story does not (newsroom/views/tags.py).
_ENOUGH = 2
_MOST_TAGS = 10_000
_IN_ALL = ("front", "people", "archive", "corrections")


def pages(now: datetime) -> Iterator[Page]:
    """All of them, each in the editions in which it has something to show."""
    for name in _IN_ALL:
        yield from in_editions(name, ())
    yield from _archive(now)
    yield from _sections(now)
    yield from _authors(now)
    yield from _tags(now)
    yield from _flat_pages()


def in_editions(name: str, args: Sequence[object], languages: Iterable[str] = EDITIONS) -> Iterator[Page]:
    """The page of that name in each of these editions; each knows of the others."""
    editions = {language: _at(language, name, args) for language in languages}
    return (Page(address, editions=editions) for address in editions.values())


def _at(language: str, name: str, args: Sequence[object]) -> str:
    with override(language):
        return reverse(name, args=args)


def _archive(now: datetime) -> Iterator[Page]:
    told = [(month, language) for language in EDITIONS for month in months(language, now)]
    yield from _told("archive_year", dict.fromkeys((month[:1], language) for month, language in told))
    yield from _told("archive_month", told)


def _sections(now: datetime) -> Iterator[Page]:
    told: list[tuple[object, str]] = []
    for language in EDITIONS:
        listed = Article.objects.listed(now).in_language(language).order_by()
        found = Section.objects.filter(Exists(listed.filter(section=OuterRef("pk"))))
        told += [(slug, language) for slug in found.values_list("slug", flat=True)]
    yield from _told("section", told)


def _authors(now: datetime) -> Iterator[Page]:
    signed = Byline.objects.filter(article__in=Article.objects.listed(now).order_by().values("pk"))
    found = signed.order_by("author", "article__language").values_list("author__slug", "article__language")
    yield from _told("author", found.distinct())


def _tags(now: datetime) -> Iterator[Page]:
    """Tags with enough stories in an edition; of more than a file holds, those used most."""
    listed = Article.objects.listed(now).order_by().values("pk")
    tagged = TaggedArticle.objects.filter(content_object__in=listed).values("tag", "content_object__language")
    used = tagged.annotate(stories=Count("pk")).filter(stories__gte=_ENOUGH).order_by("-stories", "tag")[:_MOST_TAGS]
    pairs = [(row["tag"], row["content_object__language"]) for row in used]
    slugs = dict(
        Tag.objects.filter(merged_into=None, pk__in={tag for tag, _language in pairs}).values_list("pk", "slug")
    )
    yield from _told("tag", [(slugs[tag], language) for tag, language in pairs if tag in slugs])


def _flat_pages() -> Iterator[Page]:
    yield from _told("page", FlatPage.objects.order_by("slug", "language").values_list("slug", "language"))


def _told(name: str, pairs: Iterable[tuple[object, str]]) -> Iterator[Page]:
    """The pages of that name, each in the editions said beside what its address is made of."""
    languages = defaultdict(list)
    for about, language in pairs:
        languages[about].append(language)
    for about, spoken in languages.items():
        yield from in_editions(name, about if isinstance(about, tuple) else (about,), spoken)
