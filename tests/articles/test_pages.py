"""The public page of an article: what readers get, when, and at what cost."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.urls import reverse

from articles import page, revisions, workflow
from articles.content import Credit
from articles.importing import bring_in, examine, picture_of
from articles.models import Author, Section
from articles.wire import read
from media_assets import renditions
from media_assets.models import Portrait, Rendition
from people.models import Person
from tests.factories.pictures import photo, picture_bytes
from tests.samples import SAMPLE_FILE

pytestmark = pytest.mark.django_db


@pytest.fixture
def published(client, live, now, time_machine):
    time_machine.move_to(now + timedelta(minutes=1))
    return live


def get(client, article):
    return client.get(article.get_absolute_url())


def test_a_reader_gets_no_cookie(client, published):
    assert not get(client, published).cookies


def test_a_draft_and_a_number_that_does_not_exist_answer_alike(client, draft, now, time_machine):
    time_machine.move_to(now)
    draft_page = client.get(f"/news/ministr-kultury-otkryl-teatr-{draft.pk}/")
    nothing = client.get("/news/ministr-kultury-otkryl-teatr-999/")
    assert (draft_page.status_code, nothing.status_code) == (404, 404)
    assert draft_page.content == nothing.content


def test_a_draft_over_a_live_article_leaves_every_public_byte_the_same(client, published, content, editor, now):
    addresses = [published.get_absolute_url(), "/", "/people/", "/people/asan-toktosunov/"]
    before = [client.get(address).content for address in addresses]
    author = Author.objects.create(name="Лада Камышова")
    changes = replace(
        content,
        headline="Другой заголовок",
        lede="Другая вводка",
        body="<p>Другой текст</p>",
        tags=("иное",),
        bylines=(Credit(author.pk),),
        lead_photo=photo().pk,
        lead_caption="Другая подпись",
        section=Section.objects.create(name="Спорт").pk,
    )
    revisions.save(published, changes, published.version, editor, now=now)
    assert [client.get(address).content for address in addresses] == before


def test_the_full_page_costs_at_most_sixteen_queries(
    client, content, editor, minister, now, time_machine, django_assert_max_num_queries
):
    lead, portrait = photo("#111111"), photo("#222222")
    renditions.ensure(portrait)
    Portrait.objects.create(person=minister, photo=portrait)
    author = Author.objects.create(name="Лада Камышова")
    full = replace(
        content,
        lead_photo=lead.pk,
        lead_caption="Министр Асан Токтосунов (справа)",
        bylines=(Credit(author.pk),),
        section=Section.objects.create(name="Культура").pk,
    )
    article = revisions.create(full, editor, now=now)
    workflow.publish(article, by=editor, now=now)
    revisions.save(article, replace(full, headline="Уточнено"), 1, editor, now=now)
    workflow.publish(
        article, by=editor, now=now + timedelta(minutes=1), note=workflow.Note("correction", "Было не так.")
    )
    time_machine.move_to(now + timedelta(minutes=2))
    with django_assert_max_num_queries(
        16
    ):  # three for the frame, five for what has changed since and what to read next
        response = get(client, article)
    text = response.content.decode()
    assert response.status_code == 200
    assert "Уточнено" in text
    assert "Было не так." in text
    assert "Лада Камышова" in text


def test_a_wrong_slug_and_another_edition_lead_to_the_one_address(client, published):
    for address in (f"/news/inoi-{published.pk}/", published.get_absolute_url().replace("/news/", "/ky/news/")):
        response = client.get(address)
        assert (response.status_code, response["Location"]) == (301, published.get_absolute_url())


def test_a_withdrawn_article_says_why(client, published, editor, now, time_machine):
    workflow.withdraw(published, by=editor, now=now + timedelta(minutes=1), reason="Источник отозвал сообщение.")
    response = get(client, published)
    assert response.status_code == 410
    assert "Источник отозвал сообщение." in response.content.decode()
    assert "Асан Токтосунов" not in response.content.decode()


def test_a_replaced_article_leads_to_the_other_one(client, published, editor, content, now):
    other = revisions.create(replace(content, headline="Второй театр"), editor, now=now)
    workflow.publish(other, by=editor, now=now)
    at = now + timedelta(minutes=1)
    workflow.withdraw(published, by=editor, now=at, reason="Повтор.", how="replaced", replaced_by=other)
    response = get(client, published)
    assert response.status_code == 410
    assert other.get_absolute_url() in response.content.decode()


def test_a_withdrawn_article_kept_with_a_notice_shows_it_and_is_not_indexed(client, published, editor, now):
    workflow.withdraw(published, by=editor, now=now + timedelta(minutes=1), reason="Уточняем даты.", how="notice")
    response = get(client, published)
    assert response.status_code == 200
    assert "Уточняем даты." in response.content.decode()
    assert response["X-Robots-Tag"] == "noindex"


def test_a_link_goes_when_the_person_may_have_no_page_any_more(client, published, minister):
    assert minister.get_absolute_url() in get(client, published).content.decode()
    minister.page = Person.Page.NEVER
    minister.save()
    text = get(client, published).content.decode()
    assert minister.get_absolute_url() not in text
    assert "Асан Токтосунов" in text


def test_the_preview_is_the_page_readers_will_get(client, draft, editor, minister, now):
    preview = page.of_revision(draft, revisions.newest(draft), now)
    workflow.publish(draft, by=editor, now=now)
    public = page.of_article(draft, now)
    assert (preview.headline, preview.body_html, preview.people, preview.as_of) == (
        public.headline,
        public.body_html,
        public.people,
        public.as_of,
    )


def test_a_scheduled_article_is_on_every_page_at_its_instant_and_on_none_before(
    client, draft, editor, minister, now, time_machine
):
    at = now + timedelta(hours=1)
    workflow.schedule(draft, at, by=editor, now=now)
    addresses = [draft.get_absolute_url(), "/", minister.get_absolute_url()]
    time_machine.move_to(at - timedelta(seconds=1), tick=False)
    assert not any("открыл театр" in client.get(address).content.decode() for address in addresses)
    time_machine.move_to(at, tick=False)
    assert all("открыл театр" in client.get(address).content.decode() for address in addresses)


def test_a_picture_is_public_with_its_article_and_not_before(client, draft, content, editor, now, time_machine):
    revisions.save(draft, replace(content, lead_photo=photo().pk), 1, editor, now=now)
    workflow.schedule(draft, now + timedelta(hours=1), by=editor, now=now)
    address = reverse("media_assets:rendition", args=[Rendition.objects.first().file.name])
    time_machine.move_to(now)
    assert client.get(address).status_code == 404
    time_machine.move_to(now + timedelta(hours=1))
    assert client.get(address).status_code == 200


@pytest.fixture
def sample_page(client, editor, now, time_machine):
    wire = read(SAMPLE_FILE.read_bytes(), SAMPLE_FILE.name)[0]
    intake = examine(wire)
    picture = picture_of(wire, intake, editor, ("meeting.jpg", picture_bytes()))
    article = bring_in(intake, by=editor, now=now, photo=picture).article
    workflow.publish(article, by=editor, now=now)
    time_machine.move_to(now + timedelta(minutes=1))
    return get(client, article).content.decode()


def test_the_samples_time_is_exact_for_people_and_machines(sample_page):
    assert '<time datetime="2025-06-30T15:45:00+06:00"' in sample_page
    assert '"datePublished": "2025-06-30T15:45:00+06:00"' in sample_page
    assert "30\u00a0июня 2025, 15:45" in sample_page


def test_nothing_of_the_sources_markup_survives(sample_page):
    for noise in ("**", "##", "15:45.", "---", "Киргизии.</span>", "источник фото: пресс-служба президента Киргизии."):
        assert noise not in sample_page


def test_each_of_the_samples_people_has_a_page_with_the_office_of_the_day(client, sample_page):
    for person in Person.objects.all():
        text = client.get(person.get_absolute_url()).content.decode()
        membership = person.memberships.get()
        assert membership.post.label in text
        assert membership.organization.name in text
        assert "на 30\u00a0июня 2025" in text


@pytest.mark.parametrize("first_to_come", ["/", "article"])
def test_a_scheduled_change_comes_out_with_the_first_reader_after_its_instant(
    client, published, content, editor, now, time_machine, first_to_come
):
    revisions.save(published, replace(content, headline="Завтрашний заголовок"), 1, editor, now=now)
    workflow.schedule(published, now + timedelta(hours=1), by=editor, now=now)
    address = published.get_absolute_url() if first_to_come == "article" else first_to_come
    assert "Завтрашний" not in client.get(address).content.decode()
    time_machine.move_to(now + timedelta(hours=1))
    assert "Завтрашний" in client.get(address).content.decode()
