"""What follows a story and what has become of its people since: asked of the record on the day it is read."""

from datetime import UTC, date, datetime, timedelta

import pytest

from articles import revisions, workflow
from articles.content import Content
from articles.models import Article
from articles.publishing import derive
from newsroom.models import Imprint
from people.attesting import Told, attest
from people.models import PersonUse
from tests.factories.people import held, person, post
from tests.factories.pictures import photo
from tests.factories.stories import story

DAY = timedelta(days=1)
LATER = datetime(2026, 5, 12, 6, 0, tzinfo=UTC)


@pytest.fixture
def editor(login_of):
    return login_of("editor")


@pytest.fixture
def vera(db, now):
    return person("Вера", "Осокина", gender="female", page="public", checked_at=now)


@pytest.fixture
def read(client, editor, now, time_machine):
    """The page of a story about Вера Осокина of 30 June 2025, as it is read on 12 May 2026."""

    def read(body: str = "<p>Вера Осокина открыла мост.</p>", **fields) -> str:
        time_machine.move_to(now, tick=False)
        told = story("Мост открыт", editor, now, body=body, **fields)
        time_machine.move_to(LATER, tick=False)
        return client.get(told.get_absolute_url()).content.decode().replace("\u00a0", " ")

    return read


# Offices of hers as (label, since, until), and what the page says beside the office of the day.
SINCE = [
    ([("министр связи", "2020", "2025-09")], ["министр связи", "до сентября 2025"]),
    (
        [("министр связи", "2020", "2025-09"), ("посол в Сомнии", "2025-10", "")],
        ["до сентября 2025; ныне посол в Сомнии"],
    ),
    ([("министр связи", "2020", ""), ("депутат", "2026-01", "")], ["ныне депутат"]),
    ([("министр связи", "2015", "2019-05")], ["ранее министр связи (2015 — май 2019)"]),
    ([("министр связи", "2015", "2019-05"), ("посол в Сомнии", "2025-10", "")], ["ранее министр связи", "ныне посол"]),
]


@pytest.mark.parametrize(("offices", "told"), SINCE)
def test_the_box_says_what_has_changed_since(read, vera, now, offices, told):
    for label, since, until in offices:
        held(vera, post(label), since, until, checked_at=now)
    html = read()
    for words in told:
        assert words in html


def test_what_has_not_changed_is_not_told(read, vera, now):
    held(vera, post("министр связи"), "2020", checked_at=now)
    html = read()
    assert "министр связи" in html
    assert "ныне" not in html
    assert 'class="office then"' not in html


def box_of(html: str) -> str:
    return html.split('<aside class="people-box"')[1].split("</aside>")[0]


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("<p>Мост открыла учительница физики Вера Осокина.</p>", "учительница физики"),
        ("<p>Мост открыла Вера Осокина. Осокина, жительница Кедра, ждала его.</p>", "жительница Кедра"),
        ("<p>Вера Осокина открыла мост.</p>", ""),
    ],
)
def test_somebody_without_an_office_is_called_what_the_text_calls_them(read, vera, body, told):
    assert (f'<span class="office">{told}</span>' in box_of(read(body))) is bool(told)


def test_the_words_of_a_picture_introduce_too(editor, vera, now):
    words = "Слева: поэтесса Вера Осокина."
    content = Content(headline="Мост", body="<p>Вера Осокина.</p>", lead_photo=photo().pk, lead_caption=words)
    article = revisions.create(content, editor, now=now)
    derived = derive(article, revisions.newest(article), now, is_out=False)
    assert derived.frozen[vera.pk].called == "поэтесса"


def test_an_office_of_the_past_comes_before_what_the_text_says(read, vera, now):
    held(vera, post("министр связи"), "2015", "2019-05", checked_at=now)
    box = box_of(read("<p>Мост открыла пенсионерка Вера Осокина.</p>"))
    assert "ранее министр связи" in box
    assert "пенсионерка" not in box


def test_an_office_of_the_day_leaves_the_words_of_the_text_out(read, vera, now):
    held(vera, post("министр связи"), "2015", checked_at=now)
    assert "пенсионерка" not in box_of(read("<p>Мост открыла пенсионерка Вера Осокина.</p>"))


