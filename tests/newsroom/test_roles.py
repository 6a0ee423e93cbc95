"""Five roles, and what each may do at the desk."""

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse

from newsroom.roles import ROLES

pytestmark = pytest.mark.django_db

ADD_ARTICLE = "admin:articles_article_add"
IMPORT = "admin:articles_article_import"
PEOPLE = "admin:people_person_changelist"
ADD_PERSON = "admin:people_person_add"
PHOTOS = "admin:media_assets_photo_changelist"
ADD_PHOTO = "admin:media_assets_batch_add"
USERS = "admin:newsroom_user_changelist"
SECTIONS = "admin:articles_section_changelist"

MAY_OPEN = {
    "reporter": {ADD_ARTICLE, IMPORT, PEOPLE, ADD_PERSON, PHOTOS, SECTIONS},
    "editor": {ADD_ARTICLE, IMPORT, PEOPLE, ADD_PERSON, PHOTOS, ADD_PHOTO, SECTIONS},
    "photo desk": {PEOPLE, ADD_PERSON, PHOTOS, ADD_PHOTO},
    "chief editor": {ADD_ARTICLE, IMPORT, PEOPLE, ADD_PERSON, PHOTOS, ADD_PHOTO, SECTIONS, USERS},
    "administrator": {ADD_ARTICLE, IMPORT, PEOPLE, ADD_PERSON, PHOTOS, ADD_PHOTO, SECTIONS, USERS},
}
EVERYTHING = MAY_OPEN["administrator"]


def test_the_roles_are_there_after_migrating():
    assert set(Group.objects.values_list("name", flat=True)) >= set(ROLES)


@pytest.mark.parametrize("role", MAY_OPEN)
def test_each_role_opens_its_own_pages_and_no_others(client, login_of, role):
    client.force_login(login_of(role))
    opened = {name for name in EVERYTHING if client.get(reverse(name)).status_code == 200}
    assert opened == MAY_OPEN[role]


@pytest.mark.parametrize("name", sorted(EVERYTHING))
def test_the_desk_is_closed_to_strangers(client, name):
    response = client.get(reverse(name))
    assert response.status_code == 302
    assert "/admin/login/" in response["Location"]


def test_the_desk_speaks_the_language_of_its_user(client, login_of):
    client.force_login(login_of("editor", language="en"))
    assert client.get("/admin/")["Content-Language"] == "en"


@pytest.mark.parametrize(
    ("role", "moves"),
    [("editor", {IMPORT, ADD_ARTICLE, ADD_PHOTO}), ("reporter", {IMPORT, ADD_ARTICLE}), ("photo desk", {ADD_PHOTO})],
)
def test_the_first_page_offers_what_the_role_mostly_does(client, login_of, role, moves):
    client.force_login(login_of(role))
    page = client.get("/admin/").content.decode()
    first = page[page.index('class="first-moves"') : page.index("</p>", page.index('class="first-moves"'))]
    assert {name for name in (IMPORT, ADD_ARTICLE, ADD_PHOTO) if f'"{reverse(name)}"' in first} == moves
