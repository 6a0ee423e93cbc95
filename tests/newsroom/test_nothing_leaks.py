"""A story readers may not have yet cannot be told from one that does not exist; at its instant it is everywhere.

Every public address has a row here: a new one without a row fails.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta

import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import get_resolver

from articles import revisions, workflow
from articles.content import Content, Credit
from articles.models import Article, Author, Section
from media_assets import renditions
from media_assets.documents import take
from people.models import Organization
from tests.factories.people import held, person, post
from tests.factories.pictures import photo

pytestmark = pytest.mark.django_db

HOUR = timedelta(hours=1)
HEADLINE = "Лаковия и Сомния открывают границу"


@dataclass
class World:
    """Records that nothing public names yet, and the number the hidden story has or would have."""

    section: Section
    hidden: int
    slug: str
    records: dict[str, str]
    content: Content


@pytest.fixture(autouse=True)
def pages_are_kept(settings):
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
    cache.clear()


@pytest.fixture
def editor(login_of):
    return login_of("editor")


@pytest.fixture
def world(editor, now, time_machine):
    """One live story, and people, a body, a picture and a document that only the hidden one will show."""
    time_machine.move_to(now, tick=False)
    section = Section.objects.create(name="Политика")
    live = revisions.create(
        Content(headline="Яблоки поспели", body="<p>Рано.</p>", section=section.pk), editor, now=now
    )
    workflow.publish(live, by=editor, now=now)
    vera = person("Вера", "Осокина", gender="female", page="unlisted")
    held(vera, post("министр границ Лаковии", "Министерство границ Лаковии"), "2020", checked_at=now)
    picture = photo("#884422", alt_text="Граница")
    renditions.ensure(picture)
    document, _is_new = take(SimpleUploadedFile("soglashenie.pdf", b"%PDF-1.7\n1 0 obj"), "soglashenie.pdf", editor)
    body = (
        "<p>Министр границ Лаковии Вера Осокина подписала соглашение. Министерство границ Лаковии радо.</p>"
        f'<div data-document="{document.pk}">Соглашение</div>'
    )
    content = Content(
        headline=HEADLINE,
        lede="Сегодня.",
        body=body,
        lead_photo=picture.pk,
        section=section.pk,
        tags=("граница",),
        bylines=(Credit(Author.objects.create(name="Лада Камышова").pk),),
    )
    records = {
        "person": vera.get_absolute_url(),
        "organization": Organization.objects.get(name="Министерство границ Лаковии").get_absolute_url(),
        "post": vera.memberships.get().post.get_absolute_url(),
        "picture": f"/media/{picture.renditions.filter(format='jpeg').first().file.name}",
        "document": f"/media/documents/{document.key}/{document.filename}",
    }
    return World(section, live.pk + 1, "lakoviia-i-somniia-otkryvaiut-granitsu", records, content)


def _person(world: World) -> list[str]:
    return _twins(world.records["person"], f"{world.records['person']}?on=2026-01-01")


Paths = Callable[[World], list[str]]


def _feeds(home: str) -> list[str]:
    return _twins(*(f"{home}feeds/{file}" for file in ("rss.xml", "atom.xml", "feed.json")))


def _popolo(home: str) -> str:
    return f"{home.rstrip('/')}.popolo.json"


def _twins(*paths: str) -> list[str]:
    return [prefix + path for path in paths for prefix in ("", "/ky", "/en")]


# Each public pattern: addresses asked, and whether the hidden story shows there once it is out (in its own edition).
SURFACES: dict[str, tuple[Paths, bool]] = {
    "": (lambda world: _twins("/", "/?page=2"), True),
    "feeds/<str:format>": (lambda world: _feeds("/"), True),
    "news/<slug:slug>-<int:pk>/": (
        lambda world: _twins(f"/news/{world.slug}-{world.hidden}/", f"/news/other-{world.hidden}/"),
        True,
    ),
    "news/<slug:slug>-<int:pk>.ninjs.json": (
        lambda world: _twins(f"/news/{world.slug}-{world.hidden}.ninjs.json", f"/news/x-{world.hidden}.ninjs.json"),
        True,
    ),
    "sections/<slug:slug>/": (lambda world: _twins(f"/sections/{world.section.slug}/", "/sections/none/"), True),
    "sections/<slug:slug>/feeds/<str:format>": (lambda world: _feeds(f"/sections/{world.section.slug}/"), True),
    "tags/<slug:slug>/": (lambda world: _twins("/tags/granitsa/"), True),
    "tags/<slug:slug>/feeds/<str:format>": (lambda world: _feeds("/tags/granitsa/"), True),
    "authors/<slug:slug>/": (lambda world: _twins("/authors/lada-kamyshova/"), True),
    "authors/<slug:slug>/feeds/<str:format>": (lambda world: _feeds("/authors/lada-kamyshova/"), True),
    "archive/": (lambda world: _twins("/archive/"), False),
    "archive/<year:year>/": (lambda world: _twins("/archive/2025/"), False),
    "archive/<year:year>/<two:month>/": (lambda world: _twins("/archive/2025/06/"), False),
    "archive/<year:year>/<two:month>/<two:day>/": (lambda world: _twins("/archive/2025/06/30/"), True),
    "search/": (
        lambda world: _twins(
            "/search/?q=соглашение",  # a word of its text: those of its headline would be marked in it
            "/search/?q=Лаковии",
            "/search/?q=граница&kind=picture",
            "/search/?q=Осокина",
            "/search/?q=Осокена",  # what may have been meant
            "/search/?q=министерство+границ&kind=organization",
            f"/search/?q=соглашение&person={world.records['person'].split('/')[2]}",
        ),
        True,
    ),
    "search/suggest": (
        lambda world: _twins(*(f"/search/suggest?q={typed}" for typed in ("Лако", "осок", "гран", "министерство+г"))),
        True,
    ),
    "corrections/": (lambda world: _twins("/corrections/"), False),
    "people/": (
        lambda world: _twins("/people/", "/people/?by=organization"),
        False,
    ),  # an unlisted person is on no list, story or not
    "people/<slug:slug>/": (
        lambda world: [*_twins(world.records["person"]), f"{world.records['person']}?on=2026-01-01"],
        True,
    ),
    "people/<slug:slug>/feeds/<str:format>": (lambda world: _feeds(world.records["person"]), True),
    "people/<slug:slug>.popolo.json": (lambda world: _twins(_popolo(world.records["person"])), False),
    "people/<slug:slug>/quotes/": (lambda world: _twins(f"{world.records['person']}quotes/"), False),
    "people/<slug:slug>/photos/": (lambda world: _twins(f"{world.records['person']}photos/"), False),
    "organizations/<slug:slug>/": (lambda world: _twins(world.records["organization"]), True),
    "organizations/<slug:slug>.popolo.json": (lambda world: _twins(_popolo(world.records["organization"])), False),
    "posts/<slug:slug>/": (lambda world: _twins(world.records["post"]), True),
    "robots.txt": (lambda world: ["/robots.txt"], False),
    "opensearch.xml": (lambda world: _twins("/opensearch.xml"), False),
    "sitemap.xml": (lambda world: ["/sitemap.xml"], False),
    "sitemap-news.xml": (lambda world: ["/sitemap-news.xml"], True),
    "sitemaps/pages.xml": (lambda world: ["/sitemaps/pages.xml"], False),  # these three tell addresses, not headlines
    "sitemaps/news-<year:year>-<two:month>.xml": (lambda world: ["/sitemaps/news-2025-06.xml"], False),
    "sitemaps/<slug:kind>-<int:number>.xml": (
        lambda world: [f"/sitemaps/{kind}-1.xml" for kind in ("people", "organizations", "posts")],
        False,
    ),
    "<slug:slug>/": (lambda world: _twins("/about/", "/none/"), False),
    "media/<path:name>": (lambda world: [world.records["picture"]], True),
    "media/documents/<str:key>/<str:filename>": (lambda world: [world.records["document"]], True),
    "preview/<str:key>/": (lambda world: ["/preview/none/"], False),
    "preview/<str:key>/media/<path:name>": (lambda world: [f"/preview/none{world.records['picture']}"], False),
    "preview/<str:key>/media/documents/<str:document>/<str:filename>": (
        lambda world: [f"/preview/none{world.records['document']}"],
        False,
    ),
    "healthz": (lambda world: ["/healthz"], False),
    "readyz": (lambda world: ["/readyz"], False),
}


def _public_patterns(patterns, prefix: str = "") -> list[str]:
    found = []
    for pattern in patterns:
        path = prefix + str(pattern.pattern)
        found += _public_patterns(pattern.url_patterns, path) if hasattr(pattern, "url_patterns") else [path]
    return [path for path in found if not path.startswith("admin/")]


def test_every_public_address_has_a_row():
    assert sorted(_public_patterns(get_resolver().url_patterns)) == sorted(SURFACES)


def _asked(world: World) -> list[str]:
    return [path for paths, _shows in SURFACES.values() for path in paths(world)]


def _answers(world: World) -> dict[str, tuple]:
    """Everything a stranger can see: status, headers, body."""
    client = Client()
    found = {}
    for path in _asked(world):
        response = client.get(path)
        body = b"".join(response.streaming_content) if response.streaming else response.content
        found[path] = (response.status_code, dict(response.headers), body)
    return found


def _scheduled(article, content, by, now):
    workflow.schedule(article, now + HOUR, by=by, now=now)


def _embargoed(article, content, by, now):
    workflow.schedule(article, now + HOUR / 2, by=by, now=now, embargo_until=now + HOUR)


def _submitted(article, content, by, now):
    workflow.submit(article, by=by, now=now)


def _withdrawn_before(article, content, by, now):
    workflow.schedule(article, now + HOUR, by=by, now=now)
    workflow.withdraw(article, by=by, now=now, reason="Не выйдет.")


def _draft(article, content, by, now):
    workflow.set_embargo(article, now + HOUR, by=by, now=now)


@pytest.mark.parametrize("hide", [_scheduled, _embargoed, _submitted, _withdrawn_before, _draft])
def test_what_is_not_public_changes_no_byte_of_any_answer(world, editor, now, hide):
    before = _answers(world)
    article = revisions.create(world.content, editor, now=now)
    hide(article, world.content, editor, now)
    assert article.pk == world.hidden
    after = _answers(world)
    for path in before:
        assert after[path] == before[path], path


def test_a_draft_over_a_live_story_changes_no_byte_either(world, editor, now):
    live = Article.objects.get()
    before = _answers(world)
    revisions.save(live, world.content, 1, editor, now=now)
    workflow.schedule(live, now + HOUR, by=editor, now=now)
    assert _answers(world) == before


def test_a_link_from_a_live_story_tells_nothing_of_a_hidden_one(world, editor, now):
    hidden = revisions.create(world.content, editor, now=now)
    workflow.schedule(hidden, now + HOUR, by=editor, now=now)
    body = f'<p>Рано. <a data-article="{hidden.pk}">Читайте</a></p><div data-article="{hidden.pk}"></div>'
    live = revisions.create(Content(headline="Ссылка", body=body), editor, now=now)
    workflow.publish(live, by=editor, now=now)
    page = Client().get(live.get_absolute_url()).content.decode()
    assert HEADLINE not in page
    assert world.slug not in page


@pytest.mark.parametrize("hide", [_scheduled, _embargoed])
def test_at_its_instant_it_is_everywhere_without_a_worker(world, editor, now, time_machine, hide):
    article = revisions.create(world.content, editor, now=now)
    hide(article, world.content, editor, now)
    _answers(world)  # every page is kept by now
    time_machine.move_to(now + HOUR - timedelta(milliseconds=1), tick=False)
    hidden = _answers(world)
    assert not any(HEADLINE.encode() in body for _status, _headers, body in hidden.values())
    time_machine.move_to(now + HOUR, tick=False)
    shown = _answers(world)
    for pattern, (paths, shows) in SURFACES.items():
        path = paths(world)[0]
        status, _headers, body = shown[path]
        if shows and "media" in pattern:
            assert (hidden[path][0], status) == (404, 200), path
        elif shows:
            assert status == 200, path
            assert HEADLINE.encode() in body, path


def test_a_scheduled_change_is_everywhere_at_its_instant_too(world, editor, now, time_machine):
    live = Article.objects.get()
    revisions.save(live, replace(world.content, headline="Яблоки и граница"), 1, editor, now=now)
    workflow.schedule(live, now + HOUR, by=editor, now=now)
    _answers(world)
    time_machine.move_to(now + HOUR, tick=False)
    for path in ("/", f"/sections/{world.section.slug}/", live.get_absolute_url(), *list(world.records.values())[:3]):
        assert "Яблоки и граница".encode() in Client().get(path).content, path
