"""Who may what: the people of a newsroom, one record of everything there is, and the tables as text to be read."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from django.contrib.auth.models import Group
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import URLPattern, URLResolver, get_resolver

from articles import previews, revisions, talk, workflow
from articles.content import Content
from articles.models import Article, Author, DeskRules, MorningCheck, Section, Tag
from media_assets import renditions
from media_assets.documents import take
from media_assets.models import Batch, Caption
from newsroom.models import FlatPage, FrontPage, Imprint, User
from people.models import Person
from tests.factories.people import held, person, post
from tests.factories.pictures import photo

HOUR = timedelta(hours=1)
_BODY = "<p>Министр спорта Лаковии Нурлан Кедров открыл театр.</p>"

# The columns of the tables, in their order. «own» has written the story, «staff» has a role and not the story.
SIGNED_IN = ["own", "reporter", "editor", "elsewhere", "photo", "both", "chief", "admin"]
EVERYBODY = ["nobody", "login", *SIGNED_IN]
_ROLES = {
    "own": ["reporter"],
    "reporter": ["reporter"],
    "editor": ["editor"],
    "elsewhere": ["editor"],  # of another section than the story's
    "photo": ["photo desk"],
    "both": ["reporter", "photo desk"],
    "chief": ["chief editor"],
    "admin": ["administrator"],
}


def people_of_the_newsroom() -> dict[str, User]:
    """A login for every column but the first, which has none; «login» has no role and no desk."""
    made = {"login": User.objects.create_user("login", language="en")}
    for name in SIGNED_IN:
        made[name] = User.objects.create_user(name, language="en", is_staff=True, is_superuser=name == "admin")
        made[name].groups.set(Group.objects.filter(name__in=_ROLES[name]))
    return made


def table(name: str) -> dict[str, list[str]]:
    """Row -> its cells, of a table of ``who_may``; lines that begin with # explain it."""
    lines = (Path(__file__).parent / "who_may" / name).read_text().splitlines()
    rows = [line.split() for line in lines if line.strip() and not line.startswith("#")]
    assert len({row[0] for row in rows}) == len(rows)
    return {row[0]: row[1:] for row in rows}


def routes() -> list[str]:
    """Every address the site answers under, as it is written in the urlpatterns; once for all languages."""
    return list(dict.fromkeys(_routes(get_resolver(), "")))


def _routes(resolver: URLResolver, before: str):
    for each in resolver.url_patterns:
        route = before + str(each.pattern)
        if isinstance(each, URLPattern):
            yield f"/{route}"
        else:
            yield from _routes(each, route)


@dataclass
class World:
    """One of everything. ``stories`` by state; all of «own», in a section whose editor is «editor»."""

    people: dict[str, User]
    stories: dict[str, Article]
    now: datetime


def stories(people: dict[str, User], now: datetime) -> World:
    """A story in each state, the last of them two versions long."""
    section, other = Section.objects.create(name="Политика"), Section.objects.create(name="Спорт")
    # Named for the section, and none of them gets a right of it that their role has not.
    section.editors.add(*(people[name] for name in ("editor", "own", "reporter", "photo", "both")))
    other.editors.add(people["elsewhere"])
    DeskRules.objects.update_or_create(pk=DeskRules.current().pk, defaults={"second_reader": "off"})
    content = Content(headline="Театр открыт", body=_BODY, section=section.pk)
    made = {state: _in_state(state, content, people, now) for state in Article.State.values}
    return World(people, made, now)


def _in_state(state: str, content: Content, people: dict[str, User], now: datetime) -> Article:
    State, by = Article.State, people["admin"]
    story = revisions.create(content, people["own"], now=now - 3 * HOUR)
    if state == State.SUBMITTED:
        workflow.submit(story, by=by, now=now)
    if state == State.SCHEDULED:
        workflow.schedule(story, now + HOUR, by=by, now=now)
    if state in (State.PUBLISHED, State.WITHDRAWN):
        workflow.publish(story, by=by, now=now - 2 * HOUR)
        again = Content(headline="Театр закрыт", body=_BODY, section=content.section)
        revisions.save(story, again, 1, by, now=now - HOUR)
        workflow.publish(story, by=by, now=now - HOUR)
    if state == State.WITHDRAWN:
        workflow.withdraw(story, by=by, now=now, reason="Ошибка")
    story.refresh_from_db()
    return story


def records(world: World) -> dict[str, object]:
    """One record for each part of an address: the draft, its comment, its public version, people, pictures."""
    draft, live, by = world.stories["draft"], world.stories["published"], world.people
    Article.objects.filter(pk=draft.pk).update(embargo_until=world.now + HOUR)
    asan: Person = person("Асан", "Токтосунов", page="public", checked_at=world.now)
    office = held(asan, post(), "2020", checked_at=world.now)
    picture = photo("#123456", alt_text="Театр")
    renditions.ensure(picture)
    document, _is_new = take(SimpleUploadedFile("akt.pdf", b"%PDF-1.7\n1 0 obj"), "akt.pdf", by["photo"])
    check = MorningCheck.objects.create(
        article=live, revision=live.live_revision, published_by=by["admin"], at=world.now
    )
    return {
        "article": draft,
        "live": live,
        "submitted": world.stories["submitted"],
        "public_version": live.public_versions.first(),
        "articleevent": live.events.first(),
        "comment": talk.say(draft, "Проверьте имя.", by=by["editor"], now=world.now),
        "check": check,
        "link": previews.key_of(previews.share(draft, "day", by=by["editor"], now=world.now)),
        "user": by["reporter"],
        "section": Section.objects.first(),
        "author": Author.objects.create(name="Вера Осокина"),
        "tag": Tag.objects.create(name="театр", slug="teatr"),
        "deskrules": DeskRules.current(),
        "frontpage": FrontPage.objects.create(language="ru"),
        "imprint": Imprint.objects.create(language="ru", founder="Чолпон"),
        "flatpage": FlatPage.objects.create(language="ru", slug="about", title="О нас", body="<p>Мы.</p>"),
        "batch": Batch.objects.create(credit_line="Чолпон", created_by=by["photo"]),
        "photo": picture,
        "caption": Caption.objects.create(photo=picture, text="Театр.", language="ru"),
        "document": document,
        "person": asan,
        "membership": office,
        "post": office.post,
        "organization": office.organization,
    }
