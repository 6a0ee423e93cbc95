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
    _("Close"),
    _("In which case?"),
    _("Insert a photo"),
    _("Link"),
    _("Name alone"),
    _("Nothing found."),
    _("Office and name"),
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
    _("Whom do you name?"),
    _("being prepared"),
)
# What a paste has left out: static/articles/editor/pasting/report.js.
PASTED = (
    _("Not pasted: %(what)s."),
    _("alignment"),
    _("checkboxes of a list (%(count)s)"),
    _("colour"),
    _("comments (%(count)s)"),
    _("drawings (%(count)s)"),
    _("embedded players (%(count)s; their links are in the text)"),
    _("embedded players without an address (%(count)s)"),
    _("files (%(count)s)"),
    _("footnotes (%(count)s; their text is not on the clipboard)"),
    _("hidden columns of a table (%(count)s)"),
    _("hidden rows of a table (%(count)s)"),
    _("hidden text (%(count)s)"),
    _("links that only work where the text comes from (%(count)s; their words are kept)"),
    _("links to footnotes (%(count)s; their text stands at the end)"),
    _("numbers of a list that does not begin at 1 (%(count)s)"),
    _("parts of the page around the story (%(count)s: %(example)s)"),
    _("pictures (%(count)s; add them from the photo library)"),
    _("strikethrough"),
    _("underlining"),
    _("words marked as deleted (%(count)s: %(example)s)"),
)
# Of the form around the text: static/articles/desk.
DESK = (
    _("%(length)s characters"),
    _("%(length)s characters: search engines and news aggregators will cut it."),
    _("%(length)s characters: search engines show about 70."),
    _("No connection. Your text is kept in this browser and goes to the desk when the connection is back."),
    _("Nothing could be kept: copy your text to a safe place, then load this page again."),
    _("Sign in again"),
    _("The desk does not answer. Try again in a moment."),
    _("The desk refused the working copy. Your text is kept in this browser: save it, or copy it to a safe place."),
    _("The photo cannot be shown now; it is still kept."),
    _("The working copy was kept at %(time)s."),
    _("You have been signed out. Your text is kept in this browser."),
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
        return {word: gettext(word) for word in (*OURS, *PASTED, *TOOLBAR, *DIALOGS)}
