"""Where an office is known from: what an editor wrote down, and the newest stories of ours that tell of it."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import NamedTuple

from django.db.models import F, Window
from django.db.models.functions import RowNumber

from articles.models import Article
from people.models import Membership, MembershipSource

_STORIES = 3  # of the thousands in which a president is president
_LOOKED_AT = 12  # the newest, of which some may be drafts


class Source(NamedTuple):
    """A book has no address. ``language`` is that of a story's headline; what an editor wrote down has none."""

    title: str
    url: str
    language: str = ""


def sources_of(held: Sequence[Membership], now: datetime) -> dict[int, list[Source]]:
    """By membership, titles and addresses (a book has none): three queries, however many stories tell of it.

    A checked office stands by itself and needs no story of ours.
    """
    attested = [each.pk for each in held if each.is_attested_only]
    found: dict[int, list[Source]] = {each.pk: [] for each in held}
    told = list(_newest(attested)) if attested else []
    stories = _public(told, now)
    for source in told:
        if source.owner in stories and len(found[source.membership_id]) < _STORIES:
            story = stories[source.owner]
            found[source.membership_id].append(Source(story.headline, story.get_absolute_url(), story.language))
    for source in MembershipSource.objects.filter(membership__in=held, owner="").order_by("pk"):
        found[source.membership_id].append(Source(str(source), source.url))
    return found


def _newest(memberships: Sequence[int]) -> Iterable[MembershipSource]:
    newest_first = [F("told_on").desc(nulls_last=True), F("pk").desc()]
    place = Window(RowNumber(), partition_by="membership", order_by=newest_first)
    ours = MembershipSource.objects.filter(membership__in=memberships, owner__startswith="article:")
    return ours.annotate(place=place).filter(place__lte=_LOOKED_AT).order_by("membership", "place")


def _public(told: Iterable[MembershipSource], now: datetime) -> dict[str, Article]:
    ids = [int(source.owner.removeprefix("article:")) for source in told]
    telling = Article.objects.public(now).filter(pk__in=ids).only("headline", "slug", "language")
    return {article.owner: article for article in telling}
