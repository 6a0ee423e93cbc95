"""What programs are asked not to read, and where they are told of the rest."""

from urllib.robotparser import RobotFileParser

import pytest

pytestmark = pytest.mark.django_db


@pytest.fixture
def rules(client, settings):
    settings.BASE_URL = "https://paper.example"
    response = client.get("/robots.txt")
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    parser = RobotFileParser()
    parser.parse(response.content.decode().splitlines())
    return parser


@pytest.mark.parametrize(
    ("path", "may"),
    [
        ("/", True),
        ("/ky/", True),
        ("/news/most-12/", True),
        ("/news/most-12.ninjs.json", True),
        ("/en/people/", True),
        ("/media/ab/cd.jpg", True),
        ("/static/css/page.css", True),
        ("/opensearch.xml", True),
        ("/admin/", False),
        ("/admin/articles/article/", False),
        ("/preview/abc/", False),
        ("/search/?q=мост", False),
        ("/ky/search/?q=көпүрө", False),
        ("/en/search/suggest?q=br", False),
    ],
)
def test_programs_may_read_what_readers_read_but_no_searches(rules, path, may):
    assert rules.can_fetch("Googlebot", path) is may


def test_programs_are_led_to_the_sitemaps_by_whole_addresses(rules):
    assert rules.site_maps() == ["https://paper.example/sitemap.xml", "https://paper.example/sitemap-news.xml"]
