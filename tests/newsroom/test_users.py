"""The desk's list of its own people."""

import re

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse

pytestmark = pytest.mark.django_db

USERS = reverse("admin:newsroom_user_changelist")


@pytest.fixture
def chief(client, login_of):
    chief = login_of("chief editor", "chief")
    chief.language = "ru"
    chief.save()
    client.force_login(chief)
    return chief


def test_roles_are_named_in_the_language_of_the_desk(client, chief):
    listed = client.get(USERS).content.decode()
    assert "главный редактор" in listed
    assert "chief editor" not in listed
    form = client.get(reverse("admin:newsroom_user_change", args=[chief.pk])).content.decode()
    assert re.search(r"<input type=\"checkbox\" name=\"groups\"[^>]*checked[^>]*>\s*главный редактор", form)


def test_people_are_filtered_by_role(client, chief, login_of):
    login_of("reporter", "writer")
    group = Group.objects.get(name="reporter")
    listed = client.get(USERS, {"role": group.pk}).context["cl"].queryset
    assert [user.username for user in listed] == ["writer"]
    assert client.get(USERS, {"role": "x"}).status_code == 200


def test_a_chief_editor_adds_somebody_who_can_sign_in(client, client_class, chief):
    words = "seven swans over the lake"
    form = {"username": "novice", "usable_password": "true", "password1": words, "password2": words}
    client.post(reverse("admin:newsroom_user_add"), form)
    assert client_class().login(username="novice", password=words)
    novice = chief.__class__.objects.get(username="novice")
    assert novice.is_staff
    # The rules of the desk say for how long somebody new is one.
    assert (novice.newcomer_until - novice.date_joined.date()).days in {89, 90, 91}


def test_a_chief_editor_makes_no_administrator_and_takes_no_ones_place(client, chief, login_of):
    above, writer = login_of("administrator", "root"), login_of("reporter", "writer")
    password = reverse("admin:auth_user_password_change", args=[above.pk])
    assert client.get(password).status_code == 403
    role = Group.objects.get(name="administrator")
    address = reverse("admin:newsroom_user_change", args=[writer.pk])
    form = {"username": "writer", "language": "ru", "is_active": "on", "groups": [role.pk]}
    assert client.post(address, form).status_code == 200
    assert not writer.groups.filter(pk=role.pk).exists()
