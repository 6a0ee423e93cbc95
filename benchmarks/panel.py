"""The panel of names beside the text: how long the desk takes to read a long story anew.

    python benchmarks/panel.py [--people 10000] [--words 5000]

Invented people, a story of invented sentences, in a database of their own. The whole request is measured, as the
browser would wait for it on the same machine, beside one that does nothing: what the panel itself costs.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--people", type=int, default=10_000)
    parser.add_argument("--words", type=int, default=5_000)
    parser.add_argument("--folder", help=argparse.SUPPRESS)  # filled already: what this program asks of itself
    options = parser.parse_args()
    from benchmarks.names import fill, setup

    if options.folder:
        setup(options.folder)
        texts = json.loads((Path(options.folder) / "texts.json").read_text(encoding="utf-8"))
        measure(options.people, story(texts, options.words))
        return
    with tempfile.TemporaryDirectory(prefix="panel-") as folder:
        setup(folder)
        fill(options.people)
        # in a process that has not seen the filling, as a site's
        subprocess.run([sys.executable, __file__, *sys.argv[1:], "--folder", folder], check=True)


def story(texts: list[str], length: int) -> str:
    """So many words of invented stories, as paragraphs."""
    lines, words = [], 0
    for line in "\n".join(texts).splitlines():
        lines.append(line)
        words += len(line.split())
        if words >= length:
            break
    return "".join(f"<p>{line}</p>" for line in lines)


def measure(people: int, body: str) -> None:
    from django.conf import settings
    from django.contrib.auth.models import Group
    from django.test import Client
    from django.urls import reverse
    from django.utils import timezone

    from articles import revisions
    from articles.content import Content
    from newsroom.models import User

    settings.DEBUG = False  # no log of queries, as on a site
    editor = User.objects.create_user("editor", is_staff=True)
    editor.groups.add(Group.objects.get(name="editor"))
    article = revisions.create(Content(headline="Проба", body=body), editor, now=timezone.now())
    client = Client(headers={"host": "localhost"})
    client.force_login(editor)
    address = reverse("admin:articles_article_names", args=[article.pk])
    numbers = iter(range(10_000))

    def ask() -> dict:
        # another text every time, as somebody types at its end
        answer = client.post(address, {"headline": "Проба", "body": f"{body}<p>Слово {next(numbers)}.</p>"})
        return answer.json()

    first = spent(ask)
    marks = len(ask()["marks"])
    nothing = median(spent(lambda: client.get(reverse("admin:articles_article_token"))) for _ in range(20))
    whole = sorted(spent(ask) for _ in range(20))
    print(f"{people:,} people, {len(body.split()):,} words, {marks} names in the text")
    print(f"the first request {first * 1e3:.0f} ms")
    print(f"then median {median(whole) * 1e3:.0f} ms, slowest {whole[-1] * 1e3:.0f} ms")
    print(f"a request that does nothing {nothing * 1e3:.1f} ms")


def spent(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


if __name__ == "__main__":
    main()
