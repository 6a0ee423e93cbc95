"""What waits for whom on the first page of the desk."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.urls import reverse

from articles import notices, revisions, workflow
from articles.desk.waiting import MOST, waiting
from articles.models import MorningCheck, Notice, Section
from tests.factories.pictures import photo

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)


@pytest.fixture
def writer(login_of):
    return login_of("reporter", "writer")


@pytest.fixture
def story(content, writer, now):
    """Make a draft: ``story("Headline")``, by the reporter unless it is somebody else's."""

    def make(headline: str, by=writer, at=now, **fields):
        return revisions.create(replace(content, headline=headline, **fields), by, now=at)

    return make


def lists(by, now) -> dict[str, list[str]]:
    return {each.name: [line.article.desk_headline for line in each.lines] for each in waiting(by, now)}


def test_a_reporter_sees_what_came_back_with_the_remark_and_what_is_in_work(story, editor, writer, now):
    back, _begun = story("Вернули"), story("В работе")
    workflow.submit(back, by=writer, now=now)
    workflow.send_back(back, by=editor, now=now, remark="Назовите источник")
    assert lists(writer, now) == {"sent-back": ["Вернули"], "in-work": ["В работе"]} | _told(writer)
    line = next(each for each in waiting(writer, now) if each.name == "sent-back").lines[0]
    assert (line.words, line.by) == ("Назовите источник", "editor")
    workflow.submit(back, by=writer, now=now + HOUR)
    assert "sent-back" not in lists(writer, now)


def _told(by) -> dict[str, list[str]]:
    """The verbs tell people of their own accord."""
    found = [notice.article.desk_headline for notice in notices.unseen(by)]
    return {"told": found} if found else {}


def test_editors_see_their_own_sections_first_then_who_has_waited_longest(story, editor, writer, now):
    own = Section.objects.create(name="Культура")
    own.editors.add(editor)
    for hours, headline, section in [(3, "Вторая", None), (1, "Своя", own.pk), (5, "Первая", None)]:
        draft = story(headline, section=section)
        workflow.submit(draft, by=writer, now=now - hours * HOUR)
    assert lists(editor, now)["handed-in"] == ["Своя", "Первая", "Вторая"]
    assert "handed-in" not in lists(writer, now)


def test_a_draft_somebody_else_began_is_mine_once_i_have_taken_it(story, editor, writer, login_of, now):
    workflow.take(story("Чужой"), by=editor, now=now)
    story("Мой", editor)
    assert lists(editor, now)["taken"] == ["Чужой"]
    assert lists(editor, now)["in-work"] == ["Мой"]


def test_what_comes_out_today_stands_in_its_order(story, editor, minister, now):
    for hours, headline in [(4, "В десять"), (1, "В семь"), (7, "Завтра")]:
        workflow.schedule(story(headline, editor), now + hours * HOUR, by=editor, now=now)
    assert lists(editor, now)["today"] == ["В семь", "В десять"]
    assert lists(editor, now + 2 * HOUR)["today"] == ["В десять"]


def test_live_stories_with_changes_wait_until_these_are_out(live, content, editor, now):
    assert "unpublished" not in lists(editor, now)
    revisions.save(live, replace(content, headline="Исправлено"), 1, editor, now=now)
    assert lists(editor, now)["unpublished"] == ["Исправлено"]
    workflow.publish(live, by=editor, now=now)
    assert "unpublished" not in lists(editor, now)


def test_stories_on_their_way_or_just_out_lack_a_picture(live, story, writer, editor, login_of, now):
    workflow.submit(story("Без снимка"), by=writer, now=now)
    workflow.submit(story("Со снимком", lead_photo=photo().pk), by=writer, now=now)
    story("Ещё пишется")
    for by in (editor, login_of("photo desk")):
        assert sorted(lists(by, now)["without-picture"]) == ["Без снимка", live.desk_headline]
    assert lists(editor, now + timedelta(days=3))["without-picture"] == ["Без снимка"]
    assert "without-picture" not in lists(writer, now)


def test_withdrawals_of_the_week_are_the_chief_s(live, editor, login_of, now):
    workflow.withdraw(live, by=editor, now=now, reason="Ошибка в имени")
    chief = login_of("chief editor")
    assert lists(chief, now)["withdrawn"] == [live.desk_headline]
    assert "withdrawn" not in lists(editor, now)
    assert "withdrawn" not in lists(chief, now + timedelta(days=8))


def test_what_went_out_alone_is_ticked_by_another_editor(client, live, editor, login_of, now):
    check = MorningCheck.objects.create(article=live, revision=live.live_revision, published_by=editor, at=now)
    second = login_of("editor", "second")
    assert "to-check" not in lists(editor, now)
    assert lists(second, now)["to-check"] == [live.desk_headline]
    address = reverse("admin:articles_article_morning", args=[check.pk])
    for user, is_checked in ((editor, False), (second, True)):
        client.force_login(user)
        client.post(address)
        check.refresh_from_db()
        assert (check.checked_at is not None) is is_checked
    assert "to-check" not in lists(second, now)


def test_notices_are_seen_one_by_one_and_all_together_never_those_of_another(client, story, editor, writer, now):
    for headline in ("Раз", "Два", "Три"):
        notices.tell([writer, editor], Notice.Kind.TAKEN, story(headline), by=_somebody(), now=now)
    client.force_login(writer)
    address = reverse("admin:articles_article_seen")
    client.post(address, {"notice": Notice.objects.filter(to=editor)[0].pk})
    client.post(address, {"notice": "abc"})
    assert len(lists(writer, now)["told"]) == len(lists(editor, now)["told"]) == 3
    told = next(each for each in waiting(writer, now) if each.name == "told")
    client.post(address, {"notice": told.lines[0].key})
    assert len(lists(writer, now)["told"]) == 2
    client.post(address)
    assert "told" not in lists(writer, now)
    assert len(lists(editor, now)["told"]) == 3


def _somebody():
    from newsroom.models import User

    return User.objects.get_or_create(username="somebody")[0]


def test_the_first_page_says_so_when_nothing_waits(client, login_of):
    client.force_login(login_of("reporter"))
    assert "Nothing waits for you." in client.get(reverse("admin:index")).text


def test_a_long_list_is_cut_counted_and_led_on(client, story, writer, now):
    for number in range(MOST + 3):
        story(f"Черновик {number}")
    [drafts] = waiting(writer, now)
    assert (len(drafts.shown), drafts.counted) == (MOST, str(MOST + 3))
    client.force_login(writer)
    assert drafts.url.replace("&", "&amp;") in client.get(reverse("admin:index")).text
    assert len(client.get(drafts.url).context["cl"].result_list) == MOST + 3


def test_the_first_page_costs_the_same_whatever_waits(
    client, story, editor, writer, login_of, minister, now, django_assert_max_num_queries
):
    for number in range(MOST + 2):
        waits, out = story(f"Сдано {number}"), story(f"Вышло {number}", editor)
        workflow.submit(waits, by=writer, now=now)
        workflow.publish(out, by=editor, now=now)
        workflow.withdraw(out, by=editor, now=now, reason="Ошибка")
        notices.tell([editor], Notice.Kind.TAKEN, waits, by=writer, now=now)
    chief = login_of("chief editor")
    with django_assert_max_num_queries(25):
        waiting(chief, now)
