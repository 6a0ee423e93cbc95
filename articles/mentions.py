"""«@Айбек Маматов» in a comment is a colleague: kept as a number, shown by the name they have now."""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from django.contrib.auth import get_user_model
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe

from .notices import having

_KEPT = re.compile(r"@\{(\d{1,18})\}")


@dataclass(frozen=True)
class Colleague:
    """Somebody who may be mentioned: who that is, and what stands behind the @."""

    pk: int
    name: str
    handle: str


def colleagues() -> list[Colleague]:
    """Everybody who may see stories at the desk, by name; those who share theirs go by their logins."""
    everyone = list(having("articles.view_article").filter(is_staff=True))
    names = [str(user).casefold() for user in everyone]
    found = [
        Colleague(user.pk, str(user), str(user) if names.count(str(user).casefold()) == 1 else user.get_username())
        for user in everyone
    ]
    return sorted(found, key=lambda colleague: (colleague.name.casefold(), colleague.handle))


def kept(typed: str, known: Iterable[Colleague]) -> str:
    """The text as it is stored: «@Айбек, взгляни» becomes «@{12}, взгляни»; the longest name wins."""
    by_handle = {colleague.handle.casefold(): colleague.pk for colleague in known}
    longest_first = sorted(map(re.escape, by_handle), key=len, reverse=True)
    if not longest_first:
        return typed
    # An address of mail has a letter before its @, and «@Айбек» is not the beginning of «@Айбекова».
    named = re.compile(rf"(?<!\w)@({'|'.join(longest_first)})(?!\w)", re.IGNORECASE)
    return named.sub(lambda found: f"@{{{by_handle[found[1].casefold()]}}}", typed)


def mentioned(text: str) -> set[int]:
    """The numbers of those whom a stored text names."""
    return {int(number) for number in _KEPT.findall(text)}


def names_in(texts: Collection[str]) -> dict[int, str]:
    """The names, as they are now, of all whom these texts mention; one query."""
    numbers = set().union(*map(mentioned, texts)) if texts else set()
    users = get_user_model().objects.in_bulk(numbers) if numbers else {}
    return {pk: str(user) for pk, user in users.items()}


def as_words(text: str, names: Mapping[int, str]) -> str:
    """A stored text in plain words, «@Айбек Маматов, взгляни»."""
    return _KEPT.sub(lambda found: f"@{names.get(int(found[1]), '…')}", text)


def as_html(text: str, names: Mapping[int, str]) -> SafeString:
    """A stored text for the desk's pages: everything escaped, colleagues set off, lines kept by the style sheet."""

    def named(found: re.Match[str]) -> str:
        return format_html('<strong class="mentioned">@{}</strong>', names.get(int(found[1]), "…"))

    return mark_safe(_KEPT.sub(named, conditional_escape(text)))
