"""A file becomes a document readers can be given; what it is, its content says."""

import zipfile
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from articles import revisions
from articles.content import Content
from media_assets.document_kinds import kind_of, printed_size
from media_assets.documents import NotADocument, take
from media_assets.models import Document

PDF = b"%PDF-1.7\n1 0 obj"


def archive(*parts: str, mimetype: str = "") -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as written:
        if mimetype:
            written.writestr("mimetype", mimetype)
        for part in parts:
            written.writestr(part, "<x/>")
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "ending"),
    [
        ("план.pdf", PDF, "pdf"),
        ("план.docx", PDF, "pdf"),  # the name does not decide
        ("план.docx", archive("word/document.xml"), "docx"),
        ("план.xlsx", archive("xl/workbook.xml"), "xlsx"),
        ("план.pptx", archive("ppt/presentation.xml"), "pptx"),
        ("план.odt", archive(mimetype="application/vnd.oasis.opendocument.text"), "odt"),
        ("план.ods", archive(mimetype="application/vnd.oasis.opendocument.spreadsheet"), "ods"),
        ("план.csv", "год;сумма\r\n2025;7".encode("cp1251"), "csv"),
        ("план.txt", "План города".encode(), "txt"),
        ("план.docm", archive("word/document.xml", "word/vbaProject.bin"), None),
        ("план.zip", archive("план.exe"), None),
        ("план.pdf", b"MZ\x90\x00\x03", None),
        ("план.pdf", b"\x89PNG\r\n\x1a\n", None),
        ("план.docx", b"PK\x03\x04" + b"cut off", None),
        ("план.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", None),
        ("план.txt", b"", None),
    ],
)
def test_the_content_says_what_a_file_is(name, data, ending):
    kind = kind_of(data, name)
    assert (kind.ending if kind else None) == ending


@pytest.mark.parametrize(
    ("size_bytes", "language", "printed"),
    [(500, "ru", "500 Б"), (12_345, "ky", "12 КБ"), (1_234_567, "ru", "1,2 МБ"), (3_000_000, "en", "3 MB")],
)
def test_a_size_is_printed_as_the_language_prints_numbers(size_bytes, language, printed):
    assert printed_size(size_bytes, language).replace("\u00a0", " ") == printed


@pytest.mark.django_db
def test_the_same_file_is_one_document_under_an_address_nobody_can_guess():
    first, is_new = take(BytesIO(PDF), "Бюджет_города 2025.pdf")
    again, is_new_again = take(BytesIO(PDF), "другое имя.pdf")
    assert (is_new, is_new_again) == (True, False)
    assert again == first
    assert first.title == "Бюджет города 2025"
    assert first.get_absolute_url() == f"/media/documents/{first.key}/biudzhet-goroda-2025.pdf"
    assert len(first.key) >= 20


@pytest.mark.django_db
def test_what_readers_are_not_given_is_refused_by_name_with_what_is_taken():
    with pytest.raises(NotADocument, match=r"«?.?вирус\.exe.*PDF.*DOCX"):
        take(BytesIO(b"MZ\x00"), "вирус.exe")
    assert not Document.objects.exists()


@pytest.mark.django_db
def test_the_desk_puts_a_document_on_record_and_keeps_one_that_a_draft_offers(client, login_of, now):
    chief = login_of("chief editor")
    client.force_login(chief)
    upload = SimpleUploadedFile("План.pdf", PDF)
    client.post("/admin/media_assets/document/add/", {"upload": upload, "title": ""})
    document = Document.objects.get()
    assert (document.title, document.uploaded_by) == ("План", chief)

    body = f'<p>Вот он.</p><div data-document="{document.pk}">План</div>'
    draft = revisions.create(Content(headline="План города", body=body), chief, now=now)
    delete = f"/admin/media_assets/document/{document.pk}/delete/"
    page = client.get(delete).content.decode()
    assert f'href="/admin/articles/article/{draft.pk}/change/"' in page
    client.post(delete, {"post": "yes"})
    assert Document.objects.exists()

    revisions.save(draft, Content(headline="План города", body="<p>Нет его.</p>"), draft.version, chief, now=now)
    client.post(delete, {"post": "yes"})
    assert not Document.objects.exists()


@pytest.mark.django_db
def test_a_refused_upload_is_told_beside_the_field(client, login_of):
    client.force_login(login_of("editor"))
    page = client.post(
        "/admin/media_assets/document/add/", {"upload": SimpleUploadedFile("вирус.exe", b"MZ\x00"), "title": ""}
    )
    assert "вирус.exe" in page.content.decode()
    assert not Document.objects.exists()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("name", "data", "saved_as"),
    [
        ("План.PDF", PDF, "План.PDF"),
        ("указ.bat", b"start calc", "указ.bat.txt"),
        ("указ.html", b"<script>alert(1)</script>", "указ.html.txt"),
        ("указ", PDF, "указ.pdf"),
    ],
)
def test_what_a_reader_saves_has_the_ending_of_what_it_is(name, data, saved_as):
    document, _is_new = take(BytesIO(data), name)
    assert document.saved_as == saved_as


@pytest.mark.django_db
def test_a_file_that_is_sent_again_keeps_its_title(client, login_of):
    document, _is_new = take(BytesIO(PDF), "Бюджет.pdf")
    client.force_login(login_of("reporter"))
    upload = SimpleUploadedFile("Иное.pdf", PDF)
    client.post("/admin/media_assets/document/add/", {"upload": upload, "title": "Скандал"})
    document.refresh_from_db()
    assert document.title == "Бюджет"
