"""«My desk» for the first page of the admin."""

from django import template

from articles.desk.waiting import Waiting, waiting

register = template.Library()


@register.simple_tag(takes_context=True)
def what_waits(context) -> list[Waiting]:
    """The lists that have something for whoever has signed in."""
    request = context["request"]
    return waiting(request.user, request.now)
