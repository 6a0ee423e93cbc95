"""What time has made due, and what a killed worker has left undone, found again from state.

Each chore is idempotent and stands alone: one that fails is logged and the rest are done.
"""

import logging
from collections.abc import Callable
from datetime import datetime, timedelta
from importlib import import_module

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django_tasks.base import Task
from django_tasks_db.models import DBTaskResult

from articles import notices, presence, public_versions, workflow
from clock import ticking
from clock.models import Clock
from media_assets import renditions
from media_assets.batches import lost_archives, unpack
from media_assets.models import Photo
from media_assets.settling import settle
from media_assets.tasks import make_renditions

from . import front

logger = logging.getLogger(__name__)

PHOTOS_AT_ONCE = 50
PHOTOS_SETTLED_AT_ONCE = 2000
RETRY_AFTER = timedelta(hours=1)  # a job may run this long, and a failed one is tried again after it
KEEP_JOBS = timedelta(days=7)


def tick(now: datetime) -> list[str]:
    """Do all that is due and say what was done, one phrase each; nothing when there was nothing to do."""
    done = []
    for words, chore in CHORES.items():
        try:
            if count := chore(now):
                done.append(f"{words}: {count}")
        except Exception:
            logger.exception("“%s” has failed and is tried again at the next tick.", words)
    return done


def set_clock(now: datetime) -> int:
    """Put the clock's next instant where the tables say; 1 when it stood elsewhere."""
    if ticking.read().next_instant == _next_instant(now):
        return 0
    with transaction.atomic():
        # Asked again under the lock: an article scheduled meanwhile must not be forgotten.
        Clock.objects.select_for_update().get(pk=1)
        ticking.set_next(_next_instant(now))
    return 1


def _next_instant(now: datetime) -> datetime | None:
    """The next at which readers' pages change by themselves: a story comes, changes or goes, or loses its place."""
    return min(filter(None, (workflow.next_instant(now), front.next_instant(now))), default=None)


def settle_photos(now: datetime) -> int:
    """Give photos of an earlier version their addresses and words to be found by; their copies come after."""
    photos = Photo.objects.filter(settled_at=None).order_by("-pk")[:PHOTOS_SETTLED_AT_ONCE]
    for photo in photos:
        settle(photo)
    if photos:
        ticking.bump()
    return len(photos)


def send_lost_photos(now: datetime) -> int:
    """Give photos whose copies lack or carry old words to the worker, unless it has them or has just failed on them."""
    # The newest first: after an upgrade that wants all copies anew readers miss the pictures of today most.
    waiting = Photo.objects.unfinished().exclude(pk__in=_in_hand(make_renditions, now)).order_by("-pk")
    photos = list(waiting.values_list("pk", flat=True)[:PHOTOS_AT_ONCE])
    for photo in photos:
        make_renditions.enqueue(photo)
    return len(photos)


def send_lost_archives(now: datetime) -> int:
    """Give archives that nobody has unpacked to the worker, unless it has them or has just failed on them."""
    archives = list(lost_archives(now).exclude(pk__in=_in_hand(unpack, now)).values_list("pk", flat=True))
    for archive in archives:
        unpack.enqueue(archive)
    return len(archives)


def _in_hand(task: Task, now: datetime) -> list[int]:
    """What the task works on now, has lately failed on, or will when its turn comes: a queue may be hours long."""
    jobs = DBTaskResult.objects.filter(
        Q(enqueued_at__gt=now - RETRY_AFTER) | Q(status="READY"), task_path=task.module_path
    )
    return [number for job in jobs.values_list("args_kwargs", flat=True) for number in job["args"]]


def clear_jobs(now: datetime) -> int:
    """Forget jobs that have ended, or were lost with their worker, a week ago."""
    old = DBTaskResult.objects.filter(enqueued_at__lt=now - KEEP_JOBS).exclude(status="READY")
    return old.delete()[0] if old.exists() else 0


def clear_sessions(now: datetime) -> int:
    """Forget logins that have run out."""
    sessions = import_module(settings.SESSION_ENGINE).SessionStore.get_model_class().objects
    old = sessions.filter(expire_date__lt=now)
    return old.delete()[0] if old.exists() else 0


CHORES: dict[str, Callable[[datetime], int]] = {
    "changes put out": workflow.apply_due,
    "clock set": set_clock,
    "public versions kept": public_versions.record_missing,
    "photos given addresses": settle_photos,
    "photos sent to the worker again": send_lost_photos,
    "uploads unpacked": send_lost_archives,
    "replaced copies deleted": renditions.forget_stale,
    "old jobs cleared": clear_jobs,
    "old logins cleared": clear_sessions,
    "old notices cleared": notices.forget_seen,
    "closed forms cleared": presence.forget_closed,
}
