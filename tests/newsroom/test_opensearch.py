"""A browser's own search box searches the edition that is being read."""

import re

import pytest
from defusedxml.ElementTree import fromstring

pytestmark = pytest.mark.django_db

NS = {"os": "http://a9.com/-/spec/opensearch/1.1/"}


def described(client, prefix: str):
    response = client.get(f"{prefix}/opensearch.xml")
    assert response["Content-Type"] == "application/opensearchdescription+xml; charset=utf-8"
    return fromstring(response.content)


@pytest.mark.parametrize(("prefix", "language"), [("", "ru"), ("/ky", "ky"), ("/en", "en")])
def test_each_edition_searches_itself(client, prefix, language):
    root = described(client, prefix)
    assert root.findtext("os:Language", namespaces=NS) == language
    html, own = root.findall("os:Url", NS)
    assert html.attrib == {"type": "text/html", "template": f"http://localhost:8000{prefix}/search/?q={{searchTerms}}"}
    assert own.get("template") == f"http://localhost:8000{prefix}/opensearch.xml"
    page = client.get(f"{prefix}/people/").content.decode()
    assert re.search(rf'<link rel="search" [^>]*href="{prefix}/opensearch.xml"', page)


def test_a_long_name_is_cut_to_what_browsers_take(client, settings):
    settings.SITE_NAME = "Вечерняя газета & «Утро»"
    root = described(client, "")
    assert root.findtext("os:ShortName", namespaces=NS) == "Вечерняя газета"
    assert "Вечерняя газета & «Утро»" in root.findtext("os:Description", namespaces=NS)
