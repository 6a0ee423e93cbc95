"""Two people with the same page open: each field is changed by whoever changed it, and nobody's words go unseen."""

from django import forms
from django.utils.translation import gettext as _


class MergingForm(forms.ModelForm):
    """A form that writes only what was changed on its page.

    Each field carries what stood in it when the page was opened. A field that only a colleague has changed since keeps
    the colleague's words; one that both have changed is told once, with the colleague's words, and then kept as saved.
    """

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.show_hidden_initial = True

    def clean(self):
        data = super().clean()
        for name in list(data):
            seen = self.data.get(self[name].html_initial_name)
            theirs = self._worded(name)
            if seen is None or _lines(seen) == _lines(theirs):
                continue
            if name not in self.changed_data:
                data[name] = getattr(self.instance, name)
            elif data[name] != getattr(self.instance, name):
                self._tell(name, theirs)
        return data

    def _worded(self, name: str) -> str:
        """What the record says now, as the page carries it."""
        field = self.fields[name]
        return str(field.hidden_widget().format_value(field.prepare_value(self[name].initial)) or "")

    def _tell(self, name: str, theirs: str) -> None:
        told = _("Meanwhile somebody has written here: “%(theirs)s”. Save again to keep your words, or take theirs.")
        self.add_error(name, told % {"theirs": theirs})
        # Told once: the next save knows of it.
        self.data = dict(self.data.items()) | {self[name].html_initial_name: theirs}


def _lines(words: str) -> list[str]:
    """Words as lines: a browser sends other line ends than it was given."""
    return words.splitlines()
