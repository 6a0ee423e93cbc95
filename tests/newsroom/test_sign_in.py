"""The door of the desk: who is let in, what is asked for, when it is locked, and when a session is over."""

import json
import re
import time
from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, generate_totp_secret, hotp_value
from axes.models import AccessAttempt
from django.contrib.admin.models import LogEntry
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext
from django.urls import get_resolver, reverse

from newsroom.sign_in import factors, locks
from newsroom.sign_in.addresses import client_address
from tests.factories.pictures import photo

pytestmark = pytest.mark.django_db

LOGIN = reverse("admin:login")
DESK = reverse("admin:index")
SECOND_STEP = reverse("mfa_authenticate")
MINE = reverse("mfa_index")
PASSWORD = "a long password"
WORDS = "seven swans over the lake"


@pytest.fixture
def editor(login_of):
    return login_of("editor")


@pytest.fixture
def secret():
    return generate_totp_secret()


@pytest.fixture
def codes(editor, secret):
    """The editor's app."""
    return TOTP.activate(editor, secret).instance


def code_of(secret: str) -> str:
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30))


def give_password(client, username: str, password: str = PASSWORD, **more):
    return client.post(LOGIN, {"username": username, "password": password, **more})


def passkey_of(user, name="phone"):
    """A passkey on record; the browser's half of it is tested with a browser."""
    return Authenticator.objects.create(user=user, type="webauthn", data={"name": name, "credential": {}})


def is_in(client) -> bool:
    return client.get(DESK).status_code == 200


def lock(client, username: str) -> None:
    for _each in range(10):
        give_password(client, username, "wrong")


# --- the password ----------------------------------------------------------------------------------------------------


def test_a_password_opens_the_desk_where_the_person_wanted_to_go(client, editor):
    response = give_password(client, editor.username, next="/admin/people/person/")
    assert response["Location"] == "/admin/people/person/"
    assert is_in(client)


def test_no_way_leads_to_a_stranger_s_site(client, editor):
    assert give_password(client, editor.username, next="https://stranger.example/")["Location"] == DESK


@pytest.mark.parametrize("fields", [{"is_staff": False}, {"is_active": False}])
def test_who_has_no_place_at_the_desk_gets_no_session(client, login_of, fields):
    give_password(client, login_of("editor", "former", **fields).username)
    assert "_auth_user_id" not in client.session


def test_who_loses_the_place_at_the_desk_comes_to_the_door_and_not_into_a_circle(client, editor):
    client.force_login(editor)
    editor.is_staff = False
    editor.save()
    response = client.get(DESK, follow=True)
    assert response.status_code == 200
    assert len(response.redirect_chain) == 1


def test_the_door_speaks_the_language_that_is_asked_for_also_in_the_second_step(client, editor, codes):
    assert "Пароль" in client.get(LOGIN).content.decode()
    assert 'lang="ky"' in client.get(LOGIN, {"language": "ky"}).content.decode()
    give_password(client, editor.username)
    assert client.get(SECOND_STEP)["Content-Language"] == "ky"
    assert client.get(LOGIN, {"language": "xx"})["Content-Language"] == "ky"


def test_one_chooses_oneself_the_language_the_desk_speaks(client, editor):
    client.force_login(editor)
    page = client.post(reverse("account_language"), {"language": "ky"}, follow=True)
    assert page["Content-Language"] == "ky"
    assert "Мындан ары редакция сиз менен кыргызча сүйлөшөт." in page.content.decode()
    assert client.get(DESK)["Content-Language"] == "ky"
    page = client.post(reverse("account_language"), {"language": "xx"}, follow=True)
    assert page["Content-Language"] == "ky"
    client.logout()
    sent_away = client.post(reverse("account_language"), {"language": "ru"})
    client.force_login(editor)  # the door leads on to where one came from, with a GET
    assert client.get(sent_away["Location"].partition("next=")[2], follow=True).status_code == 200


def test_signing_out_leads_to_the_door_and_needs_a_button(client, editor):
    client.force_login(editor)
    assert client.get(reverse("admin:logout")).status_code == 405
    assert client.post(reverse("admin:logout"))["Location"] == LOGIN
    assert not is_in(client)


