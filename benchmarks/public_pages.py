"""How much slower readers' pages get with the archive: each kind of page at 1,000 articles and at 100,000.

    python benchmarks/public_pages.py [--few 1000] [--many 100000] [--rounds 5] [--plans 200]
    python tools/with_postgres.py python benchmarks/public_pages.py

Two databases are made and emptied again; no page is kept, so that each is made anew. Told is the best time of each
page and its number of queries, the slowest last; what counts is the ratio, up to about two of which is noise.
``--plans`` shows the plan of every query of the pages that take so many milliseconds and more.
"""

import argparse
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

_FEEDS = ("rss.xml", "atom.xml", "feed.json")
_SEARCHES = {
    "a word of every story": "мост",
    "a name": "{name}",
    "a name and two words": "{name} школа цены",
    "a phrase": "«верхнем кедре»",
    "a phrase in no text": "«кедре верхнем»",
    "all but one word": "мост -{name}",
    "twelve common words": "мост школа цены мука погода долина снег перевал новый посад верхний кедр",
    "a word of none": "зебра",
    "a slip": "{slip}",
    "a sign of everything": "*",
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--few", type=int, default=1_000)
    parser.add_argument("--many", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--plans", type=float, default=float("inf"))
    parser.add_argument("--measure", type=int, help=argparse.SUPPRESS)  # what this program asks of itself
    asked = parser.parse_args()
    if asked.measure:
        print(json.dumps(measured(asked.measure, asked.rounds, asked.plans)))
        return
    few, many = (_in_a_process_of_its_own(count, asked.rounds, asked.plans) for count in (asked.few, asked.many))
    print(f"{'ratio':>6} {'ms':>7} {'ms':>7} {'queries':>9}  page")
    for page in sorted(few.keys() & many.keys(), key=lambda page: many[page][0]):
        (short, asked_few), (long, asked_many) = few[page], many[page]
        queries = f"{asked_few} {asked_many}" if asked_few != asked_many else asked_few
        print(f"{long / short:6.2f} {short * 1e3:7.1f} {long * 1e3:7.1f} {queries:>9}  {page}")


def _in_a_process_of_its_own(count: int, rounds: int, plans: float) -> dict[str, tuple[float, int]]:
    command = [sys.executable, __file__, "--measure", str(count), "--rounds", str(rounds), "--plans", str(plans)]
    return json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout)


def measured(count: int, rounds: int, plans: float) -> dict[str, tuple[float, int]]:
    """The best seconds and the queries of every kind of page over so many articles, by a name for the page."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "newsroom.settings.test"
    import django

    django.setup()
    from django.test.utils import setup_databases, teardown_databases

    from benchmarks import archive, readers
    from newsroom.models import User

    made = setup_databases(verbosity=0, interactive=False)
    try:
        User.objects.create_superuser("administrator")
        archive.fill(count)
        readers.fill()
        return ask(dict(addresses()), rounds, plans)
    finally:
        teardown_databases(made, verbosity=0)


def ask(pages: dict[str, str], rounds: int, plans: float) -> dict[str, tuple[float, int]]:
    """The pages asked for on the archive's last day, by somebody who has no login."""
    from unittest import mock

    from django.test import Client

    from benchmarks.archive import NOW

    client, found = Client(), {}
    with mock.patch("clock.middleware.timezone.now", return_value=NOW):
        for page, address in pages.items():
            queries = _queries(client, address)  # and the caches are warm
            times = [_seconds(client, address) for _ in range(rounds)]
            found[page] = min(times), len(queries)
            if min(times) * 1e3 >= plans:
                _explain(page, queries)
    return found


def _seconds(client, address: str) -> float:
    from django.db import connection

    # SQLite works in this process: what else the machine does is not counted.
    seconds = time.process_time if connection.vendor == "sqlite" else time.perf_counter
    start = seconds()
    client.get(address)
    return seconds() - start


def _queries(client, address: str) -> list[tuple[str, object]]:
    """The queries of a page as they are sent, with what fills them."""
    from django.db import connection

    asked: list[tuple[str, object]] = []

    def note(execute, sql, params, many, context):
        asked.append((sql, params))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        answer = client.get(address)
    if answer.status_code not in (200, 404):
        raise SystemExit(f"{address} answers {answer.status_code}")
    return [each for each in asked if each[0].startswith("SELECT")]


def _explain(page: str, queries: list[tuple[str, object]]) -> None:
    """Each query with its milliseconds and the database's plan, the slowest last."""
    from django.db import connection

    told = []
    with connection.cursor() as cursor:
        for sql, params in queries:
            start = time.perf_counter()
            cursor.execute(sql, params)
            cursor.fetchall()
            took = time.perf_counter() - start
            cursor.execute(("EXPLAIN QUERY PLAN " if connection.vendor == "sqlite" else "EXPLAIN ") + sql, params)
            told.append((took, sql, [str(row[-1]) for row in cursor.fetchall()]))
    print(f"\n== {page}", file=sys.stderr)
    for took, sql, plan in sorted(told):
        if took > 0.01:
            print(f"{took * 1e3:.0f} ms  {sql}", *plan, sep="\n    ", file=sys.stderr)


def addresses() -> Iterator[tuple[str, str]]:
    """Every kind of public page, by a name: the longest of its kind, and one of few stories."""
    from django.urls import reverse

    from articles.models import Article, Author, Section, Tag
    from benchmarks.archive import NOW
    from people.models import Person

    story = Article.objects.filter(public_from__isnull=False).order_by("-pk").first()
    official, people = Person.objects.order_by("pk").first(), Person.objects.order_by("pk")
    section, held = Section.objects.first(), official.memberships.select_related("post", "organization").get()
    tags, authors = Tag.objects.order_by("pk"), Author.objects.order_by("pk")
    yield "front page", "/"
    yield "front page of an edition without stories", "/en/"
    yield "section", reverse("section", args=[section.slug])
    yield "section, page 30", f"{reverse('section', args=[section.slug])}?page=30"
    yield "tag of half of all stories", tags[0].get_absolute_url()
    yield "tag of half of all stories, page 16", f"{tags[0].get_absolute_url()}?page=16"
    yield (
        "tag of few stories",
        Tag.objects.get(pk=story.pk % tags.count() + 1 if story.pk % 2 == 0 else 3).get_absolute_url(),
    )
    yield "author of half of all stories", authors[0].get_absolute_url()
    yield "author of fewer", authors[2].get_absolute_url()
    day = NOW
    yield "archive", "/archive/"
    yield "archive of a year", f"/archive/{day:%Y}/"
    yield "archive of a month", f"/archive/{day:%Y/%m}/"
    yield "archive of a day", f"/archive/{day:%Y/%m/%d}/"
    yield "article", story.get_absolute_url()
    yield (
        "article of the official",
        Article.objects.filter(pk__lte=story.pk - 20, mentions__person=official)
        .order_by("-pk")
        .first()
        .get_absolute_url(),
    )
    yield "article as ninjs", f"{story.get_absolute_url().rstrip('/')}.ninjs.json"
    yield "corrections", "/corrections/"
    yield "missing page", "/news/none-999999999/"
    yield "people", "/people/"
    yield "people by organization", "/people/?by=organization"
    yield "official", official.get_absolute_url()
    yield "official, quoted in a year", f"{official.get_absolute_url()}?shown=quoted&year={day:%Y}"
    yield "official, quotes", f"{official.get_absolute_url()}quotes/"
    yield "official, pictures", f"{official.get_absolute_url()}photos/"
    yield "official as data", f"{official.get_absolute_url().rstrip('/')}.popolo.json"
    yield "somebody", people[5].get_absolute_url()
    yield "organization", held.organization.get_absolute_url()
    yield "office", held.post.get_absolute_url()
    for shelf in (
        "/",
        reverse("section", args=[section.slug]),
        tags[0].get_absolute_url(),
        authors[0].get_absolute_url(),
        official.get_absolute_url(),
    ):
        yield f"feed of {shelf}", f"{shelf}feeds/rss.xml"
    yield "feed in Atom", "/feeds/atom.xml"
    yield "feed in JSON", "/feeds/feed.json"
    for name in (
        "sitemap.xml",
        "sitemap-news.xml",
        "sitemaps/pages.xml",
        f"sitemaps/news-{day:%Y-%m}.xml",
        "sitemaps/people-1.xml",
        "sitemaps/organizations-1.xml",
        "sitemaps/posts-1.xml",
    ):
        yield name, f"/{name}"
    yield from _searches(people[3], official, section)


def _searches(somebody, official, section) -> Iterator[tuple[str, str]]:
    from urllib.parse import urlencode

    family = somebody.family_name
    told = {"name": family, "slip": f"{family[:3]}щ{family[3:]}"}
    for what, words in _SEARCHES.items():
        yield f"search: {what}", f"/search/?{urlencode({'q': words.format(**told)})}"
    common = {"q": "мост"}
    narrowed = {"section": section.slug, "person": official.slug, "from": "2025-06-01", "kind": "picture", "page": "50"}
    for name, value in narrowed.items():
        yield f"search: a word of every story, {name}", f"/search/?{urlencode({**common, name: value})}"
    for typed in ("мо", "новость", family[:3], "зеб"):
        yield f"suggestions: {typed}", f"/search/suggest?{urlencode({'q': typed})}"


if __name__ == "__main__":
    main()
