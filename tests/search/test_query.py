"""What was typed, read: words, phrases, exclusions; and whatever else people and machines send."""

import pytest

from search.finding import Narrowed, beginning, counted, found
from search.query import LONGEST, MOST_WORDS, parse
from tests.factories.search import NOW, entry

READ = {
    # typed: words, phrases, excluded
    "": ((), (), ()),
    "мост": (("мост",), (), ()),
    "мост мост": (("мост",), (), ()),
    "мост и река": (("мост", "река"), (), ()),
    "и": (("и",), (), ()),
    "Ли": (("Ли",), (), ()),
    "премьер-министр": (("премьер", "министр"), (), ()),
    "мост -река": (("мост",), (), ("река",)),
    "мост - река": (("мост", "река"), (), ()),
    "мост НЕ река": (("мост",), (), ("река",)),
    "не работает мост": (("работает", "мост"), (), ()),
    "мост NOT река": (("мост",), (), ("река",)),
    '"старый мост"': (("старый", "мост"), (("старый", "мост"),), ()),
    "«старый мост» река": (("старый", "мост", "река"), (("старый", "мост"),), ()),
    "„старый мост“": (("старый", "мост"), (("старый", "мост"),), ()),
    "«мост через реку»": (("мост", "через", "реку"), (("мост", "через", "реку"),), ()),
    "«министр и мост»": (("министр", "мост"), (("министр", "и", "мост"),), ()),
    '-"старый мост" река': (("река",), (), ("старый", "мост")),
    '"старый мост': (("старый", "мост"), (), ()),
    "-мост": ((), (), ("мост",)),
    "d'Arc": (("Arc",), (), ()),
    "95 школа": (("95", "школа"), (), ()),
}


def test_the_table():
    read = {typed: parse(typed) for typed in READ}
    assert {typed: (each.words, each.phrases, each.excluded) for typed, each in read.items()} == READ


def test_a_long_question_loses_its_end_and_says_so():
    assert parse("мост " * 10_000).is_cut
    assert parse("слово" * LONGEST).is_cut
    many = parse(" ".join(f"w{number}" for number in range(40)))
    assert (len(many.words), many.is_cut) == (MOST_WORDS, True)
    assert not parse("мост через реку").is_cut


HOSTILE = [
    *('"', '""', "«", "'", "''", "*", "мост*", "^мост", "a:b", "title:мост", "NEAR(мост река)", "(мост", "))))"),
    *("мост AND OR NOT", "мост & река | !озеро", "<->", "'; DROP TABLE search_entry; --", "%", "%s %(x)s", "\\", "_"),
    *(
        "a_мост",
        "t_",
        "p_1",
        "\0",
        "мост\0река",
        "🌉",
        "мост 🌉",
        "中文 ქართული עברית",
        "\u0301",
        "ſ ß İ ﬁ",
        "²³½",
        "𝕄𝕠𝕤𝕥",
    ),
    *(
        "и в на",
        "- - -",
        "--",
        "-",
        "НЕ",
        "НЕ НЕ",
        "NOT",
        "-мост",
        "{мост}",
        "мост\nрека\tозеро",
        "\u202eтсом",
        "ʼ",
        "\ufffd",
    ),
    *("x" * 10_000, "мост " * 2_000, "<script>alert(1)</script>"),
]


@pytest.mark.django_db
def test_whatever_is_typed_is_answered_and_may_be_written():
    for number, typed in enumerate(HOSTILE):
        entry("Мост", number, lede=typed.replace("\0", "")[:500], body=typed.replace("\0", ""))
        query = parse(typed)
        found(query, Narrowed("story"), NOW)
        counted(query, Narrowed("story"), NOW)
        beginning(typed, "story", "ru", NOW)


@pytest.mark.django_db
@pytest.mark.parametrize("asked", ["О'Нурова", "О’Нурова", "Оʼнуровой", "нурову"])
def test_an_apostrophe_of_any_kind_parts_words(asked):
    entry("Слово Оʼнуровой", 1)
    assert [hit.subject for hit in found(parse(asked), Narrowed("story"), NOW)] == [1]


@pytest.mark.django_db
def test_letters_of_any_script_are_found():
    entry("Выставка 中文 и ქართული", 1)
    assert [hit.subject for hit in found(parse("中文"), Narrowed("story"), NOW)] == [1]
    assert [hit.subject for hit in found(parse("ქართული"), Narrowed("story"), NOW)] == [1]


@pytest.mark.django_db
def test_no_mark_of_the_index_can_be_asked_for():
    entry("Мост", 1, people=frozenset({7}))
    assert found(parse("p_7"), Narrowed("story"), NOW) == []
