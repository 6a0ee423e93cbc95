"""A file becomes a Document that stories can offer: its kind read from its content, kept once, in private storage."""

import hashlib
from typing import IO, Any

from django.core.files.base import ContentFile, File
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from search.slugs import slugify

from .document_kinds import KINDS, MAX_BYTES, kind_of
from .models import Document


class NotADocument(ValueError):
    """The file is refused; the message is a sentence that names it and says what to do."""


def take(upload: File | IO[bytes], name: str, by: Any = None) -> tuple[Document, bool]:
    """The Document of this file and whether it is new: the same file is never kept twice.

    Raises:
        NotADocument: it is too large, empty, or of a kind that readers are not given.
    """
    data = upload.read(MAX_BYTES + 1)
    sha256 = hashlib.sha256(data).hexdigest()
    if known := Document.objects.filter(sha256=sha256).first():
        return known, False
    document = _read(data, name)
    document.sha256, document.uploaded_by = sha256, by
    document.file.save(f"{document.key}.{document.ending}", ContentFile(data), save=False)
    try:
        with transaction.atomic():
            document.save()
    except IntegrityError:  # the same file came in twice at the same moment: the other one stays
        document.file.delete(save=False)
        return Document.objects.get(sha256=sha256), False
    return document, True


def _read(data: bytes, name: str) -> Document:
    if len(data) > MAX_BYTES:
        limit = MAX_BYTES >> 20
        raise NotADocument(
            _("“%(name)s” is larger than %(limit)s MB: send a smaller file.") % {"name": name, "limit": limit}
        )
    kind = kind_of(data, name)
    if kind is None:
        told = {"name": name, "kinds": ", ".join(known.label for known in KINDS.values())}
        raise NotADocument(_("“%(name)s” is no document readers can be given: send one of %(kinds)s.") % told)
    stem = name.rpartition(".")[0] or name
    return Document(
        title=" ".join(stem.replace("_", " ").split())[:250] or kind.label,
        original_name=name[-200:],
        filename=f"{slugify(stem, fallback='document', max_length=60)}.{kind.ending}",
        ending=kind.ending,
        size_bytes=len(data),
    )
