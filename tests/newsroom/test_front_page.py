"""The front page: the desk's order first, then the newest; what readers may not see does not show."""

from datetime import timedelta

import pytest
from django.contrib.admin.models import LogEntry
from django.core.exceptions import PermissionDenied

from articles import revisions, workflow
from articles.content import Content
from articles.models import Article, Section
from articles.workflow import WorkflowError
from clock import ticking
from newsroom import front, upkeep
from newsroom.front_arranging import MOST, FrontChanged, Slot, arrange
from newsroom.front_form import Arrangement
from newsroom.models import FrontPage, FrontSlot
from tests.factories.stories import story

pytestmark = pytest.mark.django_db

HOUR = timedelta(hours=1)
DESK = "/admin/newsroom/frontpage/edition/ru/"


@pytest.fixture
def editor(login_of, now, time_machine):
    time_machine.move_to(now, tick=False)
    return login_of("editor")


@pytest.fixture
def five(editor, now):
    """«Первая» is the oldest of five, «Пятая» the newest."""
    words = ("Первая", "Вторая", "Третья", "Четвёртая", "Пятая")
    return [story(word, editor, now - HOUR * (5 - number)) for number, word in enumerate(words)]


@pytest.fixture
def put(editor, now):
    """Put stories on top of the Russian edition: ``put(first, third)``."""

    def put(*articles: Article, until=None, language="ru"):
        front_page = FrontPage.objects.filter(language=language).first()
        slots = [Slot(article.pk, until) for article in articles]
        return arrange(language, slots, front_page.version if front_page else 0, by=editor, now=now)

    return put


def shown(now, language="ru") -> list[str]:
    page = front.front_of(language, now)
    return [each.headline for each in [*page.leads, *page.river]]


class TestWhatReadersSee:
    def test_without_the_desk_the_newest_come_first(self, five, now):
        assert shown(now) == ["Пятая", "Четвёртая", "Третья", "Вторая", "Первая"]

    def test_the_desks_order_comes_first_and_nobody_stands_twice(self, five, put, now):
        put(five[0], five[2])
        assert shown(now) == ["Первая", "Третья", "Пятая", "Четвёртая", "Вторая"]

    def test_a_story_leaves_its_place_at_its_instant(self, five, put, now):
        put(five[0], until=now + HOUR)
        assert shown(now + HOUR - timedelta(seconds=1))[0] == "Первая"
        assert shown(now + HOUR)[0] == "Пятая"

    def test_a_withdrawn_story_does_not_show_and_the_others_move_up(self, five, put, editor, now):
        put(five[0], five[1])
        workflow.withdraw(five[0], by=editor, now=now, reason="Ошибка.")
        assert shown(now + HOUR)[:2] == ["Вторая", "Пятая"]

    def test_a_scheduled_story_appears_in_its_place_at_its_instant(self, five, put, editor, now):
        waiting = revisions.create(Content(headline="Завтра", body="<p>Рано.</p>"), editor, now=now)
        workflow.schedule(waiting, now + HOUR, by=editor, now=now)
        put(waiting)
        assert "Завтра" not in shown(now)
        assert shown(now + HOUR)[0] == "Завтра"

    def test_each_edition_has_its_own_order(self, five, put, editor, now):
        kyrgyz = [story(word, editor, now - HOUR * age, language="ky") for age, word in ((2, "Бир"), (1, "Эки"))]
        put(kyrgyz[0], language="ky")
        put(five[0])
        assert shown(now, "ky") == ["Бир", "Эки"]
        assert shown(now)[0] == "Первая"

    @pytest.mark.parametrize("number", [0, 1, 2, 3])
    def test_a_young_edition_is_a_whole_page(self, client, editor, now, number):
        for each in range(number):
            story(f"Новость {each}", editor, now - HOUR)
        html = client.get("/").content.decode()
        assert html.count("<h1") == 1
        assert html.count("<h2><a") == number

    def test_sections_follow_with_what_does_not_stand_above(self, editor, now):
        section = Section.objects.create(name="Общество")
        for age in range(20):
            story(f"Новость {age}", editor, now - HOUR * age, section=section.pk)
        (block,) = front.front_of("ru", now).blocks
        assert [each.headline for each in block.stories] == [f"Новость {age}" for age in (15, 16, 17, 18)]

    def test_the_page_costs_the_same_however_many_stories_and_sections(
        self, client, editor, five, put, now, django_assert_max_num_queries
    ):
        put(*five[:3])
        for number in range(6):
            section = Section.objects.create(name=f"Раздел {number}")
            for age in range(3):
                story(f"Новость {number} {age}", editor, now - timedelta(days=age + 1), section=section.pk)
        with django_assert_max_num_queries(14):
            client.get("/")


