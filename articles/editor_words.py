"""The words of the text editor: what its modules, and the library's toolbar, ask for through ``window.gettext``.

They stand in Python so that one catalog, gathered and checked by ``manage.py messages``, holds all the site says.
tests/articles/test_editor.py finds a word that a module of ours uses and this list lacks.
"""

from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _
from django.views.i18n import JavaScriptCatalog

OURS = (
    _("Address"),
    _("Another photo"),
    _("Cancel"),
    _("Caption"),
    _("Choose a photo"),
    _("Insert a photo"),
    _("Link"),
    _("Nothing found."),
    _("Readers see who says this when the text names that person."),
    _("Remove the photo"),
    _("Remove the speaker"),
    _("Search"),
    _("Somebody else"),
    _("The name cannot be shown now; it is still kept."),
    _("The photo cannot be shown now; it is still in the text."),
    _("The server does not answer. Try again in a moment."),
    _("This person is no longer on record: choose another."),
    _("This photo is no longer in the library: choose another."),
    _("Who says this?"),
    _("being prepared"),
)
# The toolbar's own spelling, which static/articles/editor/toolbar.js hands to gettext.
TOOLBAR = (
    _("Add column"),
    _("Add row"),
    _("Delete column"),
    _("Delete row"),
    _("Delete table"),
    _("Heading 2"),
    _("Heading 3"),
    _("Insert table"),
    _("Merge cells"),
    _("Paragraph"),
    _("Split cell"),
    _("Toggle header cell"),
    _("blockquote"),
    _("bold"),
    _("edit HTML"),
    _("heading 2"),
    _("heading 3"),
    _("horizontal rule"),
    _("insert link"),
    _("italic"),
    _("ordered list"),
    _("paragraph"),
    _("redo"),
    _("remove link"),
    _("subscript"),
    _("superscript"),
    _("undo"),
    _("unordered list"),
)
# Of the two dialogs of the library that are in use: an address, the HTML.
DIALOGS = (
    _("Edit HTML"),
    _("Prettify"),
    _("The HTML contents of the editor. Note that the allowed HTML is restricted by the editor schema."),
    _("Update"),
)


class EditorWords(JavaScriptCatalog):
    """A script that gives ``window.gettext`` these words in the desk's language."""

    def get_catalog(self) -> dict[str, list[str] | str]:
        return {word: gettext(word) for word in (*OURS, *TOOLBAR, *DIALOGS)}
