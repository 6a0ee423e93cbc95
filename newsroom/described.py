"""What a page is and the way to it, for search engines: in the vocabulary of schema.org and nothing outside it."""

from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.safestring import SafeString

from articles.jsonld import publisher, script
from articles.models import Author
from media_assets.pictures import Picture

Json = dict[str, Any]
Step = tuple[str, str]  # a name and a path


def described(kind: str, path: str, steps: Sequence[Step], entity: Json | None = None) -> Json:
    """A page of this type and what it is about; ``steps`` lead to it from the front page, it is the last of them."""
    return {
        "@context": "https://schema.org",
        "@type": kind,
        "url": absolute(path),
        "name": steps[-1][0],
        **({"mainEntity": told(entity)} if entity else {}),
        "breadcrumb": _breadcrumbs([(settings.SITE_NAME, reverse("front")), *steps]),
    }


def listing(request: HttpRequest, *steps: Step, number: int = 1) -> SafeString:
    """A list of stories or people, ready for its page; what follows its first leaf is no page to arrive at."""
    return script(described("CollectionPage", request.path, steps)) if number == 1 else SafeString()


def author_page(author: Author, name: str, biography: str, portrait: Picture | None) -> Json:
    """The page of somebody who signs; stories lead to it as to their author."""
    path = author.get_absolute_url()
    entity = {
        "@type": "Person",
        "@id": absolute(path),
        "url": absolute(path),
        "name": name,
        "description": biography,
        "image": image(portrait) if portrait and not portrait.is_withheld else None,
        "worksFor": publisher(),
    }
    return described("ProfilePage", path, [(name, path)], entity)


def image(picture: Picture) -> Json:
    """The upright crop of a portrait."""
    crop = picture.crops["portrait"]
    return told(
        {
            "@type": "ImageObject",
            "url": absolute(crop.src),
            "contentUrl": absolute(crop.src),
            "width": crop.width,
            "height": crop.height,
            "creditText": picture.credit,
            "copyrightNotice": picture.copyright_notice,
        }
    )


def told(data: Json) -> Json:
    """Without what is not known."""
    return {key: value for key, value in data.items() if value not in (None, "", [])}


def absolute(path: str) -> str:
    return f"{settings.BASE_URL}{path}"


def _breadcrumbs(steps: Sequence[Step]) -> Json:
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": position, "name": name, "item": absolute(path)}
            for position, (name, path) in enumerate(steps, 1)
        ],
    }
