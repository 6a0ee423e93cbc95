"""Organizations a story names: linked, told to machines, public while the story is, and asked about."""

import json
import re
from html import escape

import pytest
from django.urls import reverse

from articles import decisions, revisions, workflow
from articles.content import Content
from articles.name_buttons import Pressed
from people.models import Organization
from tests.forms import fields_of

pytestmark = pytest.mark.django_db

BODY = (
    "<p>В Союзе пастухов Лаковии подвели итоги. Министерство культуры Лаковии помогло Союзу пастухов Лаковии.</p>"
    "<p>В министерстве культуры Лаковии довольны.</p>"
)


@pytest.fixture
def bodies(db):
    return [
        Organization.objects.create(name="Министерство культуры Лаковии", classification="ministry", area="Лаковия"),
        Organization.objects.create(name="Союз пастухов Лаковии", classification="other", area="Лаковия"),
    ]


def publish(editor, now, body=BODY, **content):
    article = revisions.create(Content(headline="Итоги года", body=body, **content), editor, now=now)
    workflow.publish(article, by=editor, now=now)
    return article


def test_the_first_mention_in_the_body_is_a_link(bodies, editor, now, client):
    article = publish(editor, now)
    ministry, union = bodies
    linked = re.findall(r'<a href="([^"]+)" data-organization="(\d+)">([^<]+)</a>', article.rendered_html)
    assert linked == [
        (union.get_absolute_url(), str(union.pk), "Союзе пастухов Лаковии"),
        (ministry.get_absolute_url(), str(ministry.pk), "Министерство культуры Лаковии"),
    ]
    named = list(article.mentions.values_list("surface", "organization", "name"))
    assert len(named) == 4
    assert named[3] == ("министерстве культуры Лаковии", ministry.pk, "Министерство культуры Лаковии")


def test_its_page_answers_while_the_story_does(bodies, editor, now, client, time_machine):
    time_machine.move_to(now)
    address = bodies[1].get_absolute_url()
    assert client.get(address).status_code == 404
    article = publish(editor, now)
    assert client.get(address).status_code == 200
    workflow.withdraw(article, by=editor, now=now, reason="Ошибка.")
    assert client.get(address).status_code == 404


def test_machines_are_told(bodies, editor, now, client, time_machine):
    time_machine.move_to(now)
    page = client.get(publish(editor, now).get_absolute_url()).content.decode()
    (data, _breadcrumbs) = re.findall(r'<script type="application/ld\+json"[^>]*>(.*?)</script>', page, re.DOTALL)
    named = {each["name"]: each["@type"] for each in json.loads(data)["mentions"]}
    kinds = {"Министерство культуры Лаковии": "GovernmentOrganization", "Союз пастухов Лаковии": "Organization"}
    assert named == kinds


@pytest.mark.parametrize(("policy", "links"), [("none", 0), ("first", 2), ("all", 4)])
def test_the_newsroom_chooses_how_many_mentions_are_links(bodies, editor, now, settings, policy, links):
    settings.NAME_LINKS = {**settings.NAME_LINKS, "organization": {"lede": "none", "caption": "all", "body": policy}}
    assert publish(editor, now).rendered_html.count("data-organization") == links


def test_a_preview_shows_them_as_readers_will(bodies, editor, now, client):
    article = revisions.create(Content(headline="Итоги", body=BODY), editor, now=now)
    client.force_login(editor)
    page = client.get(reverse("admin:articles_article_preview", args=[article.pk])).content.decode()
    assert page.count("data-organization") == 2


def test_one_of_two_bodies_of_a_name_is_chosen_on_the_desk(editor, now, client):
    first, second = (
        Organization.objects.create(name="Академия ремёсел", classification="other", area=area) for area in ("", " ")
    )
    article = revisions.create(Content(headline="Год", body="<p>В Академии ремёсел прошёл смотр.</p>"), editor, now=now)
    client.force_login(editor)
    address = reverse("admin:articles_article_change", args=[article.pk])
    form = client.get(address)
    (entry,) = form.context["named"].open
    assert set(entry.suggestions) == {first, second}
    value = str(Pressed("means", entry.surfaces, organization=second.pk))
    assert escape(value) in form.content.decode()
    client.post(address, {**fields_of(form, "article_form"), "_decide": value})
    (entry,) = client.get(address).context["named"].organizations
    assert (entry.meant, entry.is_decided) == (second, True)
    workflow.publish(article, by=editor, now=now)
    assert list(article.mentions.values_list("organization", flat=True)) == [second.pk]


def test_a_body_that_is_not_meant_is_ruled_out(bodies, editor, now):
    article = revisions.create(Content(headline="Итоги", body=BODY), editor, now=now)
    decisions.decide(article, ["Союзе пастухов Лаковии", "Союзу пастухов Лаковии"], None, by=editor)
    workflow.publish(article, by=editor, now=now)
    assert {each.organization for each in article.mentions.all()} == {bodies[0]}
