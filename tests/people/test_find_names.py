"""``manage.py find_names``: people and texts in, links and proposals out, no database. Invented people only."""

import json
from collections.abc import Sequence
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from people.names.unknown import neural

PEOPLE = [
    {"person_id": "p1", "given": "Азамат", "family": "Орлов", "gender": "male", "aliases": []},
    {"person_id": "p2", "given": "Дэвин", "family": "Стоукли", "patronymic": None},
    {
        "person_id": "old",
        "given": "Тимур",
        "family": "Асанов",
        "memberships": [{"post": "министр культуры", "organization": "Лаковия", "start": "2004", "end": "2012-05"}],
    },
    {
        "person_id": "new",
        "given": "Тимур",
        "family": "Асанов",
        "memberships": [{"post": "министр культуры", "organization": None, "start": "2012-06-01", "end": None}],
    },
]


def written(path: Path, rows: list) -> Path:
    lines = [row if isinstance(row, str) else json.dumps(row, ensure_ascii=False) for row in rows]
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def found(tmp_path: Path, texts: list, people: list = PEOPLE, options: Sequence[str] = ()) -> tuple[list[dict], str]:
    out, err = StringIO(), StringIO()
    call_command(
        "find_names",
        *options,
        "--people",
        written(tmp_path / "people.jsonl", people),
        written(tmp_path / "texts.jsonl", texts),
        stdout=out,
        stderr=err,
    )
    return [json.loads(line) for line in out.getvalue().splitlines()], err.getvalue()


def told(line: dict, text: str) -> list[tuple[str, str | None]]:
    return [
        (text[each["start"] : each["end"]], each["person_id"] or (each["name"], each.get("post")))
        for each in line["mentions"]
    ]


@pytest.mark.parametrize(
    ("text", "day", "expected"),
    [
        ("Азамат Орлов прибыл. Орлова ждали.", "2025-06-30", [("Азамат Орлов", "p1"), ("Орлова", "p1")]),
        # somebody unknown is proposed in the nominative with the office, at every mention
        (
            "С министром культуры Асаном Токтосуновым говорили. Токтосунов доволен.",
            "2025-06-30",
            [("Асаном Токтосуновым", ("Асан Токтосунов", "министр культуры"))] * 1
            + [("Токтосунов", ("Асан Токтосунов", "министр культуры"))],
        ),
        # on record in another spelling, or asked about: no new person
        ("Приехал Девин Стоукли.", "2025-06-30", [("Девин Стоукли", "p2")]),
        ("Приехал Стоукли Дэвин.", "2025-06-30", [("Стоукли Дэвин", "p2")]),
        ("Тимур Асанов приехал.", "2025-06-30", []),
        # an inclusive end in months: held on the last day of May, over on the first of June
        ("Министр культуры Тимур Асанов приехал.", "2012-05-31", [("Тимур Асанов", "old")]),
        ("Министр культуры Тимур Асанов приехал.", "2012-06-01", [("Тимур Асанов", "new")]),
        # a text without a date is read as of today
        ("Министр культуры Тимур Асанов приехал.", None, [("Тимур Асанов", "new")]),
    ],
)
def test_texts_are_read_against_the_people_of_the_files(
    tmp_path: Path, text: str, day: str | None, expected: list
) -> None:
    lines, errors = found(tmp_path, [{"doc_id": "d", "text": text, "date": day}])
    assert [line["doc_id"] for line in lines] == ["d"]
    assert told(lines[0], text) == expected
    assert errors == ""


def test_a_bad_line_is_named_and_the_rest_is_kept(tmp_path: Path) -> None:
    people = ["{", {"given": "Никто"}, {"person_id": "x"}, {"person_id": "y", "family": "А", "memberships": 3}, "[]"]
    texts = [{"doc_id": "a"}, "not json", {"doc_id": "b", "text": "Орлов Азамат"}, {"doc_id": "c", "text": 5}]
    lines, errors = found(tmp_path, texts, people + PEOPLE)
    assert [line["doc_id"] for line in lines] == ["b"]
    assert lines[0]["mentions"][0]["person_id"] == "p1"
    named = [(f"people.jsonl, line {number}:") for number in (1, 2, 3, 4, 5)]
    named += [(f"texts.jsonl, line {number}:") for number in (1, 2, 4)]
    assert [part for part in named if part not in errors] == []
    assert errors.count("The line is left out.") == len(named)


def test_nothing_readable_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="No text could be read"):
        found(tmp_path, ["nonsense"])
    with pytest.raises(CommandError, match=r"nowhere\.jsonl"):
        call_command("find_names", "--people", tmp_path / "nowhere.jsonl", tmp_path / "texts.jsonl")


def test_find_names_asks_the_language_model_only_when_told_to(tmp_path, monkeypatch):
    text = "Зрители увидели, как Зуто Бремк вышел."
    start = text.index("Зуто")
    monkeypatch.setattr(neural, "people_in", lambda read: [(start, start + len("Зуто Бремк"))])
    monkeypatch.setattr(neural, "is_installed", lambda: True)
    texts = [{"doc_id": "d", "text": text}]
    assert told(found(tmp_path, texts)[0][0], text) == []
    assert told(found(tmp_path, texts, options=["--neural"])[0][0], text) == [("Зуто Бремк", ("Зуто Бремк", None))]
    monkeypatch.setattr(neural, "is_installed", lambda: False)
    with pytest.raises(CommandError, match="not installed"):
        found(tmp_path, texts, options=["--neural"])
