"""What stands in a sanitised body: its photos, quotes, entries, documents, and the articles it names."""

import html
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

_TAG = re.compile(r"<[^>]+>")
# A photo by itself or in a gallery, and the poster of a video: each is a photo the story shows.
_FIGURE = re.compile(r'<figure(?: data-video="[^"]*")? data-photo="(\d+)">(.*?)</figure>', re.DOTALL)
# A post of a network is a quote of another kind: nobody said it to us.
_QUOTE = re.compile(r'<blockquote(?: data-speaker="(\d+)")?>(.*?)</blockquote>', re.DOTALL)
_FIGCAPTION = re.compile(r"<figcaption>(.*?)</figcaption>", re.DOTALL)
_ENTRY = re.compile(r'<section data-entry="(\w+)" data-time="([^"]+)">(.*?)</section>', re.DOTALL)
_HEADLINE = re.compile(r"<h[23]>(.*?)</h[23]>", re.DOTALL)
_VIDEO = re.compile(r"<figure data-video=")
_DOCUMENT = re.compile(r'<div data-document="(\d+)">')
_ARTICLE = re.compile(r'<(?:div|a) data-article="(\d+)">')


@dataclass(frozen=True)
class Figure:
    """A photo placed in the body, with its caption as plain text."""

    photo: int
    caption: str


@dataclass(frozen=True)
class Quotation:
    """A quote set apart in the body: the words said, and the speaker an editor chose."""

    words: str
    speaker: int | None


@dataclass(frozen=True)
class Entry:
    """A dated entry of an online report; its headline is the first subhead in it, if there is one."""

    anchor: str
    time: datetime
    headline: str
    words: str


def is_empty(body: str) -> bool:
    """True when readers would find neither words nor pictures nor a video."""
    return not (_FIGURE.search(body) or _VIDEO.search(body)) and not html.unescape(_TAG.sub("", body)).strip()


def figures(body: str) -> list[Figure]:
    """The photos of a sanitised body in reading order."""
    return [Figure(int(photo), plain("".join(_FIGCAPTION.findall(inner)))) for photo, inner in _FIGURE.findall(body)]


def quotations(body: str) -> list[Quotation]:
    """The quotes of a sanitised body in reading order; words outside «…» (who said it) are no part of them."""
    found = []
    for speaker, inner in _QUOTE.findall(body):
        text = plain(inner)
        said = re.match(r"«(.+)»(?=[^«»]*$)", text, re.DOTALL)
        found.append(Quotation(said[1].strip() if said else text, int(speaker) if speaker else None))
    return found


def replace_quotes(body: str, render: Callable[[int, str], str]) -> str:
    """The body with each quote replaced by ``render(position, inner_html)``."""
    position = iter(range(len(body)))
    return _QUOTE.sub(lambda match: render(next(position), match[2]), body)


def entries(body: str) -> list[Entry]:
    """The dated entries of a sanitised body in reading order, their times in the newsroom's zone."""
    found = []
    for anchor, time, inner in _ENTRY.findall(body):
        headline = _HEADLINE.search(inner)
        words = plain(inner.replace(headline[0], "", 1) if headline else inner)
        found.append(Entry(anchor, moment(time), plain(headline[1]) if headline else "", words))
    return found


def moment(minute: str) -> datetime:
    """The instant at which the newsroom's clock shows this minute."""
    return timezone.make_aware(datetime.fromisoformat(minute))


def documents(body: str) -> list[int]:
    """The ids of the documents of a sanitised body."""
    return list(dict.fromkeys(map(int, _DOCUMENT.findall(body))))


def articles_named(body: str) -> list[int]:
    """The ids of the articles a sanitised body offers or links to."""
    return list(dict.fromkeys(map(int, _ARTICLE.findall(body))))


def plain(fragment: str) -> str:
    """The words of an HTML fragment, entities decoded, spaces single."""
    return " ".join(html.unescape(_TAG.sub(" ", fragment)).split())
