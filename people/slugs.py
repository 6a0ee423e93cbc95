"""Slugs of people, organizations and offices: ASCII, stored, never given to another."""

from django.db import models

from search.slugs import slugify


def free_slug(model: type[models.Model], text: str, fallback: str) -> str:
    """A slug nobody has: the plain one, else with the first free number behind it."""
    plain = slugify(text, fallback=fallback)
    taken = set(model._default_manager.filter(slug__startswith=plain).values_list("slug", flat=True))
    if plain not in taken:
        return plain
    return next(slug for number in range(2, len(taken) + 3) if (slug := f"{plain}-{number}") not in taken)
