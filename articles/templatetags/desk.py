"""Fields and sentences of the desk's own forms."""

from collections.abc import Sequence
from urllib.parse import urlencode

from django import template
from django.urls import reverse
from django.utils.translation import gettext

from articles.desk.panel import Panel
from articles.findings import Finding, Place
from articles.models import DeskRules
from articles.name_buttons import Pressed, in_full
from people.models import Organization, Person

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
def answer(say: str, finding: Finding, deed: str = "") -> str:
    """The value of a button beside something a check has found."""
    return str(Pressed(say, key=finding.key, kind=finding.kind, deed=deed))


register.filter("in_full", in_full)


@register.filter
def office_of(panel: Panel, each: Person | Organization) -> str:
    """The office of the day of somebody who may be meant; an organization has none."""
    return panel.offices_of_namesakes.get(each.pk, "") if isinstance(each, Person) else ""


@register.filter
def place(at: Place) -> str:
    """Where words stand, as the page's script reads it: the part, its number, half-open code points."""
    return f"{at.where} {at.number} {at.start} {at.end}"


@register.simple_tag
def desk_is_new() -> bool:
    """Nobody has said yet what kind of newsroom this is."""
    return not DeskRules.current().size


@register.simple_tag
def record(meant) -> str:
    """The page of the desk where a person's or an organization's record is kept."""
    return reverse(f"admin:people_{meant._meta.model_name}_change", args=[meant.pk])


@register.simple_tag
def whom(article, names: Sequence[str], context: str) -> str:
    """The address of the page where anybody on record is chosen for a name."""
    asked = urlencode({"name": names, "context": context}, doseq=True)
    return f"{reverse('admin:articles_article_whom', args=[article.pk])}?{asked}"
