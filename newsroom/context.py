"""What every page knows about the site. What it does not print, it does not ask for: each answer is one question."""

from django.conf import settings
from django.db.models import Exists, OuterRef
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language

from articles.models import Article, Section

from .editions import editions_of
from .models import FlatPage, Imprint
from .pagecache import PARAMETERS

# As many as fit under the masthead.
_MOST_SECTIONS = 8
_ABOUT = "about"


def site(request: HttpRequest) -> dict[str, object]:
    pages = SimpleLazyObject(_pages)
    return {
        "site_name": settings.SITE_NAME,
        "base_url": settings.BASE_URL,
        "now": getattr(request, "now", None),
        "editions": SimpleLazyObject(lambda: editions_of(request)),
        "is_part": not PARAMETERS.isdisjoint(request.GET),
        "nav_sections": SimpleLazyObject(lambda: _sections(request)),
        "footer_pages": pages,
        "about": SimpleLazyObject(lambda: next((page for page in pages if page.slug == _ABOUT), None)),
        "imprint": SimpleLazyObject(lambda: Imprint.of(_language())),
    }


def _language() -> str:
    return get_language() or settings.LANGUAGE_CODE


def _sections(request: HttpRequest) -> list[Section]:
    """The first sections that have stories in this edition."""
    listed = Article.objects.listed(request.now).in_language(_language()).order_by()
    return list(Section.objects.filter(Exists(listed.filter(section=OuterRef("pk"))))[:_MOST_SECTIONS])


def _pages() -> list[FlatPage]:
    return list(FlatPage.objects.filter(language=_language()).defer("body"))
