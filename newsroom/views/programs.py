"""What programs ask for before anything else: what they may read, and how a browser searches here."""

from xml.etree import ElementTree

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext, override
from django.views.decorators.http import require_safe

_OPENSEARCH = "http://a9.com/-/spec/opensearch/1.1/"
_LONGEST_NAME = 16  # what browsers take


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Everything may be read but the desk, drafts shown to one reader, and what a search found."""
    closed = ["/admin/", "/preview/", *(_in(code, "search") for code, _name in settings.LANGUAGES)]
    sitemaps = [f"{settings.BASE_URL}{reverse(name)}" for name in ("sitemap", "sitemap_news")]
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in closed), ""]
    lines += [f"Sitemap: {address}" for address in sitemaps]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


@require_safe
def opensearch(request: HttpRequest) -> HttpResponse:
    """How a browser searches this edition from its own search box."""
    address = f"{settings.BASE_URL}{reverse('search')}"
    name = settings.SITE_NAME
    root = ElementTree.Element("OpenSearchDescription", {"xmlns": _OPENSEARCH})
    _say(root, "ShortName", name[:_LONGEST_NAME].strip())
    _say(root, "Description", gettext("Search stories, people and organizations: %(site)s") % {"site": name})
    _say(root, "Language", request.LANGUAGE_CODE)
    _say(root, "InputEncoding", "UTF-8")
    ElementTree.SubElement(root, "Url", {"type": "text/html", "template": f"{address}?q={{searchTerms}}"})
    own = f"{settings.BASE_URL}{reverse('opensearch')}"
    media = "application/opensearchdescription+xml"
    ElementTree.SubElement(root, "Url", {"type": media, "rel": "self", "template": own})
    return HttpResponse(
        ElementTree.tostring(root, encoding="utf-8", xml_declaration=True), content_type=f"{media}; charset=utf-8"
    )


def _say(root: ElementTree.Element, name: str, text: str) -> None:
    ElementTree.SubElement(root, name).text = text


def _in(language: str, name: str) -> str:
    with override(language):
        return reverse(name)
