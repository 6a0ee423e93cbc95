"""An invented newsroom of any size, put straight into an empty database: articles, people, offices, photos, tags.

Rows are written in bulk, as saves would have written them, and there are no files. A hundredth of the articles are
drafts, the rest is live; there are ten articles to a person, and each has its photo.
"""

from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta
from itertools import islice
from typing import Any

from django.db import transaction
from django.db.models import F

from articles.content import Content
from articles.models import Article, ArticleEvent, ArticlePhoto, Author, Mention, Revision, Section, Tag
from media_assets.models import Batch, BatchFile, Caption, PersonShown, Photo, PhotoUse, Portrait
from newsroom.models import User
from people.models import Membership, NameForm, Organization, Person, PersonUse, Post
from people.names.declension import name_forms
from people.names.keys import name_key
from search.words import search_key, sort_key

from . import invented

NOW = datetime(2025, 6, 30, 12, tzinfo=UTC)
_SECTIONS = ("Политика", "Общество", "Экономика", "Культура", "Спорт")
_BATCH = 2_000
_FULL_PAGE = 60  # rows at least, lest a small archive be quick because its pages are empty
_COPIES = ("square", "portrait", "card", "w320")
_LETTERS = 1_500  # of a text: enough to make rows as wide as they are, few enough to be written in a minute


