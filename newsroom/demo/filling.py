"""Everything the demo shows, put in through the same verbs editors use. Safe to run again: what is there stays."""

import json
import secrets
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.auth.models import Group
from django.utils import timezone

from articles import revisions, workflow
from articles.content import Credit
from articles.importing import bring_in, examine
from articles.models import Article, Author, Section
from articles.wire import read
from media_assets import renditions
from media_assets.ingest import ingest
from media_assets.models import Photo, Portrait
from media_assets.settling import settle
from people.models import Membership, Organization, Person

from ..front_arranging import Slot, arrange
from ..models import User
from . import drawing, pages, people

_TEXTS = Path(__file__).parent / "texts"
SAMPLE = "article-2025-06-30.md"
_SAMPLE_PICTURE = [
    "На этом месте — снимок пресс-службы президента Киргизии",
    "Рисунок вместо него: семь участников встречи, слева направо",
]
# Stories whose picture shows people, the words of their captions left to right.
_SHOWING = {"shahmaty.md": "Рисунок: двое у шахматной доски", "muzey.md": "Рисунок: двое у старого вокзала"}
_DRAWN_BY = "рисунок редакции"

SECTIONS = {
    "politics": ("Политика", "Саясат", "Politics"),
    "society": ("Общество", "Коом", "Society"),
    "economy": ("Экономика", "Экономика", "Economy"),
    "culture": ("Культура", "Маданият", "Culture"),
}
# file, section, tags, seed of the picture or none, author
STORIES = [
    (SAMPLE, "politics", ("ОДКБ", "Чолпон-Ата"), None, ""),
    ("parom.md", "society", ("Синее озеро", "транспорт"), 4, "Лада Камышова"),
    ("biblioteka.md", "culture", ("библиотеки",), 7, "Лада Камышова"),
    ("pereval.md", "society", ("дороги",), 2, "Нурлан Тростников"),
    ("yabloki.md", "economy", ("сады",), 9, "Нурлан Тростников"),
    ("shahmaty.md", "culture", ("шахматы",), None, "Лада Камышова"),
    ("stanciya.md", "society", ("погода",), 12, "Нурлан Тростников"),
    ("muzey.md", "culture", ("музеи",), 5, "Лада Камышова"),
    ("tropa.md", "society", ("Синее озеро",), 14, "Нурлан Тростников"),
    ("byudzhet.md", "politics", ("дороги",), None, "Нурлан Тростников"),
    ("vstrecha.md", "politics", ("Синее озеро",), 9, "Лада Камышова"),
    ("zapovednik.md", "politics", ("Синее озеро",), 14, "Лада Камышова"),
    ("masterskaya.md", "economy", ("сады",), None, "Нурлан Тростников"),
    ("rynok.md", "economy", (), 4, "Нурлан Тростников"),
    ("bilety.md", "economy", ("транспорт",), None, "Лада Камышова"),
    ("pereplet.md", "culture", ("библиотеки",), 7, "Лада Камышова"),
    ("hor.md", "culture", (), 12, "Лада Камышова"),
    ("istoriya.md", "culture", ("библиотеки",), None, "Нурлан Тростников"),
    ("most.md", "society", ("дороги",), None, "Нурлан Тростников"),
    ("vokzal.md", "society", ("транспорт",), None, "Нурлан Тростников"),
    ("parom.ky.md", "society", (), 4, ""),
    ("kitepkana.ky.md", "culture", (), 7, ""),
    ("ferry.en.md", "society", (), 4, ""),
    ("trail.en.md", "society", (), 14, ""),
]
# role, user name, given name, family name
STAFF = [
    ("reporter", "reporter", "Лада", "Камышова"),
    ("editor", "editor", "Нурлан", "Тростников"),
    ("photo desk", "photo", "Вера", "Осокина"),
    ("chief editor", "chief", "Марат", "Ивняков"),
    ("administrator", "admin", "Инга", "Ракитина"),
]


@dataclass(frozen=True)
class Login:
    """How one person of the demo signs in."""

    role: str
    username: str
    password: str


def fill(say: Callable[[str], object] = print) -> list[Login]:
    """Users, sections, people, pictures and published stories. Returns one login for each role."""
    now = timezone.now()
    logins = _staff()
    chief = User.objects.get(username="chief")
    invented = people.settle(chief, now)
    sections = _sections()
    if not Article.objects.exists():
        _portraits(invented, chief)
        for file, section, tags, seed, author in STORIES:
            article = _story(file, sections[section], tags, seed, author, chief, now)
            say(f"  {article.headline}")
        _check_sample(chief, now)
        _front(chief, now)
    pages.write()
    return logins


