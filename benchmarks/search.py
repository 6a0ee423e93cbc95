"""What a question to the search index costs: among 1,000 stories and among 20,000, by how common its words are.

    python benchmarks/search.py [--few 1000] [--many 20000] [--rounds 7]
    python tools/with_postgres.py python benchmarks/search.py

Two databases are made and thrown away. Told is the median time of all that a search page asks of the index and of the
lines it shows, the cheapest first; what counts is the ratio, and that a common word stays below 100 ms.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import time
from datetime import UTC, datetime, timedelta
from itertools import islice
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

QUESTIONS = {
    "a name in some": "{name}",
    "a name in Latin letters": "{latin}",
    "a name and a common word": "{name} школа",
    "a word of every story": "школа",
    "five words of every story": "школа цены мука погода долина",
    "all but one word": "школа -{name}",
    "a phrase": "«верхнем кедре»",
    "a mistyped name": "{slip}",
    "a word of none": "зебра",
}
NOW = datetime(2025, 6, 30, 12, tzinfo=UTC)
_LETTERS = 2_000  # of a story: two hundred and fifty words, as news has


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--few", type=int, default=1_000)
    parser.add_argument("--many", type=int, default=20_000)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--measure", type=int, help=argparse.SUPPRESS)  # what this program asks of itself
    asked = parser.parse_args()
    if asked.measure:
        print(json.dumps(measured(asked.measure, asked.rounds)))
        return
    few, many = (_in_a_process_of_its_own(count, asked.rounds) for count in (asked.few, asked.many))
    print(f"{'ratio':>6} {'ms':>7} {'ms':>7} {'found':>7}  question")
    for question in sorted(many, key=lambda each: many[each][0]):
        (short, _number), (long, number) = few[question], many[question]
        print(f"{long / short:6.2f} {short * 1e3:7.1f} {long * 1e3:7.1f} {number:7}  {question}")


def _in_a_process_of_its_own(count: int, rounds: int) -> dict[str, tuple[float, int]]:
    command = [sys.executable, __file__, "--measure", str(count), "--rounds", str(rounds)]
    return json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout)


def measured(count: int, rounds: int) -> dict[str, tuple[float, int]]:
    """The median seconds of each question among so many stories, and how many answers it has."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "newsroom.settings.test"
    import django

    django.setup()
    from django.test.utils import setup_databases, teardown_databases

    made = setup_databases(verbosity=0, interactive=False)
    try:
        name = fill(count)
        found: dict[str, tuple[float, int]] = {}
        for question, words in QUESTIONS.items():
            typed, times, number = words.format(**name), [], 0
            for _ in range(rounds + 1):
                start = time.perf_counter()
                number = ask(typed)
                times.append(time.perf_counter() - start)
            found[question] = statistics.median(times[1:]), number
        return found
    finally:
        teardown_databases(made, verbosity=0)


def ask(typed: str) -> int:
    """Ask all that a search page asks; returns how many stories are found."""
    from search.finding import Narrowed, counted, found, texts_of
    from search.query import parse
    from search.slips import nearest
    from search.snippets import finder, snippet

    query, stories = parse(typed), Narrowed("story", "ru")
    hits = found(query, stories, NOW)
    for kind in ("person", "organization"):
        found(query, Narrowed(kind), NOW)
    counted(query, stories, NOW)
    is_found = finder(query.words, "ru")
    for text in texts_of(hits[:20]).values():
        snippet([text.lede, text.body], is_found)
    if not hits:
        nearest(query.words[0])
    return len(hits)


def fill(count: int) -> dict[str, str]:
    """Write the entries of so many stories; returns a name that some of them have, in Latin letters and mistyped."""
    from django.db import connection, transaction

    from benchmarks import invented
    from search import index
    from search.marks import Document
    from search.slugs import transliterate

    names = [parts for _number, parts in invented.people(max(count // 10, 60))]
    texts = [text[:_LETTERS] for text in invented.articles(500, names)]
    stories = (
        Document(
            "story", number, f"{names[number % len(names)].family}, № {number}", body=texts[number % 500], language="ru"
        )
        for number in range(count)
    )
    while rows := index.prepared(islice(stories, 500)):
        with transaction.atomic():
            index.put_many([(_owner(row), [row], _span(row.document.subject, count)) for row in rows])
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    family = names[0].family
    return {"name": family, "latin": transliterate(family), "slip": f"{family[:3]}щ{family[3:]}"}


def _owner(row) -> str:
    return f"article:{row.document.subject}"


def _span(number: int, count: int):
    from search import index

    at = NOW - timedelta(minutes=30 * (count - number))
    return index.Span(at, at)


if __name__ == "__main__":
    main()
