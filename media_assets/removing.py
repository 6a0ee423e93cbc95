"""Deleting a photo or a document that nothing uses: its rows at once, its files when that is sure."""

from collections.abc import Collection
from functools import partial

from django.core.files.storage import Storage
from django.db import transaction

from .models import Document, Photo


def remove(photos: Collection[Photo]) -> None:
    """Delete these photos with their captions, copies and every file they have had.

    The store is touched after the commit: a change of mind of the database must not cost an original.

    Raises:
        django.db.models.ProtectedError: something uses one of them.
    """
    with transaction.atomic():
        for photo in photos:
            files = [
                photo.original,
                *(copy.file for copy in photo.renditions.all()),
                *(earlier.original for earlier in photo.earlier_files.all()),
            ]
            kept = {(file.name, file.storage) for file in files if file.name}
            photo.delete()
            for name, storage in kept:
                transaction.on_commit(partial(_delete, storage, name))


def remove_documents(documents: Collection[Document]) -> None:
    """Delete these documents and their files.

    Raises:
        django.db.models.ProtectedError: something public offers one of them, or has offered it.
    """
    with transaction.atomic():
        for document in documents:
            name, storage = document.file.name, document.file.storage
            document.delete()
            transaction.on_commit(partial(_delete, storage, name))


def _delete(storage: Storage, name: str) -> None:
    try:
        storage.delete(name)
    except OSError:  # the store does not answer: a file too many is no reason to fail a deletion that is done
        return