def _staff() -> list[Login]:
    """One person per role; the passwords are made once and kept beside the data, readable by its owner alone."""
    file = settings.DATA_DIR / "demo-logins.json"
    known = json.loads(file.read_text()) if file.exists() else {}
    logins = []
    for role, username, given, family in STAFF:
        password = known.setdefault(username, secrets.token_urlsafe(9))
        user, is_new = User.objects.get_or_create(
            username=username, defaults={"first_name": given, "last_name": family, "is_staff": True}
        )
        if is_new or not user.check_password(password):
            user.set_password(password)
        user.is_superuser = role == "administrator"
        user.save()
        user.groups.set([Group.objects.get(name=role)])
        logins.append(Login(role, username, password))
    file.touch(mode=0o600)
    file.write_text(json.dumps(known))
    return logins


def _sections() -> dict[str, Section]:
    sections = {}
    for position, (slug, (russian, kyrgyz, english)) in enumerate(SECTIONS.items()):
        defaults = {"name": russian, "name_ky": kyrgyz, "name_en": english, "position": position}
        sections[slug] = Section.objects.get_or_create(slug=slug, defaults=defaults)[0]
    return sections


def _story(file: str, section: Section, tags, seed: int | None, author: str, by: User, now: datetime) -> Article:
    """A text brought in as an editor would: read, completed in the form, published at its own time."""
    [wire] = read((_TEXTS / file).read_bytes(), file)
    intake = examine(wire)
    photo = _photo(file, seed, intake.content.lead_caption, intake.content.lead_credit, by)
    article = bring_in(intake, by=by, now=now, photo=photo).article
    if file == SAMPLE or file in _SHOWING:
        _mark(photo)
    latest = revisions.newest(article)
    content = replace(
        revisions.content_of(latest),
        section=section.pk,
        tags=tuple(tags),
        bylines=(Credit(_author(author).pk),) if author else (),
    )
    revisions.save(article, content, latest.number, by, now=now)
    workflow.publish(article, by=by, now=now)
    return article


def _mark(photo: Photo) -> None:
    """Everybody is marked on the drawing where they stand."""
    shown = list(photo.persons_shown.order_by("position"))
    for one, box in zip(shown, drawing.places(len(shown)), strict=True):
        one.region_x, one.region_y, one.region_width, one.region_height = box
        one.save()
    settle(photo)


def _photo(file: str, seed: int | None, caption: str, credit: str, by: User) -> Photo | None:
    fields: dict[str, Any]
    if file == SAMPLE:
        data = drawing.press_photo(_SAMPLE_PICTURE, persons=7)
        fields = {
            "description": caption,
            "credit_line": credit,
            "alt_text": "Рисунок: семь человек стоят в ряд перед флагами.",
            "focal_y": 1.0,  # the words under the seven
        }
    elif file in _SHOWING:
        data = drawing.press_photo([_SHOWING[file]], persons=2)
        fields = {"description": caption, "credit_line": credit, "alt_text": f"{_SHOWING[file]}."}
    elif seed is not None:
        data = drawing.landscape(seed)
        fields = {
            "description": "Горное озеро, нарисованное для демонстрации.",
            "credit_line": _DRAWN_BY,
            "alt_text": "Рисунок: горы над озером.",
        }
    else:
        return None
    photo, _is_new = ingest(BytesIO(data), f"{file.split('.')[0]}.jpg", by, mark=Photo.Mark.ILLUSTRATIVE, **fields)
    return photo


def _portraits(invented: dict[str, Person], by: User) -> None:
    for seed, person in enumerate(invented.values()):
        data = drawing.portrait(seed)
        photo, _is_new = ingest(
            BytesIO(data),
            f"portrait-{seed}.jpg",
            by,
            description=f"{person.name}, вымышленный человек.",
            credit_line=_DRAWN_BY,
            alt_text="Рисунок: человек без лица.",
            mark=Photo.Mark.ILLUSTRATIVE,
        )
        renditions.ensure(photo)
        Portrait.objects.get_or_create(person=person, defaults={"photo": photo})


def _author(name: str) -> Author:
    return Author.objects.get_or_create(name=name, defaults=pages.AUTHORS.get(name, {}))[0]


def _front(by: User, now: datetime) -> None:
    """The sample stands on top of the Russian edition, whatever is published after it."""
    sample = Article.objects.filter(language="ru").order_by("pk").first()
    arrange("ru", [Slot(sample.pk)], 0, by=by, now=now)


def _check_sample(by: User, now: datetime) -> None:
    """The desk has checked the names of the sample's officials; their offices stay attested on the day of the text."""
    named = Person.objects.filter(memberships__attested_from__isnull=False, memberships__checked_at=None)
    named.update(page=Person.Page.PUBLIC, checked_by=by, checked_at=now)
    Organization.objects.filter(
        memberships__in=Membership.objects.filter(checked_at=None, attested_from__isnull=False)
    ).update(checked_by=by, checked_at=now)
