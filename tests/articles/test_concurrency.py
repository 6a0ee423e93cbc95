"""Fifty people save one article at the same moment, again and again: nothing is lost, and every loser is told."""

import threading
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from itertools import pairwise

import pytest
from django.db import close_old_connections, connections
from django.test import Client
from django.urls import reverse

from articles import revisions
from articles.content import FIELDS, Content, changed
from articles.models import Article, Revision

pytestmark = [pytest.mark.concurrency, pytest.mark.django_db(transaction=True, serialized_rollback=True)]

SESSIONS = 50
ROUNDS = 20
# Each session writes one of these. Half write the headline; of the others, eight or nine write the same field.
_WRITTEN = ["headline", "lede", "headline", "source", "headline", "tags"]


def all_at_once(deeds: list[Callable[[], object]]) -> list:
    """Do all of these at the same moment, each in a thread of its own; what each gave, or raised."""
    start, given = threading.Barrier(len(deeds)), [None] * len(deeds)

    def do(number: int) -> None:
        close_old_connections()
        try:
            start.wait(timeout=60)
            given[number] = deeds[number]()
        except Exception as error:
            given[number] = error
        finally:
            connections.close_all()

    threads = [threading.Thread(target=do, args=[number]) for number in range(len(deeds))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return given


def text_of(session: int, round_: int) -> str:
    return f"слово {session:02} раунда {round_:02}"


def written_by(session: int, round_: int, base: Content) -> Content:
    """What this session makes of the document it began from: its own words in its own field."""
    field, words = _WRITTEN[session % len(_WRITTEN)], text_of(session, round_)
    return replace(base, **{field: (words,) if field == "tags" else words})


def test_of_a_thousand_saves_none_is_silently_overwritten_and_every_loser_is_told(login_of, now):
    people = [login_of("editor", f"editor-{number:02}") for number in range(SESSIONS)]
    article = revisions.create(Content(headline="Начало", body="<p>Текст</p>"), people[0], now=now)
    told: Counter[str] = Counter()
    for round_ in range(ROUNDS):
        base = revisions.newest(article)
        began = revisions.content_of(base)
        sent = [written_by(session, round_, began) for session in range(SESSIONS)]
        outcomes = all_at_once(
            [partial(_save, article.pk, mine, base.number, by, now) for mine, by in zip(sent, people, strict=True)]
        )
        for session, outcome in enumerate(outcomes):
            told[_proved(outcome, sent[session], began, people[session])] += 1
    assert told["saved"] + told["told"] == SESSIONS * ROUNDS
    assert told["saved"] == ROUNDS * len(set(_WRITTEN))  # one writer of each field, every round
    _prove_line(article)


def _save(pk: int, content: Content, base: int, by, now) -> revisions.Saved:
    return revisions.save(Article.objects.get(pk=pk), content, base, by, now=now, sitting=by.username)


def _proved(outcome, sent: Content, began: Content, by) -> str:
    """What became of one save; fails if its words are nowhere."""
    (field,) = changed(began, sent)
    if isinstance(outcome, revisions.Saved):
        kept = Revision.objects.get(created_by=by, number=outcome.revision.number)
        assert getattr(revisions.content_of(kept), field) == getattr(sent, field)
        return "saved"
    assert isinstance(outcome, revisions.Conflict), repr(outcome)
    (clash,) = outcome.conflicts
    theirs = revisions.content_of(outcome.theirs)
    assert (clash.name, clash.mine, clash.theirs) == (field, getattr(sent, field), getattr(theirs, field))
    assert outcome.theirs.created_by != by
    assert outcome.theirs.created_at is not None
    assert outcome.mine == sent
    return "told"


def _prove_line(article: Article) -> None:
    """Numbers without a gap, and from each version to the next one field alone changes: its author's."""
    line = list(article.revisions.order_by("number"))
    assert [revision.number for revision in line] == list(range(1, len(line) + 1))
    for before, after in pairwise(line):
        assert len(changed(revisions.content_of(before), revisions.content_of(after))) == 1
    assert Article.objects.get(pk=article.pk).version == len(line)
    assert set(changed(revisions.content_of(line[0]), revisions.content_of(line[-1]))) <= set(FIELDS)


def test_fifty_browsers_are_answered_with_a_saved_page_or_with_their_own_text(login_of, now):
    people = [
        login_of("editor", f"editor-{number:02}", first_name=f"Редактор{number:02}") for number in range(SESSIONS)
    ]
    article = revisions.create(Content(headline="Начало", body="<p>Текст</p>"), people[0], now=now)
    address = reverse("admin:articles_article_change", args=[article.pk])
    browsers = [Client() for _ in people]
    for browser, person in zip(browsers, people, strict=True):
        browser.force_login(person)

    def post(session: int):
        words = text_of(session, 1)
        mine = {"headline": words} if session % 2 else {"headline": "Начало", "body": f"<p>{words}</p>"}
        data = {"base": 1, "body": "<p>Текст</p>", "label": "news", "comment": "мой", "_save": "1", **mine}
        return browsers[session].post(address, data)

    answers = all_at_once([partial(post, session) for session in range(SESSIONS)])
    assert Counter(answer.status_code for answer in answers) == {302: 2, 409: SESSIONS - 2}
    for session, answer in enumerate(answers):
        if answer.status_code == 409:
            page = answer.content.decode()
            winner = answer.context["conflict"]
            assert text_of(session, 1) in page
            assert winner.who.startswith("Редактор")
            assert winner.who in page
            assert winner.when is not None
    assert Article.objects.get().revisions.count() == 3
