import pytest

from media_assets.metadata import Metadata, Taken, xmp

from .pictures import METADATA

NAMESPACES = (
    'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" '
    'xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/" '
    'xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:exif="http://ns.adobe.com/exif/1.0/"'
)


def packet(elements="", attributes=""):
    return (
        f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF {NAMESPACES}>'
        f'<rdf:Description rdf:about="" {attributes}>{elements}</rdf:Description></rdf:RDF></x:xmpmeta>'
    )


def items(shape, *texts):
    return f"<rdf:{shape}>" + "".join(f"<rdf:li>{text}</rdf:li>" for text in texts) + f"</rdf:{shape}>"


LANGUAGES = '<rdf:li xml:lang="en">Envoy</rdf:li><rdf:li xml:lang="ru-RU">Посол</rdf:li>'


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            packet(attributes='photoshop:Headline="Встреча" photoshop:City="Ош"'),
            Metadata(headline="Встреча", city="Ош"),
        ),
        (packet("<photoshop:Headline> Өкүл\n келди </photoshop:Headline>"), Metadata(headline="Өкүл келди")),
        (packet("<dc:description>без языка</dc:description>"), Metadata(description="без языка")),
        (packet(attributes='dc:description="признаком"'), Metadata(description="признаком")),
        (packet(f"<dc:description>{items('Alt', 'первый')}</dc:description>"), Metadata(description="первый")),
        (packet(f"<dc:description><rdf:Alt>{LANGUAGES}</rdf:Alt></dc:description>"), Metadata(description="Посол")),
        (
            packet(
                f'<dc:description><rdf:Alt>{LANGUAGES}<rdf:li xml:lang="x-default">Элчи</rdf:li>'
                "</rdf:Alt></dc:description>"
            ),
            Metadata(description="Элчи"),
        ),
        (packet(f"<dc:creator>{items('Seq', 'А Б', 'В Г')}</dc:creator>"), Metadata(creator="А Б, В Г")),
        (packet("<dc:creator>А Б</dc:creator>"), Metadata(creator="А Б")),
        (packet(f"<dc:subject>{items('Bag', 'б', 'а', 'б', '')}</dc:subject>"), Metadata(keywords=("б", "а"))),
        (
            packet(f"<Iptc4xmpExt:PersonInImage>{items('Seq', 'Бб', 'Аа')}</Iptc4xmpExt:PersonInImage>"),
            Metadata(persons_shown=("Бб", "Аа")),
        ),
        (
            packet(
                "<Iptc4xmpExt:PersonInImageWDetails><rdf:Bag>"
                '<rdf:li rdf:parseType="Resource"><Iptc4xmpExt:PersonName>'
                f"{items('Alt', 'Бакыт Үсөнов')}</Iptc4xmpExt:PersonName></rdf:li>"
                '<rdf:li><rdf:Description Iptc4xmpExt:PersonName="Айгүл Ташиева"/></rdf:li>'
                "</rdf:Bag></Iptc4xmpExt:PersonInImageWDetails>"
            ),
            Metadata(persons_shown=("Бакыт Үсөнов", "Айгүл Ташиева")),
        ),
        (
            packet(
                "<Iptc4xmpExt:LocationCreated><rdf:Bag>"
                '<rdf:li Iptc4xmpExt:City="Ош" Iptc4xmpExt:CountryName="Кыргызстан"/>'
                "</rdf:Bag></Iptc4xmpExt:LocationCreated>"
            ),
            Metadata(city="Ош", country="Кыргызстан"),
        ),
        (
            packet('<photoshop:Credit rdf:parseType="Resource"><rdf:value>КТРК</rdf:value></photoshop:Credit>'),
            Metadata(credit_line="КТРК"),
        ),
        (
            packet(attributes='xmp:CreateDate="2025-07-01" exif:DateTimeOriginal="2025-06-30"'),
            Metadata(taken_at=Taken(2025, 6, 30)),
        ),
        (
            packet(attributes='photoshop:DateCreated="0000-00-00" xmp:CreateDate="2025-07-01"'),
            Metadata(taken_at=Taken(2025, 7, 1)),
        ),
        (packet(attributes='photoshop:Headline="Ð\u009cÐµÑ‡Ñ‚Ð°"'), Metadata(headline="Мечта")),
        (packet(attributes='photoshop:Headline="Âñòðå÷à ìèíèñòðîâ"'), Metadata(headline="Встреча министров")),
        (packet(attributes='photoshop:Headline="Untitled"'), Metadata()),
        ("", Metadata()),
        ("<x:xmpmeta", Metadata()),
        (packet("<photoshop:Headline>"), Metadata()),
    ],
)
def test_packet_is_read_in_any_spelling_of_rdf(text, expected):
    assert xmp.read([text.encode()]) == expected


@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_packet_is_read_in_any_unicode_with_padding(charset):
    text = '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>' + packet(attributes='photoshop:City="Ош"')
    padded = f'{text}\n{" " * 2000}<?xpacket end="w"?>\0\0'
    assert xmp.read([padded.encode(charset)]).city == "Ош"


def test_entity_bomb_says_nothing():
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>'
    inside = packet("<photoshop:City>&b;</photoshop:City>")
    assert xmp.read([(bomb + inside).encode()]) == Metadata()
    assert xmp.read([inside.replace("<rdf:RDF", bomb + "<rdf:RDF").encode()]) == Metadata()


def test_broken_packet_leaves_the_other_its_say():
    assert xmp.read([b"<rdf:RDF", packet(attributes='photoshop:City="Ош"').encode()]).city == "Ош"


def test_thousand_levels_of_nesting_end_early():
    deep = "<rdf:value>" * 5000 + "x" + "</rdf:value>" * 5000
    assert xmp.read([packet(f"<photoshop:City>{deep}</photoshop:City>").encode()]) == Metadata()


def test_packet_of_many_items_is_bounded():
    many = packet(
        f"<dc:subject>{items('Bag', *map(str, range(5000)))}</dc:subject><dc:rights>{'а' * 50_000}</dc:rights>"
    )
    found = xmp.read([many.encode()])
    assert (len(found.keywords), len(found.copyright_notice)) == (200, 20_000)


def test_packet_comes_back_whole_and_has_no_more_than_it_says():
    (written,) = xmp.packets(METADATA)
    assert xmp.read([written]) == METADATA
    assert written.endswith(b'<?xpacket end="w"?>')
    (only_city,) = xmp.packets(Metadata(city="Ош"))
    assert b"photoshop:City" in only_city
    assert b"dc:" not in only_city


def test_too_long_a_packet_becomes_two_without_a_loss():
    first, second = xmp.packets(METADATA, 2000)
    assert len(first) <= 2000
    assert xmp.read([first]) != METADATA
    assert xmp.read([first, second]) == METADATA


def test_nothing_to_say_is_no_packet():
    assert xmp.packets(Metadata()) == []
