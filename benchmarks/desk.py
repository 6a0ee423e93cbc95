"""How much slower the desk gets with its archive: each of its pages at 100 articles and at 100,000.

    python benchmarks/desk.py [--few 100] [--many 100000] [--rounds 7]

Two databases are made and thrown away; an administrator asks for each page, and its median time and number of queries
are told, the steepest last. What counts is the ratio, up to about two of which is noise; the seconds are this
machine's.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

_SEARCHES = {"a word of all": "мост", "a word of one": "77", "a word of none": "щщщ"}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--few", type=int, default=100)
    parser.add_argument("--many", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--measure", type=int, help=argparse.SUPPRESS)  # what this program asks of itself
    asked = parser.parse_args()
    if asked.measure:
        print(json.dumps(measured(asked.measure, asked.rounds)))
        return
    few, many = (_in_a_process_of_its_own(count, asked.rounds) for count in (asked.few, asked.many))
    print(f"{'ratio':>6} {'ms':>7} {'ms':>7} {'queries':>9}  page")
    for page in sorted(few.keys() & many.keys(), key=lambda page: many[page][0] / few[page][0]):
        (short, asked_few), (long, asked_many) = few[page], many[page]
        queries = f"{asked_few} {asked_many}" if asked_few != asked_many else asked_few
        print(f"{long / short:6.2f} {short * 1e3:7.1f} {long * 1e3:7.1f} {queries:>9}  {page}")


def _in_a_process_of_its_own(count: int, rounds: int) -> dict[str, tuple[float, int]]:
    command = [sys.executable, __file__, "--measure", str(count), "--rounds", str(rounds)]
    return json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout)


def measured(count: int, rounds: int) -> dict[str, tuple[float, int]]:
    """The median seconds and the queries of every page of the desk over so many articles, by a name for the page."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "newsroom.settings.test"
    import django

    django.setup()
    from django.core.management import call_command
    from django.test import Client

    from benchmarks import archive
    from newsroom.models import User

    call_command("migrate", verbosity=0)
    client = Client()
    client.force_login(User.objects.create_superuser("administrator"))
    archive.fill(count)
    pages = dict(addresses(client, count))
    times: dict[str, list[float]] = {page: [] for page in pages}
    queries = {page: _queries(client, address) for page, address in pages.items()}  # and the caches are warm
    for _ in range(rounds):
        for page, address in pages.items():
            start = (
                time.process_time()
            )  # of this process, the database in it: what else the machine does is not counted
            client.get(address)
            times[page].append(time.process_time() - start)
    return {page: (statistics.median(times[page]), queries[page]) for page in pages}


def _queries(client, address: str) -> int:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as captured:
        answer = client.get(address)
    if answer.status_code not in (200, 302):
        raise SystemExit(f"{address} answers {answer.status_code}")
    return len(captured)


def addresses(client, count: int) -> Iterator[tuple[str, str]]:
    """Every page of the desk: lists with their filters and searches, forms, autocompletes; a name for each."""
    from django.contrib import admin
    from django.urls import reverse

    yield "index", reverse("admin:index")
    for model, model_admin in admin.site._registry.items():
        name = f"{model._meta.app_label}_{model._meta.model_name}"
        if model._meta.app_label == "django_tasks_database":
            continue  # work that is done is put away, whatever the archive
        base = reverse(f"admin:{name}_changelist")
        if client.get(base).status_code == 302:
            continue  # one record: its list is its form
        yield from _lists(client, model_admin, name, base)
        add = reverse(f"admin:{name}_add")
        if client.get(add).status_code != 403:  # what only verbs write
            yield f"{name}: add", add
        if newest := model._default_manager.order_by("-pk").values_list("pk", flat=True).first():
            yield f"{name}: change", reverse(f"admin:{name}_change", args=[newest])
        yield from _autocompletes(model, model_admin, name)
    yield "article of a third of the archive ago: change", reverse("admin:articles_article_change", args=[count // 3])


def _lists(client, model_admin, name: str, base: str) -> Iterator[tuple[str, str]]:
    yield f"{name}: list", base
    yield f"{name}: page 2", f"{base}?p=2"
    if model_admin.search_fields:
        yield from ((f"{name}: search, {what}", f"{base}?q={word}") for what, word in _SEARCHES.items())
    shown = client.get(base).context_data["cl"]
    for spec in shown.filter_specs:
        for choice in list(spec.choices(shown))[:8]:
            if choice["query_string"] != "?":
                yield f"{name}: {spec.title} = {choice['display']}", base + choice["query_string"]
    for number, column in enumerate(shown.list_display):
        if column in (shown.sortable_by or ()):
            yield f"{name}: sorted by {column}", f"{base}?o={number}"


def _autocompletes(model, model_admin, name: str) -> Iterator[tuple[str, str]]:
    from django.urls import reverse

    for each in (model_admin, *(inline(model, model_admin.admin_site) for inline in model_admin.inlines)):
        for field in each.autocomplete_fields:
            asked = f"app_label={each.opts.app_label}&model_name={each.opts.model_name}&field_name={field}"
            for what, word in {"nothing typed": "", **_SEARCHES}.items():
                told = f"{name}: autocomplete {each.opts.model_name}.{field}, {what}"
                yield told, f"{reverse('admin:autocomplete')}?term={word}&{asked}"


if __name__ == "__main__":
    main()
