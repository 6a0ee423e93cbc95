"""Pictures in stories: rights end on every surface, archive pictures have their own day, marks light up names."""

import json
import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.urls import reverse

from articles import publishing, revisions, workflow
from articles.checklist import Names, checklist
from articles.content import Content
from articles.models import Article
from clock import ticking
from media_assets import renditions
from media_assets.models import Photo
from media_assets.settling import settle
from newsroom import upkeep
from people.models import Person
from tests.factories.people import held, person, post
from tests.factories.pictures import photo

pytestmark = pytest.mark.django_db


@pytest.fixture
def theatre():
    return photo(credit_line="Чолпон", alt_text="Театр у воды")


@pytest.fixture
def story(theatre, content, editor, minister, now):
    text = replace(content, lead_photo=theatre.pk, lead_caption="Министр культуры Лаковии Асан Токтосунов (слева).")
    article = revisions.create(text, editor, now=now)
    workflow.publish(article, by=editor, now=now)
    return article


def at(moment):
    return time_machine.travel(moment, tick=False)


class TestRights:
    def test_end_on_every_surface_at_their_second(self, client, story, theatre, now):
        ends = now + timedelta(hours=2)
        theatre.rights_until = ends
        theatre.save()
        settle(theatre)
        ticking.bump()
        address = story.get_absolute_url()
        with at(ends - timedelta(seconds=1)):
            page = client.get(address).content.decode()
            [copy] = set(re.findall(r'src="(/media/[^"]+)"', page))
            assert "og:image" in page
            assert client.get(copy).status_code == 200
            assert client.get(copy)["Cache-Control"] == "public, max-age=1"
        with at(ends + timedelta(seconds=1)):
            page = client.get(address).content.decode()
            assert "/media/" not in page
            assert 'class="withheld"' in page
            assert "Фото: Чолпон" in page
            assert "og:image" not in page
            assert client.get(copy).status_code == 404
            front = client.get("/").content.decode()
            assert "/media/" not in front
            assert "withheld" in front
        theatre.rights_until = None  # the agency has lengthened them
        theatre.save()
        ticking.bump()
        with at(ends + timedelta(seconds=2)):
            assert client.get(copy).status_code == 200

    def test_pages_that_are_kept_end_with_them(self, theatre, now):
        theatre.rights_until = now + timedelta(hours=2)
        theatre.save()
        with at(now):
            settle(theatre)
        assert ticking.read().next_instant == theatre.rights_until
        upkeep.set_clock(now)
        assert ticking.read().next_instant == theatre.rights_until

    def test_a_picture_for_one_use_is_refused_to_a_second_story_and_not_to_its_own(self, story, theatre, editor, now):
        Photo.objects.filter(pk=theatre.pk).update(is_single_use=True)
        workflow.publish(story, by=editor, now=now)
        other = revisions.create(Content(headline="Ещё", body="<p>Раз.</p>", lead_photo=theatre.pk), editor, now=now)
        with pytest.raises(workflow.WorkflowError, match="рисунок"):
            workflow.publish(other, by=editor, now=now)

    def test_one_use_taken_while_the_other_story_was_being_read_is_refused_all_the_same(
        self, theatre, content, editor, minister, now, monkeypatch
    ):
        Photo.objects.filter(pk=theatre.pk).update(is_single_use=True)
        other = revisions.create(replace(content, lead_photo=theatre.pk), editor, now=now)
        derive = publishing.derive

        def meanwhile(*args, **options):
            theatre.uses.get_or_create(owner="article:999", public_from=now)
            return derive(*args, **options)

        monkeypatch.setattr(publishing, "derive", meanwhile)
        with pytest.raises(workflow.WorkflowError, match="рисунок"):
            workflow.publish(other, by=editor, now=now)
        assert not Article.objects.public(now).filter(pk=other.pk).exists()


class TestArchivePictures:
    @pytest.fixture
    def once_mayor(self, minister, now):
        held(minister, post("мэр Ак-Кайына", "Мэрия Ак-Кайына"), "2015", "2019-12-31", checked_at=now)
        return minister

    def publish(self, picture, caption, body, editor, now) -> Article:
        content = Content(headline="Из архива", body=body, lead_photo=picture.pk, lead_caption=caption)
        article = revisions.create(content, editor, now=now)
        workflow.publish(article, by=editor, now=now)
        return article

    def test_give_people_the_office_of_the_day_they_were_taken(self, client, once_mayor, editor, now):
        old = photo(mark=Photo.Mark.ARCHIVE, date_created="2018-05-12")
        old.refresh_from_db()
        caption = "Асан Токтосунов на открытии моста."
        article = self.publish(old, caption, "<p>Театр открыли.</p>", editor, now)
        mention = article.mentions.get(person=once_mayor)
        assert (mention.office, str(mention.as_of)) == ("мэр Ак-Кайына", "2018-05-12")
        page = client.get(article.get_absolute_url()).content.decode()
        assert "мэр Ак-Кайына (на 12\N{NO-BREAK SPACE}мая 2018)" in page
        assert "Архивное фото, 2018" in page

    def test_leave_the_office_of_the_day_to_the_text(self, once_mayor, editor, now):
        old = photo(mark=Photo.Mark.ARCHIVE, date_created="2018-05-12")
        old.refresh_from_db()
        article = self.publish(old, "Асан Токтосунов на мосту.", "<p>Театр открыл Асан Токтосунов.</p>", editor, now)
        told = {mention.where: mention.office for mention in article.mentions.filter(person=once_mayor)}
        assert told == {"caption": "мэр Ак-Кайына", "body": "министр культуры Лаковии"}

    def test_tell_no_office_when_their_year_does_not_say_which(self, once_mayor, editor, now):
        held(once_mayor, post("посол Боровии", "Посольство Боровии"), "2014", "2015-06-01", checked_at=now)
        old = photo(mark=Photo.Mark.ARCHIVE, date_created="2015")
        old.refresh_from_db()
        article = self.publish(old, "Асан Токтосунов на мосту.", "<p>Театр открыли.</p>", editor, now)
        assert article.mentions.get(person=once_mayor).office == ""


