"""The lists of the desk: a picture in each row, and as many queries for fifty rows as for five."""

from dataclasses import replace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles import revisions, workflow
from articles.content import Content
from articles.models import Article, Section, Tag
from media_assets.models import Batch, BatchFile, Caption, Photo, Portrait
from newsroom.models import User
from people.desk import DeskPaginator
from people.models import Membership, Organization, Person, Post
from tests.factories.people import held, person, post

LISTS = [
    "articles/article/",
    "articles/article/?state=published",
    "articles/article/?state=changed",
    "articles/article/?q=мост",
    "articles/author/",
    "articles/section/",
    "articles/tag/",
    "media_assets/batch/",
    "media_assets/caption/",
    "media_assets/photo/",
    "media_assets/photo/?view=list",
    "newsroom/user/",
    "people/membership/",
    "people/organization/",
    "people/person/",
    "people/person/?q=токтосунов",
    "people/post/",
]
FOREIGN_KEYS = [
    ("people", "membership", "person"),
    ("people", "membership", "post"),
    ("people", "membership", "organization"),
    ("media_assets", "portrait", "person"),
    ("media_assets", "caption", "photo"),
    ("articles", "author", "portrait"),
]


@pytest.fixture
def chief(client, login_of):
    chief = login_of("administrator")
    client.force_login(chief)
    return chief


def picture(number: int) -> Photo:
    """A row of the library without a file."""
    copy = {"jpeg": f"{number}.jpg", "width": 160, "height": 160}
    return Photo.objects.create(
        original=f"{number}.jpg", sha256=str(number), width_px=640, height_px=480, headline=f"Мост {number}",
        alt_text="Мост", credit_line="архив", copies={"square": copy, "w320": {**copy, "width": 320}},
    )  # fmt: skip


def rows(numbers: range, by: User, now) -> None:
    """One more of everything that has a list, each with what its row shows of others."""
    section, _made = Section.objects.get_or_create(name="Общество")
    for number in numbers:
        shown = picture(number)
        asan = person("Асан", f"Токтосунов{number}")
        held(asan, post(f"министр {number}", f"Министерство {number}"), "2020")
        Portrait.objects.create(person=asan, photo=shown)
        Caption.objects.create(photo=shown, text="Мост")
        BatchFile.objects.create(batch=Batch.objects.create(created_by=by), photo=shown, name="a", outcome="taken")
        Tag.objects.create(name=f"мост {number}")
        User.objects.create_user(f"reporter {number}", is_staff=True)
        content = Content(headline=f"Мост {number}", body="<p>Открыт.</p>", section=section.pk)
        article = revisions.create(content, by, now=now)
        if number % 2:
            workflow.publish(article, by=by, now=now)
        revisions.save(article, replace(content, lead_photo=shown.pk), 1, by, now=now)


def queries(client, address: str) -> int:
    with CaptureQueriesContext(
        connection,
    ) as captured:
        assert client.get(address).status_code == 200
    return len(captured)


def test_no_list_asks_more_for_many_rows_than_for_few(client, chief, now):
    addresses = [f"/admin/{name}" for name in LISTS]
    addresses += [
        f"/admin/autocomplete/?term=1&app_label={app}&model_name={model}&field_name={field}"
        for app, model, field in FOREIGN_KEYS
    ]
    rows(range(5), chief, now)
    few = {address: queries(client, address) for address in addresses}
    rows(range(5, 50), chief, now)
    assert {address: queries(client, address) for address in addresses} == few


def test_a_row_shows_the_lead_photo_of_the_newest_version_and_the_portrait(client, chief, now):
    first, second = picture(1), picture(2)
    article = revisions.create(Content(headline="Мост", body="<p>а</p>", lead_photo=first.pk), chief, now=now)
    revisions.save(article, Content(headline="Мост", body="<p>а</p>", lead_photo=second.pk), 1, chief, now=now)
    page = client.get("/admin/articles/article/").content.decode()
    assert "2.jpg" in page
    assert "1.jpg" not in page
    Portrait.objects.create(person=person("Асан", "Токтосунов"), photo=first)
    assert "1.jpg" in client.get("/admin/people/person/").content.decode()


def test_stories_with_changes_nobody_has_published_are_found_until_they_are(client, chief, now):
    article = revisions.create(Content(headline="Мост открыт", body="<p>а</p>"), chief, now=now)
    waiting = "/admin/articles/article/?state=changed"
    workflow.publish(article, by=chief, now=now)
    assert "Мост" not in client.get(waiting).content.decode()
    revisions.save(article, Content(headline="Мост закрыт", body="<p>а</p>"), 1, chief, now=now)
    assert "Мост закрыт" in client.get(waiting).content.decode()
    article.refresh_from_db()
    workflow.publish(article, by=chief, now=now)
    assert "Мост" not in client.get(waiting).content.decode()


def test_a_long_list_is_counted_no_further_than_it_is_paged(client, chief, monkeypatch, now):
    monkeypatch.setattr(DeskPaginator, "BOUND", 3)
    for number in range(3):
        person("Асан", f"Токтосунов{number}")
    assert "3 in all" in client.get("/admin/people/person/").content.decode()
    person("Асан", "Токтосунов3")
    assert "more than 3: search, or choose a filter" in client.get("/admin/people/person/").content.decode()


@pytest.mark.parametrize("model", [Article, Membership, Organization, Person, Post, Photo, Caption, Batch])
def test_no_list_reads_a_whole_table_for_its_first_page(model, client, chief):
    """The order of each list is an index's, so its first page is fifty steps along it."""
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL plans by the size of a table, and these are empty.")
    admin = f"/admin/{model._meta.app_label}/{model._meta.model_name}/"
    with CaptureQueriesContext(connection) as captured:
        client.get(admin)
    table = f'FROM "{model._meta.db_table}"'
    asked = [each["sql"] for each in captured if table in each["sql"] and "ORDER BY" in each["sql"]]
    assert asked
    with connection.cursor() as cursor:
        for sql in asked:
            cursor.execute(f"EXPLAIN QUERY PLAN {sql}")
            assert "TEMP B-TREE FOR ORDER BY" not in str(cursor.fetchall()), sql


@pytest.mark.parametrize("name", ["article/", "articleevent/"])
def test_what_stands_in_no_section_is_found_by_words(client, chief, name):
    Section.objects.create(name="Общество", slug="society")
    assert "no section" in client.get(f"/admin/articles/{name}").content.decode()
