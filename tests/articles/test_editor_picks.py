"""Stories and documents as the dialogs of the text editor get them, and files that come in through one."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from articles import revisions, workflow
from articles.content import Content
from media_assets.models import Document

ARTICLES = "/admin/articles/article/editor/articles/"
DOCUMENTS = "/admin/articles/article/editor/documents/"
UPLOAD = "/admin/articles/article/editor/documents/upload/"

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client, editor, now, time_machine):
    time_machine.move_to(now + timedelta(minutes=1))
    client.force_login(editor)
    return client


def test_stories_are_found_by_words_of_their_headline_with_day_and_state(desk, live, editor, now):
    draft = revisions.create(Content(headline="Театр закрыли", body="<p>Нет.</p>"), editor, now=now)
    found = desk.get(ARTICLES, {"q": "ТЕАТР"}).json()["results"]
    assert {each["id"]: (each["told"].replace("\u00a0", " "), each["isPublic"]) for each in found} == {
        live.pk: ("30 June 2025 · published", True),
        draft.pk: ("30 June 2025 · draft", False),
    }
    assert [each["headline"] for each in desk.get(ARTICLES, {"id": draft.pk}).json()["results"]] == ["Театр закрыли"]
    assert desk.get(ARTICLES, {"q": "никто"}).json() == {"results": []}


def test_a_withdrawn_story_is_not_said_to_be_public(desk, live, editor, now):
    workflow.withdraw(live, by=editor, now=now + timedelta(seconds=30), reason="Ошибка.")
    assert [each["isPublic"] for each in desk.get(ARTICLES, {"id": live.pk}).json()["results"]] == [False]


def test_an_uploaded_file_is_on_record_and_found_again(desk, editor):
    [taken] = desk.post(UPLOAD, {"file": SimpleUploadedFile("План города.pdf", b"%PDF-1.7")}).json()["results"]
    assert (taken["title"], taken["told"].replace("\u00a0", " ")) == ("План города", "PDF, 8 B · План города.pdf")
    assert Document.objects.get().uploaded_by == editor
    assert desk.get(DOCUMENTS, {"q": "город"}).json()["results"] == [taken]
    assert desk.get(DOCUMENTS, {"id": taken["id"]}).json()["results"] == [taken]


@pytest.mark.parametrize(
    ("sent", "said"),
    [({}, "Choose a file."), ({"file": SimpleUploadedFile("вирус.exe", b"MZ\x00")}, "вирус.exe")],
)
def test_a_refused_file_is_answered_with_a_sentence(desk, sent, said):
    answer = desk.post(UPLOAD, sent)
    assert answer.status_code == 400
    assert said in answer.json()["error"]
    assert not Document.objects.exists()


@pytest.mark.parametrize(("address", "method"), [(ARTICLES, "get"), (DOCUMENTS, "get"), (UPLOAD, "post")])
def test_the_dialogs_are_answered_at_the_desk_alone(client, login_of, address, method):
    assert getattr(client, method)(address).status_code == 302
    stranger = login_of("editor", "stranger")
    stranger.groups.clear()
    client.force_login(stranger)
    assert getattr(client, method)(address).status_code == 403


def test_a_reporter_may_add_a_document(client, login_of):
    file = {"file": SimpleUploadedFile("План.txt", b"plan")}
    client.force_login(login_of("reporter"))
    assert client.post(UPLOAD, file).status_code == 200
