"""The moves of an article, and what readers have after each."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied

from articles import revisions, workflow
from articles.checklist import Names, checklist
from articles.content import Credit
from articles.models import Article, ArticleEvent, Author, Byline, Mention, Quote, Section
from clock import ticking
from media_assets.models import PhotoUse
from people.models import OrganizationUse, Person, PersonUse
from tests.factories.people import person
from tests.factories.pictures import photo

pytestmark = pytest.mark.django_db

HOUR = timedelta(hours=1)


def test_publishing_makes_the_article_public_with_its_people(live, minister, now):
    assert Article.objects.public(now).get() == live
    assert live.state == "published"
    assert [mention.surface for mention in live.mentions.all()] == ["Асан Токтосунов", "Токтосунова"]
    assert live.mentions.first().office == "министр культуры Лаковии"
    assert f'data-person="{minister.pk}">Асан Токтосунов</a>' in live.rendered_html
    assert live.rendered_html.count("<a ") == 1  # the first mention in the body is the link
    assert PersonUse.objects.get().owner == live.owner
    assert OrganizationUse.objects.count() == 1


def test_publishing_prints_the_dated_time_but_is_public_from_now(live, content, now):
    assert live.first_published_at == content.dated
    assert live.public_from == now


def test_a_refusal_lists_every_reason_and_changes_nothing(editor, content, now):
    empty = revisions.create(
        replace(content, headline=" ", body="", lead_photo=photo(credit_line="").pk), editor, now=now
    )
    with pytest.raises(workflow.WorkflowError) as caught:
        workflow.publish(empty, by=editor, now=now)
    assert len(caught.value.reasons) == 3
    assert not Article.objects.public(now).exists()


def test_a_reporter_may_not_publish(draft, login_of, now):
    with pytest.raises(PermissionDenied):
        workflow.publish(draft, by=login_of("reporter"), now=now)


def test_a_draft_over_a_live_article_changes_no_row_a_reader_sees(live, content, editor, now):
    models = (Mention, Quote, Byline, PersonUse, PhotoUse, OrganizationUse)

    def seen():
        row = Article.objects.values(
            *("headline", "lede", "body_html", "rendered_html", "section", "slug", "public_from", "live_revision")
        ).get(pk=live.pk)
        return row, [list(model.objects.values()) for model in models], list(live.tags.names()), ticking.read().epoch

    before = seen()
    changes = replace(content, headline="Другой", body="<p>Другое</p>", tags=("иное",), lead_photo=photo().pk)
    revisions.save(live, changes, 1, editor, now=now)
    assert seen() == before
    live.refresh_from_db()
    assert live.has_unpublished_changes


def test_publishing_again_brings_the_draft_out_and_keeps_the_address(live, content, editor, now):
    slug = live.slug
    revisions.save(live, replace(content, headline="Исправленный"), 1, editor, now=now)
    workflow.publish(live, by=editor, now=now + HOUR)
    assert (live.headline, live.slug, live.first_published_at) == ("Исправленный", slug, content.dated)
    assert live.updated_at == now + HOUR
    assert live.public_from == now
    assert not live.has_unpublished_changes


def test_what_was_said_of_a_person_stays_when_the_record_changes_later(live, minister, content, editor, now):
    minister.memberships.all().delete()
    minister.family_name = "Иной"
    minister.other_names.create(family_name="Токтосунов", given_name="Асан")
    minister.save()
    revisions.save(live, replace(content, lede="Иначе"), 1, editor, now=now)
    workflow.publish(live, by=editor, now=now + HOUR)
    mention = live.mentions.first()
    assert (mention.name, mention.office) == ("Асан Токтосунов", "министр культуры Лаковии")


def test_a_scheduled_article_comes_out_by_itself(draft, minister, editor, now):
    workflow.schedule(draft, now + HOUR, by=editor, now=now)
    assert not Article.objects.public(now + HOUR - timedelta(seconds=1)).exists()
    assert Article.objects.public(now + HOUR).get() == draft
    assert workflow.state_at(draft, now) == "scheduled"
    assert workflow.state_at(draft, now + HOUR) == "published"
    assert ticking.read().next_instant == now + HOUR


def test_the_later_of_schedule_and_embargo_counts(draft, editor, now):
    workflow.schedule(draft, now + HOUR, by=editor, now=now, embargo_until=now + 2 * HOUR)
    assert draft.public_from == now + 2 * HOUR
    with pytest.raises(workflow.WorkflowError, match="20:00"):
        workflow.publish(draft, by=editor, now=now)


def test_nothing_is_scheduled_into_the_past(draft, editor, now):
    with pytest.raises(workflow.WorkflowError):
        workflow.schedule(draft, now - HOUR, by=editor, now=now)


def test_a_scheduled_change_of_a_live_article_is_applied_once_at_its_instant(live, content, editor, now):
    revisions.save(live, replace(content, headline="Завтрашний"), 1, editor, now=now)
    workflow.schedule(live, now + HOUR, by=editor, now=now)
    assert live.headline == content.headline
    assert workflow.apply_due(now) == 0
    assert workflow.apply_due(now + HOUR) == 1
    assert workflow.apply_due(now + HOUR) == 0
    live.refresh_from_db()
    assert live.headline == "Завтрашний"


@pytest.mark.parametrize(("how", "is_public"), [("gone", False), ("notice", True)])
def test_withdrawing_ends_every_interval_unless_a_notice_stays(live, editor, now, how, is_public):
    later = now + HOUR
    workflow.withdraw(live, by=editor, now=later, reason="Ошибка в дате.", how=how)
    assert Article.objects.public(later).exists() is is_public
    assert not Article.objects.listed(later).exists()
    assert PersonUse.objects.filter(public_until=None).exists() is is_public
    assert live.state == "withdrawn"


def test_withdrawing_needs_a_reason_and_a_replacement_if_one_is_promised(live, editor, now):
    with pytest.raises(workflow.WorkflowError) as caught:
        workflow.withdraw(live, by=editor, now=now, reason=" ", how="replaced")
    assert len(caught.value.reasons) == 2


def test_withdrawing_a_scheduled_article_makes_it_a_draft_nobody_saw(draft, editor, now):
    workflow.schedule(draft, now + HOUR, by=editor, now=now)
    workflow.withdraw(draft, by=editor, now=now, reason="Рано.")
    assert (draft.state, draft.public_from) == ("draft", None)
    assert not Article.objects.public(now + 2 * HOUR).exists()
    assert not PersonUse.objects.exists()


def test_a_withdrawn_article_can_be_published_again(live, editor, now):
    workflow.withdraw(live, by=editor, now=now + HOUR, reason="Проверяем.")
    workflow.publish(live, by=editor, now=now + 2 * HOUR)
    assert Article.objects.listed(now + 2 * HOUR).get() == live
    assert not Article.objects.public(now + HOUR).exists()


def test_submitting_and_sending_back(content, login_of, editor, now):
    reporter = login_of("reporter")
    own = revisions.create(content, reporter, now=now)
    workflow.submit(own, by=reporter, now=now)
    with pytest.raises(PermissionDenied):
        revisions.save(own, replace(content, headline="Поздно"), 1, reporter, now=now)
    workflow.send_back(own, by=editor, now=now, remark="Кто это сказал?")
    assert own.state == "draft"
    assert list(own.events.values_list("kind", flat=True)) == ["returned", "submitted", "created"]


def test_every_move_is_written_down_and_moves_the_clock(live, editor, now):
    epoch = ticking.read().epoch
    workflow.withdraw(live, by=editor, now=now + HOUR, reason="Ошибка.")
    assert ticking.read().epoch == epoch + 1
    assert ArticleEvent.objects.filter(article=live, by=editor, kind="withdrawn").count() == 1


def test_only_somebody_named_can_be_the_speaker_of_a_quote(content, editor, minister, now):
    stranger = person("Болот", "Сыдыков")
    body = content.body + "".join(
        f'<blockquote data-speaker="{who.pk}"><p>«Слова», — сказал он.</p></blockquote>' for who in (minister, stranger)
    )
    article = revisions.create(replace(content, body=body), editor, now=now)
    workflow.publish(article, by=editor, now=now)
    assert [quote.speaker for quote in article.quotes.all()] == [minister, None]
    assert article.quotes.first().words == "Слова"


def test_nobody_without_a_page_becomes_a_link(live, minister, content, editor, now):
    minister.page = Person.Page.NEVER
    minister.save()
    revisions.save(live, replace(content, lede="Иначе"), 1, editor, now=now)
    workflow.publish(live, by=editor, now=now)
    assert "<a " not in live.rendered_html
    assert live.mentions.count() == 2


def test_a_photo_is_in_use_as_long_as_the_article(content, editor, now):
    picture = photo()
    article = revisions.create(replace(content, lead_photo=picture.pk, lead_caption="Театр"), editor, now=now)
    workflow.publish(article, by=editor, now=now)
    assert list(type(picture).objects.public(now)) == [picture]
    workflow.withdraw(article, by=editor, now=now + HOUR, reason="Ошибка.")
    assert not type(picture).objects.public(now + HOUR).exists()


def test_an_embargo_lengthened_meanwhile_is_not_forgotten(draft, editor, now):
    stale = Article.objects.get(pk=draft.pk)
    Article.objects.filter(pk=draft.pk).update(embargo_until=now + 3 * HOUR)
    with pytest.raises(workflow.WorkflowError, match="21:00"):
        workflow.publish(stale, by=editor, now=now)
    workflow.schedule(stale, now + HOUR, by=editor, now=now)
    assert Article.objects.get(pk=draft.pk).public_from == now + 3 * HOUR


def test_a_correction_of_the_record_reaches_a_scheduled_article_that_is_scheduled_again(draft, minister, editor, now):
    workflow.schedule(draft, now + HOUR, by=editor, now=now)
    minister.memberships.update(acting=True)
    workflow.schedule(draft, now + HOUR, by=editor, now=now)
    assert draft.mentions.first().office == "и. о. министра культуры Лаковии"


def test_a_section_and_an_author_deleted_meanwhile_keep_no_story_back(live, content, editor, now):
    section, author = Section.objects.create(name="Культура"), Author.objects.create(name="Айгүл Бекова")
    changed = replace(content, section=section.pk, bylines=(Credit(author.pk),))
    revisions.save(live, changed, 1, editor, now=now)
    section.delete()
    author.delete()
    said = " ".join(item.words for item in checklist(live, changed, Names(), now) if not item.is_must)
    assert "Раздел удалён" in said
    assert "авторов удалён" in said
    workflow.publish(live, by=editor, now=now)
    assert live.live_version == 2
    assert live.section is None
    assert not live.bylines.exists()


def test_a_picture_whose_file_is_lost_is_named_before_anything_is_written(live, content, editor, now):
    lost = photo()
    lost.original.storage.delete(lost.original.name)
    revisions.save(live, replace(content, lead_photo=lost.pk), 1, editor, now=now)
    with pytest.raises(workflow.WorkflowError, match=str(lost)):
        workflow.publish(live, by=editor, now=now)


def test_a_name_in_an_editors_own_link_leaves_the_next_one_to_the_profile(content, minister, editor, now):
    body = '<p><a href="https://lakovia.example/">Асан Токтосунов</a> приехал. Асан Токтосунов рад.</p>'
    article = revisions.create(replace(content, body=body), editor, now=now)
    workflow.publish(article, by=editor, now=now)
    own, _between, profile = article.rendered_html.partition("приехал. ")
    assert own == '<p><a href="https://lakovia.example/">Асан Токтосунов</a> '
    assert profile == f'<a href="/people/asan-toktosunov/" data-person="{minister.pk}">Асан Токтосунов</a> рад.</p>'


def test_a_story_kept_with_a_notice_can_still_be_taken_away_whole(live, editor, now):
    workflow.withdraw(live, by=editor, now=now + HOUR, reason="Проверяем.", how="notice")
    workflow.withdraw(live, by=editor, now=now + 2 * HOUR, reason="Ошибка.", how="gone")
    assert not Article.objects.public(now + 2 * HOUR).exists()
    assert not PersonUse.objects.filter(public_until=None).exists()
    with pytest.raises(workflow.WorkflowError):
        workflow.withdraw(live, by=editor, now=now + 3 * HOUR, reason="Ещё раз.")
