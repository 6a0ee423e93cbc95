"""Fields and sentences of the desk's own forms."""

from collections.abc import Sequence
from urllib.parse import urlencode

from django import template
from django.urls import reverse
from django.utils.translation import gettext

from articles.name_buttons import Pressed

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


@register.simple_tag
def press(say: str, names: Sequence[str] = (), meant=None, context: str = "", key: str = "") -> str:
    """The value of a button beside a name in the text; ``meant`` is a person or an organization."""
    kind = {meant._meta.model_name: meant.pk} if meant else {}
    return str(Pressed(say, list(names), **kind, context=context, key=key))


@register.simple_tag
def record(meant) -> str:
    """The page of the desk where a person's or an organization's record is kept."""
    return reverse(f"admin:people_{meant._meta.model_name}_change", args=[meant.pk])


@register.simple_tag
def whom(article, names: Sequence[str], context: str) -> str:
    """The address of the page where anybody on record is chosen for a name."""
    asked = urlencode({"name": names, "context": context}, doseq=True)
    return f"{reverse('admin:articles_article_whom', args=[article.pk])}?{asked}"
