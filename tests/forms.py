"""A form as a browser would send it back: every field of the page with the value it shows."""

from html.parser import HTMLParser


class _Fields(HTMLParser):
    def __init__(self, marker: str):
        super().__init__()
        self.marker = marker
        self.values: dict[str, object] = {}
        self.inside = False
        self.select: str | None = None
        self.area: str | None = None

    def handle_starttag(self, tag, attrs):
        a = dict(attrs)
        if tag == "form":
            self.inside = self.marker in (a.get("id", ""), a.get("class", ""))
        if not self.inside or not (a.get("name") or tag == "option"):
            return
        if tag == "textarea":
            self.area = a["name"]
            self.values[self.area] = ""
        elif tag == "select":
            self.select = a["name"]
        elif tag == "option" and self.select and "selected" in a:
            self.values.setdefault(self.select, []).append(a.get("value", ""))
        elif tag == "input" and a.get("type") not in ("submit", "file", "button"):
            if a.get("type") in ("checkbox", "radio"):
                if "checked" in a:
                    self.values[a["name"]] = a.get("value", "on")
            else:
                self.values[a["name"]] = a.get("value", "")

    def handle_endtag(self, tag):
        if tag == "textarea":
            self.area = None
        elif tag == "select":
            self.select = None
        elif tag == "form":
            self.inside = False

    def handle_data(self, data):
        if self.area:
            self.values[self.area] += data


def fields_of(response, marker: str) -> dict[str, object]:
    """The fields of the form with that id or class, with their values; buttons are the caller's to press."""
    parser = _Fields(marker)
    parser.feed(response.content.decode())
    found = {
        name: (value[0] if isinstance(value, list) and len(value) == 1 else value)
        for name, value in parser.values.items()
        if name != "csrfmiddlewaretoken"
    }
    # A browser takes off the newline that a template puts after <textarea>.
    return {name: value.removeprefix("\n") if isinstance(value, str) else value for name, value in found.items()}
