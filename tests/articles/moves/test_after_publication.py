"""What readers are told of changes, what they had before, and who may take what from them."""

import json
import re
from dataclasses import replace
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import timezone

from articles import public_versions, revisions, workflow
from articles.models import Article, Correction, Notice, PublicVersion, Section
from articles.relinking import relink
from articles.workflow import Note

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)
ARTICLE = re.compile(r'<article class="story">.*</article>', re.DOTALL)


@pytest.fixture
def change(live, editor, content):
    """Save a new lede and put it out with a note."""

    def put_out(lede, at, note=None):
        live.refresh_from_db()
        revisions.save(live, replace(content, lede=lede), live.version, editor, now=at)
        workflow.publish(live, by=editor, now=at, note=note)

    return put_out


def _page(client, article) -> str:
    return client.get(article.get_absolute_url()).content.decode()


def _press(client, article, button: str, *, follow: bool = False, **sent):
    """What comes of a button of the writing form when nothing was changed in it."""
    address = reverse("admin:articles_article_change", args=[article.pk])
    form = client.get(address).context["form"]
    fields = {name: form[name].value() or "" for name in ("base", "headline", "lede", "body", "label")}
    return client.post(address, {**fields, **sent, button: "1"}, follow=follow)


class TestNotes:
    @pytest.mark.parametrize("kind", ["clarification", "correction", "retraction"])
    def test_these_need_words(self, live, editor, now, kind):
        with pytest.raises(workflow.WorkflowError):
            workflow.publish(live, by=editor, now=now, note=Note(kind))
        assert not Correction.objects.exists()

    @pytest.mark.parametrize("kind", ["update", "typo"])
    def test_these_need_none_and_print_none(self, client, live, change, now, kind):
        change("Иначе.", now + HOUR, Note(kind))
        assert Correction.objects.get().kind == kind
        assert 'id="corrections"' not in _page(client, live)

    def test_a_typing_mistake_put_right_is_no_update(self, live, change, now):
        change("Иначе.", now + HOUR, Note("typo"))
        assert live.updated_at == live.first_published_at
        change("Ещё иначе.", now + HOUR, Note("update"))
        assert live.updated_at == now + HOUR

    @pytest.mark.parametrize(
        ("kind", "mark"),
        [
            ("clarification", 'id="corrections"'),
            ("correction", 'href="#corrections"'),
            ("retraction", 'class="notice"'),
        ],
    )
    def test_each_kind_is_shown_as_it_demands(self, client, live, change, now, kind, mark):
        change("Иначе.", now, Note(kind, "Театр строили шесть лет."))
        page = _page(client, live)
        assert mark in page
        assert "Театр строили шесть лет." in page

    def test_machines_are_told_too(self, client, live, change, now):
        change("Иначе.", now, Note("correction", "Театр строили <шесть> лет."))
        page = _page(client, live)
        data = json.loads(re.search(r'<script type="application/ld\+json"[^>]*>(.*?)</script>', page, re.DOTALL)[1])
        [told] = data["correction"]
        assert (told["@type"], told["text"]) == ("CorrectionComment", "Театр строили <шесть> лет.")

    def test_the_public_log_lists_what_was_wrong_and_what_was_withdrawn(self, client, live, change, editor, now):
        change("Раз.", now, Note("typo"))
        change("Два.", now, Note("correction", "Не семь лет, а шесть."))
        assert "Не семь лет, а шесть." in client.get(reverse("corrections")).content.decode()
        workflow.withdraw(live, by=editor, now=now + HOUR, reason="Театра нет.")
        log = client.get(reverse("corrections")).content.decode()
        assert log.index("Театра нет.") < log.index("Не семь лет, а шесть.")
        assert log.count('class="quiet"') == 2
        assert "Театра нет." not in client.get("/ky/corrections/").content.decode()

    def test_the_log_costs_the_same_however_long_it_is(self, client, live, change, now, django_assert_num_queries):
        for number in range(4):
            change(f"{number}", now, Note("correction", f"Не то: {number}."))
        with django_assert_num_queries(7):
            client.get(reverse("corrections"))


