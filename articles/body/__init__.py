"""Body HTML: what may stand in it, what stands in it, and what readers get in its place.

What is stored of each node stands in ``shapes``; the text editor makes the same (``articles/static/articles/editor``).
"""

from .allowed import sanitise
from .linked_people import MeantPerson, without_person_links
from .reading import (
    Entry,
    Figure,
    Quotation,
    articles_named,
    documents,
    entries,
    figures,
    is_empty,
    moment,
    plain,
    quotations,
    replace_quotes,
)

__all__ = [
    "Entry",
    "Figure",
    "MeantPerson",
    "Quotation",
    "articles_named",
    "documents",
    "entries",
    "figures",
    "is_empty",
    "moment",
    "plain",
    "quotations",
    "replace_quotes",
    "sanitise",
    "without_person_links",
]
