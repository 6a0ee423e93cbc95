"""Where a page stands in the other editions."""

from django.conf import settings
from django.http import HttpRequest
from django.urls import translate_url

# Pages that every edition has, each with its own words. Of stories, tags, authors and days an edition has its own.
_EVERYWHERE = {"front", "section", "archive", "search", "corrections"}
_EVERYWHERE |= {"people", "person", "person_quotes", "person_photos", "organization", "post"}


def editions_of(request: HttpRequest) -> dict[str, str]:
    """The addresses of this page by language code; nothing where other editions need not have it."""
    found = getattr(request, "resolver_match", None)
    if found is None or found.url_name not in _EVERYWHERE:
        return {}
    return {code: translate_url(request.path, code) for code, _name in settings.LANGUAGES}
