"""The text editor of the desk: which nodes it has, and how it is loaded under the content security policy."""

from django_prose_editor.fields import ProseEditorFormField
from django_prose_editor.widgets import AdminProseEditorWidget

# What an editor can make is what articles.body lets through.
EXTENSIONS = {
    "Bold": True,
    "Italic": True,
    "Subscript": True,
    "Superscript": True,
    "Heading": {"levels": [2, 3]},
    "BulletList": True,
    "OrderedList": True,
    "Blockquote": True,
    "HorizontalRule": True,
    "Link": {"enableTarget": False},
    "Table": True,
    "HTML": True,
    "NoSpellCheck": False,
}


def body_field(**options) -> ProseEditorFormField:
    """The form field of a body. Sanitising is done by ``revisions.save``, for every way in."""
    return ProseEditorFormField(extensions=EXTENSIONS, widget=AdminProseEditorWidget, **options)


def with_nonce(media, request):
    """The media with the request's CSP nonce on its import map, which is an inline script."""
    return media.with_nonce(str(request.csp_nonce)) if hasattr(media, "with_nonce") else media
