"""Pages that join apps: the front page, the public record of people, and what is said when something is missing."""

from . import (
    archive,
    authors,
    corrections,
    errors,
    feeds,
    front,
    health,
    ninjs,
    organizations,
    pages,
    people,
    posts,
    programs,
    search,
    sitemaps,
    tags,
)

__all__ = [
    "archive",
    "authors",
    "corrections",
    "errors",
    "feeds",
    "front",
    "health",
    "ninjs",
    "organizations",
    "pages",
    "people",
    "posts",
    "programs",
    "search",
    "sitemaps",
    "tags",
]
