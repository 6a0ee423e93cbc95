"""The photo desk's records."""

from .caption import Caption
from .person_shown import PersonShown, Portrait
from .photo import Photo
from .rendition import Rendition
from .use import PhotoUse

__all__ = ["Caption", "PersonShown", "Photo", "PhotoUse", "Portrait", "Rendition"]
