"""A site with something of every kind on it: the demo's records, and what the demo has none of."""

from dataclasses import replace
from datetime import timedelta
from io import BytesIO

from django.utils import timezone

from articles import revisions, workflow
from articles.content import Credit
from articles.models import Article, Author, Section
from articles.workflow.notes import Note
from media_assets import documents, renditions
from media_assets.models import Photo
from newsroom.demo import filling
from newsroom.models import User
from people.models import Person
from tests.factories.people import person
from tests.factories.stories import story

BIOGRAPHY = (
    "Родился в вымышленном городе Нижний Кедр в семье паромщика. Строил мосты через все три реки Лаковии, "
    "преподавал в несуществующем институте и писал о том, как поднимают и опускают пролёты.\n\n"
    "Позднее работал в министерстве транспорта, где отвечал за паромные переправы и горные дороги страны."
)
# Longer than a phone is wide, and with every letter that Russian has not.
LONG_WORD = "Сельскохозяйственно-промышленно-энергетическое"
KYRGYZ = "Көлдүн жээгиндеги жаңы көпүрө өз убагында ачылып, үч миң киши өттү"
NEIGHBOURS = "Қазақ ғалымы ҳуҷҷат, ӯ ва ҷумла"
MANY = 34


def build() -> dict[str, str]:
    """Fill the database. Returns the addresses of what the table of pages names by a word."""
    filling.fill(say=lambda line: None)
    chief, section = User.objects.get(username="chief"), Section.objects.get(slug="society")
    _biography()
    _many(chief, section)
    today = timezone.localdate()
    addresses = {
        "whole": _whole(chief, section),
        "notice": _withdrawn(chief, "Паром отменён", Article.Withdrawal.NOTICE),
        "gone": _withdrawn(chief, "Паром утонул", Article.Withdrawal.GONE),
        "kyrgyz": story(KYRGYZ, chief, timezone.now(), language="ky", body=f"<p>{NEIGHBOURS}</p>").get_absolute_url(),
        "sparse": person("Асан", "Токтосунов", page="public", checked_at=timezone.now()).get_absolute_url(),
        "sample": Article.objects.order_by("pk").first().get_absolute_url(),
        "year": f"{today:%Y}",
        "month": f"{today:%Y/%m}",
        "day": f"{today:%Y/%m/%d}",
    }
    for photo in Photo.objects.all():
        renditions.ensure(photo)
    return addresses


def _biography() -> None:
    bridge_builder = Person.objects.get(slug="timur-olkhov")
    bridge_builder.biography = BIOGRAPHY
    bridge_builder.save()


def _many(chief: User, section: Section) -> None:
    """More stories than one page of a list holds."""
    author = Author.objects.get(name="Лада Камышова")
    for number in range(MANY):
        at = timezone.now() - timedelta(days=1, minutes=number)
        said = {"section": section.pk, "tags": ("дороги",), "bylines": (Credit(author.pk),)}
        story(f"{LONG_WORD} управление Лаковии чинит мост номер {number}", chief, at, **said)


def _whole(chief: User, section: Section) -> str:
    """A story with every node a text may hold, corrected since."""
    one, two, three, poster = Photo.objects.order_by("pk")[:4]
    decree, _is_new = documents.take(BytesIO(b"%PDF-1.7 decree"), "Постановление.pdf")
    elsewhere = Article.objects.filter(language="ru").order_by("pk")[1]
    speaker = Person.objects.get(slug="timur-olkhov")
    body = (
        f"<p>{LONG_WORD} управление открыло мост. {BIOGRAPHY.splitlines()[0]}</p><h2>Как строили</h2>"
        f'<figure data-photo="{one.pk}"><figcaption>Мост утром</figcaption></figure>'
        f'<div data-gallery=""><figure data-photo="{two.pk}"><figcaption>Опоры</figcaption></figure>'
        f'<figure data-photo="{three.pk}"></figure></div>'
        f'<figure data-video="https://www.youtube.com/watch?v=abcdefghijk" data-photo="{poster.pk}">'
        "<figcaption>Первый поезд</figcaption></figure>"
        '<blockquote data-post="https://t.me/lakovia/12" data-author="Мэрия" data-time="2025-06-29T15:45">'
        "<p>Мост открыт!</p></blockquote>"
        f'<blockquote data-speaker="{speaker.pk}"><p>«Мост стоит», — сказал Ольхов.</p></blockquote>'
        "<table><tbody><tr><th><p>Год</p></th><th><p>Поднято пролётов разводных мостов</p></th>"
        "<th><p>Перевезено пассажиров паромами</p></th></tr>"
        "<tr><td><p>2024</p></td><td><p>12</p></td><td><p>34 000</p></td></tr></tbody></table>"
        "<ul><li>пролёт</li><li>опора</li></ul>"
        f'<div data-document="{decree.pk}">Постановление</div><div data-article="{elsewhere.pk}"></div>'
        '<section data-entry="k3f9a2" data-time="2025-06-30T15:45"><h3>Открыто</h3><p>Ленту разрезали.</p></section>'
        '<section data-entry="b7c1d4" data-time="2025-06-29T09:05"><p>Собрались зрители.</p></section>'
    )
    made = story("Открыт мост — со всем, что бывает в тексте", chief, timezone.now(), body=body, section=section.pk)
    now, latest = timezone.now(), revisions.newest(made)
    revisions.save(made, replace(revisions.content_of(latest), lede="С исправлением."), latest.number, chief, now=now)
    workflow.publish(made, by=chief, now=now, note=Note("correction", "Мост открыт утром, а не вечером."))
    return made.get_absolute_url()


def _withdrawn(chief: User, headline: str, how: str) -> str:
    made = story(headline, chief, timezone.now())
    workflow.withdraw(made, by=chief, now=timezone.now(), reason="Источник ошибся.", how=how)
    return made.get_absolute_url()
