"""Photos are found by any case form of what is said of them, by who is shown, and by how they look."""

from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from PIL import Image

from media_assets import ingest, likeness, renditions
from media_assets.models import Caption, EarlierFile, Photo
from media_assets.settling import settle
from tests.factories.people import person
from tests.factories.pictures import photo, picture_bytes

pytestmark = pytest.mark.django_db


@pytest.fixture
def meeting():
    taken = photo(description="Министры подписали договор", event="Саммит", city="Балыкчы", keywords=["вода"])
    taken.persons_shown.create(person=person("Асан", "Токтосунов"), position=1, office="министр культуры")
    taken.persons_shown.create(name="Болот Сыдыков", position=2)
    Caption.objects.create(photo=taken, language="ru", text="Стороны довольны озером")
    settle(taken)
    return taken


@pytest.mark.parametrize(
    "words",
    [
        *("министр", "министров", "ДОГОВОРОМ", "Токтосуновым", "Токтосунов", "Сыдыкову", "саммита", "воду", "озеро"),
        *("министр договор", "балыкч", "культурой Токтосуновым", ""),
    ],
)
def test_found_in_any_case_form(meeting, words):
    assert list(Photo.objects.found_by(words)) == [meeting]


@pytest.mark.parametrize("words", ["театр", "министр театра", "%", "_", "нистр"])
def test_not_found_by_words_nobody_said(meeting, words):
    assert not Photo.objects.found_by(words).filter(pk=meeting.pk).exists() or not words.strip("%_")


def _frame(shift: int = 0, quality: int = 90, size: tuple[int, int] = (600, 400)) -> bytes:
    picture = Image.radial_gradient("L").resize((600, 400)).convert("RGB")
    picture.paste("#803020", (80 + shift, 60, 240 + shift, 300))
    picture.paste("#206080", (400 - shift, 200, 520 - shift, 380))
    buffer = BytesIO()
    picture.resize(size).save(buffer, "JPEG", quality=quality)
    return buffer.getvalue()


def test_the_same_frame_scaled_and_compressed_again_is_found_and_another_is_not():
    first = ingest.ingest(BytesIO(_frame()), "а.jpg")[0]
    again = ingest.ingest(BytesIO(_frame(quality=40, size=(300, 200))), "б.jpg")[0]
    other = ingest.ingest(BytesIO(_frame(shift=150)), "в.jpg")[0]
    assert likeness.alike(first) == [again]
    assert likeness.alike(other) == []


def test_an_empty_sky_is_like_nothing():
    photo("#111111")
    assert likeness.alike(photo("#222222")) == []


def test_another_file_takes_the_place_and_the_old_one_is_kept_with_every_word(login_of):
    taken = photo(description="У озера")
    renditions.ensure(taken)
    old, address = taken.sha256, taken.renditions.get(spec="w320", format="jpeg").file.name
    ingest.replace(taken, picture_bytes("#ff0000", size=(900, 600)), "новый.jpg", by=login_of("photo desk"))
    taken.refresh_from_db()
    assert (taken.description, taken.width_px, taken.original_name) == ("У озера", 900, "новый.jpg")
    kept = EarlierFile.objects.get()
    assert (kept.photo, kept.sha256, kept.replaced_by.username) == (taken, old, "photo-desk")
    assert kept.original.open("rb").read() == picture_bytes()
    assert ingest.known_as(old) == taken  # sent again, it is no new picture
    assert taken.renditions.filter(file=address).exists()


def test_the_old_address_of_a_replaced_picture_leads_to_the_new_one(client, login_of):
    desk = login_of("photo desk")
    taken = photo()
    renditions.ensure(taken)
    address = taken.renditions.get(spec="w320", format="jpeg").file.name
    ingest.replace(taken, picture_bytes("#ff0000"), "новый.jpg", by=desk)
    client.force_login(desk)
    answer = client.get(f"/media/{address}", follow=True)
    shown = Image.open(BytesIO(b"".join(answer.streaming_content)))
    assert shown.getpixel((9, 9))[0] > 200


def test_a_file_of_another_photo_cannot_take_the_place():
    photo("#111111")
    with pytest.raises(ingest.NotAPhoto, match="рисунок"):
        ingest.replace(photo("#222222"), picture_bytes("#111111"), "а.jpg", by=None)
    assert not EarlierFile.objects.exists()


def test_a_file_is_kept_as_it_came():
    taken = ingest.ingest(ContentFile(picture_bytes()), "а.jpg")[0]
    assert taken.original.open("rb").read() == picture_bytes()
