"""Links of a text that lead nowhere, as far as can be told without asking the network."""

import re
from datetime import datetime
from html import unescape
from urllib.parse import urlsplit

from django.conf import settings
from django.urls import Resolver404, resolve
from django.utils.translation import gettext as _

from .models import Article

_HREF = re.compile(r'<a\b[^>]*?\bhref="([^"]*)"')
_HOST = re.compile(r"(?:[\w-]+\.)+[^\W\d_][\w-]+(?::\d+)?|\d+(?:\.\d+){3}(?::\d+)?")
# Kept for documents and tests by RFC 2606: nobody's.
_NOBODYS = (".example", ".invalid", ".test", ".localhost", "example.com", "example.org", "example.net")


def dead_links(body: str, now: datetime) -> list[str]:
    """A sentence for each address that leads nowhere, in the order of the text."""
    addresses = dict.fromkeys(unescape(found) for found in _HREF.findall(body))
    return [sentence for address in addresses if (sentence := _wrong_with(address, now))]


def _wrong_with(address: str, now: datetime) -> str:
    try:
        parts = urlsplit(address)
    except ValueError:
        return _("The link “%(address)s” is not an address.") % {"address": address}
    if parts.scheme in {"mailto", "tel"} or address.startswith("#"):
        return ""
    if not parts.netloc or parts.netloc == urlsplit(settings.BASE_URL).netloc:
        return _wrong_at_home(address, parts.path or "/", now)
    if not _HOST.fullmatch(parts.netloc) or parts.netloc.endswith(_NOBODYS):
        return _("The link “%(address)s” leads to no site.") % {"address": address}
    return ""


def _wrong_at_home(address: str, path: str, now: datetime) -> str:
    try:
        found = resolve(path)
    except Resolver404:
        return _("The link “%(address)s” leads to no page of this site.") % {"address": address}
    # A view that takes any word says itself which of them it knows (newsroom/views/pages.py).
    knows = getattr(found.func, "knows", None)
    if knows and not knows(**found.kwargs):
        return _("The link “%(address)s” leads to no page of this site.") % {"address": address}
    leads_to_story = found.view_name == "articles:detail"
    if leads_to_story and not Article.objects.public(now).filter(pk=found.kwargs["pk"]).exists():
        return _("The link “%(address)s” leads to a story readers do not have.") % {"address": address}
    return ""
