"""The names engine: how right it is on a marked set, and what it costs among 1,000, 10,000 and 100,000 people.

    python benchmarks/names.py [--people PEOPLE.jsonl … --texts TEXTS.jsonl] [--sizes 1000,10000,100000]

Accuracy wants a set in the format of ``manage.py find_names`` whose texts mark their ``mentions`` (``start``, ``end``,
``person_id``). Costs are measured on invented people in a database of their own, each size in a process of its own.
"""

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable
from contextlib import redirect_stdout
from datetime import date
from io import StringIO
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
DAY = date(2025, 6, 30)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--people", nargs="+", default=[])
    parser.add_argument("--texts", nargs="+", default=[])
    parser.add_argument("--sizes", default="1000,10000,100000")
    parser.add_argument("--one-size", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one_size:
        print(json.dumps(costs(options.one_size)))
        return
    if options.people and options.texts:
        print_table([accuracy(options.people, options.texts)])
    print_table([in_own_process(int(size)) for size in options.sizes.split(",") if size])


def print_table(rows: list[dict[str, str]]) -> None:
    """Rows under their column names, as Markdown."""
    for row in rows[:1]:
        print("| " + " | ".join(row) + " |")
        print("|" + " ---: |" * len(row))
    for row in rows:
        print("| " + " | ".join(row.values()) + " |")
    print(flush=True)


def accuracy(people: Iterable[str], texts: Iterable[str]) -> dict[str, str]:
    """Precision, recall and F1 of links, counted by mention, against the marks of the texts."""
    setup(tempfile.mkdtemp(prefix="names-"))
    from django.core.management import call_command

    said = StringIO()
    with redirect_stdout(said):
        call_command("find_names", *(f"--people={each}" for each in people), *texts, stdout=said)
    found = {row["doc_id"]: row["mentions"] for row in map(json.loads, said.getvalue().splitlines())}
    known = {row["person_id"] for path in people for row in read(path)}
    counts: Counter[str] = Counter()
    for text in (row for path in texts for row in read(path)):
        links = [each for each in found.get(text["doc_id"], []) if each["person_id"]]
        for mark in text["mentions"]:
            if mark["person_id"] in known and not (mark.get("ignore") or mark.get("ambiguous")):
                hit = next((each for each in links if overlaps(each, mark) and same(each, mark)), None)
                counts["right" if hit else "missed"] += 1
        counts["wrong"] += sum(
            not any(overlaps(link, mark) and (same(link, mark) or mark.get("ignore")) for mark in text["mentions"])
            for link in links
        )
    precision = counts["right"] / max(1, counts["right"] + counts["wrong"])
    recall = counts["right"] / max(1, counts["right"] + counts["missed"])
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    return {
        "people": f"{len(known):,}",
        "marked": str(counts["right"] + counts["missed"]),
        "precision": f"{precision:.3f}",
        "recall": f"{recall:.3f}",
        "F1": f"{f1:.3f}",
    }


def read(path: str) -> list[dict]:
    return [json.loads(line) for line in Path(path).read_text(encoding="utf-8").splitlines() if line.strip()]


def overlaps(one: dict, other: dict) -> bool:
    return one["start"] < other["end"] and other["start"] < one["end"]


def same(link: dict, mark: dict) -> bool:
    return link["person_id"] == mark["person_id"]


def in_own_process(size: int) -> dict[str, str]:
    """The costs at one size, from a fresh process: memory is the peak of that process alone."""
    done = subprocess.run(
        [sys.executable, __file__, "--one-size", str(size)], check=True, capture_output=True, text=True
    )
    return json.loads(done.stdout.splitlines()[-1])


def costs(size: int) -> dict[str, str]:
    """Filled in one process, measured in a second one, which has not seen the people."""
    folder = os.environ.get("NAMES_BENCHMARK")
    if folder is None:
        with tempfile.TemporaryDirectory(prefix="names-") as fresh:
            setup(fresh)
            fill(size)
            environment = {**os.environ, "NAMES_BENCHMARK": fresh}
            command = [sys.executable, __file__, "--one-size", str(size)]
            done = subprocess.run(command, env=environment, check=True, capture_output=True, text=True)
            return json.loads(done.stdout.splitlines()[-1])
    return measure(size, folder)


def setup(folder: str) -> None:
    os.environ["DATA_DIR"] = folder
    os.environ.setdefault("SECRET_KEY", "only-for-benchmarks")
    os.environ["DJANGO_SETTINGS_MODULE"] = "newsroom.settings.dev"
    import django

    django.setup()


def fill(size: int) -> None:
    """A database of invented people with all their forms; rows are written in bulk, as an import would."""
    from django.core.management import call_command
    from django.db import connection, transaction

    from benchmarks.invented import articles, people
    from people.models import Person
    from people.names.declension import name_forms
    from people.names.keys import name_key

    texts = articles(800, [name for _, name in people(size)])
    (Path(os.environ["DATA_DIR"]) / "texts.json").write_text(json.dumps(texts, ensure_ascii=False), encoding="utf-8")
    with redirect_stdout(StringIO()):
        call_command("migrate", verbosity=0)
    statement = (
        "INSERT INTO people_nameform (person_id, part, form, key, cases, origin) VALUES (%s, %s, %s, %s, %s, 'rule')"
    )
    with transaction.atomic(), connection.cursor() as cursor:
        for number, name in people(size):
            rows = [(number, part, form.form, name_key(form.form), form.cases) for part, form in name_forms(name)]
            Person.objects.bulk_create(
                [
                    Person(
                        pk=number,
                        given_name=name.given,
                        patronymic_name=name.patronymic,
                        family_name=name.family,
                        gender=name.gender,
                        slug=f"person-{number}",
                        page="public",
                    )
                ]
            )
            cursor.executemany(statement, rows)


def measure(size: int, folder: str) -> dict[str, str]:
    begun = time.process_time()
    setup(folder)
    from people.models import Person
    from people.names.matcher import find_in_all
    from people.names.resolver import resolve
    from people.naming import RecordIndex, facts

    index = RecordIndex()

    def read_all(texts: list[str]) -> None:
        found = find_in_all(texts, index)
        known = facts({candidate for spans in found for span in spans for candidate in span.candidates})
        for text, spans in zip(texts, found, strict=True):
            resolve(text, spans, known, DAY)

    read_all(["Первый текст, в котором назван Асан Токтосунов."])
    ready = time.process_time() - begun
    before = memory()
    texts = json.loads((Path(folder) / "texts.json").read_text(encoding="utf-8"))
    single = sorted(spent(lambda text=text: read_all([text])) for text in texts[:60])
    batch = [texts[start : start + 100] for start in range(60, len(texts), 100)]
    megabytes = sum(len(text.encode()) for some in batch for text in some) / 1e6
    together = sum(spent(lambda some=some: read_all(some)) for some in batch)
    person = Person.objects.get(pk=size)
    saving = []
    for ending in ("а", "ский", "ов"):
        person.family_name = f"Неслыхан{ending}"
        saving.append(spent(person.save))
    grown = memory()
    return {
        "people": f"{size:,}",
        "ready, s": f"{ready:.1f}",
        "an article of 5 kB, ms": f"{median(single) * 1e3:.1f}",
        "the slowest twentieth, ms": f"{single[-3] * 1e3:.1f}",
        "in batches, MB/s": f"{megabytes / together:.1f}",
        "a name saved, ms": f"{median(saving) * 1e3:.1f}",
        "memory when ready, MB": f"{before:.0f}",
        "memory at most, MB": f"{grown:.0f}",
    }


def memory() -> float:
    """The most memory this process has held, in MB. ``getrusage`` would count what its parent held before it."""
    status = Path("/proc/self/status")
    if status.exists():
        return int(status.read_text().partition("VmHWM:")[2].split()[0]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def spent(work: Callable[[], object]) -> float:
    """Seconds of processor time; a machine that does other things besides would falsify the clock on the wall."""
    begun = time.process_time()
    work()
    return time.process_time() - begun


if __name__ == "__main__":
    main()
