"""Files come in through the upload page: each answers for itself, and none can break the batch."""

import zipfile
from datetime import UTC, datetime
from io import BytesIO

import pytest
from django.contrib.auth.models import Permission
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from media_assets import batches
from media_assets.metadata import Metadata, Taken, embed
from media_assets.models import Batch, BatchFile, Photo, PhotoUse
from tests.factories.pictures import picture_bytes

pytestmark = pytest.mark.django_db

ADD = "/admin/media_assets/batch/add/"
JSON = {"headers": {"accept": "application/json"}}


@pytest.fixture
def desk(client, login_of):
    client.force_login(login_of("photo desk"))
    return client


@pytest.fixture
def uploader(login_of):
    """Somebody who may add photos and nothing else."""
    user = login_of("reporter", "stringer")
    user.user_permissions.add(Permission.objects.get(codename="add_photo"))
    return user


def begun(client, **fields) -> Batch:
    answer = client.post(ADD, fields, **JSON)
    assert answer.status_code == 201
    return Batch.objects.latest("pk")


def send(client, batch: Batch, name: str, data: bytes) -> dict:
    upload = SimpleUploadedFile(name, data, "image/jpeg")
    upload._name = name  # as a client writes it: Django cleans it when it arrives
    answer = client.post(f"/admin/media_assets/batch/{batch.pk}/files/", {"file": upload}, **JSON)
    assert answer.status_code == 200
    return answer.json()


