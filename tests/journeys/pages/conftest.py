"""The site with records on it, made once for all these tests and served from a database of its own: they only read."""

from collections.abc import Callable, Iterator

import pytest
from django.core.management import call_command
from django.db import connection
from django.test import RequestFactory
from playwright.sync_api import Browser, BrowserContext, Page
from pytest_django.live_server_helper import LiveServer

from newsroom.views.errors import server_error

from . import world
from .table import BROKEN, PageType


@pytest.fixture(scope="package")
def site(browser_type_launch_args, django_test_environment, django_db_blocker, tmp_path_factory) -> Iterator:
    """Its address, and the addresses of the records the table names by a word."""
    before = connection.settings_dict["NAME"]
    with django_db_blocker.unblock():
        connection.close()
        connection.settings_dict["NAME"] = tmp_path_factory.mktemp("pages") / "pages.sqlite3"
        call_command("migrate", verbosity=0)
        addresses = world.build()
        server = LiveServer("localhost")
        yield server.url, addresses
        server.stop()
        connection.close()
        connection.settings_dict["NAME"] = before


@pytest.fixture(scope="package")
def sight(browser: Browser) -> Iterator[BrowserContext]:
    """Where pages are measured: styles are added to them, which their own policy forbids."""
    context = browser.new_context(bypass_csp=True, reduced_motion="reduce")
    yield context
    context.close()


@pytest.fixture(scope="package")
def without_script(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(java_script_enabled=False)
    yield context
    context.close()


@pytest.fixture
def show(site, sight) -> Iterator[Callable[..., Page]]:
    """Open a page of the table in a window: ``show(kind)``."""
    server, addresses = site
    opened = []

    def open_(kind: PageType, context: BrowserContext = sight, **window) -> Page:
        page = context.new_page()
        opened.append(page)
        page.route(f"**{BROKEN}", lambda route: route.fulfill(status=500, **_broken()))
        page.set_viewport_size(window or {"width": 390, "height": 844})
        page.goto(server + kind.path.format(**addresses))
        return page

    yield open_
    for page in opened:
        page.close()


def _broken() -> dict:
    """What readers get when a view fails; nothing on this site does, so it is asked for by hand."""
    response = server_error(RequestFactory().get(BROKEN))
    return {"body": response.content, "content_type": response["Content-Type"]}
