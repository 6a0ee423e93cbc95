"""What we publish."""

from .article import Article
from .derived import ArticlePhoto, Byline, Mention, Quote
from .desk import Autosave, CheckAnswer, NameDecision
from .neural import NeuralReading
from .record import ArticleEvent, Correction, OldSlug
from .relinking import Relinking
from .revision import Revision
from .section import Author, Section
from .tag import Tag, TaggedArticle

__all__ = [
    "Article",
    "ArticleEvent",
    "ArticlePhoto",
    "Author",
    "Autosave",
    "Byline",
    "CheckAnswer",
    "Correction",
    "Mention",
    "NameDecision",
    "NeuralReading",
    "OldSlug",
    "Quote",
    "Relinking",
    "Revision",
    "Section",
    "Tag",
    "TaggedArticle",
]
