"""``manage.py import_photos``: a folder of pictures into the library, with every refusal told."""

import zipfile

import pytest
from django.core.management import CommandError, call_command

from media_assets import batches
from media_assets.models import Batch, BatchFile, Photo
from tests.factories.pictures import picture_bytes

pytestmark = pytest.mark.django_db


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "мост").mkdir()
    (tmp_path / "мост" / "утро.jpg").write_bytes(picture_bytes("#111111"))
    (tmp_path / "вечер.png").write_bytes(picture_bytes("#222222", format="PNG"))
    (tmp_path / "письмо.jpg").write_bytes(b"no picture")
    (tmp_path / ".скрытое.jpg").write_bytes(b"no picture")
    with zipfile.ZipFile(tmp_path / "снимки.zip", "w") as archive:
        archive.writestr("ночь.jpg", picture_bytes("#333333"))
        archive.writestr("обрыв.jpg", picture_bytes("#444444")[:300])
    return tmp_path


def test_a_folder_becomes_one_upload_with_shared_words(folder, login_of, capsys):
    desk = login_of("photo desk")
    call_command(
        "import_photos", folder, "--credit", "Пресс-служба моста", "--event", "Открытие", "--as", desk.username
    )
    batch = Batch.objects.get()
    assert batch.created_by == desk
    assert set(Photo.objects.values_list("credit_line", "event")) == {("Пресс-служба моста", "Открытие")}
    assert sorted(Photo.objects.values_list("original_name", flat=True)) == [
        *("вечер.png", "ночь.jpg", "утро.jpg"),
    ]
    told = capsys.readouterr()
    assert "письмо.jpg: " in told.err
    assert "обрыв.jpg: " in told.err
    assert "скрытое" not in told.err
    assert "3" in told.out.splitlines()[-1]
    assert not BatchFile.objects.filter(outcome="waiting").exists()


def test_a_second_run_knows_what_it_has(folder):
    call_command("import_photos", folder)
    call_command("import_photos", folder)
    assert Photo.objects.count() == 3
    assert Batch.objects.first().files.filter(outcome="known").count() == 3


def test_where_nothing_is_taken_the_command_fails(tmp_path):
    (tmp_path / "письмо.jpg").write_bytes(b"no picture")
    with pytest.raises(CommandError) as failure:
        call_command("import_photos", tmp_path)
    assert failure.value.returncode == 1


@pytest.mark.parametrize("name", ["", "нет"])
def test_a_folder_without_pictures_is_refused_with_a_sentence(tmp_path, name):
    with pytest.raises(CommandError):
        call_command("import_photos", tmp_path / name)
    assert not Batch.objects.exists()


def test_somebody_unknown_brings_nothing_in(folder):
    with pytest.raises(CommandError, match="никто"):
        call_command("import_photos", folder, "--as", "никто")
    assert not Batch.objects.exists()


def test_words_too_long_for_their_field_are_refused_before_anything_is_taken(folder):
    with pytest.raises(CommandError, match="200"):
        call_command("import_photos", folder, "--credit", "я" * 201)
    assert not Batch.objects.exists()


def test_whoever_stops_it_keeps_what_is_in(folder, monkeypatch):
    take, calls = batches.take, []

    def once(*args, **kwargs):
        calls.append(args)
        if len(calls) == 2:
            raise KeyboardInterrupt
        return take(*args, **kwargs)

    monkeypatch.setattr(batches, "take", once)
    with pytest.raises(CommandError) as stopped:
        call_command("import_photos", folder)
    assert stopped.value.returncode == 130
    assert Photo.objects.count() == 1
