"""Readers and editors meet no script, style or picture that the site's own policy refuses."""

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.mark.parametrize("path", ["/", "/ky/", "/en/", "/people/", "/admin/login/"])
def test_a_page_answers_and_breaks_no_policy(page, console, live_server, path):
    response = page.goto(live_server.url + path)
    assert response.status == 200
    assert "script-src" in response.headers["content-security-policy"]
    assert "'unsafe-inline'" not in response.headers["content-security-policy"]
    assert console == []


def test_the_console_notices_what_the_policy_refuses(page, console, live_server):
    page.goto(live_server.url + "/")
    page.evaluate("document.body.insertAdjacentHTML('beforeend', '<img src=\"https://stranger.example/x.png\">')")
    page.wait_for_timeout(200)
    assert any("Content Security Policy" in complaint for complaint in console)
