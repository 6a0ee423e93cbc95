"""What changed between two versions, for people to read: field by field, block by block, word by word.

The one way of showing differences: the versions page, a conflict and an unsaved text offered again all use it.
"""

from .fields import LABELS, FieldDifference, compare, in_words

__all__ = ["LABELS", "FieldDifference", "compare", "in_words"]
