"""Fifty people press Save at the same moment: one wins, forty-nine are told and keep their text."""

import threading
from collections import Counter

import pytest
from django.db import connections
from django.test import Client
from django.urls import reverse

from articles import revisions
from articles.content import Content
from articles.models import Article

EDITORS = 50


@pytest.mark.concurrency
@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_fifty_saves_at_once_give_one_success_and_forty_nine_conflicts_with_the_text(login_of, now):
    editor = login_of("editor")
    article = revisions.create(Content(headline="Начало", body="<p>Текст</p>"), editor, now=now)
    address = reverse("admin:articles_article_change", args=[article.pk])
    clients = [Client() for _ in range(EDITORS)]
    for client in clients:
        client.force_login(editor)
    start = threading.Barrier(EDITORS)
    answers: dict[int, tuple[int, bool]] = {}

    def save(number: int) -> None:
        mine = f"Заголовок номер {number:02}"
        data = {"base": 1, "headline": mine, "body": "<p>Текст</p>", "label": "news", "_save": "1"}
        try:
            start.wait(timeout=60)
            response = clients[number].post(address, data)
            answers[number] = (response.status_code, mine in response.content.decode())
        finally:
            connections.close_all()

    threads = [threading.Thread(target=save, args=[number]) for number in range(EDITORS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert Counter(status for status, _ in answers.values()) == {302: 1, 409: EDITORS - 1}
    assert all(kept for status, kept in answers.values() if status == 409)
    assert Article.objects.get().revisions.count() == 2
