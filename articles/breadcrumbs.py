"""The way to a story from the front page, as search engines print it over a result: paper, section, headline."""

from django.conf import settings
from django.urls import reverse
from django.utils.translation import override

from .page import ArticlePage


def breadcrumbs(page: ArticlePage) -> dict[str, object]:
    """A BreadcrumbList in the edition of the story."""
    with override(page.language):
        steps = [(settings.SITE_NAME, reverse("front"))]
        if page.section:
            steps.append((str(page.section), reverse("section", args=[page.section.slug])))
    steps.append((page.headline, page.url))
    return {
        "@context": "https://schema.org",
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": position, "name": name, "item": f"{settings.BASE_URL}{address}"}
            for position, (name, address) in enumerate(steps, 1)
        ],
    }
