"""Every answer of a site in production keeps the rules that MDN's HTTP Observatory grades: without a fault, A+."""

import importlib
import re

import pytest
from django.test import override_settings

from tests.factories.pictures import photo
from tests.factories.stories import story

pytestmark = pytest.mark.django_db

TLS = {"HTTP_X_FORWARDED_PROTO": "https"}  # as the proxy in front says it
HALF_A_YEAR = 15_768_000
ANSWERS = ["/", "/ky/people/", "/search/?q=мост", "/no-such-page/", "/feeds/rss.xml", "/robots.txt", "/admin/login/"]


@pytest.fixture(autouse=True)
def production(monkeypatch):
    monkeypatch.setenv("SECRET_KEY", "a key for this test alone " * 3)
    settings = importlib.import_module("newsroom.settings.production")
    security = re.compile("SECURE_|SESSION_COOKIE_|CSRF_COOKIE_|X_FRAME")
    with override_settings(**{name: getattr(settings, name) for name in dir(settings) if security.match(name)}):
        yield


@pytest.mark.parametrize("path", ANSWERS)
def test_an_answer_is_safe_in_a_browser(client, path):
    headers = client.get(path, **TLS).headers
    assert int(re.match(r"max-age=(\d+)", headers["Strict-Transport-Security"])[1]) > HALF_A_YEAR
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Referrer-Policy"] == "strict-origin-when-cross-origin"
    assert headers["Cross-Origin-Opener-Policy"] == headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "camera=()" in headers["Permissions-Policy"]


@pytest.mark.parametrize("path", ANSWERS)
def test_a_policy_allows_nothing_it_does_not_name(client, path):
    header = client.get(path, **TLS).headers["Content-Security-Policy"]
    policy = dict(directive.strip().split(" ", 1) for directive in header.split(";"))
    assert policy["default-src"] == policy["frame-ancestors"] == policy["base-uri"] == "'none'"
    assert policy["form-action"] == policy["connect-src"] == policy["script-src"] == "'self'"
    assert not re.search(r"unsafe|\*|https?:", header)


def test_plain_http_leads_to_the_same_page_with_tls(client):
    response = client.get("/people/?page=2")
    assert (response.status_code, response.headers["Location"]) == (301, "https://testserver/people/?page=2")


def test_readers_get_no_cookie_and_the_desk_only_safe_ones(client):
    assert not client.get("/", **TLS).cookies
    cookies = client.get("/admin/login/?language=ky", **TLS).cookies
    assert set(cookies) == {"sessionid", "csrftoken"}
    assert all(cookie["secure"] and cookie["samesite"] == "Lax" for cookie in cookies.values())
    assert cookies["sessionid"]["httponly"]


def test_a_picture_may_be_shown_by_a_feed_reader_elsewhere(client, login_of, now, time_machine):
    time_machine.move_to(now, tick=False)
    article = story("Мост", login_of("editor"), now, lead_photo=photo(alt_text="Мост").pk)
    page = client.get(article.get_absolute_url(), **TLS).content.decode()
    picture = client.get(re.search(r'<img src="(/media/[^"]+)"', page)[1], **TLS)
    assert picture.status_code == 200
    assert "Cross-Origin-Resource-Policy" not in picture.headers
