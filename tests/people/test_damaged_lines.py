"""The commands over files, given lines that are damaged: the rest of the file is read all the same."""

import json
import subprocess
import sys

import pytest

PERSON = {"person_id": "1", "given": "Асан", "family": "Токтосунов"}


def run(*words):
    command = [sys.executable, "manage.py", *map(str, words), "--settings", "newsroom.settings.test"]
    return subprocess.run(command, capture_output=True, text=True, timeout=60)


@pytest.mark.parametrize(
    ("command", "key"), [(["find_names", "--people", "people.jsonl"], "doc_id"), (["parse_captions"], "id")]
)
def test_half_an_emoji_goes_out_as_it_came(tmp_path, command, key):
    people, lines = tmp_path / "people.jsonl", tmp_path / "lines.jsonl"
    people.write_text(json.dumps(PERSON))
    lines.write_text("".join(json.dumps({key: name, "text": "Асан Токтосунов."}) + "\n" for name in ("\ud83d", "b")))
    answer = run(*(people if word == "people.jsonl" else word for word in command), lines)
    assert [json.loads(line)[key] for line in answer.stdout.splitlines()] == ["\ud83d", "b"], answer.stderr


def test_aliases_that_are_no_list_are_told_and_left_out(tmp_path):
    people, texts = tmp_path / "people.jsonl", tmp_path / "texts.jsonl"
    people.write_text(json.dumps(PERSON | {"aliases": "Беков"}))
    texts.write_text(json.dumps({"doc_id": "a", "text": "Пришёл Асан Токтосунов."}))
    answer = run("find_names", "--people", people, texts)
    assert "line 1: the person cannot be read: its aliases are no list" in answer.stderr