class TestAnEarlierVersion:
    def test_goes_back_on_the_site_in_one_move_and_drafts_stay(self, live, change, editor, content, now):
        change("Второе.", now + HOUR)
        revisions.save(live, replace(content, lede="Черновик."), 2, editor, now=now + HOUR)
        workflow.roll_back(live, by=editor, now=now + 2 * HOUR)
        assert (live.lede, live.live_version, live.version) == (content.lede, 1, 3)
        assert revisions.content_of(revisions.newest(live)).lede == "Черновик."

    def test_goes_further_back_each_time_and_ends_at_the_first(self, live, change, editor, content, now):
        change("Второе.", now + HOUR)
        change("Третье.", now + 2 * HOUR)
        workflow.roll_back(live, by=editor, now=now + 3 * HOUR)
        assert live.lede == "Второе."
        workflow.roll_back(live, by=editor, now=now + 4 * HOUR)
        assert live.lede == content.lede
        with pytest.raises(workflow.WorkflowError):
            workflow.roll_back(live, by=editor, now=now + 5 * HOUR)

    def test_calls_off_a_scheduled_change(self, live, change, editor, content, now):
        change("Второе.", now + HOUR)
        revisions.save(live, replace(content, lede="Третье."), 2, editor, now=now + HOUR)
        workflow.schedule(live, now + 5 * HOUR, by=editor, now=now + HOUR)
        workflow.roll_back(live, by=editor, now=now + 2 * HOUR)
        assert workflow.apply_due(now + 6 * HOUR) == 0
        live.refresh_from_db()
        assert live.lede == content.lede

    def test_asks_afterwards_whether_readers_are_told(self, client, live, change, editor, now):
        change("Второе.", now + HOUR)
        client.force_login(editor)
        answer = _press(client, live, "_roll_back")
        assert answer.url == reverse("admin:articles_article_note", args=[live.pk])
        client.post(answer.url, {"kind": "correction", "text": "Вернули прежний текст."})
        assert "Вернули прежний текст." in _page(client, live)

    def test_says_when_scheduled_changes_went_with_it(self, client, live, change, editor, content, now):
        change("Второе.", now + HOUR)
        revisions.save(live, replace(content, lede="Вечером."), 2, editor, now=now)
        at = timezone.now() + HOUR
        workflow.schedule(live, at, by=editor, now=now + HOUR)
        client.force_login(editor)
        answer = _press(client, live, "_roll_back", follow=True)
        live.refresh_from_db()
        assert (live.live_version, live.pending_at) == (1, None)
        assert "no longer come out" in answer.content.decode()


class TestWithdrawn:
    """A story somebody has taken from readers comes back only when that is what is meant."""

    def test_not_by_a_form_that_was_open_before(self, client, live, editor, content, now):
        client.force_login(editor)
        workflow.withdraw(live, by=editor, now=now, reason="Ошибка.")
        _press(client, live, "_publish", seen_state="published")
        live.refresh_from_db()
        assert live.state == Article.State.WITHDRAWN
        _press(client, live, "_publish", seen_state="withdrawn")
        live.refresh_from_db()
        assert live.state == Article.State.PUBLISHED

    def test_not_by_a_correction_of_the_same_moment(self, live, change, editor, now, meanwhile):
        def withdraw():
            workflow.withdraw(Article.objects.get(pk=live.pk), by=editor, now=now + HOUR, reason="Ошибка.")

        meanwhile(withdraw)
        with pytest.raises(workflow.WorkflowError):
            change("Второе.", now + HOUR)
        assert not Article.objects.public(now + HOUR).exists()

    def test_not_by_a_note_of_the_same_moment(self, live, editor, now, meanwhile):
        meanwhile(lambda: workflow.withdraw(Article.objects.get(), by=editor, now=now + HOUR, reason="Ошибка."))
        with pytest.raises(workflow.WorkflowError):
            workflow.add_note(live, Note("correction", "Не семь лет."), by=editor, now=now + HOUR)
        assert live.public_versions.first().is_gone


class TestWhatReadersSaw:
    def test_is_what_the_page_said(self, client, live, change, now):
        change("Второе.", now + HOUR, Note("correction", "Уточнили."))
        had = list(live.public_versions.order_by("public_from"))
        assert [each.public_from for each in had] == [now, now + HOUR]
        assert had[0].public_until == now + HOUR
        assert had[1].html.strip() == ARTICLE.search(_page(client, live))[0]
        assert had[0].checksum == public_versions.checksum(had[0].html)

    def test_knows_what_stood_in_the_place_of_a_withdrawn_story(self, live, editor, now):
        workflow.withdraw(live, by=editor, now=now + HOUR, reason="Ошибка.")
        gone = live.public_versions.first()
        assert gone.is_gone
        assert "Ошибка." in gone.html
        assert live.public_versions.last().public_until == now + HOUR

    def test_forgets_a_slot_that_was_moved_or_given_up(self, draft, minister, editor, now):
        workflow.schedule(draft, now + HOUR, by=editor, now=now)
        workflow.schedule(draft, now + 2 * HOUR, by=editor, now=now)
        assert [each.public_from for each in draft.public_versions.all()] == [now + 2 * HOUR]
        workflow.withdraw(draft, by=editor, now=now, reason="Не выйдет.")
        assert not PublicVersion.objects.exists()

    def test_is_kept_for_stories_that_were_out_before(self, live, now):
        PublicVersion.objects.all().delete()
        assert public_versions.record_missing(now) == 1
        assert live.headline in PublicVersion.objects.get().html
        assert public_versions.record_missing(now) == 0

    def test_is_found_by_its_instant_and_can_be_printed(self, client, live, change, editor, now):
        change("Второе.", now + HOUR)
        client.force_login(editor)
        address = reverse("admin:articles_article_public", args=[live.pk])
        at = {"at_0": f"{now:%Y-%m-%d}", "at_1": f"{now + timedelta(minutes=30):%H:%M}"}
        first = live.public_versions.last()
        # The desk's clock stands before the second version: what is yet to come is on no list.
        found = client.get(address, at)
        assert found.url == reverse("admin:articles_article_public_version", args=[live.pk, first.pk])
        page = client.get(found.url).content.decode()
        assert first.checksum in page
        assert first.html.strip() in page
        nothing = client.get(address, {**at, "at_0": "2001-01-01"})
        assert nothing.status_code == 200

    def test_tells_when_somebody_changed_it_in_the_database(self, client, live, editor):
        live.public_versions.update(html="<article>Другое</article>")
        client.force_login(editor)
        version = live.public_versions.get()
        page = client.get(reverse("admin:articles_article_public_version", args=[live.pk, version.pk]))
        assert 'role="alert"' in page.content.decode()

    def test_is_no_story_that_was_gone_when_its_names_were_linked_anew(self, live, editor, now):
        workflow.withdraw(live, by=editor, now=now + HOUR, reason="Ошибка.")
        Article.objects.update(rendered_html="<p>со старыми ссылками</p>")
        live.mentions.all().delete()
        [progress] = relink(clock=lambda: now + 2 * HOUR)
        assert progress.changed == 1
        assert live.public_versions.first().is_gone

    def test_keeps_a_note_added_while_the_story_was_put_out(self, client, live, change, editor, now, meanwhile):
        note = Note("correction", "Не семь лет.")
        meanwhile(lambda: workflow.add_note(Article.objects.get(pk=live.pk), note, by=editor, now=now + HOUR))
        change("Второе.", now + 2 * HOUR)
        assert note.text in live.public_versions.first().html


