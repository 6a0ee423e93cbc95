"""Every page type readers may get, each at an address of its own. A new public address without a row fails.

Addresses in braces are those `world.build` gives by the same word.
"""

from dataclasses import dataclass

import pytest


@dataclass(frozen=True)
class PageType:
    """``pattern`` is the route it answers for; ``prose`` finds the paragraphs whose lines are counted."""

    name: str
    pattern: str
    path: str
    language: str = "ru"
    prose: str = ""


STORY = "news/<slug:slug>-<int:pk>/"
ARCHIVE = "archive/<year:year>/"
BROKEN = "/broken/"

TABLE = [
    PageType("front", "", "/"),
    PageType("front in Kyrgyz", "", "/ky/", "ky"),
    PageType("front in English", "", "/en/", "en"),
    PageType("story", STORY, "{sample}", prose=".text > p"),
    PageType("story with every node", STORY, "{whole}", prose=".text > p"),
    PageType("story in Kyrgyz", STORY, "{kyrgyz}", "ky"),
    PageType("story kept with a notice", STORY, "{notice}"),
    PageType("story gone", STORY, "{gone}"),
    PageType("section", "sections/<slug:slug>/", "/sections/society/"),
    PageType("section, second page", "sections/<slug:slug>/", "/sections/society/?page=2"),
    PageType("tag", "tags/<slug:slug>/", "/tags/dorogi/"),
    PageType("author", "authors/<slug:slug>/", "/authors/lada-kamyshova/"),
    PageType("archive", "archive/", "/archive/"),
    PageType("archive of a year", ARCHIVE, "/archive/{year}/"),
    PageType("archive of a month", f"{ARCHIVE}<two:month>/", "/archive/{month}/"),
    PageType("archive of a day", f"{ARCHIVE}<two:month>/<two:day>/", "/archive/{day}/"),
    PageType("search", "search/", "/search/"),
    PageType("search, found", "search/", "/search/?q=мосты"),
    PageType("search, a name found", "search/", "/en/search/?q=Ольхов", "en"),
    PageType("search, nothing found", "search/", "/search/?q=ъъъъ"),
    PageType("search, narrowed down", "search/", "/search/?q=мосты&section=society&from=2025-01-01&to=2099-01-01"),
    PageType("corrections", "corrections/", "/corrections/"),
    PageType("people", "people/", "/people/"),
    PageType("person", "people/<slug:slug>/", "/people/timur-olkhov/", prose=".life p"),
    PageType("person with nothing told", "people/<slug:slug>/", "{sparse}"),
    PageType("person on a day", "people/<slug:slug>/", "/people/timur-olkhov/?on=2019-05-01"),
    PageType("quotes of a person", "people/<slug:slug>/quotes/", "/people/timur-olkhov/quotes/"),
    PageType("pictures of a person", "people/<slug:slug>/photos/", "/people/timur-olkhov/photos/"),
    PageType("people by organization", "people/", "/people/?by=organization"),
    PageType("organization", "organizations/<slug:slug>/", "/organizations/pravitelstvo-lakovii/"),
    PageType("office", "posts/<slug:slug>/", "/posts/premer-ministr-lakovii/"),
    PageType("page of the paper", "<slug:slug>/", "/about/", prose=".flat-page p"),
    PageType("no such page", "<slug:slug>/", "/no-such-page/"),
    PageType("something broke", "", BROKEN),
]

every_page = pytest.mark.parametrize("kind", TABLE, ids=lambda kind: kind.name)
