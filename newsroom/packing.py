"""Pages for readers on their way in gzip: a quarter of the bytes over a slow line.

The same page is always the same bytes, so that its ETag holds. Pages of the desk stay as they are: what is secret in
them could be guessed from how well it packs (https://www.breachattack.com).
"""

import gzip
import re
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers

# The desk, and what is packed already or not worth it.
_PLAIN = ("/admin/", "/media/", "/static/", "/healthz", "/readyz")
_SHORTEST = 500  # bytes; of less, packing saves no packet
_TEXTS = re.compile(r"text/|application/(?:[\w.-]+\+)?(?:json|xml)\b")
_TAKES_GZIP = re.compile(r"\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))", re.IGNORECASE)


def packing_middleware(get_response: Callable[[HttpRequest], HttpResponse]):
    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if request.path_info.startswith(_PLAIN) or response.streaming:
            return response
        pack(response)
        if is_packed(response) and not _TAKES_GZIP.search(request.headers.get("Accept-Encoding", "")):
            unpack(response)
        return response

    return middleware


def is_packed(response: HttpResponse) -> bool:
    return response.headers.get("Content-Encoding") == "gzip"


def pack(response: HttpResponse) -> None:
    """Pack a text that is long enough to gain by it; anything else stays as it is."""
    if "Content-Encoding" in response.headers or not _TEXTS.match(response.headers.get("Content-Type", "")):
        return
    if len(response.content) < _SHORTEST:
        return
    patch_vary_headers(response, ["Accept-Encoding"])
    response.headers["Content-Encoding"] = "gzip"
    _fill(response, gzip.compress(response.content, mtime=0))


def unpack(response: HttpResponse) -> None:
    """The other way, for the few programs that take no gzip."""
    del response.headers["Content-Encoding"]
    _fill(response, gzip.decompress(response.content))


def _fill(response: HttpResponse, content: bytes) -> None:
    response.content = content
    response.headers["Content-Length"] = str(len(content))