def test_nobody_signs_up_and_no_mail_is_asked_for():
    names = {name for name in get_resolver().reverse_dict if isinstance(name, str)}
    assert {name for name in names if name.startswith(("account_", "socialaccount_"))} == {
        "account_language",
        "account_login",
        "account_logout",
        "account_reauthenticate",
    }


# --- the second step --------------------------------------------------------------------------------------------------


def test_the_password_of_somebody_with_codes_opens_nothing_by_itself(client, editor, codes):
    assert give_password(client, editor.username)["Location"] == SECOND_STEP
    assert not is_in(client)


def test_a_code_of_the_app_opens_the_desk_with_or_without_a_space(client, editor, codes, secret):
    give_password(client, editor.username)
    code = code_of(secret)
    assert client.post(SECOND_STEP, {"code": f"{code[:3]} {code[3:]}"})["Location"] == DESK
    assert is_in(client)


def test_a_recovery_code_opens_the_desk_once(client, client_class, editor, codes):
    code = RecoveryCodes.activate(editor).get_unused_codes()[0]
    for each, expected in [(client, True), (client_class(), False)]:
        give_password(each, editor.username)
        each.post(SECOND_STEP, {"code": code})
        assert is_in(each) is expected


def test_another_may_sign_in_instead_of_who_waits_for_a_code(client, editor, codes):
    give_password(client, editor.username)
    client.post(reverse("admin:logout"))
    assert client.get(LOGIN).status_code == 200


# --- a second factor is required --------------------------------------------------------------------------------------


@pytest.fixture
def required(settings):
    settings.REQUIRE_SECOND_FACTOR = True


CLOSED = [
    DESK,
    reverse("admin:articles_article_add"),
    reverse("admin:articles_article_tags"),
    reverse("admin:articles_article_token"),
    reverse("admin:articles_editor_photos"),
    reverse("admin:password_change"),
    reverse("admin:jsi18n"),
]


@pytest.mark.parametrize("address", CLOSED)
@pytest.mark.usefixtures("required")
def test_who_has_no_second_factor_is_led_to_set_one_up(client, login_of, address):
    client.force_login(login_of("administrator"))
    for response in (client.get(address), client.post(address)):
        assert (response.status_code, response["Location"]) == (302, MINE)


@pytest.mark.usefixtures("required")
def test_who_has_no_second_factor_sees_no_picture_that_only_the_desk_sees(client, login_of):
    picture = photo().renditions.first()
    desk = login_of("photo desk")
    client.force_login(desk)
    address = reverse("media_assets:rendition", args=[picture.file.name])
    assert client.get(address).status_code == 404
    passkey_of(desk)
    assert client.get(address).status_code == 200


@pytest.mark.usefixtures("required")
def test_a_reader_s_page_does_not_ask_who_reads(client, editor):
    client.force_login(editor)
    with CaptureQueriesContext(connection) as asked:
        assert client.get("/people/").status_code == 200
    tables = ("django_session", "newsroom_user", "mfa_authenticator")
    assert not [query for query in asked if any(table in query["sql"] for table in tables)]


@pytest.mark.parametrize("kind", ["passkey", "codes"])
@pytest.mark.usefixtures("required")
def test_either_factor_opens_the_desk(client, editor, secret, kind):
    client.force_login(editor)
    assert not is_in(client)
    if kind == "passkey":
        passkey_of(editor)
    else:
        TOTP.activate(editor, secret)
    assert is_in(client)


@pytest.mark.usefixtures("required")
def test_recovery_codes_alone_are_no_second_factor(client, editor):
    client.force_login(editor)
    RecoveryCodes.activate(editor)
    assert client.get(DESK)["Location"] == MINE


@pytest.mark.usefixtures("required")
def test_who_has_just_signed_in_sets_up_codes_without_the_password_again(client, editor):
    give_password(client, editor.username)
    page = reverse("mfa_activate_totp")
    secret = client.get(page).context["form"].secret
    response = client.post(page, {"code": code_of(secret)})
    assert response["Location"] == reverse("mfa_view_recovery_codes")
    assert is_in(client)


def test_a_screen_left_unlocked_asks_for_the_password_before_it_changes_how_one_signs_in(client, editor):
    client.force_login(editor)
    for name in ("mfa_activate_totp", "mfa_add_webauthn"):
        assert client.get(reverse(name))["Location"].startswith(reverse("account_reauthenticate"))


