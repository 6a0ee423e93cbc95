"""What we publish."""

from .article import Article
from .derived import ArticlePhoto, Byline, Mention, Quote
from .desk import Autosave, CheckAnswer, NameDecision
from .neural import NeuralReading
from .opening import Opening
from .record import ArticleEvent, Correction, OldSlug, PublicVersion
from .relinking import Relinking
from .revision import Revision
from .rules import DeskRules, MorningCheck
from .section import Author, Section
from .sharing import PreviewLink
from .tag import Tag, TaggedArticle
from .talk import Comment, Notice

__all__ = [
    "Article",
    "ArticleEvent",
    "ArticlePhoto",
    "Author",
    "Autosave",
    "Byline",
    "CheckAnswer",
    "Comment",
    "Correction",
    "DeskRules",
    "Mention",
    "MorningCheck",
    "NameDecision",
    "NeuralReading",
    "Notice",
    "OldSlug",
    "Opening",
    "PreviewLink",
    "PublicVersion",
    "Quote",
    "Relinking",
    "Revision",
    "Section",
    "Tag",
    "TaggedArticle",
]