def drawing() -> Image.Image:
    """A picture with something in it, so that its perceptual hash says something."""
    picture = Image.new("L", (64, 48))
    picture.putdata(
        [(x * 5 + y * 3) % 97 + (120 if (x // 9 + y // 7) % 2 else 0) for y in range(48) for x in range(64)]
    )
    return picture.convert("RGB").resize((640, 480))


def saved(picture: Image.Image, **options) -> bytes:
    file = BytesIO()
    picture.save(file, "JPEG", **options)
    return file.getvalue()


def zipped(**files: bytes) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, data in files.items():
            archive.writestr(f"{name}.jpg", data)
    return file.getvalue()


def test_a_file_is_taken_with_the_words_of_its_batch(desk):
    batch = begun(desk, event="Открытие моста", credit_line="Пресс-служба моста")
    said = send(desk, batch, "мост.jpg", picture_bytes())
    assert said["outcome"] == "taken"
    photo = Photo.objects.get()
    assert (photo.event, photo.credit_line, photo.uploaded_by.username) == (
        *("Открытие моста", "Пресс-служба моста"),
        "photo-desk",
    )
    assert "Пресс-служба моста" in said["html"]


def test_a_row_shows_what_the_file_said(desk):
    words = Metadata(
        headline="Открытие моста",
        description="(слева направо) Асан Токтосунов и Вера Осокина.",
        credit_line="Пресс-служба моста",
        taken_at=Taken(2025, 6, 30),
        city="Лаков",
    )
    html = send(desk, begun(desk), "мост.jpg", embed(picture_bytes(), words))["html"]
    for said in ("Открытие моста", "Пресс-служба моста", "June 2025", "Лаков", "Асан Токтосунов, Вера Осокина"):
        assert said in html


def test_a_row_says_that_there_is_no_credit(desk):
    assert "no credit" in send(desk, begun(desk), "мост.jpg", picture_bytes())["html"]


def test_a_file_of_the_library_is_named_with_its_uses(desk, now):
    batch = begun(desk)
    send(desk, batch, "мост.jpg", picture_bytes())
    photo = Photo.objects.get()
    PhotoUse.objects.create(photo=photo, owner="story:7", public_from=now)
    said = send(desk, batch, "ещё раз.jpg", picture_bytes())
    assert said["outcome"] == "known"
    assert f"/photo/{photo.pk}/change/" in said["html"]
    assert "story:7" in said["html"]


def test_a_picture_like_another_is_shown_beside_it(desk):
    batch = begun(desk)
    send(desk, batch, "первый.jpg", saved(drawing()))
    said = send(desk, batch, "второй.jpg", saved(drawing().resize((800, 600)), quality=60))
    assert said["outcome"] == "taken"
    assert "Looks like" in said["html"]
    assert f"/photo/{Photo.objects.earliest('pk').pk}/change/" in said["html"]


BROKEN = [
    ("обрыв.jpg", picture_bytes(size=(900, 900))[:900]),
    ("текст.jpg", "Это не снимок, а письмо.".encode()),
    ("пусто.jpg", b""),
    ("мнимый.zip", b"PK\x03\x04 and nothing more"),
    ("рисунок.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>"),
    ("нули.png", b"\0" * 5000),
    ("я" * 300 + ".jpg", b"no picture"),
]


@pytest.mark.parametrize(("name", "data"), BROKEN, ids=[name[:12] for name, _data in BROKEN])
def test_what_is_no_picture_is_refused_by_name_and_spoils_nothing(desk, name, data):
    batch = begun(desk)
    said = send(desk, batch, name, data)
    assert said["outcome"] == "refused"
    assert said["name"] in ("…" + name, name, name[-200:]) or name.startswith("яяя")
    assert said["reason"]
    assert send(desk, batch, "хороший.jpg", picture_bytes())["outcome"] == "taken"


def test_a_bomb_is_refused(desk):
    bomb = BytesIO()
    Image.new("1", (30_000, 30_000)).save(bomb, "PNG")
    assert send(desk, begun(desk), "бомба.png", bomb.getvalue())["outcome"] == "refused"


@pytest.mark.parametrize(
    "name", ["../../etc/passwd.jpg", "C:\\снимки\\кадр.jpg", "кадр\u202egpj.jpg", "a\tb.jpg", "..", ""]
)
def test_no_name_of_a_file_does_harm(desk, name):
    upload = BytesIO(picture_bytes())
    upload.name = name
    boundary = "граница".encode().hex()
    body = (
        (
            f'--{boundary}\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\n'
            "Content-Type: image/jpeg\r\n\r\n"
        ).encode()
        + picture_bytes()
        + f"\r\n--{boundary}--\r\n".encode()
    )
    batch = begun(desk)
    answer = desk.post(
        f"/admin/media_assets/batch/{batch.pk}/files/",
        data=body,
        content_type=f"multipart/form-data; boundary={boundary}",
        **JSON,
    )
    assert answer.status_code == 200
    said = answer.json()
    assert said["outcome"] in {"taken", "refused"}
    assert not {"/", "\\", "\u202e", "\t"} & set(said.get("name", ""))


def test_an_archive_gives_its_pictures_one_by_one(desk):
    batch = begun(desk)
    archive = zipped(a=picture_bytes("#111111"), b=b"no picture", c=picture_bytes("#222222"))
    said = send(desk, batch, "снимки.zip", archive)
    assert said["outcome"] == "waiting"
    batches.unpack.call(said["id"])  # as the worker does
    news = desk.get(f"/admin/media_assets/batch/{batch.pk}/files/?after={said['id']}&id={said['id']}", **JSON).json()
    assert [row["outcome"] for row in news["rows"]] == ["unpacked", "taken", "refused", "taken"]
    assert news["waiting"] is False


def test_everything_received_is_there_when_the_page_is_opened_again(desk):
    batch = begun(desk, event="Открытие моста")
    send(desk, batch, "мост.jpg", picture_bytes())
    send(desk, batch, "письмо.jpg", b"no picture")
    page = desk.get(f"/admin/media_assets/batch/{batch.pk}/change/").content.decode()
    assert page.count('data-outcome="taken"') == 1
    assert page.count('data-outcome="refused"') == 1
    assert 'value="Открытие моста"' in page


def test_without_a_script_a_form_takes_many_files(desk):
    files = [SimpleUploadedFile("а.jpg", picture_bytes("#111111")), SimpleUploadedFile("б.jpg", b"no picture")]
    answer = desk.post(ADD, {"file": files, "credit_line": "Пресс-служба моста"}, follow=True)
    assert answer.redirect_chain[-1][0] == f"/admin/media_assets/batch/{Batch.objects.get().pk}/change/"
    assert list(BatchFile.objects.values_list("outcome", flat=True)) == ["taken", "refused"]
    assert Photo.objects.get().credit_line == "Пресс-служба моста"


def shared(client, batch, **fields):
    return client.post(f"/admin/media_assets/batch/{batch.pk}/shared/", fields, **JSON)


def test_shared_words_go_to_all_photos_and_fill_what_is_empty(desk):
    batch = begun(desk, city="Лаков")
    for colour in ("#111111", "#222222"):
        send(desk, batch, f"{colour}.jpg", picture_bytes(colour))
    Photo.objects.filter(original_name="#111111.jpg").update(credit_line="Вера Осокина")
    assert shared(desk, batch, city="Лаков", credit_line="Пресс-служба моста", apply="1").json()["changed"] == 1
    assert set(Photo.objects.values_list("credit_line", flat=True)) == {"Вера Осокина", "Пресс-служба моста"}
    answer = shared(desk, batch, city="Лаков", credit_line="Пресс-служба моста", overrides="on", apply="1")
    assert answer.json()["changed"] == 1
    assert set(Photo.objects.values_list("credit_line", flat=True)) == {"Пресс-служба моста"}
    changed = Photo.objects.get(original_name="#111111.jpg")
    assert changed.history.first().history_user.username == "photo-desk"
    assert "пресс-служба" in changed.search_key


def test_shared_words_are_kept_for_the_files_still_to_come(desk):
    batch = begun(desk)
    assert shared(desk, batch, credit_line="Пресс-служба моста").json() == {"changed": 0, "rows": []}
    send(desk, batch, "мост.jpg", picture_bytes())
    assert Photo.objects.get().credit_line == "Пресс-служба моста"


def test_rights_that_end_before_they_begin_are_refused_with_a_sentence(desk):
    answer = desk.post(ADD, {"rights_from": "2025-07-01T00:00", "rights_until": "2025-06-01T00:00"}, **JSON)
    assert answer.status_code == 422
    assert "before they begin" in answer.json()["errors"]["rights_until"][0]
    assert not Batch.objects.exists()


@pytest.mark.parametrize("until", ["0002-01-01T00:00", "0001-01-01T00:00", "9999-12-31T23:59"])
def test_a_year_half_typed_is_asked_for_whole(desk, until):
    batch = begun(desk)
    answer = shared(desk, batch, rights_until=until)
    assert answer.json()["errors"]["rights_until"] == ["Write the whole year, as 2026."]
    batch.refresh_from_db()
    assert batch.rights_until is None


def test_a_browser_puts_no_old_words_back_into_an_upload(desk):
    begun_page = desk.get(ADD).content.decode()
    assert (
        '<form method="post" enctype="multipart/form-data" id="upload-form" class="upload" autocomplete="off">'
        in begun_page
    )


def test_the_list_of_uploads_says_whose_and_since_when_they_are(client, login_of):
    client.force_login(login_of("photo desk", first_name="Вера", language="ky"))
    begun(client)
    Batch.objects.update(created_at=datetime(2025, 6, 30, 9, 45, tzinfo=UTC))
    page = client.get("/admin/media_assets/batch/").content.decode()
    assert '<td class="field-begun">30-июнь, 2025, 15:45</td>' in page
    assert '<td class="field-by">Вера</td>' in page
    assert "Created by" not in page


def test_who_may_not_add_photos_is_refused(client, login_of, desk, client_class):
    batch = begun(desk)
    client = client_class()
    client.force_login(login_of("reporter"))
    assert client.get(ADD).status_code == 403
    upload = SimpleUploadedFile("а.jpg", picture_bytes())
    address = f"/admin/media_assets/batch/{batch.pk}/files/"
    assert client.post(address, {"file": upload}, **JSON).status_code == 403
    assert not Photo.objects.exists()


def test_a_stringer_sees_their_own_uploads_only(client, uploader, desk, client_class, login_of):
    of_the_desk = begun(desk)
    stringer = client_class()
    stringer.force_login(uploader)
    own = begun(stringer)
    assert send(stringer, own, "а.jpg", picture_bytes())["outcome"] == "taken"
    assert stringer.get(f"/admin/media_assets/batch/{own.pk}/change/").status_code == 200
    assert stringer.get(f"/admin/media_assets/batch/{of_the_desk.pk}/change/").status_code == 403
    assert shared(stringer, own, apply="1").status_code == 403
    listed = stringer.get("/admin/media_assets/batch/").content.decode()
    assert f"/batch/{own.pk}/change/" in listed
    assert f"/batch/{of_the_desk.pk}/change/" not in listed
    assert desk.get(f"/admin/media_assets/batch/{own.pk}/change/").status_code == 200


@pytest.mark.parametrize("address", ["abc/change/", "999/change/", "999/files/", "99999999999999999999/files/"])
def test_an_upload_that_does_not_exist_is_not_found(desk, address):
    assert desk.get(f"/admin/media_assets/batch/{address}").status_code == 404


def test_a_page_of_many_files_asks_few_questions(desk, django_assert_max_num_queries):
    batch = begun(desk)
    for number in range(16):
        send(desk, batch, f"{number}.jpg", picture_bytes(f"#{number * 12:02x}8040"))
    with django_assert_max_num_queries(14):
        desk.get(f"/admin/media_assets/batch/{batch.pk}/change/")