class TestBreaking:
    @pytest.fixture
    def flash(self, editor, now):
        return workflow.flash("Землетрясение ощутили в Нижнем Кедре", by=editor, now=now)

    def line(self, now) -> str:
        breaking = front.front_of("ru", now).breaking
        return breaking.headline if breaking else ""

    def test_a_breaking_line_stands_on_top_for_three_hours(self, flash, editor, now):
        workflow.develop(flash, None, by=editor, now=now)
        assert self.line(now + 3 * HOUR - timedelta(seconds=1))
        assert not self.line(now + 3 * HOUR)

    def test_while_more_is_to_come_it_stays(self, flash, editor, now):
        workflow.develop(flash, now + 20 * HOUR, by=editor, now=now)
        assert self.line(now + 20 * HOUR - timedelta(seconds=1))
        assert not self.line(now + 20 * HOUR)

    def test_a_usual_story_is_no_breaking_news(self, client, five, now):
        assert not self.line(now)
        assert "breaking-line" not in client.get("/").content.decode()

    def test_readers_get_the_line_with_its_hour(self, client, flash, now):
        html = client.get("/").content.decode()
        assert 'class="breaking-line"' in html
        assert ">18:00</time>" in html


class TestTheVerb:
    def test_whoever_may_not_is_refused(self, five, login_of, now):
        for role in ("reporter", "photo desk"):
            with pytest.raises(PermissionDenied):
                arrange("ru", [Slot(five[0].pk)], 0, by=login_of(role), now=now)
        assert not FrontSlot.objects.exists()

    def test_two_editors_at_once_lose_nothing(self, five, put, editor, login_of, now):
        put(five[0])
        with pytest.raises(FrontChanged) as refused:
            arrange("ru", [Slot(five[1].pk)], 0, by=login_of("chief editor"), now=now)
        assert refused.value.version == 1
        assert refused.value.last.user == editor
        assert shown(now)[0] == "Первая"

    def test_a_change_reaches_readers_pages_and_the_log(self, five, put, editor):
        epoch = ticking.read().epoch
        front_page = put(five[1], five[0])
        assert ticking.read().epoch == epoch + 1
        entry = LogEntry.objects.get(object_id=str(front_page.pk))
        assert (entry.user, entry.change_message) == (editor, "1. Вторая · 2. Первая")

    def test_the_clock_knows_when_a_story_leaves(self, five, put, now):
        put(five[0], until=now + HOUR)
        assert ticking.read().next_instant == now + HOUR
        ticking.set_next(None)
        upkeep.set_clock(now)
        assert ticking.read().next_instant == now + HOUR

    def test_what_cannot_stand_there_is_refused_in_sentences(self, five, editor, now):
        kyrgyz = story("Бир", editor, now, language="ky")
        draft = revisions.create(Content(headline="Черновик"), editor, now=now)
        for wrong in (Slot(kyrgyz.pk), Slot(draft.pk), Slot(99999), Slot(five[0].pk, now)):
            with pytest.raises(WorkflowError):
                arrange("ru", [wrong], 0, by=editor, now=now)
        many = [story(f"Новость {number}", editor, now) for number in range(MOST + 1)]
        with pytest.raises(WorkflowError):
            arrange("ru", [Slot(each.pk) for each in many], 0, by=editor, now=now)


