"""The writing form answers whatever is sent to it: with a page, never with a crash."""

import pytest
from django.urls import reverse

from tests.forms import fields_of

pytestmark = pytest.mark.django_db
NO_KEYS = ["abc", "9" * 25, "1.5", "\0"]


@pytest.fixture
def desk(client, editor):
    client.force_login(editor)
    return client


@pytest.mark.parametrize("value", NO_KEYS)
def test_a_record_that_cannot_be_is_told_beside_the_text(desk, draft, value):
    address = reverse("admin:articles_article_change", args=[draft.pk])
    typed = fields_of(desk.get(address), "article_form") | {"headline": "Иное", "lead_photo": value}
    page = desk.post(address, typed)
    assert page.context["form"].errors.keys() == {"lead_photo"}
    assert page.context["form"]["headline"].value() == "Иное"


@pytest.mark.parametrize("value", NO_KEYS)
def test_nobody_is_chosen_by_what_is_no_key(desk, draft, value):
    whom = reverse("admin:articles_article_whom", args=[draft.pk])
    assert desk.post(f"{whom}?name=Токтосунов", {"person": value, "where": "here"}).status_code == 200
    address = reverse("admin:articles_article_change", args=[draft.pk])
    saved = desk.post(address, fields_of(desk.get(address), "article_form") | {"bylines": value})
    assert saved.status_code == 302
    assert not draft.name_decisions.exists()


@pytest.mark.parametrize("key", ["abc", "9" * 25, "2"])
def test_an_article_nobody_wrote_is_not_found(desk, draft, key):
    assert desk.get(f"/admin/articles/article/{key}/change/").status_code == 404
