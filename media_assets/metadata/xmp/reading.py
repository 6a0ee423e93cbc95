"""XMP packets read: RDF in any of its spellings turned into values, and values into fields."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from ..charsets import repair
from ..dates import Taken
from ..fields import MOST_ITEMS, Metadata
from ..texts import one_line
from .names import PROPERTIES, Property, full

_LARGEST_PACKET = 2_000_000  # bytes; Photoshop's history of a document alone may be more, and is nothing to us
_DEEPEST = 8
_ROOT = re.compile(r"<[\w.-]+:(?:xmpmeta|xapmeta|RDF)\b")
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_LISTS = {full("rdf:Alt"), full("rdf:Seq"), full("rdf:Bag"), full("rdf:List")}
_DESCRIPTION, _ITEM = full("rdf:Description"), full("rdf:li")
_VALUE, _RESOURCE = full("rdf:value"), full("rdf:resource")
_READ = {full(name) for each in PROPERTIES for name in (each.name, each.part) if name} | {_VALUE}


@dataclass
class _Value:
    """One value of a property: its text, the language of it, or the parts of a structure."""

    text: str = ""
    language: str = ""
    parts: dict[str, list["_Value"]] = field(default_factory=dict)


def read(packets: Iterable[bytes]) -> Metadata:
    """What the packets say, the first of them winning; a packet that is no sane XML says nothing."""
    said: dict[str, list[_Value]] = {}
    for packet in packets:
        for name, values in _properties(packet).items():
            said.setdefault(name, values)
    fields: dict[str, object] = {}
    for wanted in PROPERTIES:
        if not fields.get(wanted.field):
            fields[wanted.field] = _field(wanted, said.get(full(wanted.name), []))
    return Metadata(**fields).readable()  # type: ignore[arg-type]


def _properties(packet: bytes) -> dict[str, list[_Value]]:
    text = _text(packet)
    start = _ROOT.search(text)
    if not start or len(packet) > _LARGEST_PACKET:
        return {}
    # A packet may be padded with kilobytes of spaces for later edits, or with NULs.
    text = text[start.start() : text.rfind(">") + 1].partition("<?xpacket end")[0]
    try:
        root = fromstring(text, forbid_dtd=True)
    except (ParseError, DefusedXmlException, ValueError):
        return {}
    said: dict[str, list[_Value]] = {}
    for rdf in [root] if root.tag == full("rdf:RDF") else root.iter(full("rdf:RDF")):
        for description in rdf.iterfind(_DESCRIPTION):
            for name, values in _parts(description, 0).items():
                said.setdefault(name, values)
    return said


def _text(packet: bytes) -> str:
    """A packet as text: UTF-8 as a rule, UTF-16 when every other byte is a NUL."""
    head = packet[:64]
    if head[:2] in {b"\xff\xfe", b"\xfe\xff"} or head.count(0) > len(head) // 4:
        charset = "utf-16-le" if head[:2] == b"\xff\xfe" or head[1:2] == b"\0" else "utf-16-be"
        return packet.decode(charset, "replace")
    return packet.decode("utf-8", "replace")


def _parts(description: Element, depth: int) -> dict[str, list[_Value]]:
    """Properties of a description or a structure, written as attributes or as elements."""
    parts = {name: [_Value(text)] for name, text in description.attrib.items() if name in _READ}
    for child in description:
        if child.tag in _READ and child.tag not in parts:
            parts[child.tag] = list(_values(child, depth))
    return parts


def _values(element: Element, depth: int) -> Iterator[_Value]:
    """The values of a property: items of a list, or one; a plain text stands where a list is expected, too."""
    listed = next((child for child in element if child.tag in _LISTS), None)
    if listed is None:
        yield _value(element, depth)
        return
    for number, item in enumerate(listed.iterfind(_ITEM)):
        if number == MOST_ITEMS:
            return
        yield _value(item, depth)


def _value(element: Element, depth: int) -> _Value:
    text = (element.text or "").strip() or element.get(_RESOURCE, "")
    value = _Value(text, element.get(_LANGUAGE, "").casefold())
    if depth < _DEEPEST:
        inner = next(element.iterfind(_DESCRIPTION), element)
        value.parts = _parts(inner, depth + 1)
        if not value.text and _VALUE in value.parts:  # a value with qualifiers of its own
            value.text = value.parts[_VALUE][0].text
    return value


def _field(wanted: Property, values: list[_Value]) -> object:
    if wanted.part:
        values = [inner for value in values for inner in _chosen(value.parts.get(full(wanted.part), []))]
    texts = [_repaired(value) for value in (_chosen(values) if wanted.shape == "Alt" else values) if value.text]
    if wanted.shape == "Date":
        return next(filter(None, map(Taken.from_iso, texts)), None)
    if wanted.shape == "Bag":
        return tuple(texts)
    if wanted.shape == "Seq":
        return ", ".join(map(one_line, texts))
    return texts[0] if texts else ""


def _repaired(value: _Value) -> str:
    """The text without the letters a cut packet lost, and as it was before some program misread it."""
    return repair(value.text.replace("\ufffd", ""))


def _chosen(values: list[_Value]) -> list[_Value]:
    """Of a text in several languages the default one, then the Russian, then the first."""
    said = [value for value in values if value.text]
    for language in ("x-default", "ru"):
        for value in said:
            if value.language == language or value.language.startswith(f"{language}-"):
                return [value]
    return said[:1]
