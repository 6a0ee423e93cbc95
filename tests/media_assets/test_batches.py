"""Many files at once: each alone is taken, known already or refused; archives are unpacked one by one."""

import zipfile
from datetime import timedelta
from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from django.utils import timezone

from media_assets import batches
from media_assets.models import Batch, BatchFile, Photo
from tests.factories.pictures import picture_bytes

pytestmark = pytest.mark.django_db

Outcome = BatchFile.Outcome


@pytest.fixture
def batch():
    return Batch.objects.create(credit_line="Чолпон")


def archive(**files: bytes) -> ContentFile:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as packed:
        for name, data in files.items():
            packed.writestr(name, data)
    return ContentFile(buffer.getvalue())


def outcomes(batch) -> dict[str, str]:
    return dict(batch.files.values_list("name", "outcome"))


def test_bad_files_are_refused_by_name_and_the_good_are_kept(batch):
    files = {
        "а.jpg": picture_bytes("#111111"),
        "обрыв.jpg": picture_bytes(size=(900, 900))[:400],
        "письмо.jpg": b"Dear sir",
        "пусто.png": b"",
        "б.png": picture_bytes("#222222", format="PNG"),
        "ещё раз.jpg": picture_bytes("#111111"),
    }
    for name, data in files.items():
        batches.receive(batch, ContentFile(data), name, by=None)
    assert outcomes(batch) == {
        "а.jpg": "taken",
        "обрыв.jpg": "refused",
        "письмо.jpg": "refused",
        "пусто.png": "refused",
        "б.png": "taken",
        "ещё раз.jpg": "known",
    }
    assert {photo.credit_line for photo in Photo.objects.all()} == {"Чолпон"}
    for refused in batch.files.filter(outcome="refused"):
        assert refused.name in refused.reason


def test_an_archive_waits_and_is_unpacked_file_by_file(batch):
    files = {"папка/а.jpg": picture_bytes("#111111"), "письмо.txt": b"Dear sir", "__MACOSX/._а.jpg": b"x"}
    row = batches.receive(batch, archive(**files), "встреча.zip", by=None)
    assert row.outcome == Outcome.WAITING
    assert batches.unpack.func(row.pk) == 1
    assert outcomes(batch) == {
        "встреча.zip": "unpacked",
        "встреча.zip: а.jpg": "taken",
        "встреча.zip: письмо.txt": "refused",
    }


def test_an_archive_whose_worker_was_killed_goes_on_where_it_stopped(batch):
    files = {"а.jpg": picture_bytes("#111111"), "б.jpg": picture_bytes("#222222")}
    row = batches.receive(batch, archive(**files), "встреча.zip", by=None)
    batches.take(batch, ContentFile(files["а.jpg"]), "встреча.zip: а.jpg", by=None)
    assert not batches.lost_archives(timezone.now()).exists()
    assert batches.lost_archives(timezone.now() + timedelta(hours=1)).get() == row
    assert batches.unpack.func(row.pk) == 1
    assert sorted(outcomes(batch).values()) == ["taken", "taken", "unpacked"]
    assert batches.unpack.func(row.pk) == 0  # sent twice, done once


def test_an_archive_that_cannot_be_opened_is_refused_in_a_sentence(batch):
    whole = archive(**{"а.jpg": picture_bytes()}).read()
    row = batches.receive(batch, ContentFile(whole[:60] + b"\0" * 40 + whole[100:]), "порча.zip", by=None)
    batches.unpack.func(row.pk)
    row.refresh_from_db()
    refused = batch.files.filter(outcome="refused")
    assert [each.name for each in refused] in (["порча.zip"], ["порча.zip: а.jpg"])
    assert all(each.reason for each in refused)


def test_a_name_written_by_an_old_windows_is_readable(batch):
    """Its DOS letters come as they are, without the flag of UTF-8."""
    packed = archive(QQQQ=picture_bytes()).read()
    data = packed.replace(b"QQQQ", "озёр".encode("cp866"))
    row = batches.receive(batch, ContentFile(data), "папка.zip", by=None)
    batches.unpack.func(row.pk)
    assert "папка.zip: озёр" in outcomes(batch)


