"""The buttons of the writing form and of the list: what each does, and what is said when it may not."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import timezone

from articles import revisions, workflow
from articles.content import Content
from articles.models import Article, DeskRules, MorningCheck
from tests.factories.pictures import photo
from tests.forms import fields_of

pytestmark = pytest.mark.django_db


def _form(article) -> str:
    return reverse("admin:articles_article_change", args=[article.pk])


def _fields(client, article) -> dict[str, str]:
    return fields_of(client.get(_form(article)), "article_form")


def _press(client, article, button, **changes):
    return client.post(_form(article), {**_fields(client, article), **changes, button: "1"}, follow=True)


def _told(response) -> str:
    return " ".join(str(message) for message in response.context["messages"])


@pytest.fixture
def desk(client, editor):
    client.force_login(editor)
    return client


class TestTheForm:
    def test_says_of_a_change_that_is_a_correction_what_was_wrong(self, desk, live):
        refused = _press(desk, live, "_publish", lede="Иначе.", kind="correction", note="")
        assert refused.status_code == 200
        assert "Иначе." in refused.content.decode()  # nothing typed is lost
        assert Article.objects.get().version == 1
        _press(desk, live, "_publish", lede="Иначе.", kind="correction", note="Не семь лет.")
        assert live.corrections.get().note == "Не семь лет."

    def test_keeps_a_note_that_could_not_go_out_with_its_change(self, desk, live):
        refused = _press(desk, live, "_publish", headline="", kind="correction", note="Не семь лет.")
        assert not live.corrections.exists()
        assert "Не семь лет." in refused.content.decode()

    def test_lets_the_address_follow_the_headline_when_ticked(self, desk, live):
        before = live.get_absolute_url()
        _press(desk, live, "_publish", headline="Другой заголовок")
        live.refresh_from_db()
        assert live.get_absolute_url() == before
        _press(desk, live, "_publish", headline="Третий заголовок", new_address="on")
        live.refresh_from_db()
        assert live.slug == "tretii-zagolovok"

    def test_offers_to_publish_alone_where_a_second_reader_is_wanted(self, desk, draft):
        DeskRules.objects.create(pk=1, second_reader="all")
        page = desk.get(_form(draft)).content.decode()
        assert 'name="_alone"' in page
        assert 'name="_publish"' not in page
        _press(desk, draft, "_publish")  # a page that was opened before the rule
        assert Article.objects.get().state == "draft"
        _press(desk, draft, "_alone")
        assert Article.objects.get().state == "published"
        assert MorningCheck.objects.exists()

    def test_saves_into_a_slot_and_says_so(self, desk, draft, editor):
        now = timezone.now()
        workflow.schedule(draft, now + timedelta(hours=1), by=editor, now=now)
        said = _told(_press(desk, draft, "_save", lede="Иначе."))
        assert "at the time that was set" in said
        assert Article.objects.get().lede == "Иначе."
        said = _told(_press(desk, draft, "_save", headline=""))
        assert "keeps the version it had" in said
        assert Article.objects.get().live_version == 2

    def test_takes_and_gives_up(self, desk, draft, editor):
        _press(desk, draft, "_take")
        assert Article.objects.get().taken_by == editor
        _press(desk, draft, "_give_up")
        assert Article.objects.get().taken_by is None


class TestThePhotoDesk:
    @pytest.fixture
    def photo_desk(self, client, login_of):
        client.force_login(login_of("photo desk"))
        return client

    def test_puts_a_picture_into_anybodys_story(self, photo_desk, live):
        picture = photo()
        _press(photo_desk, live, "_save", lead_photo=picture.pk, lead_caption="Театр.")
        newest = revisions.content_of(revisions.newest(live))
        assert (newest.lead_photo, newest.lead_caption) == (picture.pk, "Театр.")
        live.refresh_from_db()
        assert live.has_unpublished_changes  # readers have it when an editor says so

    def test_changes_no_word_of_it_whatever_its_browser_sends(self, photo_desk, live, content):
        fields = {**_fields(photo_desk, live), "headline": "Чужой заголовок", "body": "<p>Нет.</p>", "tags": "нет"}
        photo_desk.post(_form(live), {**fields, "lead_caption": "Театр.", "_publish": "1"})
        newest = revisions.content_of(revisions.newest(live))
        assert (newest.headline, newest.body, newest.tags) == (content.headline, content.body, content.tags)
        live.refresh_from_db()
        assert live.live_version == 1

    def test_is_refused_by_the_verb_too(self, live, content, login_of, now):
        with pytest.raises(PermissionDenied, match="снимки"):
            revisions.save(live, replace(content, lede="Нет."), 1, login_of("photo desk"), now=now)


class TestTheList:
    def _run(self, client, action, *articles, **more):
        data = {"action": action, "_selected_action": [article.pk for article in articles], **more}
        return client.post(reverse("admin:articles_article_changelist"), data, follow=True)

    def test_does_what_may_be_done_and_tells_each_refusal(self, desk, draft, editor, now):
        empty = revisions.create(Content(headline="Без текста"), editor, now=now)
        said = _told(self._run(desk, "publish_selected", draft, empty))
        assert "Done: 1 article" in said
        assert "Без текста: " in said
        assert {each.state for each in Article.objects.all()} == {"published", "draft"}

    def test_asks_once_why_all_of_them_are_withdrawn(self, desk, live, editor, content, now):
        other = revisions.create(content, editor, now=now)
        workflow.publish(other, by=editor, now=now)
        asked = self._run(desk, "withdraw_selected", live, other)
        assert asked.status_code == 200
        assert live.headline in asked.content.decode()
        assert not Article.objects.filter(state="withdrawn").exists()
        self._run(desk, "withdraw_selected", live, other, how="gone", reason="Ошибка агентства.")
        assert Article.objects.filter(withdrawal_reason="Ошибка агентства.").count() == 2

    def test_offers_a_reporter_no_publication(self, client, login_of, draft):
        client.force_login(login_of("reporter"))
        self._run(client, "publish_selected", draft)
        assert Article.objects.get().state == "draft"


class TestQuestions:
    def test_read_a_time_in_the_zone_it_was_given_in(self, desk, draft):
        address = reverse("admin:articles_article_schedule", args=[draft.pk])
        desk.post(address, {"at_0": "2099-01-01", "at_1": "12:00", "zone": "Europe/Moscow"})
        draft.refresh_from_db()
        assert draft.public_from.isoformat() == "2099-01-01T09:00:00+00:00"

    def test_leave_the_embargo_that_stands_as_it_is_when_a_slot_is_told_in_another_zone(self, desk, editor, draft, now):
        until = datetime.fromisoformat("2099-01-01T14:00+06:00")
        workflow.set_embargo(draft, until, by=editor, now=now)
        address = reverse("admin:articles_article_schedule", args=[draft.pk])
        filled_in = {"embargo_until_0": "2099-01-01", "embargo_until_1": "14:00"}
        desk.post(address, {"at_0": "2099-01-01", "at_1": "12:00", "zone": "Europe/Moscow", **filled_in})
        draft.refresh_from_db()
        assert draft.embargo_until == until
        assert draft.public_from.isoformat() == "2099-01-01T09:00:00+00:00"

    def test_are_put_to_nobody_who_may_not_answer(self, client, login_of, live):
        client.force_login(login_of("reporter"))
        for key in ("withdraw", "schedule", "send_back", "note", "develop", "lift_embargo", "embargo"):
            address = reverse(f"admin:articles_article_{key}", args=[live.pk])
            assert client.get(address).status_code == 403
            assert client.post(address, {"reason": "Нет.", "how": "gone"}).status_code == 403


class TestRules:
    def test_are_set_up_by_one_question_and_changed_afterwards(self, client, login_of):
        client.force_login(login_of("chief editor"))
        assert reverse("admin:articles_deskrules_setup") in client.get(reverse("admin:index")).content.decode()
        client.post(reverse("admin:articles_deskrules_setup"), {"size": "large"})
        assert DeskRules.current().second_reader == "all"
        assert reverse("admin:articles_deskrules_setup") not in client.get(reverse("admin:index")).content.decode()
        form = reverse("admin:articles_deskrules_change", args=[1])
        client.post(form, {"second_reader": "off", "newcomer_days": 5, "developing_minutes": 30})
        assert DeskRules.current().second_reader == "off"

    def test_are_no_editors_to_set(self, desk):
        assert desk.get(reverse("admin:articles_deskrules_setup")).status_code == 403
        assert desk.post(reverse("admin:articles_deskrules_setup"), {"size": "large"}).status_code == 403
