"""Pages that join apps: the front page, the public record of people, and what is said when something is missing."""

from . import corrections, errors, front, health, organizations, people, posts

__all__ = ["corrections", "errors", "front", "health", "organizations", "people", "posts"]
