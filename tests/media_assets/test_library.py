"""The library: every filter by itself and together, quick at any size, and the two lists of what waits."""

from datetime import timedelta
from io import BytesIO

import pytest
from django.utils import timezone
from PIL import Image

from media_assets.ingest import ingest
from media_assets.models import Photo, PhotoUse, Portrait
from media_assets.settling import settle
from people.dates import PartialDate
from tests.factories.people import person
from tests.factories.pictures import photo

pytestmark = pytest.mark.django_db

LIBRARY = "/admin/media_assets/photo/"


@pytest.fixture
def desk(client, login_of):
    client.force_login(login_of("photo desk"))
    return client


def made(number: int, **fields) -> Photo:
    """A photo of its own: the factory keeps one a colour."""
    return photo(f"#{number * 4:02x}{number * 3:02x}80", **fields)


def found(desk, **asked) -> set[Photo]:
    response = desk.get(LIBRARY, asked)
    assert response.status_code == 200
    return {card.photo for card in response.context["cl"].cards}


def test_words_are_found_in_any_case_form(desk):
    one, other = made(1, headline="Встреча с министром"), made(2, headline="Лодка на озере")
    for each in (one, other):
        settle(each)
    assert found(desk, q="министр") == {one}
    assert found(desk, q="озеро лодки") == {other}


@pytest.mark.parametrize(
    ("asked", "fits", "other"),
    [
        ({"place": "чолпон"}, {"city": "Чолпон-Ата"}, {"city": "Каменная Пристань"}),
        ({"place": "лаковия"}, {"country": "Лаковия"}, {"country": ""}),
        ({"event": "день пастуха"}, {"event": "День пастуха, вечер"}, {"event": "Ярмарка"}),
        ({"creator": "осокина"}, {"creator": "Вера Осокина"}, {"creator": "Лада Камышова"}),
        ({"shape": "landscape"}, {"width_px": 640, "height_px": 480}, {"width_px": 480, "height_px": 640}),
        ({"shape": "portrait"}, {"width_px": 480, "height_px": 640}, {"width_px": 490, "height_px": 500}),
        ({"shape": "square"}, {"width_px": 490, "height_px": 500}, {"width_px": 640, "height_px": 480}),
        ({"lacks": "credit"}, {"credit_line": ""}, {"credit_line": "театр"}),
        ({"lacks": "alt"}, {"alt_text": ""}, {"alt_text": "Лодка на воде"}),
        ({"mark": "archive"}, {"mark": "archive"}, {"mark": ""}),
        ({"rights": "single"}, {"is_single_use": True}, {"is_single_use": False}),
        ({"mark": "archive", "place": "ата"}, {"mark": "archive", "city": "Чолпон-Ата"}, {"mark": "archive"}),
    ],
)
def test_a_filter_finds_what_it_says_and_nothing_else(desk, asked, fits, other):
    wanted = made(1, **fits)
    made(2, **other)
    assert found(desk, **asked) == {wanted}


@pytest.mark.parametrize(
    ("since", "until", "days"),
    [
        ("2025", "", {"2025", "2025-06", "2025-06-30"}),
        ("30.06.2025", "", {"2025", "2025-06", "2025-06-30"}),
        ("01.07.2025", "", {"2025"}),
        ("", "31.12.2024", {"2024-12-31"}),
        ("06.2025", "06.2025", {"2025", "2025-06", "2025-06-30"}),
    ],
)
def test_a_date_known_to_the_year_may_be_any_of_its_days(desk, since, until, days):
    for number, day in enumerate(("2024-12-31", "2025", "2025-06", "2025-06-30")):
        made(number, date_created=PartialDate.parse(day))
    assert {str(each.date_created) for each in found(desk, since=since, until=until)} == days


@pytest.mark.parametrize(
    ("asked", "field", "days", "other"),
    [
        ("usable", "rights_until", 30, -1),
        ("ending", "rights_until", 3, 30),
        ("ended", "rights_until", -1, 3),
        ("embargo", "embargo_until", 1, -1),
    ],
)
def test_rights_are_asked_as_of_now(desk, asked, field, days, other):
    now = timezone.now()
    wanted = made(1, **{field: now + timedelta(days=days)})
    made(2, **{field: now + timedelta(days=other)})
    assert found(desk, rights=asked) == {wanted}


