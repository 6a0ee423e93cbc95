"""The data of a story's page, which joins the story with the site's own pages."""

from typing import Any

from django import template
from django.template import Context
from django.utils.safestring import SafeString

from articles.jsonld import news_article, script
from articles.page import ArticlePage

from ..models import FlatPage

register = template.Library()


@register.simple_tag(takes_context=True)
def story_data(context: Context, page: ArticlePage) -> SafeString:
    """The story for search engines; its pictures name the rules of reprinting where the edition has that page."""
    pages: Any = context["footer_pages"]
    rules = next((each.get_absolute_url() for each in pages if each.slug == FlatPage.RULES), "")
    return script(news_article(page, rules))
