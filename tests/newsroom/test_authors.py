"""The page of whoever signs."""

from datetime import timedelta

import pytest

from articles.authors import show_portrait
from articles.content import Credit
from articles.models import Author
from media_assets import renditions
from media_assets.models import PhotoUse
from tests.factories.pictures import photo
from tests.factories.stories import story

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(login_of):
    return login_of("editor")


@pytest.fixture
def lada(db):
    return Author.objects.create(
        name="Лада Камышова", name_en="Lada Kamyshova", biography="Пишет об озёрах.", biography_en="Writes on lakes."
    )


@pytest.fixture
def signed(editor, lada, now, time_machine):
    """She has written one story and taken the pictures of another."""
    time_machine.move_to(now, tick=False)
    return [
        story("Паром пошёл", editor, now, bylines=(Credit(lada.pk),)),
        story("Снимки озера", editor, now, bylines=(Credit(lada.pk, "photo"),)),
    ]


def read(client, path: str, status: int = 200) -> str:
    response = client.get(path)
    assert response.status_code == status, path
    return response.content.decode()


def test_an_author_has_a_page_of_stories_by_what_was_done_in_them(client, signed):
    written = read(client, "/authors/lada-kamyshova/")
    assert "Пишет об озёрах." in written
    assert "Паром пошёл" in written
    assert "Снимки озера" not in written
    pictured = read(client, "/authors/lada-kamyshova/?role=photo")
    assert "Снимки озера" in pictured
    assert "Паром пошёл" not in pictured


@pytest.mark.parametrize("role", ["translation", "x"])
def test_what_the_author_has_not_done_is_no_page(client, signed, role):
    read(client, f"/authors/lada-kamyshova/?role={role}", 404)


def test_an_author_is_called_as_the_edition_calls_them(client, editor, lada, now, signed):
    story("The ferry", editor, now, language="en", bylines=(Credit(lada.pk),))
    html = read(client, "/en/authors/lada-kamyshova/")
    assert "<h1>Lada Kamyshova</h1>" in html
    assert "Writes on lakes." in html
    assert "The ferry" in html
    assert "noindex" not in html


def test_in_an_edition_without_stories_of_theirs_the_page_says_so(client, signed):
    html = read(client, "/ky/authors/lada-kamyshova/")
    assert 'content="noindex"' in html
    assert '<div class="biography" lang="ru">' in html


def test_an_author_of_nothing_public_cannot_be_told_from_none(client, lada):
    read(client, "/authors/lada-kamyshova/", 404)
    read(client, "/authors/none/", 404)


def test_a_story_leads_to_its_authors(client, signed):
    html = read(client, signed[0].get_absolute_url())
    assert '<a rel="author" href="/authors/lada-kamyshova/">Лада Камышова</a>' in html


def test_readers_see_the_portrait_with_its_credit_once_it_is_chosen(client, lada, signed, now):
    lada.portrait = photo("#405060", credit_line="Вера Осокина", alt_text="Портрет")
    lada.save()
    renditions.ensure(lada.portrait)
    address = f"/media/{lada.portrait.renditions.filter(spec='portrait', format='jpeg').first().file.name}"
    read_status = client.get(address).status_code
    assert read_status == 404
    show_portrait(lada, now)
    assert client.get(address).status_code == 200
    html = read(client, "/authors/lada-kamyshova/")
    assert address in html
    assert "Вера Осокина" in html


def test_another_portrait_takes_the_place_of_the_first(lada, now):
    first, second = photo("#111111"), photo("#222222")
    for portrait in (first, first, second):
        lada.portrait = portrait
        show_portrait(lada, now + timedelta(hours=1))
    assert PhotoUse.objects.get().photo == second
    lada.portrait = None
    show_portrait(lada, now)
    assert not PhotoUse.objects.exists()


def test_choosing_a_portrait_at_the_desk_shows_it(client, login_of, lada):
    client.force_login(login_of("editor", "desk"))
    chosen = photo("#333333")
    form = {"name": lada.name, "slug": lada.slug, "portrait": chosen.pk}
    assert client.post(f"/admin/articles/author/{lada.pk}/change/", form).status_code == 302
    assert PhotoUse.objects.get().photo == chosen


def test_an_author_costs_the_same_with_one_story_and_with_ten(
    client, editor, lada, now, signed, django_assert_max_num_queries
):
    for number in range(10):
        story(f"Озеро {number}", editor, now, bylines=(Credit(lada.pk),))
    with django_assert_max_num_queries(11):
        read(client, "/authors/lada-kamyshova/")
