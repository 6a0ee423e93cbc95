"""What every test may ask for: an instant, and somebody of the newsroom with a role."""

from collections.abc import Callable
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest


@pytest.fixture
def now() -> datetime:
    """An instant for tests that pass time in: the evening of the sample article's day, in Bishkek."""
    return datetime(2025, 6, 30, 18, 0, tzinfo=ZoneInfo("Asia/Bishkek"))


@pytest.fixture
def login_of(db) -> Callable:
    """Make a login: ``login_of("editor")`` gives a user with that role and the desk in English."""

    def make(role: str, username: str = "", **fields):
        from django.contrib.auth.models import Group

        from newsroom.models import User

        fields = {"language": "en", "is_staff": True, "is_superuser": role == "administrator", **fields}
        user = User.objects.create_user(username or role.replace(" ", "-"), password="a long password", **fields)
        user.groups.add(Group.objects.get(name=role))
        return user

    return make


@pytest.fixture
def client_class():
    """Another browser: ``client_class()``."""
    from django.test import Client

    return Client


def pytest_collection_modifyitems(items) -> None:
    """Two slips that make other tests fail, now and then, are refused before anything runs.

    Outside the browser every test that commits puts the first rows back itself: one that did not would leave the groups
    of the roles made anew, and the next that puts its own back would find their names taken. And parameters called
    ``page`` or ``context`` are taken for the browser's: such tests are run early, and one of them that commits leaves
    those after it without the first rows.
    """
    for item in items:
        if item.get_closest_marker("browser"):
            continue
        marker = item.get_closest_marker("django_db")
        if marker and marker.kwargs.get("transaction") and not marker.kwargs.get("serialized_rollback"):
            raise pytest.UsageError(f"{item.nodeid}: write django_db(transaction=True, serialized_rollback=True).")
        if "browser_name" in getattr(getattr(item, "callspec", None), "params", ()):
            raise pytest.UsageError(f"{item.nodeid}: call its parameters something else than “page” and “context”.")
