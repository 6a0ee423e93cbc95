"""Fields and sentences of the desk's own forms."""

from django import template
from django.utils.translation import gettext

register = template.Library()


@register.inclusion_tag("admin/articles/article/field.html")
def desk_field(field, wire=None, guess: str = "") -> dict[str, object]:
    """A field with its label and, for a field filled from a wire text, the sentence that says why it was."""
    reasons = [gettext(each.why) for each in wire.guesses if each.field == guess] if wire and guess else []
    return {"field": field, "reasons": list(dict.fromkeys(reasons))}


@register.simple_tag
def sentence(words: str) -> str:
    """A sentence of plain Python that knows no gettext (the wire reader, the names engine) in the desk's language."""
    return gettext(words) if words else ""
