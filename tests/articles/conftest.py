"""A small newsroom: an editor, people with offices, and a story that names them."""

from datetime import UTC, datetime

import pytest

from articles import revisions, workflow
from articles.content import Content
from tests.factories.people import held, person, post


@pytest.fixture
def editor(login_of):
    return login_of("editor")


@pytest.fixture
def minister(db, now):
    """Асан Токтосунов, minister of culture of an invented country since 2020."""
    asan = person("Асан", "Токтосунов", page="public", checked_at=now)
    held(asan, post(), "2020", checked_at=now)
    return asan


@pytest.fixture
def content():
    return Content(
        headline="Министр культуры открыл театр",
        lede="Театр строили семь лет.",
        body="<p>Министр культуры Лаковии Асан Токтосунов открыл театр. Токтосунова поздравили.</p>",
        tags=("театр",),
        dated=datetime(2025, 6, 30, 9, 45, tzinfo=UTC),
    )


@pytest.fixture
def draft(editor, content, now):
    return revisions.create(content, editor, now=now)


@pytest.fixture
def live(draft, editor, minister, now):
    workflow.publish(draft, by=editor, now=now)
    return draft
