"""Through the door with a password, a passkey, a code of an app and a recovery code, under the strict policy."""

import time

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from playwright.sync_api import expect

from tests.journeys.desk import sign_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def phone(page):
    """A phone with a sensor that knows its owner: Chromium's own virtual authenticator."""
    tools = page.context.new_cdp_session(page)
    tools.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    tools.send("WebAuthn.addVirtualAuthenticator", {"options": options})


def code_of(secret: str) -> str:
    """What the app shows now."""
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30))


def to_the_door(page, server) -> None:
    page.get_by_role("button", name="Sign out").click()
    page.wait_for_url(f"{server}/admin/login/")


def give_password(page, server, username) -> None:
    page.goto(f"{server}/admin/login/?language=en")
    page.fill("[name=username]", username)
    page.fill("[name=password]", "a long password")
    page.get_by_role("button", name="Sign in", exact=True).click()


def test_a_passkey_is_set_up_before_the_desk_and_opens_it_by_itself(
    page, console, live_server, editor, phone, settings
):
    settings.REQUIRE_SECOND_FACTOR = True
    give_password(page, live_server.url, editor.username)
    expect(page.get_by_role("heading", level=1)).to_have_text("One more step before the desk")
    page.goto(f"{live_server.url}/admin/articles/article/add/")
    page.wait_for_url(f"{live_server.url}/admin/account/")
    page.get_by_role("link", name="Add a passkey").click()
    page.get_by_label("Where this passkey is kept").fill("phone")
    page.get_by_role("button", name="Make the passkey").click()
    page.wait_for_url("**/recovery-codes/")
    with page.expect_download() as download:
        page.get_by_role("link", name="Download").click()
    _whose, *codes = download.value.path().read_text().splitlines()
    assert codes == page.locator(".door-codes code").all_inner_texts()
    page.get_by_role("link", name="I have kept them: to the desk").click()
    page.wait_for_url(f"{live_server.url}/admin/")

    to_the_door(page, live_server.url)
    page.goto(f"{live_server.url}/admin/login/?language=en&next=/admin/articles/article/")
    page.get_by_role("button", name="Sign in with a passkey").click()
    page.wait_for_url(f"{live_server.url}/admin/articles/article/")

    to_the_door(page, live_server.url)
    give_password(page, live_server.url, editor.username)
    page.get_by_role("button", name="Use the passkey").click()
    page.wait_for_url(f"{live_server.url}/admin/")
    assert console == []


def test_codes_of_an_app_are_asked_for_after_the_password_and_a_recovery_code_stands_in(
    page, console, live_server, editor
):
    sign_in(page, live_server.url, editor.username)
    page.get_by_role("link", name="My sign-in").click()
    page.get_by_role("link", name="Set up codes").click()
    page.get_by_label("Code that the app shows").fill(code_of(page.locator(".door-key").inner_text()))
    page.get_by_role("button", name="Turn on").click()
    page.wait_for_url("**/recovery-codes/")
    recovery = page.locator(".door-codes code").first.inner_text()
    secret = Authenticator.objects.get(type="totp").data["secret"]

    to_the_door(page, live_server.url)
    give_password(page, live_server.url, editor.username)
    expect(page.get_by_role("heading", level=1)).to_have_text("One more step")
    page.get_by_label("Code of the app, or a recovery code").fill("000000")
    page.get_by_role("button", name="Sign in", exact=True).click()
    expect(page.get_by_role("alert")).to_contain_text("This is not right.")
    page.get_by_label("Code of the app, or a recovery code").fill(code_of(secret))
    page.get_by_role("button", name="Sign in", exact=True).click()
    page.wait_for_url(f"{live_server.url}/admin/")

    to_the_door(page, live_server.url)
    give_password(page, live_server.url, editor.username)
    page.get_by_label("Code of the app, or a recovery code").fill(recovery)
    page.get_by_role("button", name="Sign in", exact=True).click()
    page.wait_for_url(f"{live_server.url}/admin/")
    assert console == []


def test_a_browser_that_gives_no_passkey_says_what_to_do(page, live_server, db):
    page.goto(f"{live_server.url}/admin/login/?language=en")
    page.evaluate("() => { navigator.credentials.get = () => Promise.reject(new DOMException('', 'NotAllowedError')) }")
    page.get_by_role("button", name="Sign in with a passkey").click()
    expect(page.get_by_role("alert").filter(visible=True)).to_contain_text("The browser has not given a passkey.")
