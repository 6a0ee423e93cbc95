"""What readers ask of an invented archive besides its stories: who signed, what they are about, who speaks in them.

As in life it is uneven: half of all stories have one tag and one byline, one official is in every twentieth.
"""

from collections.abc import Iterable
from typing import Any

from django.core.management.color import no_style
from django.db import connection, transaction
from django.db.models import Model

from articles.models import Article, ArticlePhoto, Byline, Correction, Mention, Quote, Tag, TaggedArticle
from newsroom.models import User
from newsroom.reindexing import reindex
from people.models import Membership, Person, PersonUse

_OFTEN = 20  # one story in so many speaks of the official
_CORRECTED = 50
_NAMED = 4  # people in a story, besides the first
_BATCH = 2_000
_AUTHORS = 20


def fill() -> None:
    """Complete an archive (``archive.fill``) with all that public pages are made of, and index it."""
    live = list(Article.objects.filter(public_from__isnull=False).order_by("pk").values_list("pk", "public_from"))
    tags, people = Tag.objects.count(), Person.objects.count()
    by = User.objects.get()
    _count_on((Mention, Byline, TaggedArticle, Quote, Correction, PersonUse))
    with transaction.atomic():
        _many(
            Byline, ({"article_id": n, "author_id": 1 if n % 2 else n % _AUTHORS + 1, "position": 0} for n, _ in live)
        )
        _many(TaggedArticle, ({"content_object_id": n, "tag_id": 1 if n % 2 else n % tags + 1} for n, _ in live))
        for place in range(1, _NAMED + 1):
            _named({n: (n * 7 + place * 131) % people + 1 for n, _ in live}, place)
        _official([each for each in live if each[0] % _OFTEN == 0])
        ArticlePhoto.objects.update(caption="Мост через реку, Верхний Кедр")
        notes = ((n, at) for n, at in live if n % _CORRECTED == 0)
        _many(Correction, (_correction(n, at, by) for n, at in notes))
    for _progress in reindex():
        pass
    if connection.vendor == "postgresql":  # in life it counts its rows by itself; SQLite never does
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")


def _count_on(models: Iterable[type[Model]]) -> None:
    """Let PostgreSQL number rows after those whose numbers ``archive.fill`` has chosen itself."""
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), list(models)):
            cursor.execute(statement)


def _many(model: type[Model], rows: Iterable[dict[str, Any]]) -> None:
    model._default_manager.bulk_create((model(**row) for row in rows), batch_size=_BATCH)


def _named(people: dict[int, int], place: int) -> None:
    """Somebody in each story, by story; ``place`` is where in the text."""
    words = {"where": "body", "surface": "Асан", "name": "Асан", "as_of": "2025-06-30"}
    told = {"start": place * 100, "end": place * 100 + 4, **words}
    _many(Mention, ({"article_id": story, "person_id": person, **told} for story, person in people.items()))


def _official(live) -> None:
    """Somebody who is named by the office and quoted in all of these."""
    office = Membership.objects.select_related("person").order_by("pk").first()
    person = office.person_id
    _named(dict.fromkeys((n for n, _ in live), person), _NAMED + 1)
    rows = Mention.objects.filter(person=person, start=(_NAMED + 1) * 100).values_list("pk", flat=True)
    _many(Mention.memberships.through, ({"mention_id": row, "membership_id": office.pk} for row in rows))
    words = {"position": 1, "words": "Мост откроют до первого снега.", "speaker_name": office.person.name}
    _many(Quote, ({"article_id": n, "speaker_id": person, **words} for n, _ in live))
    _many(PersonUse, ({"person_id": person, "owner": f"article:{n}", "public_from": at} for n, at in live))


def _correction(story: int, at, by: User) -> dict[str, Any]:
    return {
        "article_id": story, "revision_id": story, "kind": "correction", "note": "В тексте было неверно названо число.",
        "made_by": by, "made_at": at,
    }  # fmt: skip
