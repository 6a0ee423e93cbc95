"""What a language model says of a text: it adds people to what the rules find and changes nothing else."""

import subprocess
import sys

import pytest

from people.names.discover import discover
from people.names.unknown import neural

# Two words that no rule takes for a name: nothing stands beside them that only people have.
UNKNOWN = "Зрители увидели, как Зуто Бремк вышел. Рядом Асан Токтосунов."


def places(text: str, *names: str) -> list[tuple[int, int]]:
    return [(text.index(name), text.index(name) + len(name)) for name in names]


def named(text: str, *told: str) -> list[str]:
    return [proposal.name.full for proposal in discover(text, told=places(text, *told))]


@pytest.mark.parametrize(
    ("text", "told", "names"),
    [
        (UNKNOWN, [], ["Асан Токтосунов"]),
        (UNKNOWN, ["Зуто Бремк"], ["Зуто Бремк", "Асан Токтосунов"]),
        # in the nominative, as the rules put it
        ("Зрители узнали Асмира Бремкова.", ["Асмира Бремкова"], ["Асмир Бремков"]),
        # what the rules find stays as they find it, however the model cuts it
        (UNKNOWN, ["Токтосунов"], ["Асан Токтосунов"]),
        ("Пришёл Асан Маратович Токтосунов.", ["Асан Маратович"], ["Асан Маратович Токтосунов"]),
        # a surname alone is nobody new
        ("Зрители увидели, как Бремк вышел.", ["Бремк"], []),
        # the model reads a line-up as one name
        ("Во втором звене играли Бремк, Вашт.", ["Бремк, Вашт"], []),
        # streets and prizes stay no people
        ("Стоит на улице Зуто Бремка.", ["Зуто Бремка"], []),
        # it was made for Russian: a Kyrgyz paragraph is left alone
        ("Бүгүн көрүүчүлөр үчүн Зуто Бремк келди жана өз оюн айтты.", ["Зуто Бремк"], []),
    ],
)
def test_the_model_adds_only_where_the_rules_find_nobody(text: str, told: list[str], names: list[str]) -> None:
    assert named(text, *told) == names


def test_a_person_the_model_has_told_is_proposed_with_the_surnames_and_a_reason() -> None:
    text = "Зрители увидели, как Зуто Бремк вышел. Потом Бремка ждали."
    [proposal] = discover(text, told=places(text, "Зуто Бремк"))
    assert [text[start:end] for start, end in proposal.mentions] == ["Зуто Бремк", "Бремка"]
    assert "model" in proposal.why


def test_without_the_extra_the_sentence_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(neural, "find_spec", lambda module: None)
    neural._model.cache_clear()
    assert not neural.is_installed()
    with pytest.raises(neural.NotInstalled, match=r"requirements/ner\.txt"):
        neural.people_in("Пришёл Асан Токтосунов.")


def test_nothing_of_the_model_is_loaded_before_it_is_asked() -> None:
    loaded = (
        "import people.names.unknown.neural, sys; print({'numpy', 'slovnet', 'navec', 'natasha'} & set(sys.modules))"
    )
    assert subprocess.check_output([sys.executable, "-c", loaded], text=True).strip() == "set()"


@pytest.mark.skipif(not neural.is_installed(), reason="the extra ner is not installed")
def test_the_model_itself_finds_people_at_their_places() -> None:
    text = "\n \nВ столицу прибыл Асан Токтосунов.\n\n" + "Дождь шёл весь день.\n" * 500 + "Его ждала Айгуль Маратова."
    assert [text[start:end] for start, end in neural.people_in(text)] == ["Асан Токтосунов", "Айгуль Маратова"]
    assert neural.people_in(" \n") == []
