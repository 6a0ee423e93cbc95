"""The table names every address that answers with a page."""

from tests.newsroom.test_nothing_leaks import SURFACES

from .table import TABLE

# Files, machines, and a draft shown to somebody by a key: an ordinary story under a banner.
NOT_PAGES = ("media/", "preview/", "healthz", "readyz", "search/suggest")
NOT_HTML = (".xml", ".txt", ".json", "feeds/<str:format>")


def test_every_public_page_type_is_looked_at():
    wanted = {pattern for pattern in SURFACES if not pattern.startswith(NOT_PAGES) and not pattern.endswith(NOT_HTML)}
    assert {kind.pattern for kind in TABLE} == wanted
