import pytest

from articles.wire import apply_repairs, read
from articles.wire.repairs import find_repairs


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        ("Пpезидент приехал", "Пpезидент", "Президент"),
        ("Дом CCCР", "CCCР", "СССР"),
        ("Мoscow", "Мoscow", "Moscow"),
        ("Єзгєрїї", "Єзгєрїї", "Өзгөрүү"),
        ("кѳпүрѳ", "кѳпүрѳ", "көпүрө"),
    ],
)
def test_words_in_wrong_letters_are_offered_for_repair(text: str, before: str, after: str) -> None:
    assert [(repair.before, repair.after) for repair in find_repairs(text)] == [(before, after)]


@pytest.mark.parametrize(
    "text",
    [
        "IT-компания",
        "SMSка",
        "TOPовый",
        "COVIDный",
        "Sputnik сообщил",
        "Київ принял гостей",
        "Україна є і буде",
        "Өзгөрүү",
    ],
)
def test_words_meant_so_are_left_alone(text: str) -> None:
    assert find_repairs(text) == ()


def test_repairs_are_made_only_when_accepted_and_in_every_field() -> None:
    text = 'Пpезидент открыл школу\n\nИсточник: Веcти\n\n<p>«Пpезидент пришёл», — сказал гость.</p><p><a href="https://x.test/Пpезидент">Адpес</a></p>'
    [wire] = read(f"<p>{text}</p>".replace("\n\n", "<br><br>"))
    assert "Пpезидент" in wire.headline
    accepted = tuple(repair for repair in wire.repairs if repair.before == "Пpезидент")
    mended = apply_repairs(wire, accepted)
    assert mended.headline == "Президент открыл школу"
    assert mended.quotes[0].words == "Президент пришёл"
    assert "<p>«Президент пришёл»" in mended.body_html
    assert 'href="https://x.test/П' in mended.body_html
    assert "П%D1%80" not in mended.body_html
    assert mended.source == "Веcти"
    assert {repair.before for repair in mended.repairs} == {"Веcти", "Адpес"}
