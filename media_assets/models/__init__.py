"""The photo desk's records."""

from .batch import Batch, BatchFile
from .caption import Caption
from .document import Document
from .earlier_file import EarlierFile
from .person_shown import PersonShown, Portrait
from .photo import Photo
from .rendition import Rendition
from .use import DocumentUse, PhotoUse

__all__ = [
    "Batch",
    "BatchFile",
    "Caption",
    "Document",
    "DocumentUse",
    "EarlierFile",
    "PersonShown",
    "Photo",
    "PhotoUse",
    "Portrait",
    "Rendition",
]