def test_recovery_codes_are_shown_once(client, editor, codes):
    RecoveryCodes.activate(editor)
    client.force_login(editor)
    page = reverse("mfa_view_recovery_codes")
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD, "next": page})
    code = RecoveryCodes.activate(editor).get_unused_codes()[0]
    first, second = client.get(page).content.decode(), client.get(page).content.decode()
    assert first.count(code) == 2  # on the page, and in the file it offers
    assert code not in second


def removal(client, editor, kind, secret) -> str:
    """The address that takes away a factor, for somebody who has just shown who they are."""
    factor = TOTP.activate(editor, secret).instance if kind == "codes" else passkey_of(editor)
    client.force_login(editor)
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    return reverse("mfa_deactivate_totp") if kind == "codes" else reverse("mfa_remove_webauthn", args=[factor.pk])


@pytest.mark.parametrize("kind", ["codes", "passkey"])
@pytest.mark.parametrize(("is_required", "left"), [(True, 1), (False, 0)])
def test_the_last_factor_stays_where_one_is_required(client, editor, secret, settings, kind, is_required, left):
    settings.REQUIRE_SECOND_FACTOR = is_required
    client.post(removal(client, editor, kind, secret))
    assert factors.of(editor).count() == left


@pytest.mark.parametrize("kind", ["codes", "passkey"])
@pytest.mark.usefixtures("required")
def test_one_of_two_factors_may_go_and_ends_the_sessions_elsewhere(client, client_class, editor, secret, kind):
    elsewhere = client_class()
    elsewhere.force_login(editor)
    address = removal(client, editor, kind, secret)
    passkey_of(editor, "second")
    client.post(address)
    assert [each.data.get("name") for each in factors.of(editor)] == ["second"]
    assert is_in(client)
    assert not is_in(elsewhere)


def test_nobody_touches_the_passkey_of_another(client, editor, login_of):
    theirs = passkey_of(login_of("reporter"))
    client.force_login(editor)
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    for name in ("mfa_remove_webauthn", "mfa_edit_webauthn"):
        assert client.post(reverse(name, args=[theirs.pk]), {"name": "mine"}).status_code == 404
    assert Authenticator.objects.get().data["name"] == "phone"


# --- locking ----------------------------------------------------------------------------------------------------------


def test_ten_wrong_passwords_lock_the_login_for_this_address_and_say_what_to_do(client, editor):
    client.get(LOGIN, {"language": "en"})
    for _each in range(9):
        assert give_password(client, editor.username, "wrong").status_code == 200
    tenth, right = give_password(client, editor.username, "wrong"), give_password(client, editor.username)
    assert (tenth.status_code, right.status_code) == (429, 429)
    assert all("Wait 15 minutes" in each.content.decode() for each in (tenth, right))
    assert not is_in(client)


def test_colleagues_at_the_address_and_the_same_login_elsewhere_are_not_locked(client, client_class, editor, login_of):
    lock(client, editor.username)
    assert give_password(client_class(), login_of("reporter").username).status_code == 302
    assert give_password(client_class(REMOTE_ADDR="192.0.2.7"), editor.username).status_code == 302


def test_a_lock_ends_after_a_quarter_of_an_hour_whatever_is_tried_meanwhile(client, editor):
    lock(client, editor.username)
    AccessAttempt.objects.update(attempt_time=AccessAttempt.objects.get().attempt_time - timedelta(minutes=14))
    give_password(client, editor.username, "wrong")
    AccessAttempt.objects.update(attempt_time=AccessAttempt.objects.get().attempt_time - timedelta(minutes=2))
    assert give_password(client, editor.username).status_code == 302


def test_wrong_codes_are_counted_with_wrong_passwords_and_lock_the_right_code_out(client, editor, codes, secret):
    client.get(LOGIN, {"language": "en"})
    for _each in range(5):
        give_password(client, editor.username, "wrong")
    give_password(client, editor.username)
    for _each in range(5):
        client.post(SECOND_STEP, {"code": "000000"})
    assert "Wait 15 minutes" in client.post(SECOND_STEP, {"code": code_of(secret)}).content.decode()
    assert not is_in(client)


def answer(**parts: str) -> dict:
    return {"id": "eA", "rawId": "eA", "type": "public-key", "response": parts}


