"""Which XMP property holds which field, and in what shape.

Source: IPTC Photo Metadata Standard 2025.1; shapes are RDF's: a language alternative, an ordered list, a bag.
"""

from typing import NamedTuple

NAMESPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "exif": "http://ns.adobe.com/exif/1.0/",
    "Iptc4xmpCore": "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/",
    "Iptc4xmpExt": "http://iptc.org/std/Iptc4xmpExt/2008-02-29/",
    "photoshop": "http://ns.adobe.com/photoshop/1.0/",
    "plus": "http://ns.useplus.org/ldf/xmp/1.0/",
    "prism": "http://prismstandard.org/namespaces/basic/2.0/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "xmpNote": "http://ns.adobe.com/xmp/note/",
    "xmpRights": "http://ns.adobe.com/xap/1.0/rights/",
}


class Property(NamedTuple):
    """A field of ``Metadata`` and where it is looked for; ``part`` names the member of a structure."""

    field: str
    name: str
    shape: str = "Text"
    part: str = ""


# The first property of a field is the one we write; the others are asked in this order.
PROPERTIES = (
    Property("headline", "photoshop:Headline"),
    Property("description", "dc:description", "Alt"),
    Property("alt_text", "Iptc4xmpCore:AltTextAccessibility", "Alt"),
    Property("creator", "dc:creator", "Seq"),
    Property("credit_line", "photoshop:Credit"),
    Property("source", "photoshop:Source"),
    Property("copyright_notice", "dc:rights", "Alt"),
    Property("usage_terms", "xmpRights:UsageTerms", "Alt"),
    Property("taken_at", "photoshop:DateCreated", "Date"),
    Property("taken_at", "exif:DateTimeOriginal", "Date"),
    Property("taken_at", "xmp:CreateDate", "Date"),
    Property("city", "photoshop:City"),
    Property("city", "Iptc4xmpExt:LocationCreated", part="Iptc4xmpExt:City"),
    Property("city", "Iptc4xmpExt:LocationShown", part="Iptc4xmpExt:City"),
    Property("country", "photoshop:Country"),
    Property("country", "Iptc4xmpExt:LocationCreated", part="Iptc4xmpExt:CountryName"),
    Property("country", "Iptc4xmpExt:LocationShown", part="Iptc4xmpExt:CountryName"),
    Property("event", "Iptc4xmpExt:Event", "Alt"),
    Property("keywords", "dc:subject", "Bag"),
    Property("persons_shown", "Iptc4xmpExt:PersonInImage", "Bag"),
    Property("persons_shown", "Iptc4xmpExt:PersonInImageWDetails", "Bag", part="Iptc4xmpExt:PersonName"),
    Property("rights_from", "plus:LicenseStartDate", "Date"),
    Property("rights_from", "prism:embargoDate", "Date"),
    Property("rights_until", "plus:LicenseEndDate", "Date"),
    Property("rights_until", "prism:expirationDate", "Date"),
    Property("description_writer", "photoshop:CaptionWriter"),
)


def full(name: str) -> str:
    """«dc:rights» as an XML parser spells it: «{http://purl.org/dc/elements/1.1/}rights»."""
    prefix, _, local = name.partition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}"
