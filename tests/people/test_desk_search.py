"""How the desk finds a person."""

import pytest

from tests.factories.people import person

pytestmark = pytest.mark.django_db

TYPED = ["ольхов", "Ольхова", "ольховым", "Тимуру Ольхову", "ОЛЬХОВ тимур", "льхо"]


@pytest.mark.parametrize("typed", TYPED)
def test_somebody_is_found_by_the_name_in_any_case(client, login_of, typed):
    timur = person("Тимур", "Ольхов")
    person("Анна", "Вереск")
    client.force_login(login_of("editor"))
    listed = client.get("/admin/people/person/", {"q": typed}).context["cl"].queryset
    assert list(listed) == [timur]
    query = {"app_label": "people", "model_name": "membership", "field_name": "person", "term": typed}
    found = client.get("/admin/autocomplete/", query).json()["results"]
    assert [each["id"] for each in found] == [str(timur.pk)]
