"""NewsArticle, and LiveBlogPosting for an online report; nothing outside schema.org's words (30.0)."""

import json

from django.conf import settings
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe

from . import body as body_html
from .body import Entry
from .models import Article, Correction
from .page import ArticlePage, OrganizationInStory, PersonInStory, PlacedPicture, Signature

_CONTEXT = "https://schema.org"
_ADVERTISERS = (Article.Label.PARTNER, Article.Label.ADVERTISING)
# What is no news report of our own is told apart; an interview and a press release have no type.
_TYPES: dict[str, str] = {
    Article.Label.OPINION: "OpinionNewsArticle",
    Article.Label.PARTNER: "AdvertiserContentArticle",
    Article.Label.ADVERTISING: "AdvertiserContentArticle",
}


def news_article(page: ArticlePage, rules: str = "") -> dict[str, object]:
    """The article for search engines; instants carry the newsroom's zone.

    ``rules`` is the path of the page with the rules of reprinting, if there is one.
    """
    data: dict[str, object] = {
        "@context": _CONTEXT,
        "@type": _TYPES.get(page.kind, "NewsArticle"),
        "headline": page.headline,
        "url": page.absolute_url,
        "mainEntityOfPage": page.absolute_url,
        "inLanguage": page.language,
        "datePublished": page.published.isoformat(timespec="seconds") if page.published else None,
        "dateModified": (page.updated or page.published).isoformat(timespec="seconds") if page.published else None,
        "description": page.lede,
        "articleSection": str(page.section) if page.section else None,
        "dateline": page.dateline if page.kind not in _ADVERTISERS else None,  # a word of news articles alone
        "keywords": [tag.name for tag in page.tags],
        "articleBody": body_html.plain(page.body_html),
        "author": [_author(each) for each in page.signed],
        "publisher": publisher(),
        "copyrightHolder": publisher(),
        "image": [_image(each, rules) for each in page.placed if not each.picture.is_withheld],
        "mentions": [*map(_person, page.people), *map(_organization, page.organizations)],
        "correction": [_correction(each, page) for each in page.corrections],
        "isAccessibleForFree": True,
    }
    if page.entries:
        data |= _live_report(page)
    return {key: value for key, value in data.items() if value not in (None, "", [])}


def _live_report(page: ArticlePage) -> dict[str, object]:
    """What makes an online report of the article: its entries. A dateline is a word of news articles alone.

    No end is told: nobody knows whether another entry will come, and search engines would take the report for over.
    """
    return {
        "@type": "LiveBlogPosting",
        "dateline": None,
        "coverageStartTime": min(entry.time for entry in page.entries).isoformat(timespec="seconds"),
        "liveBlogUpdate": [_update(entry, page) for entry in page.entries],
    }


def _update(entry: Entry, page: ArticlePage) -> dict[str, object]:
    data = {
        "@type": "BlogPosting",
        "headline": entry.headline,
        "datePublished": entry.time.isoformat(timespec="seconds"),
        "url": f"{page.absolute_url}#entry-{entry.anchor}",
        "articleBody": entry.words,
    }
    return {key: value for key, value in data.items() if value}


def _correction(correction: Correction, page: ArticlePage) -> dict[str, object]:
    return {
        "@type": "CorrectionComment",
        "text": correction.note,
        "datePublished": timezone.localtime(correction.made_at).isoformat(timespec="seconds"),
        "url": f"{page.absolute_url}#corrections",
    }


def _author(signature: Signature) -> dict[str, object]:
    """Whoever signed, with the page that lists what else they did; else the newsroom, by the name readers see."""
    if not signature.url:
        return {
            "@type": "Organization",
            "name": signature.name,
            "url": f"{settings.BASE_URL}/",
            "parentOrganization": publisher(),
        }
    return {"@type": "Person", "name": signature.name, "url": f"{settings.BASE_URL}{signature.url}"}


def publisher() -> dict[str, object]:
    """The paper."""
    return {"@type": "NewsMediaOrganization", "name": settings.SITE_NAME, "url": f"{settings.BASE_URL}/"}


def _image(placed: PlacedPicture, rules: str) -> dict[str, object]:
    picture = placed.picture
    data = {
        "@type": "ImageObject",
        "url": f"{settings.BASE_URL}{picture.src}",
        "contentUrl": f"{settings.BASE_URL}{picture.src}",
        "width": picture.width,
        "height": picture.height,
        "caption": placed.caption,
        "creditText": picture.credit,
        "creator": {"@type": "Person", "name": picture.creator} if picture.creator else None,
        "copyrightNotice": picture.copyright_notice,
        "acquireLicensePage": f"{settings.BASE_URL}{rules}" if rules else None,
    }
    return {key: value for key, value in data.items() if value}


def _person(person: PersonInStory) -> dict[str, object]:
    data: dict[str, object] = {"@type": "Person", "name": person.name}
    if person.office:
        data["jobTitle"] = person.office
    if person.url:
        data["@id"] = data["url"] = f"{settings.BASE_URL}{person.url}"
    return data


def _organization(body: OrganizationInStory) -> dict[str, object]:
    url = f"{settings.BASE_URL}{body.url}"
    return {"@type": body.type, "name": body.name, "@id": url, "url": url}


def script(data: dict[str, object]) -> SafeString:
    """The JSON for a script element: no character of it can end the element or open another."""
    text = json.dumps(data, ensure_ascii=False)
    for character, escaped in (("&", "\\u0026"), ("<", "\\u003c"), (">", "\\u003e"), ("\u2028", ""), ("\u2029", "")):
        text = text.replace(character, escaped)
    return mark_safe(text)