@pytest.mark.parametrize(
    "credential",
    [
        5,
        {"id": "x"},
        answer(),
        answer(clientDataJSON="eA", authenticatorData="eA", signature="eA"),
        answer(clientDataJSON="eA", attestationObject="eA"),
    ],
)
def test_half_a_passkey_is_refused_everywhere_and_counted_where_it_is_known_whose(client, editor, codes, credential):
    sent = {"credential": json.dumps(credential)}
    assert client.post(reverse("mfa_login_webauthn"), sent)["Location"] == LOGIN
    assert not AccessAttempt.objects.exists()
    give_password(client, editor.username)
    assert client.post(SECOND_STEP, sent).status_code == 200
    assert AccessAttempt.objects.get().failures_since_start == 1
    client.force_login(editor)
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    assert "passkey was not accepted" in client.post(reverse("mfa_add_webauthn"), sent).content.decode()


def test_a_right_password_takes_wrong_ones_back(client, client_class, editor):
    for _each in range(9):
        give_password(client, editor.username, "wrong")
    give_password(client, editor.username)
    assert not AccessAttempt.objects.exists()


def test_no_password_and_no_code_is_kept_or_logged(client, editor, codes, caplog, settings):
    give_password(client, editor.username, "hunter-two")
    give_password(client, "hunter-three", "hunter-two")
    give_password(client, editor.username)
    client.post(SECOND_STEP, {"code": "135791"})
    rows = list(AccessAttempt.objects.values("get_data", "post_data", "path_info", "http_accept"))
    for words in ("hunter-two", "135791"):
        assert words not in str(rows)
        assert words not in caplog.text
    assert "hunter-three" not in caplog.text
    assert rows


@pytest.mark.parametrize(
    ("trusted", "forwarded", "expected"),
    [
        (0, "", "192.0.2.1"),
        (0, "203.0.113.5", "192.0.2.1"),
        (1, "203.0.113.5", "203.0.113.5"),
        (1, "1.2.3.4, 203.0.113.5", "203.0.113.5"),
        (2, "1.2.3.4, 203.0.113.5, 198.51.100.2", "203.0.113.5"),
        (2, "203.0.113.5", "192.0.2.1"),
        (1, "nonsense", "192.0.2.1"),
        (1, "2001:db8::1", "2001:db8::1"),
        (1, "", "192.0.2.1"),
    ],
)
def test_an_address_is_taken_from_our_own_proxies_only(settings, trusted, forwarded, expected):
    settings.TRUSTED_PROXIES = trusted
    request = RequestFactory().get("/", REMOTE_ADDR="192.0.2.1", headers={"X-Forwarded-For": forwarded})
    assert client_address(request) == expected


# --- sessions end -----------------------------------------------------------------------------------------------------


@pytest.fixture
def elsewhere(client_class, editor):
    """Another browser in which the editor is signed in."""
    browser = client_class()
    browser.force_login(editor)
    assert is_in(browser)
    return browser


def test_a_password_changed_by_oneself_ends_the_other_sessions(client, editor, elsewhere):
    client.force_login(editor)
    form = {"old_password": PASSWORD, "new_password1": WORDS, "new_password2": WORDS}
    done = client.post(reverse("admin:password_change"), form, follow=True).content.decode()
    assert f'href="{MINE}"' in done
    assert is_in(client)
    assert not is_in(elsewhere)


def test_a_password_given_by_a_chief_ends_all_sessions_but_the_chief_s(client, login_of, editor, elsewhere):
    client.force_login(login_of("chief editor"))
    form = {"password1": WORDS, "password2": WORDS, "usable_password": "true"}
    client.post(reverse("admin:auth_user_password_change", args=[editor.pk]), form)
    assert is_in(client)
    assert not is_in(elsewhere)


def test_a_login_made_inactive_ends_its_sessions_for_good(client, login_of, editor, elsewhere):
    client.force_login(login_of("chief editor"))
    address = reverse("admin:newsroom_user_change", args=[editor.pk])
    form = {"username": editor.username, "language": "en", "groups": [editor.groups.get().pk]}
    for is_active in ({}, {"is_active": "on"}):
        client.post(address, {**form, **is_active})
        assert not is_in(elsewhere)
    editor.refresh_from_db()
    assert editor.is_active