class TestMarks:
    def mark(self, theatre, minister):
        theatre.persons_shown.create(
            person=minister, position=1, region_x=0.1, region_y=0.2, region_width=0.3, region_height=0.5
        )
        theatre.persons_shown.create(name="Болот Сыдыков", position=2, region_x=0.7, region_y=0.4)
        settle(theatre)
        ticking.bump()

    def test_join_the_name_in_the_caption_to_the_person_on_the_picture(self, client, story, theatre, minister):
        self.mark(theatre, minister)
        page = client.get(story.get_absolute_url()).content.decode()
        assert re.search(r'<a class="shown-1" href="/people/[^"]+" data-person="\d+">Асан Токтосунов</a>', page)
        assert re.search(
            r'<a class="shown-1" href="/people/[^"]+" aria-label="Асан Токтосунов, министр культуры Лаковии">\s*'
            r'<title>[^<]*</title><rect fill="none" x="64" y="96" width="192" height="240"/>',
            page,
        )
        assert '<g class="shown-2" tabindex="0" role="img" aria-label="Болот Сыдыков">' in page

    def test_cost_no_query(self, client, story, theatre, minister, django_assert_max_num_queries):
        self.mark(theatre, minister)
        with django_assert_max_num_queries(15):
            client.get(story.get_absolute_url())

    def test_who_has_no_page_is_no_link(self, client, story, theatre, minister):
        self.mark(theatre, minister)
        Person.objects.filter(pk=minister.pk).update(page=Person.Page.NEVER)
        page = client.get(story.get_absolute_url()).content.decode()
        assert '<a class="shown-1"' not in page


class TestAdvice:
    NAMES = ("Асан Токтосунов", "Болот Сыдыков", "Чынгыз Осмонов")
    CAPTION = "(слева направо) " + ", ".join(NAMES) + "."

    @pytest.fixture
    def shown(self, theatre):
        people = [person(*name.split()) for name in self.NAMES]
        for position, each in enumerate(people, 1):
            theatre.persons_shown.create(person=each, position=position)
        return theatre

    def said(self, shown, caption=CAPTION):
        content = Content(headline="Н", body="<p>Т</p>", lead_photo=shown.pk, lead_caption=caption)
        return [
            each.words
            for each in checklist(Article(), content, Names(), datetime(2025, 6, 30, 12, tzinfo=UTC))
            if str(shown) in each.words
        ]

    def test_says_nothing_while_caption_and_picture_agree(self, shown):
        assert self.said(shown) == []

    def test_says_once_that_two_have_changed_places(self, shown):
        first, second = shown.persons_shown.order_by("position")[:2]
        first.position, second.position = 9, 1
        for each in (first, second):
            each.save()
        first.position = 2
        first.save()
        [sentence] = self.said(shown)
        assert "Болот Сыдыков" in sentence

    def test_says_once_who_is_not_marked(self, shown):
        shown.persons_shown.last().delete()
        [sentence] = self.said(shown)
        assert "Чынгыз Осмонов" in sentence

    def test_stands_beside_the_moves_and_is_in_nobodys_way(self, client, shown, content, editor, now):
        shown.persons_shown.last().delete()
        draft = revisions.create(replace(content, lead_photo=shown.pk, lead_caption=self.CAPTION), editor, now=now)
        client.force_login(editor)
        page = client.get(reverse("admin:articles_article_change", args=[draft.pk])).content.decode()
        assert "Чынгыз Осмонов" in page[page.index('class="checklist"') :]
        workflow.publish(draft, by=editor, now=now)


def test_search_engines_get_no_picture_whose_rights_are_over(client, story, theatre, now):
    theatre.rights_until = now
    theatre.rights_from = now - timedelta(days=1)
    theatre.save()
    page = client.get(story.get_absolute_url()).content.decode()
    [data, _breadcrumbs] = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page)
    assert "image" not in json.loads(data)


def test_a_picture_nobody_has_made_a_copy_of_is_made_when_asked_for(client, story, theatre):
    copy = theatre.renditions.get(spec="w320", format="webp")
    copy.file.storage.delete(copy.file.name)
    theatre.renditions.update(size_bytes=0)
    response = client.get(f"/media/{copy.file.name}")
    assert response.status_code == 200
    assert response["Content-Type"] == "image/webp"
    assert renditions.ensure(theatre) > 0  # the others are the worker's


def test_a_picture_whose_original_is_lost_too_is_not_found(client, story, theatre):
    copy = theatre.renditions.get(spec="w320", format="webp")
    for stored in (copy.file, theatre.original):
        stored.storage.delete(stored.name)
    assert client.get(f"/media/{copy.file.name}").status_code == 404
