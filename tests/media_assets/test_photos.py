"""A file becomes a photo, a photo becomes copies; what is no picture is refused by name."""

import mimetypes
import re
from datetime import timedelta
from io import BytesIO

import pytest
from PIL import Image

from media_assets import renditions
from media_assets.imaging.specs import specs_for
from media_assets.ingest import NotAPhoto, ingest, look
from media_assets.models import Photo, PhotoUse, Portrait
from media_assets.pictures import pictures
from tests.factories.people import person
from tests.factories.pictures import photo, picture_bytes
from tests.forms import fields_of

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP", "AVIF", "TIFF"])
def test_the_formats_of_cameras_and_agencies_are_taken(format):
    taken, is_new = ingest(BytesIO(picture_bytes(format=format)), f"снимок.{format.lower()}")
    assert is_new
    assert (taken.width_px, taken.height_px) == (640, 480)


def test_the_same_file_is_kept_once():
    first = ingest(BytesIO(picture_bytes()), "а.jpg")[0]
    again, is_new = ingest(BytesIO(picture_bytes()), "б.jpg")
    assert (again, is_new) == (first, False)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("письмо.jpg", b"This is no picture"),
        ("пусто.jpg", b""),
        ("обрыв.jpg", picture_bytes(size=(900, 900))[:400]),
        ("рисунок.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>"),
        ("анимация.gif", picture_bytes(format="GIF")),
    ],
)
def test_what_is_no_picture_is_refused_by_name(name, data):
    with pytest.raises(NotAPhoto, match=name):
        look(data, name)


def test_a_picture_of_too_many_pixels_is_refused_before_it_is_decoded():
    bomb = BytesIO()
    Image.new("1", (40_000, 40_000)).save(bomb, "PNG")
    with pytest.raises(NotAPhoto, match=r"бомба\.png» слишком велик"):
        look(bomb.getvalue(), "бомба.png")


def test_a_picture_taken_sideways_is_turned_upright():
    exif = Image.Exif()
    exif[0x0112] = 6
    sideways = ingest(BytesIO(picture_bytes(exif=exif)), "боком.jpg")[0]
    assert (sideways.width_px, sideways.height_px) == (480, 640)
    renditions.ensure(sideways)
    copy = sideways.renditions.get(spec="w320", format="jpeg")
    assert copy.height_px > copy.width_px


def test_every_size_and_format_is_made_once():
    picture = photo()
    made = renditions.ensure(picture)
    assert made == sum(len(spec.formats) for spec in specs_for(picture.width_px))
    assert renditions.ensure(picture) == 0


def test_a_small_picture_is_not_blown_up():
    picture = photo()
    renditions.ensure(picture)
    assert max(picture.renditions.filter(focal_key="").values_list("width_px", flat=True)) == 640


def test_a_phone_gets_the_lead_of_the_front_page_in_its_own_width(now):
    picture = photo()
    wide = pictures([picture.pk], now, for_desk=True)[picture.pk].crops["wide"]
    assert re.fullmatch(r"/media/\S+\.webp 768w, (/media/\S+\.webp) 1280w", wide.webp_srcset)[1] == wide.webp


def test_moving_the_focal_point_asks_for_new_crops():
    picture = photo()
    renditions.ensure(picture)
    picture.focal_x = 0.1
    assert renditions.want(picture)


def test_a_moved_focal_point_hides_no_picture_while_its_crops_are_made(now):
    picture = photo()
    renditions.ensure(picture)
    before = pictures([picture.pk], now, for_desk=True)[picture.pk]
    picture.focal_x = 0.1
    picture.save()
    assert pictures([picture.pk], now, for_desk=True)[picture.pk].src == before.src
    assert renditions.ensure(picture) == 10  # four crops in two formats, one for phones and the card; whole shapes stay
    after = pictures([picture.pk], now, for_desk=True)[picture.pk]
    assert (after.src, after.card == before.card) == (before.src, False)


def test_copies_of_an_earlier_focal_point_are_kept_for_a_month(now):
    picture = photo()
    renditions.ensure(picture)
    picture.focal_x = 0.1
    picture.save()
    renditions.ensure(picture)
    Photo.objects.update(settled_at=now)
    kept = picture.renditions.count()
    assert renditions.forget_stale(now + timedelta(days=29)) == 0
    assert renditions.forget_stale(now + timedelta(days=31)) == 10
    assert picture.renditions.count() == kept - 10
    assert all(each.file.storage.exists(each.file.name) for each in picture.renditions.all())
    assert renditions.forget_stale(now + timedelta(days=31)) == 0


def test_copies_carry_no_place_or_serial_number_of_the_camera():
    exif = Image.Exif()
    exif[0xA431] = "SN-12345"
    exif.get_ifd(0x8825)[2] = (42.0, 52.0, 0.0)
    picture = ingest(BytesIO(picture_bytes(exif=exif)), "гео.jpg")[0]
    renditions.ensure(picture)
    for copy in picture.renditions.filter(format="jpeg"):
        with Image.open(copy.file.open()) as opened:
            assert not opened.getexif()