# --- the users page ---------------------------------------------------------------------------------------------------


HELP = [
    # who helps, whom, may
    ("administrator", "chief editor", True),
    ("administrator", "editor", True),
    ("chief editor", "editor", True),
    ("chief editor", "administrator", False),
    ("editor", "reporter", False),
    ("reporter", "editor", False),
]


@pytest.mark.parametrize(("helper", "whom", "may"), HELP)
@pytest.mark.parametrize("press", ["_take_away", "_unlock"])
def test_who_may_help_whom_is_asked_by_the_verbs(login_of, helper, whom, may, press):
    helper, user = login_of(helper), login_of(whom, "whom")
    verb = factors.take_away if press == "_take_away" else locks.unlock
    if may:
        verb(user, by=helper)
        assert LogEntry.objects.get().user == helper
    else:
        with pytest.raises(PermissionDenied):
            verb(user, by=helper)


def test_an_administrator_by_role_helps_others_but_no_superuser(login_of):
    by_role = login_of("administrator", "by-role", is_superuser=False)
    assert factors.may_help(by_role, login_of("chief editor"))
    assert not factors.may_help(by_role, login_of("administrator"))
    assert not factors.may_help(by_role, by_role)


def test_a_chief_takes_lost_factors_away_which_is_on_record_and_ends_sessions(
    client, login_of, editor, codes, elsewhere
):
    RecoveryCodes.activate(editor)
    chief = login_of("chief editor")
    client.force_login(chief)
    address = reverse("admin:newsroom_user_sign_in", args=[editor.pk])
    assert "_take_away" in client.get(address).content.decode()
    client.post(address, {"_take_away": ""})
    assert not Authenticator.objects.filter(user=editor).exists()
    assert not is_in(elsewhere)
    entry = LogEntry.objects.get(object_id=editor.pk)
    assert (entry.user, entry.change_message) == (chief, "Second factors taken away.")


def test_a_chief_sees_a_lock_and_unlocks_it(client, client_class, login_of, editor):
    lock(client_class(), editor.username)
    client.force_login(login_of("chief editor"))
    address = reverse("admin:newsroom_user_sign_in", args=[editor.pk])
    assert "127.0.0.1" in client.get(address).content.decode()
    client.post(address, {"_unlock": ""})
    assert locks.locked_addresses(editor) == []
    assert give_password(client_class(), editor.username).status_code == 302


def test_a_chief_cannot_open_an_administrator_and_is_told_of_their_own(client, login_of):
    chief = login_of("chief editor")
    client.force_login(chief)
    address = "admin:newsroom_user_sign_in"
    assert client.post(reverse(address, args=[login_of("administrator").pk]), {"_take_away": ""}).status_code == 403
    assert "_take_away" not in client.get(reverse(address, args=[chief.pk])).content.decode()
    assert client.get(reverse(address, args=[0])).status_code == 404


def test_the_list_of_users_says_who_has_which_factor(client, login_of, editor, codes):
    passkey_of(editor)
    client.force_login(login_of("chief editor"))
    assert "passkey, codes" in client.get(reverse("admin:newsroom_user_changelist")).content.decode()


def test_no_row_of_the_door_s_own_tables_is_in_the_desk(client, login_of):
    client.force_login(login_of("administrator"))
    page = client.get(DESK).content.decode()
    assert not [app for app in ("/admin/account/email", "/admin/mfa/", "/admin/axes/") if app in page]


# --- what the pages look like -----------------------------------------------------------------------------------------


PAGES = [
    "mfa_index",
    "mfa_add_webauthn",
    "mfa_deactivate_totp",
    "mfa_view_recovery_codes",
    "mfa_generate_recovery_codes",
    "account_reauthenticate",
    "mfa_reauthenticate",
]


@pytest.mark.parametrize("name", PAGES)
def test_a_page_at_the_door_answers_without_inline_script_or_style(client, editor, codes, name):
    RecoveryCodes.activate(editor)
    client.force_login(editor)
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    response = client.get(reverse(name))
    assert response.status_code == 200
    page = response.content.decode()
    assert not re.search(r"\sstyle=|<style|\son(click|change|load|submit)=", page)
    scripts = re.findall(r"<script[^>]*>", page)
    assert all("src=" in tag or "application/json" in tag for tag in scripts)
