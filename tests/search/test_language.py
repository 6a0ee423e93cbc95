import pytest

from search.language import guess_language, kyrgyz_places

RUSSIAN = "Президент Лаковии Тимур Ольхов прибыл в Нижний Кедр."
KYRGYZ = "Лаковиянын президенти Тимур Ольхов Төмөнкү Кедрге келди жана жыйынга катышты."
KYRGYZ_TYPED_PLAIN = "Лаковиянын президенти жыйынга катышып, министр менен суйлошту."
HEADLINE = "Тимур Ольхов Бекова Айданы кабыл алды"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (RUSSIAN, "ru"),
        (KYRGYZ, "ky"),
        (KYRGYZ_TYPED_PLAIN, "ky"),
        ("The President of Lakovia arrived in Lower Cedar.", "en"),
        ("Өмүрбек Беков и Айгүл Асанова приехали на съезд.", "ru"),  # names with ө and ү in a Russian text
        ("С. Беков К. Асановго үй берди", "ky"),  # initials are no prepositions
        ("Bishkek", "en"),
        ("Бишкек", "ru"),
    ],
)
def test_a_few_words_tell_the_language(text: str, language: str) -> None:
    assert guess_language(text) == language


def test_a_paragraph_has_its_own_language() -> None:
    text = f"{RUSSIAN}\n{KYRGYZ}\n{RUSSIAN}"
    is_kyrgyz = kyrgyz_places(text)
    assert [is_kyrgyz(text.index(word)) for word in ("Лаковии", "Лаковиянын", "Төмөнкү")] == [False, True, True]
    assert not is_kyrgyz(len(text) - 1)


def test_a_line_of_names_has_the_language_of_the_text() -> None:
    assert kyrgyz_places(f"{HEADLINE}\n{KYRGYZ}")(0)
    assert not kyrgyz_places(f"{HEADLINE}\n{RUSSIAN}")(0)
