"""Readers and editors meet no script, style or picture that the site's own policy refuses."""

import pytest
from django.urls import reverse

from articles import revisions, workflow
from articles.content import Content
from tests.journeys.desk import sign_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.mark.parametrize("path", ["/", "/ky/", "/en/", "/people/", "/corrections/", "/admin/login/"])
def test_a_page_answers_and_breaks_no_policy(page, console, live_server, path):
    response = page.goto(live_server.url + path)
    assert response.status == 200
    assert "script-src" in response.headers["content-security-policy"]
    assert "'unsafe-inline'" not in response.headers["content-security-policy"]
    assert console == []


def test_no_page_of_the_desk_breaks_it_either(page, console, live_server, login_of, now):
    chief = login_of("administrator")
    live = revisions.create(Content(headline="Мост открыт", body="<p>Да.</p>"), chief, now=now)
    workflow.publish(live, by=chief, now=now)
    draft = revisions.create(Content(headline="Мост строят", body="<p>Да.</p>"), chief, now=now)
    of_live = ["change", "versions", "compare", "public", "history", "talk", "note", "develop", "withdraw", "preview"]
    addresses = [
        *(reverse(f"admin:articles_article_{name}", args=[live.pk]) for name in of_live),
        *(reverse(f"admin:articles_article_{name}", args=[draft.pk]) for name in ("change", "schedule", "embargo")),
        reverse("admin:articles_article_public_version", args=[live.pk, live.public_versions.get().pk]),
        *(reverse(f"admin:articles_article_{name}") for name in ("add", "breaking", "import", "changelist", "offices")),
        *(
            reverse(f"admin:{name}")
            for name in ("index", "articles_deskrules_setup", "articles_articleevent_changelist")
        ),
        reverse("admin:newsroom_user_change", args=[chief.pk]),
    ]
    sign_in(page, live_server.url, chief.username)
    for address in addresses:
        response = page.goto(live_server.url + address)
        assert response.status == 200, address
        assert "'unsafe-inline'" not in response.headers["content-security-policy"]
        page.wait_for_load_state("networkidle")
        assert console == [], address


def test_the_console_notices_what_the_policy_refuses(page, console, live_server):
    page.goto(live_server.url + "/")
    page.evaluate("document.body.insertAdjacentHTML('beforeend', '<img src=\"https://stranger.example/x.png\">')")
    page.wait_for_timeout(200)
    assert any("Content Security Policy" in complaint for complaint in console)
