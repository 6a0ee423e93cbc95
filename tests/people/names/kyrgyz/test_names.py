"""People not on record, in Kyrgyz texts."""

import pytest

from people.names.discover import discover

KYRGYZ = "Бул тууралуу басма сөз кызматы билдирди жана түшүндүрдү."


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Депутат Нурбек Асанбаевдин сунушу", ["Нурбек Асанбаев"]),
        ("Маданият министри Айгүл Токтогуловага кат", ["Айгүл Токтогулова"]),
        ("Айгүл Токтогулова келди", ["Айгүл Токтогулова"]),
        ("Президент Тимур Ольховго сыйлык. Тимур Ольхов келди.", ["Тимур Ольхов"]),
        ("Депутат Асан Бековду көрдүм", ["Асан Беков"]),
        ("Кыргызстандын Эл баатыры", []),
    ],
)
def test_unknown_people_are_proposed_in_the_nominative(text: str, names: list[str]) -> None:
    assert [proposal.name.full for proposal in discover(f"{text}\n{KYRGYZ}")] == names