def test_an_archive_of_more_files_than_anybody_sends_is_cut_with_a_word(batch, monkeypatch):
    monkeypatch.setattr(batches, "MAX_FILES", 1)
    row = batches.receive(batch, archive(**{"а.jpg": picture_bytes(), "б.jpg": b"x"}), "много.zip", by=None)
    batches.unpack.func(row.pk)
    assert sorted(outcomes(batch).values()) == ["refused", "taken", "unpacked"]


def test_a_packed_file_larger_than_a_picture_is_never_unpacked(batch, monkeypatch):
    monkeypatch.setattr(batches.limits, "MAX_BYTES", 2000)
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("бомба.png", b"\0" * 100_000)
    row = batches.receive(batch, ContentFile(buffer.getvalue()), "бомба.zip", by=None)
    batches.unpack.func(row.pk)
    assert outcomes(batch)["бомба.zip: бомба.png"] == "refused"


def test_a_picture_with_an_archive_behind_it_is_a_picture(batch):
    """A list of files at the end makes an archive of a JPEG to every program that looks there first."""
    row = batches.receive(batch, ContentFile(picture_bytes() + archive(**{"а.jpg": b"x"}).read()), "фото.jpg", by=None)
    assert row.outcome == Outcome.TAKEN


def spoiled(data: bytes, name: str) -> bytes:
    """The archive with the packed bytes of one file overwritten; its list still has it."""
    with zipfile.ZipFile(BytesIO(data)) as packed:
        entry = packed.getinfo(name)
    start = entry.header_offset + 30 + len(entry.filename.encode()) + 4
    return data[:start] + b"\xff" * 40 + data[start + 40 :]


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_file_broken_inside_an_archive_is_refused_alone(batch, method):
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as packed:
        packed.writestr("а.jpg", picture_bytes("#111111"))
        packed.writestr("порча.jpg", picture_bytes("#222222"))
        packed.writestr("в.jpg", picture_bytes("#333333"))
    row = batches.receive(batch, ContentFile(spoiled(buffer.getvalue(), "порча.jpg")), "встреча.zip", by=None)
    batches.unpack.func(row.pk)
    assert outcomes(batch) == {
        "встреча.zip": "unpacked",
        "встреча.zip: а.jpg": "taken",
        "встреча.zip: порча.jpg": "refused",
        "встреча.zip: в.jpg": "taken",
    }


def test_a_full_disk_costs_no_archive(batch, monkeypatch):
    row = batches.receive(batch, archive(**{"а.jpg": picture_bytes()}), "встреча.zip", by=None)

    def full(*args, **kwargs):
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(batches.ingest, "ingest", full)
        with pytest.raises(OSError, match="No space"):
            batches.unpack.func(row.pk)
    row.refresh_from_db()
    assert row.outcome == Outcome.WAITING
    assert batches.unpack.func(row.pk) == 1  # once there is room again


def test_archives_of_one_name_lose_nothing_to_each_other(batch):
    for colour in ("#111111", "#222222"):
        row = batches.receive(batch, archive(**{"IMG_0001.jpg": picture_bytes(colour)}), "Archive.zip", by=None)
        assert batches.unpack.func(row.pk) == 1


def test_what_a_mac_puts_beside_each_picture_does_not_count(batch, monkeypatch):
    monkeypatch.setattr(batches, "MAX_FILES", 2)
    files = {"__MACOSX/._а.jpg": b"x", "__MACOSX/._б.jpg": b"x"}
    files |= {"а.jpg": picture_bytes("#111111"), "б.jpg": picture_bytes("#222222")}
    row = batches.receive(batch, archive(**files), "встреча.zip", by=None)
    assert batches.unpack.func(row.pk) == 2


def test_a_store_without_room_refuses_in_a_sentence(batch, monkeypatch):
    def full(*args, **options):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(batches.ingest, "_put_file", full)
    row = batches.receive(batch, ContentFile(picture_bytes()), "а.jpg", by=None)
    assert row.outcome == Outcome.REFUSED
    assert "а.jpg" in row.reason
    assert "device" not in row.reason


def test_a_picture_of_an_archive_goes_by_its_own_name(batch):
    row = batches.receive(batch, archive(**{"озеро.jpg": picture_bytes()}), "встреча.zip", by=None)
    batches.unpack.func(row.pk)
    assert Photo.objects.get().original_name == "озеро.jpg"
