"""Pages that are no stories, and what the paper says of itself at the foot of every page."""

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext

from newsroom.models import FlatPage, Imprint

pytestmark = pytest.mark.django_db

ABOUT = "/admin/newsroom/flatpage/add/"


@pytest.fixture
def about(db):
    return FlatPage.objects.create(language="ru", slug="about", title="О нас", body="<p>Мы пишем об озёрах.</p>")


def read(client, path: str, status: int = 200) -> str:
    response = client.get(path)
    assert response.status_code == status, path
    return response.content.decode()


def test_a_page_answers_in_its_edition_and_stands_in_its_footer(client, about):
    html = read(client, "/about/")
    assert "<h1>О нас</h1>" in html
    assert "Мы пишем об озёрах." in html
    assert '<a href="/about/">О нас</a>' in read(client, "/")
    assert "О нас" not in read(client, "/ky/")
    read(client, "/ky/about/", 404)
    read(client, "/contacts/", 404)


def test_pages_stand_in_the_footer_in_their_places(client, about):
    FlatPage.objects.create(language="ru", slug="rules", title="Правила", body="<p>…</p>", position=1)
    html = read(client, "/")
    assert html.index("Правила") < html.index("О нас")


def test_what_no_editor_can_make_never_reaches_readers(client, about):
    about.body = "<p>Текст<script>alert(1)</script></p><img src=x onerror=alert(1)><p style='color:red'>…</p>"
    about.save()
    html = read(client, "/about/")
    assert "alert" not in html
    assert "style=" not in html


@pytest.mark.parametrize("slug", ["archive", "people", "corrections", "admin", "ky"])
def test_a_page_may_not_have_the_address_of_another(slug):
    with pytest.raises(ValidationError) as refused:
        FlatPage(language="ru", slug=slug, title="О нас", body="<p>…</p>").full_clean()
    assert list(refused.value.error_dict) == ["slug"]


def test_a_chief_editor_writes_a_page_and_readers_have_it_at_once(client, client_class, login_of, settings):
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
    reader = client_class()
    before = read(reader, "/")
    client.force_login(login_of("chief editor"))
    assert "prose-editor" in read(client, ABOUT)
    form = {"language": "ru", "slug": "contacts", "title": "Контакты", "body": "<p>Пишите нам.</p>", "position": "1"}
    assert client.post(ABOUT, form).status_code == 302
    assert "Контакты" not in before
    assert "Контакты" in read(reader, "/")
    assert "Пишите нам." in read(reader, "/contacts/")
    page = FlatPage.objects.get()
    client.post(f"/admin/newsroom/flatpage/{page.pk}/change/", {**form, "title": "Связь с нами"})
    assert [each.title for each in page.history.all()] == ["Связь с нами", "Контакты"]


def test_the_imprint_prints_what_is_written_and_nothing_else(client):
    Imprint.objects.create(language="ru", founder="ОсОО «Чолпон»", certificate="№ 1", email="news@example.org")
    html = read(client, "/")
    assert "ОсОО «Чолпон»" in html
    assert 'href="mailto:news@example.org"' in html
    assert "16+" in html
    assert html.count("<span>", html.index('class="imprint"')) == 4
    assert "ОсОО" not in read(client, "/ky/")


def test_an_edition_without_an_imprint_still_names_the_age(client):
    assert Imprint.of("ky").age_mark == "16+"
    assert "16+" in read(client, "/ky/")


def test_the_desk_asks_nothing_for_the_foot_of_readers_pages(client, login_of):
    client.force_login(login_of("chief editor"))
    with CaptureQueriesContext(connection) as captured:
        client.get("/admin/password_change/")
    assert not [each for each in captured if "newsroom_imprint" in each["sql"] or "newsroom_flatpage" in each["sql"]]