def test_a_photo_is_public_only_while_something_public_shows_it(now):
    picture = photo()
    renditions.ensure(picture)
    assert not pictures([picture.pk], now)
    PhotoUse.objects.create(photo=picture, owner="article:1", public_from=now, public_until=now + timedelta(hours=1))
    assert pictures([picture.pk], now)[picture.pk].credit == "рисунок редакции"
    assert not pictures([picture.pk], now + timedelta(hours=1))
    assert pictures([picture.pk], now + timedelta(hours=1), for_desk=True)


@pytest.mark.parametrize("field", ["rights_until", "embargo_until", "rights_from"])
def test_rights_and_embargo_hide_a_photo_that_is_in_use(now, field):
    picture = photo()
    PhotoUse.objects.create(photo=picture, owner="article:1", public_from=now)
    setattr(picture, field, now if field == "rights_until" else now + timedelta(hours=1))
    picture.save()
    assert not Photo.objects.public(now).exists()


def test_the_portrait_of_somebody_with_a_public_page_is_public(now):
    picture, asan = photo(), person("Асан", "Токтосунов")
    Portrait.objects.create(photo=picture, person=asan)
    assert not Photo.objects.public(now).exists()
    asan.page, asan.checked_at = "public", now
    asan.save()
    assert Photo.objects.public(now).exists()


@pytest.mark.parametrize(
    ("creator", "credit_line", "printed"),
    [
        ("", "пресс-служба президента", "пресс-служба президента"),
        ("Вера Осокина", "Чолпон", "Вера Осокина / Чолпон"),
        ("Вера Осокина", "Вера Осокина / Чолпон", "Вера Осокина / Чолпон"),
    ],
)
def test_a_credit_names_everybody_once(creator, credit_line, printed):
    assert Photo(creator=creator, credit_line=credit_line).credit == printed


def test_a_picture_is_shown_to_the_desk_and_404_to_others(client, login_of):
    picture = photo()
    renditions.ensure(picture)
    address = f"/media/{picture.renditions.first().file.name}"
    assert client.get(address).status_code == 404
    client.force_login(login_of("photo desk"))
    response = client.get(address)
    assert response.status_code == 200
    assert "no-store" in response["Cache-Control"]


@pytest.mark.parametrize("address", ["/media/../newsroom.sqlite3", "/media/originals/x.jpg", "/media/%2e%2e/x"])
def test_nothing_else_leaves_the_store(client, address):
    assert client.get(address).status_code == 404


def test_the_first_picture_of_a_stereo_camera_is_taken():
    both = BytesIO()
    left, right = (Image.new("RGB", (640, 480), colour) for colour in ("#345678", "#ffffff"))
    left.save(both, "MPO", save_all=True, append_images=[right])
    taken = ingest(BytesIO(both.getvalue()), "стерео.jpg")[0]
    renditions.ensure(taken)
    assert Image.open(taken.renditions.get(spec="w320", format="jpeg").file).getpixel((9, 9))[0] < 100


@pytest.mark.parametrize("size", [(400, 20_000), (20_000, 10), (1, 1)])
def test_a_picture_of_any_shape_has_all_its_copies(size):
    taken = ingest(BytesIO(picture_bytes(size=size)), "лента.jpg")[0]
    renditions.ensure(taken)
    assert not taken.renditions.filter(size_bytes=0).exists()


def test_a_file_sent_twice_at_the_same_moment_is_kept_once(monkeypatch):
    known = ingest(BytesIO(picture_bytes()), "а.jpg")[0]
    folder = known.original.name.rpartition("/")[0]
    kept = known.original.storage.listdir(folder)
    seen = Photo.objects.filter
    monkeypatch.setattr(Photo.objects, "filter", lambda **_: seen(pk=0))
    assert ingest(BytesIO(picture_bytes()), "а.jpg") == (known, False)
    assert known.original.storage.listdir(folder) == kept


def test_an_address_no_file_can_have_is_not_found(client):
    assert client.get("/media/%00.jpg").status_code == 404


@pytest.mark.parametrize("format", ["avif", "webp", "jpeg"])
def test_every_copy_says_what_it_is_where_the_system_knows_no_types(client, login_of, monkeypatch, format):
    """A slim container has no list of them, and Python 3.11 alone does not know WebP."""
    monkeypatch.setattr(mimetypes, "guess_type", lambda *_args, **_options: (None, None))
    client.force_login(login_of("photo desk"))
    copy = photo().renditions.filter(format=format).first()
    assert client.get(f"/media/{copy.file.name}").headers["Content-Type"] == f"image/{format}"


@pytest.mark.parametrize("field", ["position", "person"])
def test_two_people_change_places_in_one_save(client, login_of, field):
    client.force_login(login_of("photo desk"))
    taken = photo()
    for place, given in ((1, "Асан"), (2, "Болот")):
        taken.persons_shown.create(person=person(given, "Сыдыков"), position=place)
    address = f"/admin/media_assets/photo/{taken.pk}/change/"
    fields = fields_of(client.get(address), "photo_form")
    first, second = (f"persons_shown-{number}-{field}" for number in (0, 1))
    fields[first], fields[second] = fields[second], fields[first]
    assert client.post(address, fields).status_code == 302
    assert [shown.person.given_name for shown in taken.persons_shown.order_by("position")] == ["Болот", "Асан"]