def fill(count: int) -> None:
    """Write an archive of so many articles, the newest of them a draft of the day."""
    with transaction.atomic():
        by = User.objects.get()
        names = [parts for _number, parts in invented.people(max(count // 10, _FULL_PAGE))]
        _people(names)
        _offices(len(names))
        _photos(count, len(names), by)
        _articles(count, invented.articles(50, names), len(names), by)


def _many(model: Any, count: int, row: Callable[[int], dict[str, Any]]) -> None:
    """So many rows of a model, numbered from one."""
    rows: Iterable[Any] = (model(pk=number, **row(number)) for number in range(1, count + 1))
    while batch := list(islice(iter(rows), _BATCH)):
        model.objects.bulk_create(batch)


def _people(names) -> None:
    def row(number: int) -> dict[str, Any]:
        name = names[number - 1]
        full = f"{name.family} {name.given} {name.patronymic}"
        return {
            "family_name": name.family, "given_name": name.given, "patronymic_name": name.patronymic,
            "gender": name.gender, "page": "public", "slug": f"p-{number}", "sort_key": sort_key(full),
            "search_key": search_key(full), "checked_at": NOW if number % 50 else None,
        }  # fmt: skip

    _many(Person, len(names), row)
    forms = (
        NameForm(person_id=number, part=part, form=form.form, key=name_key(form.form), cases=form.cases)
        for number, name in enumerate(names, 1)
        for part, form in name_forms(name)
    )
    while batch := list(islice(forms, _BATCH)):
        NameForm.objects.bulk_create(batch)


def _offices(people: int) -> None:
    bodies, posts = max(people // 20, _FULL_PAGE), max(people // 10, _FULL_PAGE)

    def body(number: int) -> dict[str, Any]:
        name = f"Ведомство № {number} Лаковии"
        keys = {"sort_key": sort_key(name), "search_key": search_key(name)}
        return {"name": name, "slug": f"o-{number}", "classification": "ministry" if number % 2 else "court", **keys}

    def post(number: int) -> dict[str, Any]:
        label = f"начальник отдела № {number}"
        body = number % bodies + 1
        return {"organization_id": body, "label": label, "slug": f"d-{number}", "search_key": search_key(label)}

    def held(number: int) -> dict[str, Any]:
        post = number % posts + 1
        covered = {"covers_from": "2020-01-01", "certain_from": "2020-01-01", "checked_at": NOW}
        return {"person_id": number, "post_id": post, "organization_id": post % bodies + 1, **covered}

    _many(Organization, bodies, body)
    _many(Post, posts, post)
    _many(Membership, people, held)


def _photos(count: int, people: int, by: User) -> None:
    def photo(number: int) -> dict[str, Any]:
        copy = {"jpeg": f"{number}.jpg", "webp": f"{number}.webp", "width": 320, "height": 213}
        words = f"Мост через реку № {number}"
        return {
            "original": f"{number}.jpg", "sha256": f"{number:064}", "width_px": 1200, "height_px": 800,
            "headline": words, "alt_text": words, "credit_line": "архив", "search_key": f" {search_key(words)} ",
            "date_created": f"20{number % 25:02}", "copies": dict.fromkeys(_COPIES, copy), "copies_wanted": "a",
            "copies_made": "a", "settled_at": NOW,
        }  # fmt: skip

    _many(Photo, count, photo)
    shown = {"name": "", "row": 1}
    _many(PersonShown, count, lambda n: {"photo_id": n, "person_id": n % people + 1, "position": 1, **shown})
    _many(Portrait, people, lambda n: {"photo_id": n, "person_id": n})
    _many(Caption, count // 2, lambda n: {"photo_id": n, "text": f"Мост открыт, снимок {n}."})
    _many(Batch, max(count // 50, _FULL_PAGE), lambda n: {"event": f"Открытие моста № {n}", "created_by": by})
    taken = {"name": "a.jpg", "outcome": "taken"}
    _many(BatchFile, count, lambda n: {"batch_id": (n - 1) // 50 + 1, "photo_id": n, **taken})


def _articles(count: int, texts: list[str], people: int, by: User) -> None:
    _many(Section, len(_SECTIONS), lambda n: {"name": _SECTIONS[n - 1], "slug": f"s-{n}"})
    _many(Tag, max(count // 20, _FULL_PAGE), lambda n: {"name": f"мост {n}", "key": f"мост {n}", "slug": f"t-{n}"})
    _many(Author, 20, lambda n: {"name": f"Автор {n}", "slug": f"a-{n}"})
    contents = [Content(body=f"<p>{text[:_LETTERS]}</p>".replace("\n", "</p><p>")) for text in texts]

    def day(number: int) -> datetime:
        return NOW - timedelta(minutes=30 * (count - number))

    def article(number: int) -> dict[str, Any]:
        headline = f"Новость дня {day(number):%d.%m.%Y}: мост № {number}"
        body = contents[number % len(contents)].body
        return {
            "desk_headline": headline, "headline": headline, "desk_key": search_key(headline), "slug": f"n-{number}",
            "body_html": body, "rendered_html": body, "section_id": number % len(_SECTIONS) + 1, "version": 1,
            "created_by": by, "changed_at": day(number),
        }  # fmt: skip

    def revision(number: int) -> dict[str, Any]:
        written = contents[number % len(contents)].as_json()
        data = {**written, "headline": f"мост № {number}", "lead_photo": number, "section": number % len(_SECTIONS) + 1}
        return {"article_id": number, "number": 1, "data": data, "created_at": day(number), "created_by": by}

    _many(Article, count, article)
    _many(Revision, count, revision)
    live = Article.objects.exclude(pk__gt=count - max(count // 100, 10))
    when = {"public_from": F("changed_at"), "first_published_at": F("changed_at"), "as_of": "2025-06-30"}
    live.update(state="published", live_revision_id=F("pk"), live_version=1, **when)
    # One in a thousand has been written on since.
    Article.objects.filter(live_version=1, pk__in=range(1, count, 1_000)).update(live_version=0)
    _many(ArticleEvent, count, lambda n: {"article_id": n, "kind": "created", "by": by, "at": day(n)})
    _many(ArticlePhoto, count, lambda n: {"article_id": n, "photo_id": n, "place": "lead"})
    _many(PhotoUse, count, lambda n: {"photo_id": n, "owner": f"article:{n}", "public_from": day(n)})
    _many(PersonUse, count, lambda n: {"person_id": n % people + 1, "owner": f"article:{n}", "public_from": day(n)})
    named = {"where": "body", "start": 0, "end": 4, "surface": "Асан", "name": "Асан", "as_of": "2025-06-30"}
    _many(Mention, count, lambda n: {"article_id": n, "person_id": n % people + 1, **named})
