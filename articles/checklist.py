"""The check list before publication, in the editor's words: what is in the way, then what only advises."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils import timezone
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from clock.days import print_stamp
from media_assets.models import Document, Photo
from media_assets.who import contradictions, day_of, recorded

from .body import documents, figures
from .content import Content
from .dead_links import dead_links
from .models import Article, Author, Section
from .similar import similar
from .workflow import obstacles

# Rights that end so soon after publication are worth a thought.
_SOON = timedelta(days=30)


@dataclass(frozen=True)
class Item:
    """One sentence of the list; ``is_must`` ones keep the story from readers. ``target`` is where it is put right."""

    words: str
    is_must: bool = False
    target: str = ""


@dataclass(frozen=True)
class Names:
    """What is open about the names of a text, as the panel beside it counts them."""

    people: frozenset[int] = frozenset()
    unresolved: int = 0
    against_the_record: int = 0


def checklist(article: Article, content: Content, names: Names, now: datetime) -> list[Item]:
    """All there is to say before this content comes out, each thing once: obstacles first."""
    in_the_way = [Item(words, is_must=True) for words in obstacles(article, content, now)]
    advice = [*_on_words(article, content), *_on_names(names), *_on_pictures(content, now), *_on_lost(content)]
    advice += [Item(words) for words in dead_links(content.body, now)]
    if not article.is_begun(now):
        advice += [Item(words) for words in _alike(article, content, names, now)]
    return list(dict.fromkeys([*in_the_way, *advice]))


def _on_words(article: Article, content: Content) -> Iterator[Item]:
    if not content.lede.strip() and not article.is_breaking:
        yield Item(_("The lede is empty."), target="id_lede")
    if not content.section:
        yield Item(_("No section is chosen: the story stands in no list but the newest."), target="id_section")
    if content.label == Article.Label.ADVERTISING and not content.payer.strip():
        yield Item(_("Advertising should say who paid for it."), target="id_payer")


def _on_names(names: Names) -> Iterator[Item]:
    if names.unresolved:
        words = ngettext("%(n)s name is not decided.", "%(n)s names are not decided.", names.unresolved)
        yield Item(words % {"n": names.unresolved}, target="names")
    if names.against_the_record:
        words = ngettext(
            "%(n)s office differs from the record.", "%(n)s offices differ from the record.", names.against_the_record
        )
        yield Item(words % {"n": names.against_the_record}, target="names")


def _on_pictures(content: Content, now: datetime) -> Iterator[Item]:
    """Captions that contradict who is marked on their pictures, words for the blind that lack, rights that end."""
    if not content.lead_photo:
        yield Item(_("The story has no lead photo."), target="id_lead_photo")
    placed = [(figure.photo, figure.caption) for figure in figures(content.body)]
    if content.lead_photo:
        placed.insert(0, (content.lead_photo, content.lead_caption))
    photos = Photo.objects.in_bulk([photo for photo, _caption in placed])
    for photo_id, caption in placed:
        photo = photos.get(photo_id)
        if photo is None:
            words = _("Photo %(number)s is not in the library: the story comes out without it.")
            yield Item(words % {"number": photo_id})
            continue
        for sentence in contradictions(caption, recorded(photo), day_of(photo)):
            yield Item(f"«{photo}»: {sentence}")
        if not photo.alt_text:
            words = _("The photo “%(photo)s” has no alternative text yet: it can be added later.")
            yield Item(words % {"photo": photo})
        if photo.rights_until and now < photo.rights_until < now + _SOON:
            stamp = print_stamp(timezone.localtime(photo.rights_until), get_language() or "ru")
            words = _("The rights to the photo “%(photo)s” end on %(stamp)s: it leaves the story then.")
            yield Item(words % {"photo": photo, "stamp": stamp})


def _on_lost(content: Content) -> Iterator[Item]:
    """What was deleted since it was chosen: the story comes out without it."""
    offered = documents(content.body)
    kept = set(Document.objects.filter(pk__in=offered).values_list("pk", flat=True)) if offered else set()
    for document in offered:
        if document not in kept:
            words = _("Document %(number)s is not on record: the story comes out without it.")
            yield Item(words % {"number": document})
    if content.section and not Section.objects.filter(pk=content.section).exists():
        yield Item(_("The section has been deleted: choose another."), target="id_section")
    authors = {credit.author for credit in content.bylines}
    if authors and Author.objects.filter(pk__in=authors).count() < len(authors):
        yield Item(_("An author has been deleted: choose the authors again."), target="id_bylines")


def _alike(article: Article, content: Content, names: Names, now: datetime) -> Iterator[str]:
    for each in similar(article, content.headline, names.people, now):
        time = timezone.localtime(each.published).strftime("%H:%M")
        yield _("A similar story came out at %(time)s: “%(headline)s”.") % {"time": time, "headline": each.headline}
