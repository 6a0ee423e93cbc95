"""What a picture file says of itself, read; and what the desk says, written into every copy that leaves.

Plain Python, free of Django. ``read`` never raises, whatever the file holds; ``embed`` rewrites the container and
leaves the pixels bit-identical, or says ``CannotEmbed``.
"""

from .dates import Taken
from .embedding import embed
from .fields import CannotEmbed, Metadata
from .reading import read

__all__ = ["CannotEmbed", "Metadata", "Taken", "embed", "read"]
