"""Long lists, leaf by leaf. Nobody is told how many there are: that would count the archive for every look at it."""

from dataclasses import dataclass

from django.http import Http404, HttpRequest

from articles.models.article import ArticleQuerySet
from articles.stories import Story, stories

PER_LEAF = 30
# Further back than anybody turns pages; what is older is found by its day.
_LAST = 1000


@dataclass(frozen=True)
class Leaf:
    """One page of a list, newest first; ``number`` counts from one."""

    number: int
    stories: list[Story]
    has_next: bool

    @property
    def has_previous(self) -> bool:
        return self.number > 1

    @property
    def has_other_pages(self) -> bool:
        return self.has_previous or self.has_next

    @property
    def previous_page_number(self) -> int:
        return self.number - 1

    @property
    def next_page_number(self) -> int:
        return self.number + 1


def leaf(request: HttpRequest, listed: ArticleQuerySet) -> Leaf:
    """The leaf that ``?page=`` asks for; the first may be empty, a further one that is no page of the list is 404."""
    number = _number(request.GET.get("page", "1"))
    first = (number - 1) * PER_LEAF
    found = stories(listed[first : first + PER_LEAF + 1], request.now)
    if number > 1 and not found:
        raise Http404
    return Leaf(number, found[:PER_LEAF], has_next=len(found) > PER_LEAF and number < _LAST)


def _number(written: str) -> int:
    if not (written.isascii() and written.isdigit() and len(written) < 5 and 1 <= int(written) <= _LAST):
        raise Http404
    return int(written)
