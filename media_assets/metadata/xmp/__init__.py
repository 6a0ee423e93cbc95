"""XMP, the newer block of captions: one table of properties (``names``), read and written."""

from .reading import read
from .writing import packets

__all__ = ["packets", "read"]
