"""What ``tick`` does when time has passed or a worker was killed, and that one failure stops nothing else."""

from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.core.management import call_command
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from articles import workflow
from clock import ticking
from media_assets import renditions
from media_assets.imaging.specs import VERSION, WIDE_SMALL
from media_assets.metadata import read
from media_assets.models import Batch, BatchFile, Photo
from media_assets.settling import settle
from media_assets.tasks import make_renditions
from newsroom import upkeep
from tests.factories import pictures
from tests.factories.people import person

pytestmark = pytest.mark.django_db


@pytest.fixture
def queue(settings):
    """Jobs are rows that wait for a worker, as in production."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}


def photo(name: str = "a") -> Photo:
    return Photo.objects.create(sha256=name * 64, width_px=10, height_px=10, original=f"{name}.jpg")


def test_nothing_to_do_is_no_word():
    upkeep.tick(timezone.now())
    assert upkeep.tick(timezone.now()) == []


def test_a_lost_photo_is_sent_once_and_again_after_an_hour(queue):
    now, lost = timezone.now(), photo()
    assert upkeep.send_lost_photos(now) == 1
    assert DBTaskResult.objects.get().args_kwargs == {"args": [lost.pk], "kwargs": {}}
    DBTaskResult.objects.update(status="RUNNING")
    assert upkeep.send_lost_photos(now) == 0  # the worker has it
    assert upkeep.send_lost_photos(now + timedelta(hours=1, minutes=1)) == 1  # the worker was killed


def test_a_photo_whose_turn_has_not_come_is_not_sent_again(queue):
    now = timezone.now()
    photo()
    assert upkeep.send_lost_photos(now) == 1
    DBTaskResult.objects.update(enqueued_at=now - timedelta(hours=3))  # behind a long queue
    assert upkeep.send_lost_photos(now) == 0


def test_a_lost_archive_is_sent_once_and_again_after_an_hour(queue):
    waiting = BatchFile.objects.create(batch=Batch.objects.create(), name="а.zip", outcome=BatchFile.Outcome.WAITING)
    soon = timezone.now() + timedelta(minutes=11)
    assert upkeep.send_lost_archives(timezone.now()) == 0  # just come
    assert upkeep.send_lost_archives(soon) == 1
    assert DBTaskResult.objects.get().args_kwargs == {"args": [waiting.pk], "kwargs": {}}
    DBTaskResult.objects.update(status="RUNNING")
    assert upkeep.send_lost_archives(soon) == 0
    assert upkeep.send_lost_archives(soon + timedelta(hours=1)) == 1  # the worker was killed


def test_a_photo_whose_focal_point_moved_needs_new_renditions(queue):
    now, moved = timezone.now(), pictures.photo()
    renditions.ensure(moved)
    assert upkeep.send_lost_photos(now) == 0
    moved.focal_x = 0.25
    moved.save()
    settle(moved)
    assert upkeep.send_lost_photos(now) == 1


def test_photos_of_an_earlier_version_have_addresses_at_once_and_copies_in_turn(queue):
    old = pictures.photo(alt_text="Озеро")
    old.renditions.all().delete()
    Photo.objects.update(copies={}, copies_wanted="", settled_at=None, search_key="")
    assert upkeep.settle_photos(timezone.now()) == 1
    old.refresh_from_db()
    assert set(old.copies["w320"]) == {"avif", "webp", "jpeg", "width", "height"}
    assert list(Photo.objects.found_by("озёра")) == [old]
    assert upkeep.settle_photos(timezone.now()) == 0


def test_after_a_new_list_of_sizes_every_photo_gets_them(queue):
    archived = pictures.photo()
    renditions.ensure(archived)
    assert upkeep.send_lost_photos(timezone.now()) == 0
    of_old = archived.copies_wanted.replace(f"{VERSION} ", "1 ", 1)
    Photo.objects.update(copies_wanted=of_old, copies_made=of_old)
    archived.renditions.filter(spec=WIDE_SMALL.name).delete()
    assert upkeep.send_lost_photos(timezone.now()) == 1
    make_renditions.func(archived.pk)
    archived.refresh_from_db()
    assert WIDE_SMALL.name in archived.copies
    assert not Photo.objects.unfinished().exists()


def test_the_copies_of_whoever_was_renamed_are_written_anew(queue):
    shown, asan = pictures.photo(), person("Асан", "Токтосунов")
    shown.persons_shown.create(person=asan, position=1)
    make_renditions.func(shown.pk)
    assert upkeep.send_lost_photos(timezone.now()) == 0
    asan.family_name = "Токтосунов-Сыдыков"
    asan.save()
    assert upkeep.send_lost_photos(timezone.now()) == 1
    make_renditions.func(shown.pk)
    copy = shown.renditions.get(spec="w320", format="jpeg")
    assert read(copy.file.open("rb").read()).persons_shown == ("Асан Токтосунов-Сыдыков",)


def test_lost_photos_are_sent_in_batches(queue, monkeypatch):
    monkeypatch.setattr(upkeep, "PHOTOS_AT_ONCE", 2)
    photos = [photo(name).pk for name in "abc"]
    now = timezone.now()
    assert [upkeep.send_lost_photos(now) for _ in range(3)] == [2, 1, 0]
    sent = [job.args_kwargs["args"][0] for job in DBTaskResult.objects.order_by("enqueued_at")]
    assert sent == photos[::-1]


def test_the_clock_follows_the_tables(monkeypatch):
    now = timezone.now()
    soon = now + timedelta(hours=2)
    monkeypatch.setattr(workflow, "next_instant", lambda now: soon)
    assert upkeep.set_clock(now) == 1
    assert ticking.read().next_instant == soon
    assert upkeep.set_clock(now) == 0


def test_old_jobs_and_logins_are_cleared_and_waiting_ones_kept(queue):
    now = timezone.now()
    done, waiting = make_renditions.enqueue(1), make_renditions.enqueue(2)
    DBTaskResult.objects.update(enqueued_at=now - timedelta(days=8))
    DBTaskResult.objects.filter(pk=done.id).update(status="SUCCESSFUL")
    Session.objects.create(session_key="old", session_data="", expire_date=now - timedelta(days=1))
    Session.objects.create(session_key="new", session_data="", expire_date=now + timedelta(days=1))
    assert upkeep.clear_jobs(now) == 1
    assert [str(job.pk) for job in DBTaskResult.objects.all()] == [waiting.id]
    assert upkeep.clear_sessions(now) == 1
    assert Session.objects.get().session_key == "new"


def test_a_chore_that_fails_stops_no_other(monkeypatch, caplog):
    def fails(now):
        raise RuntimeError("the disk is away")

    monkeypatch.setattr(upkeep, "CHORES", {"first": fails, "second": lambda now: 2})
    assert upkeep.tick(timezone.now()) == ["second: 2"]
    assert "“first” has failed" in caplog.text


def test_the_command_prints_one_line_only_when_something_was_done(monkeypatch, capsys):
    monkeypatch.setattr(upkeep, "CHORES", {"changes put out": lambda now: 1, "clock set": lambda now: 1})
    call_command("tick")
    assert capsys.readouterr().out.endswith("changes put out: 1; clock set: 1\n")
    monkeypatch.setattr(upkeep, "CHORES", {"changes put out": lambda now: 0})
    call_command("tick")
    assert capsys.readouterr().out == ""
