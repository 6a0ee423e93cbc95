"""Offices that changed hands lately, for the first page of the admin and the page that lists them."""

from django import template
from django.utils.translation import get_language

from people.models import Membership
from people.recent_changes import changed_lately

register = template.Library()


@register.simple_tag(takes_context=True)
def offices_changed(context) -> int:
    """How many offices changed hands within two weeks."""
    return len(changed_lately(context["request"].now))


@register.simple_tag
def when(membership: Membership) -> str:
    """The time of an office, as exact as it is known, in the desk's language."""
    return membership.when(get_language() or "ru")
