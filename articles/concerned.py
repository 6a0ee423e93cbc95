"""How many stories a change of somebody's name or office concerns: those whose live text names them."""

from collections.abc import Collection
from datetime import datetime
from urllib.parse import urlencode

from django.contrib import admin
from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from people.concern import Concern
from people.models import Person

from .models import Article, Mention

NAMING = "naming"


def naming(articles: QuerySet[Article], people: Collection[int], now: datetime) -> QuerySet[Article]:
    """Those of these stories that name any of these people and that readers have or are to get."""
    named = articles.filter(pk__in=Mention.objects.filter(person__in=people).values("article"))
    return named.filter(public_from__isnull=False).filter(Q(public_until=None) | Q(public_until__gt=now))


def concern(people: Collection[int]) -> Concern | None:
    """«Затронет 412 материалов», with the list of them at the desk."""
    number = naming(Article.objects.all(), people, timezone.now()).count()
    if not number:
        return None
    told = ngettext("This will concern %(number)s article.", "This will concern %(number)s articles.", number)
    asked = urlencode({NAMING: ",".join(map(str, sorted(people)))})
    return Concern(told % {"number": number}, f"{reverse('admin:articles_article_changelist')}?{asked}")


class NamingFilter(admin.SimpleListFilter):
    """The list of stories that name certain people; beside the list only when it is asked for by a link."""

    title = _("people named")
    parameter_name = NAMING

    def lookups(self, request, model_admin):
        asked = request.GET.get(NAMING, "")
        names = [person.sort_name for person in Person.objects.filter(pk__in=_ids(asked)).order_by("sort_key")]
        return [(asked, ", ".join(names))] if names else []

    def queryset(self, request, queryset):
        return naming(queryset, _ids(self.value()), request.now) if self.value() else queryset


def _ids(asked: str) -> list[int]:
    return [int(key) for key in asked.split(",") if key.isascii() and key.isdigit() and len(key) < 10]
