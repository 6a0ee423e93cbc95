import io
import zipfile

import pytest

from articles.wire import WireError, read

from .documents import PICTURE, PNG, docx, paragraph


def test_a_word_document_gives_text_and_picture_with_its_caption() -> None:
    source = docx(
        paragraph("Министр открыл школу", bold=True),
        paragraph("30.06.2025, 15:45"),
        PICTURE,
        paragraph("Асан Усенов и Бакыт Тестов у входа"),
        paragraph("Фото: пресс-служба"),
        paragraph("Школа открыта сегодня. Её строили два года."),
    )
    [wire] = read(source, "wire.docx")
    assert wire.headline == "Министр открыл школу"
    [picture] = wire.pictures
    assert (picture.filename, picture.content_type, picture.data) == ("picture-1.png", "image/png", PNG)
    [caption] = wire.captions
    assert (caption.text, caption.credit) == ("Асан Усенов и Бакыт Тестов у входа", "пресс-служба")
    assert wire.body_html == "<p>Школа открыта сегодня. Её строили два года.</p>"


def zipped(**files: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return file.getvalue()


@pytest.mark.parametrize(
    ("source", "code"),
    [
        (docx(paragraph("Текст"))[:-40], "docx_broken"),
        (docx(paragraph("Текст").replace("</w:t>", "")), "docx_broken"),
        (zipped(readme=b"text"), "not_docx"),
        (docx(paragraph("&x;"), prolog='<!DOCTYPE d [<!ENTITY x "y">]>'), "docx_unsafe"),
        (docx(paragraph("&x;"), prolog='<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/hostname">]>'), "docx_unsafe"),
        (docx(extra={"word/media/a.png": b'<!DOCTYPE d [<!ENTITY x "y">]><d>&x;</d>'}), "docx_unsafe"),
        (docx(extra={"word/media/zeros.bin": bytes(201_000_000)}), "docx_bomb"),
        (docx(extra={"word/styles.xml": b"<a>" + bytes(7_000_000)}), "docx_bomb"),
        (docx("<w:p>" * 30_000 + "</w:p>" * 30_000), "docx_bomb"),
        (docx(), "empty"),
        (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
        (b"\xd0\xcf\x11\xe0" + b"WordDocument", "old_word"),
    ],
)
def test_documents_that_cannot_be_read_are_refused_in_a_sentence(source: bytes, code: str) -> None:
    with pytest.raises(WireError) as refusal:
        read(source, "wire.docx")
    assert refusal.value.code == code
    assert refusal.value.message.endswith(".")


def test_a_linked_picture_is_never_fetched() -> None:
    linked = PICTURE.replace("r:embed", "r:link")
    [wire] = read(docx(paragraph("Заголовок"), linked, paragraph("Текст новости.")), "wire.docx")
    assert wire.pictures == ()
    assert [removed.code for removed in wire.removed] == ["remote_picture"]
    assert "Текст новости." in wire.body_html