class TestAddress:
    def test_stays_when_the_headline_changes(self, live, editor, content, now):
        before = live.get_absolute_url()
        revisions.save(live, replace(content, headline="Совсем другой заголовок"), 1, editor, now=now)
        workflow.publish(live, by=editor, now=now)
        assert live.get_absolute_url() == before

    def test_follows_it_when_asked_and_all_old_ones_lead_there(self, client, live, editor, content, now):
        old = [live.get_absolute_url()]
        for number, headline in enumerate(["Первый заголовок", "Второй заголовок"], 1):
            revisions.save(live, replace(content, headline=headline), number, editor, now=now)
            workflow.publish(live, by=editor, now=now, new_address=True)
            old.append(live.get_absolute_url())
        assert len(set(old)) == 3
        for address in old[:-1]:
            assert client.get(address).headers["Location"] == old[-1]
        assert [each.slug for each in live.old_slugs.order_by("pk")] == [
            "ministr-kultury-otkryl-teatr",
            "pervyi-zagolovok",
        ]

    def test_follows_it_without_a_new_version(self, live, editor, content, now):
        revisions.save(live, replace(content, headline="Другой заголовок"), 1, editor, now=now)
        workflow.publish(live, by=editor, now=now)
        workflow.move(live, by=editor, now=now)
        assert "drugoi-zagolovok" in live.get_absolute_url()
        with pytest.raises(workflow.WorkflowError):
            workflow.move(live, by=editor, now=now)


class TestSections:
    def test_with_editors_of_their_own_are_put_out_by_them_or_a_chief(self, draft, content, login_of, now):
        own, other, chief = login_of("editor", "own"), login_of("editor", "other"), login_of("chief editor")
        section = Section.objects.create(name="Политика")
        section.editors.add(own)
        revisions.save(draft, replace(content, section=section.pk), 1, other, now=now)
        with pytest.raises(PermissionDenied, match="own"):
            workflow.publish(draft, by=other, now=now)
        workflow.publish(draft, by=own, now=now)
        # Out of the section it cannot be taken by an outsider either.
        revisions.save(draft, content, 2, other, now=now)
        with pytest.raises(PermissionDenied):
            workflow.publish(draft, by=other, now=now)
        with pytest.raises(PermissionDenied):
            workflow.withdraw(draft, by=other, now=now, reason="Нет.")
        workflow.withdraw(draft, by=chief, now=now, reason="Ошибка.")


def test_the_chiefs_and_the_writer_hear_of_a_withdrawal(live, login_of, editor, now):
    chief, other = login_of("chief editor"), login_of("editor", "other")
    workflow.withdraw(live, by=other, now=now, reason="Ошибка в имени.")
    told = Notice.objects.filter(kind="withdrawn")
    assert {each.to for each in told} == {chief, editor}
    assert told.first().words == "Ошибка в имени."


def test_a_story_is_taken_taken_over_and_given_up(draft, editor, login_of, now):
    other = login_of("editor", "other")
    workflow.take(draft, by=other, now=now)
    workflow.take(draft, by=other, now=now)
    assert Article.objects.get().taken_by == other
    assert Notice.objects.get().to == editor
    assert draft.events.filter(kind="taken").count() == 1
    with pytest.raises(PermissionDenied):
        workflow.take(draft, by=login_of("reporter"), now=now)
    workflow.give_up(draft, by=other, now=now)
    assert Article.objects.get().taken_by is None