class TestTheDesk:
    @pytest.fixture
    def desk(self, client, editor):
        client.force_login(editor)
        return client

    def form(self, articles, base=0, **pressed) -> dict:
        return {"base": base, "article": [article.pk for article in articles], **pressed}

    def order(self, response) -> list[str]:
        return [row.article.headline for row in response.context["rows"]]

    def test_every_button_works_without_a_script(self, desk, five, now):
        first, second, third = five[:3]
        assert self.order(desk.post(DESK, self.form([first, second], up=second.pk))) == ["Вторая", "Первая"]
        assert self.order(desk.post(DESK, self.form([first, second], down=first.pk))) == ["Вторая", "Первая"]
        assert self.order(desk.post(DESK, self.form([first, second], up=first.pk))) == ["Первая", "Вторая"]
        assert self.order(desk.post(DESK, self.form([first, second], remove=first.pk))) == ["Вторая"]
        assert self.order(desk.post(DESK, self.form([first], add=third.pk))) == ["Третья", "Первая"]
        assert not FrontSlot.objects.exists()  # nothing is public before it is saved

    def test_saving_gives_the_order_to_readers(self, desk, five, now):
        form = self.form(five[:2], _save="", **{f"until_{five[0].pk}": "2025-06-30T20:00"})
        assert desk.post(DESK, form).status_code == 302
        assert shown(now)[:2] == ["Первая", "Вторая"]
        assert FrontSlot.objects.get(place=1).until == now + 2 * HOUR

    def test_stories_are_found_by_words_of_their_headline(self, desk, five):
        html = desk.post(DESK, self.form([], find="", q="четвертая")).content.decode()
        assert "Четвёртая" in html
        assert "Пятая" not in html

    def test_a_lost_race_shows_both_orders_and_a_second_save_is_meant(self, desk, five, put, now):
        put(five[3])
        response = desk.post(DESK, self.form(five[:1], _save=""))
        assert response.status_code == 409
        assert self.order(response) == ["Первая"]
        assert [row.article.headline for row in response.context["theirs"]] == ["Четвёртая"]
        base = response.context["arrangement"].base
        assert desk.post(DESK, self.form(five[:1], base, _save="")).status_code == 302
        assert shown(now)[0] == "Первая"

    def test_a_preview_shows_the_order_nobody_has_saved(self, desk, five):
        response = desk.post(f"{DESK}preview/", self.form([five[1]]))
        assert response.context["front"].leads[0].headline == "Вторая"
        assert response.headers["X-Robots-Tag"] == "noindex"
        assert not FrontSlot.objects.exists()

    @pytest.mark.parametrize(
        "sent",
        [
            {"base": "x", "article": ["y", "-1", "9" * 30], "_save": ""},
            {"base": "9" * 30, "up": "z", "down": "", "remove": "٣", "add": "0"},
            {"article": ["1"], "until_1": "завтра", "_save": ""},
            {"article": ["1"], "until_1": "9999-99-99T00:00", "_save": ""},
            {"article": ["1"], "until_1": "0001-01-01T00:00", "_save": ""},
            {"article": ["1"], "until_1": "9999-12-31T23:59", "_save": ""},
        ],
    )
    def test_hostile_forms_are_answered_kindly(self, desk, five, sent):
        assert desk.post(DESK, sent).status_code in (200, 302, 409)

    def test_an_edition_there_is_not_is_no_page(self, desk):
        assert desk.get("/admin/newsroom/frontpage/edition/de/").status_code == 404

    def test_a_story_that_was_withdrawn_is_told_in_its_row(self, desk, five, put, editor, now):
        put(five[0])
        workflow.withdraw(five[0], by=editor, now=now, reason="Ошибка.")
        assert [row.state for row in Arrangement.stored("ru", now).rows(now)] == ["withdrawn"]
