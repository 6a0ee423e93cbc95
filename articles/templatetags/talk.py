"""Comments on a draft, for the writing form."""

from django import template
from django.utils.safestring import SafeString, mark_safe

from articles.desk.talk import section_html
from articles.models import Article

register = template.Library()


@register.simple_tag(takes_context=True)
def said_of(context, article: Article) -> SafeString:
    """What was said of the article: the list beside its text."""
    return mark_safe(section_html(context["request"], article))
