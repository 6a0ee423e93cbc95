"""What is typed and not saved yet: one working copy for each open form, offered again after a crash.

A working copy is no version: no list of versions shows it, no reader and no colleague gets it. The save of its own
form takes it away; until then whoever typed it is offered it whenever they open the article.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from secrets import token_hex

from django.http import QueryDict

from ..comparing import FieldDifference, compare
from ..content import Content
from ..forms import ArticleForm
from ..models import Article, Autosave
from ..revisions import cleaned, content_of, newest

# Beside the fields of the form: the two halves of an instant, and the edition of a new article.
_ALSO = {"dated_0", "dated_1", "language"}
_KEPT = frozenset(ArticleForm.base_fields) - {"base", "tab"} | _ALSO
# A copy nobody asked for any more would be offered for ever.
_MOST_OFFERED = 5


@dataclass(frozen=True)
class Offer:
    """A working copy of one's own that no save has taken away."""

    tab: str
    saved_at: datetime
    headline: str
    differences: list[FieldDifference]  # what the copy changes in the newest version


def new_tab() -> str:
    """A name for a form that is being opened, which no other open form has."""
    return token_hex(16)


def keep(article: Article | None, fields: QueryDict, *, by, now: datetime) -> Autosave | None:
    """Put what the browser has of a form over what was kept of it before; None for a form without a name."""
    tab = fields.get("tab", "")
    if not tab.isalnum() or len(tab) > 32:
        return None
    base = fields.get("base", "")
    kept = {
        "article": article,
        "base": int(base) if base.isascii() and base.isdigit() and len(base) < 10 else 0,
        "data": {name: values for name, values in fields.lists() if name in _KEPT},
        "saved_at": now,
    }
    return Autosave.objects.update_or_create(user=by, tab=tab, defaults=kept)[0]


def of_form(tab: str, *, by) -> Autosave | None:
    """What was kept of one's own form of that name."""
    return Autosave.objects.filter(user=by, tab=tab).first() if tab.isalnum() else None


def forget(tab: str, *, by) -> None:
    """Take a working copy away: its form has been saved, or its writer wants it no more."""
    Autosave.objects.filter(user=by, tab=tab).delete()


def fields_of(copy: Autosave) -> QueryDict:
    """The fields as the form had sent them."""
    fields = QueryDict(mutable=True)
    for name, values in copy.data.items():
        fields.setlist(name, values)
    return fields


def initial_of(copy: Autosave) -> dict[str, object]:
    """The values a form shows that goes on where this copy was left."""
    fields = fields_of(copy)
    values: Mapping[str, object] = {
        name: field.widget.value_from_datadict(fields, {}, name)
        for name, field in ArticleForm().fields.items()
        if name in _KEPT
    }
    return {**values, "base": copy.base, "tab": copy.tab}


def content_of_copy(copy: Autosave) -> Content:
    """The document the copy would be, as far as its fields can be read."""
    return cleaned(ArticleForm(fields_of(copy)).content_so_far())


def offers(article: Article | None, but: str, *, by) -> list[Offer]:
    """One's own working copies of this article that differ from its newest version, newest first.

    ``but`` is the form they are offered in. A copy that says what has been saved since is forgotten.
    """
    found = []
    latest = content_of(newest(article)) if article else Content()
    for copy in Autosave.objects.filter(user=by, article=article).exclude(tab=but)[:_MOST_OFFERED]:
        typed = content_of_copy(copy)
        if differences := compare(latest, typed):
            found.append(Offer(copy.tab, copy.saved_at, typed.headline, differences))
        else:
            copy.delete()
    return found
