"""The text editor of the desk: which nodes it has, and how it is loaded under the content security policy.

The nodes of our own stand in ``static/articles/editor`` as plain ES modules, and in the same shapes on the server
(``articles.body.shapes``). The library's own would lose ``data-photo`` and ``data-speaker`` with the first save.
"""

from pathlib import Path

from django.conf import settings
from django.urls import reverse, reverse_lazy
from django_prose_editor.fields import ProseEditorFormField
from django_prose_editor.widgets import AdminProseEditorWidget
from js_asset import ImportMap, Media, static_lazy

from .body.posts import NETWORKS
from .body.videos import HOSTS

_PHOTOS = {"photos": reverse_lazy("admin:articles_editor_photos")}
_ARTICLES = {"articles": reverse_lazy("admin:articles_editor_articles")}
_PEOPLE = {"people": reverse_lazy("admin:articles_editor_people")}

# What an editor can make is what articles.body lets through.
EXTENSIONS = {
    "Bold": True,
    "Italic": True,
    "Subscript": True,
    "Superscript": True,
    "HardBreak": True,
    "Heading": {"levels": [2, 3]},
    "BulletList": True,
    "OrderedList": {"enableListAttributes": False},
    "ListItem": True,
    "HorizontalRule": True,
    "TableRow": True,
    "TableHeader": True,
    "TableCell": True,
    "HTML": True,
    "NoSpellCheck": False,
    # Our own, by the names their modules export.
    "Document": True,
    "PhotoFigure": _PHOTOS,
    "Gallery": _PHOTOS,
    "Video": {**_PHOTOS, "hosts": [host._asdict() for host in HOSTS]},
    "SocialPost": {"networks": [network._asdict() for network in NETWORKS]},
    "Entry": {"zone": settings.TIME_ZONE},
    "Attachment": {
        "documents": reverse_lazy("admin:articles_editor_documents"),
        "upload": reverse_lazy("admin:articles_editor_upload"),
    },
    "Related": _ARTICLES,
    "Quote": {**_PEOPLE, "named": reverse_lazy("admin:articles_editor_named")},
    "Link": {"enableTarget": False, **_ARTICLES, **_PEOPLE},
    "Table": True,
    "PastedLinks": True,
    "PastedText": True,
    "NameMention": {"people": reverse_lazy("admin:articles_editor_mention")},
    "ToolbarWords": True,
}
_OWN = (
    *("figure", "gallery", "video", "post", "entry", "attachment", "related", "quote", "link", "table"),
    *("pasted_links", "paste", "mention", "toolbar"),
)
_MODULES = [static_lazy(f"articles/editor/{name}.js") for name in _OWN]
# Bare names, so that a module finds its neighbour under the hashed file names of production.
_STATIC = Path(__file__).parent / "static"
_NAMES = sorted(each.relative_to(_STATIC).with_suffix("").as_posix() for each in _STATIC.glob("articles/**/*.js"))
MODULES = ImportMap({name: f"{name}.js" for name in _NAMES})

# The first is the library's: named again, it comes before ours.
_SHEETS = [f"articles/editor/{name}.css" for name in ("editor", "nodes", "mention")]
_STYLE = {"all": ["django_prose_editor/overrides.css", *_SHEETS]}


class PlainWidget(AdminProseEditorWidget):
    """The library's own nodes, with the desk's words for their buttons: for pages that are no stories."""

    @property
    def media(self):
        words = reverse("admin:articles_editor_words")
        sheets = {"all": [*_STYLE["all"][:2]]}
        return super().media + Media(importmap=MODULES, css=sheets, js=[words])

    def get_config(self) -> dict[str, object]:
        return {**super().get_config(), "js_modules": [str(static_lazy("articles/editor/toolbar.js"))]}


class BodyWidget(AdminProseEditorWidget):
    """The library's editor with our nodes and the desk's words for its buttons."""

    @property
    def media(self):
        words = reverse("admin:articles_editor_words")
        return super().media + Media(importmap=MODULES, css=_STYLE, js=[words])

    def get_config(self) -> dict[str, object]:
        return {**super().get_config(), "js_modules": [str(module) for module in _MODULES]}


def body_field(**options) -> ProseEditorFormField:
    """The form field of a body. Sanitising is done by ``revisions.save``, for every way in."""
    return ProseEditorFormField(extensions=EXTENSIONS, widget=BodyWidget, **options)


def with_nonce(media, request):
    """The media with the request's CSP nonce on its import map, which is an inline script."""
    return media.with_nonce(str(request.csp_nonce)) if hasattr(media, "with_nonce") else media
