"""A language model proposes people on the desk: by the worker, for the text it has read, and only where it is on."""

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from django.urls import reverse

from articles import revisions
from articles.models import NeuralReading
from articles.tasks import read_for_people
from people.names.unknown import neural

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def worker(settings):
    """Jobs are done at once; elsewhere in the tests they wait for a worker that never comes."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}


NAME = "Зуто Бремк"


@pytest.fixture
def read(monkeypatch, settings):
    """The documents the model was given: a model that knows one name."""
    settings.NEURAL_NAMES = True
    documents = []

    def people_in(document):
        documents.append(document)
        start = document.find(NAME)
        return [(start, start + len(NAME))] if start >= 0 else []

    monkeypatch.setattr(neural, "people_in", people_in)
    return documents


@pytest.fixture
def story(editor, content, now):
    return revisions.create(replace(content, body=f"<p>Зрители увидели, как {NAME} вышел.</p>"), editor, now=now)


def unknown(client, editor, article):
    client.force_login(editor)
    page = client.get(reverse("admin:articles_article_change", args=[article.pk]))
    return [entry.proposal.name.full for entry in page.context["named"].unknown]


def test_whom_the_worker_has_found_stands_in_the_list_from_then_on(client, editor, story, read):
    assert unknown(client, editor, story) == []  # sent to the worker, which here reads at once
    assert unknown(client, editor, story) == [NAME]
    assert len(read) == 1, "one text is read once"


def test_an_edited_text_is_read_anew_and_old_places_count_for_nothing(client, editor, story, read, now):
    read_for_people.enqueue(story.pk)
    content = revisions.content_of(revisions.newest(story))
    revisions.save(story, replace(content, body=f"<p>{'Дождь. ' * 9}</p>"), story.version, editor, now=now)
    assert unknown(client, editor, story) == []
    assert unknown(client, editor, story) == []
    assert len(read) == 2
    assert NeuralReading.objects.get().places == []


def test_a_job_for_an_article_that_has_gone_does_nothing(read):
    read_for_people.enqueue(404)
    assert not read


def test_nothing_is_read_while_the_switch_is_off(client, editor, story, read, settings):
    settings.NEURAL_NAMES = False
    unknown(client, editor, story)
    assert unknown(client, editor, story) == []
    assert not read
    assert not NeuralReading.objects.exists()


def test_the_process_that_serves_the_desk_never_loads_the_model():
    """Memory of the site must not grow with the switch on."""
    serve = "import newsroom.wsgi, articles.suspecting, sys; print({'numpy', 'slovnet', 'navec'} & set(sys.modules))"
    root = Path(__file__).resolve().parent.parent.parent
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "newsroom.settings.test"}
    served = subprocess.check_output([sys.executable, "-c", serve], cwd=root, env=environment, text=True)
    assert served.strip() == "set()"
