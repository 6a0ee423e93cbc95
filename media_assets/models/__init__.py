"""The photo desk's records."""

from .batch import Batch, BatchFile
from .caption import Caption
from .earlier_file import EarlierFile
from .person_shown import PersonShown, Portrait
from .photo import Photo
from .rendition import Rendition
from .use import PhotoUse

__all__ = ["Batch", "BatchFile", "Caption", "EarlierFile", "PersonShown", "Photo", "PhotoUse", "Portrait", "Rendition"]
