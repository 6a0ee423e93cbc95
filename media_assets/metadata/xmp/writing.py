"""XMP packets written: every field of ``Metadata`` and nothing else, the same bytes for the same words."""

from hashlib import md5
from xml.sax.saxutils import escape

from ..dates import Taken
from ..fields import Metadata
from .names import NAMESPACES, PROPERTIES, Property

_HEAD = '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
_TAIL = '\n<?xpacket end="w"?>'


def packets(metadata: Metadata, most_bytes: int | None = None) -> list[bytes]:
    """The metadata as one packet; nothing if there is nothing to say.

    A JPEG segment holds 65,502 bytes of it. Nothing is shortened: the longest properties move to a second packet
    (Adobe's ExtendedXMP) until the first one fits.
    """
    written = _elements(metadata)
    if not written:
        return []
    main = _packet("".join(written))
    if most_bytes is None or len(main) <= most_bytes:
        return [main]
    moved: list[str] = []
    while written and len(main) > most_bytes:
        longest = max(written, key=len)
        written.remove(longest)
        moved.append(longest)
        extended = _rdf("".join(moved)).encode()
        guid = md5(extended, usedforsecurity=False).hexdigest().upper()
        main = _packet("".join([*written, f"<xmpNote:HasExtendedXMP>{guid}</xmpNote:HasExtendedXMP>"]))
    return [main, extended]


def _elements(metadata: Metadata) -> list[str]:
    written, fields = [], set()
    for each in PROPERTIES:
        if each.field not in fields:
            fields.add(each.field)
            value = getattr(metadata, each.field)
            if value:
                texts = metadata.creators() if each.field == "creator" else _texts(value)
                written.append(_element(each, [escape(text) for text in texts]))
    return written


def _texts(value: str | tuple[str, ...] | Taken) -> list[str]:
    if isinstance(value, Taken):
        return [value.iso]
    return [value] if isinstance(value, str) else list(value)


def _element(each: Property, texts: list[str]) -> str:
    if each.shape in {"Text", "Date"}:
        inner = texts[0]
    else:
        language = ' xml:lang="x-default"' if each.shape == "Alt" else ""
        items = "".join(f"<rdf:li{language}>{text}</rdf:li>" for text in texts)
        inner = f"<rdf:{each.shape}>{items}</rdf:{each.shape}>"
    return f"<{each.name}>{inner}</{each.name}>\n"


def _rdf(elements: str) -> str:
    used = "".join(
        f' xmlns:{prefix}="{uri}"'
        for prefix, uri in NAMESPACES.items()
        if prefix != "rdf" and f"<{prefix}:" in elements
    )
    return (
        '<x:xmpmeta xmlns:x="adobe:ns:meta/">'
        f'<rdf:RDF xmlns:rdf="{NAMESPACES["rdf"]}"><rdf:Description rdf:about=""{used}>\n'
        f"{elements}</rdf:Description></rdf:RDF></x:xmpmeta>"
    )


def _packet(elements: str) -> bytes:
    return f"{_HEAD}{_rdf(elements)}{_TAIL}".encode()