def test_used_means_shown_now_or_before_and_never_means_by_nothing(desk):
    now = timezone.now()
    shown, past, scheduled, portrait, unused = (made(number) for number in range(5))
    PhotoUse.objects.create(photo=shown, owner="article:1", public_from=now - timedelta(days=1))
    PhotoUse.objects.create(
        photo=past, owner="article:2", public_from=now - timedelta(days=9), public_until=now - timedelta(days=8)
    )
    PhotoUse.objects.create(photo=scheduled, owner="article:3", public_from=now + timedelta(days=1))
    Portrait.objects.create(photo=portrait, person=person("Асан", "Токтосунов"))
    assert found(desk, used="now") == {shown}
    assert found(desk, used="ever") == {shown, past}
    assert found(desk, used="never") == {unused}


def test_somebody_in_the_picture_is_a_filter_with_the_name_on_its_chip(desk):
    asan, wanted = person("Асан", "Токтосунов"), made(1)
    wanted.persons_shown.create(person=asan, position=1)
    made(2)
    response = desk.get(LIBRARY, {"who": asan.pk, "mark": ""})
    assert [card.photo for card in response.context["cl"].cards] == [wanted]
    (chip,) = response.context["cl"].chips
    assert (chip.value, "who" in chip.without) == ("Асан Токтосунов", False)


@pytest.mark.parametrize("asked", [{"who": "x"}, {"since": "в июне"}, {"shape": "round"}, {"uploaded": "-3"}])
def test_a_filter_nobody_can_read_is_told_and_hides_nothing(desk, asked):
    wanted = made(1)
    response = desk.get(LIBRARY, asked)
    assert [card.photo for card in response.context["cl"].cards] == [wanted]
    assert 'class="state-alert"' in response.content.decode()


def test_a_card_says_what_one_chooses_by(desk):
    now = timezone.now()
    taken = made(1, credit_line="", mark="archive", date_created=PartialDate(2019), is_single_use=True)
    taken.rights_until = timezone.make_aware(timezone.datetime(2099, 6, 30, 12))
    taken.save()
    taken.persons_shown.create(name="Лада Камышова", position=1)
    for owner in ("article:1", "article:1", "article:2"):
        PhotoUse.objects.create(photo=taken, owner=owner, public_from=now)
    page = desk.get(LIBRARY).content.decode()
    for words in ("no credit", "archive photo, 2019", "until 30.06.2099", "for one use", "people: 1", "used: 2"):
        assert words in page


def test_the_list_asks_as_much_for_sixty_photos_as_for_one(
    desk, django_assert_num_queries, django_assert_max_num_queries
):
    made(1)
    asked = {"lacks": "alt", "shape": "landscape", "used": "never"}
    with django_assert_max_num_queries(12) as few:
        desk.get(LIBRARY, asked)
    for number in range(2, 62):
        made(number).persons_shown.create(name="Лада Камышова", position=1)
    for view in ("", "list"):
        with django_assert_num_queries(len(few)):
            desk.get(LIBRARY, {**asked, "view": view})


def test_grid_or_list_stays_in_the_address(desk):
    made(1, mark="archive")
    page = desk.get(LIBRARY, {"view": "list", "mark": "archive"})
    assert 'id="result_list"' in page.content.decode()
    assert 'id="grid"' not in page.content.decode()
    assert page.context["cl"].other_view == "?mark=archive"


def test_chosen_photos_go_to_a_contact_sheet(desk):
    ids = {made(1).pk, made(2).pk}
    response = desk.post(LIBRARY, {"action": "on_a_sheet", "_selected_action": list(ids)})
    assert response.status_code == 302
    address, _, chosen = response["Location"].partition("?ids=")
    assert (address, {int(pk) for pk in chosen.split(",")}) == ("/admin/media_assets/batch/sheet/", ids)


def test_the_first_page_counts_what_waits_for_whoever_may_do_it(desk, client_class, login_of):
    now = timezone.now()
    waiting, ending = made(1, alt_text=""), made(2, alt_text="Лодка", rights_until=now + timedelta(days=3))
    PhotoUse.objects.create(photo=waiting, owner="article:1", public_from=now - timedelta(days=1))
    page = desk.get("/admin/").content.decode()
    assert "?lacks=public_alt" in page
    assert "?rights=ending" in page
    assert found(desk, lacks="public_alt") == {waiting}
    assert found(desk, rights="ending") == {ending}
    reporter = client_class()
    reporter.force_login(login_of("reporter"))
    assert "?rights=ending" not in reporter.get("/admin/").content.decode()


def test_small_pictures_and_long_ones_have_a_preview(desk):
    for size in ((40, 30), (400, 9000)):
        buffer = BytesIO()
        Image.new("RGB", size, "#345678").save(buffer, "PNG")
        ingest(BytesIO(buffer.getvalue()), "снимок.png")
    assert all(card.small for card in desk.get(LIBRARY).context["cl"].cards)