def test_what_a_story_of_another_day_tells_stands_with_its_day(read, vera, now):
    ambassador = post("посол в Сомнии")
    attest(vera, Told(ambassador.label, ambassador.organization.name), on=date(2025, 6, 20), owner="article:77")
    PersonUse.objects.create(person=vera, owner="article:77", public_from=now - DAY)
    assert "посол в Сомнии (на 20 июня 2025)" in box_of(read())


@pytest.mark.parametrize(("held_later", "told"), [(False, True), (True, False)])
def test_a_profile_speaks_for_somebody_who_never_held_an_office(read, vera, now, held_later, told):
    vera.summary = "Скрипачка."
    vera.save()
    if held_later:
        held(vera, post("министр связи"), "2025-09", checked_at=now)
    assert ("Скрипачка." in box_of(read())) is told


def test_an_office_only_an_embargoed_story_tells_of_is_not_told(read, vera, now):
    held(vera, post("посол в Сомнии"), attested_from=date(2025, 10, 1), attested_until=date(2025, 10, 2))
    assert "посол" not in read()


def test_a_story_leads_to_others_of_the_same_people_and_subjects(client, editor, vera, now, time_machine):
    time_machine.move_to(now, tick=False)
    both = story("Вера Осокина о мостах", editor, now - DAY, body="<p>Вера Осокина.</p>", tags=("мосты",))
    story("О погоде", editor, now - DAY)
    story("Көпүрө", editor, now - DAY, body="<p>Вера Осокина.</p>", language="ky")
    told = story("Мост открыт", editor, now, body="<p>Вера Осокина открыла.</p>", tags=("мосты",))
    html = client.get(told.get_absolute_url()).content.decode()
    after = html[html.index('class="after"') :]
    assert both.headline in after
    assert "О погоде" not in after
    assert "Көпүрө" not in after
    assert after.count("Мост открыт") == 0


def test_an_error_is_told_to_the_newsroom_by_mail(read):
    Imprint.objects.update_or_create(language="ru", defaults={"email": "desk@news.example"})
    assert 'href="mailto:desk@news.example?subject=%D0%9E%D1%88%D0%B8%D0%B1%D0%BA%D0%B0' in read()


def test_the_ways_on_name_the_day_and_the_time_to_read(read):
    html = read(body=f"<p>{'слово ' * 540}</p>")
    assert 'href="/archive/2025/06/30/">Все новости за 30 июня 2025</a>' in html
    assert "3 минуты чтения" in html


def test_a_story_and_its_translation_name_each_other(client, editor, now, time_machine):
    time_machine.move_to(now, tick=False)
    russian = story("Мост открыт", editor, now)
    assert "hreflang" not in client.get(russian.get_absolute_url()).content.decode().split("</head>")[0]
    kyrgyz = story("Көпүрө ачылды", editor, now, language="ky")
    Article.objects.filter(pk=kyrgyz.pk).update(translation_group=russian.translation_group)
    for told in (russian, kyrgyz):
        html = client.get(told.get_absolute_url()).content.decode()
        assert f'hreflang="ru" href="http://localhost:8000{russian.get_absolute_url()}"' in html
        assert f'hreflang="ky" href="http://localhost:8000{kyrgyz.get_absolute_url()}"' in html
        assert f'<a href="{kyrgyz.get_absolute_url()}" lang="ky"' in html
        assert '<a href="/en/" lang="en"' in html
    notice = {"reason": "Источник ошибся.", "how": Article.Withdrawal.NOTICE}
    workflow.withdraw(Article.objects.get(pk=kyrgyz.pk), by=editor, now=now, **notice)
    assert "hreflang" not in client.get(russian.get_absolute_url()).content.decode().split("</head>")[0]


def test_pages_of_every_edition_lead_to_their_twins(client, vera):
    html = client.get("/ky/people/vera-osokina/").content.decode()
    assert 'hreflang="ru" href="http://localhost:8000/people/vera-osokina/"' in html
    assert '<a href="/en/people/vera-osokina/" lang="en"' in html
