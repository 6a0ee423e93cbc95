"""One version of an article as the checks of offices read it: its parts, who is named in each, and of which day."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from media_assets.models import Photo
from people.names.office.given import Range

from .body import quotations
from .found import Linked, Named
from .models import Article, ArticlePhoto, Mention
from .publishing import Derived, Draft


@dataclass(frozen=True)
class Part:
    """The plain text of one part with the people named in it, in its order, the day it tells of, and quoted words."""

    where: str
    number: int
    text: str
    named: tuple[Named, ...]
    day: date
    quoted: tuple[Range, ...] = ()


@dataclass(frozen=True)
class Reading:
    """A version with its names found. ``owner`` is how the record calls the article; empty before its first save."""

    article: Article | None
    language: str
    headline: str
    day: date
    linked: Linked
    pictures: Sequence[ArticlePhoto]
    html: str

    @classmethod
    def of_draft(cls, draft: Draft, linked: Linked) -> "Reading":
        story = draft.story
        headline = draft.content.headline
        return cls(draft.article, story.language, headline, story.on, linked, draft.pictures, draft.html)

    @classmethod
    def of_derived(cls, article: Article, derived: Derived) -> "Reading":
        content = derived.content
        language = article.language
        return cls(article, language, content.headline, derived.as_of, derived.linked, derived.photos, content.body)

    @property
    def owner(self) -> str:
        return self.article.owner if self.article is not None and self.article.pk else ""

    def parts(self) -> Iterator[Part]:
        """Every part that tells of a certain day: captions of archive pictures of the day the picture was taken."""
        for (where, number), text in self.linked.plain.items():
            here = [each for each in self.linked.named if (each.where, each.number) == (where, number)]
            named = tuple(sorted(here, key=lambda each: each.start))
            day = self._day_of(where, number)
            if day is not None:
                yield Part(where, number, text, named, day, tuple(self._quoted(where, text)))

    def _day_of(self, where: str, number: int) -> date | None:
        picture = self.pictures[number].photo if where == Mention.Where.CAPTION else None
        if picture is None or picture.mark != Photo.Mark.ARCHIVE:
            return self.day
        taken = picture.date_created
        return taken.earliest if taken and taken.earliest == taken.latest else None

    def _quoted(self, where: str, text: str) -> Iterator[Range]:
        for quotation in quotations(self.html) if where == Mention.Where.BODY else ():
            start = text.find(quotation.words)
            if start >= 0:
                yield start, start + len(quotation.words)
