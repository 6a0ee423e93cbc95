"""A slip of the finger in a name, and the name it was to be."""

import pytest

from search.slips import learn, nearest

pytestmark = pytest.mark.django_db

KNOWN = [
    "Жээнбек Кулубаев",
    "Асан Токтосунов",
    "Вера Осокина",
    "Тасмагамбетов Лев",
    "Kulubaev",
    "Мост через реку",
    "2025",
]
NEAREST = {
    "Кулобаев": ["кулубаев"],
    "кулубаеа": ["кулубаев"],
    "Куубаев": ["кулубаев"],
    "Куллубаев": ["кулубаев"],
    "Клуубаев": ["кулубаев"],
    "Кулобаеву": ["кулубаев"],  # in the dative
    "Кулобаиф": [],  # three slips
    "Тосмогамбетов": ["тасмагамбетов"],
    "Осокена": ["осокина"],
    "осокиина": ["осокина"],
    "Kulubaew": ["kulubaev"],
    "мос": [],  # too short to guess
    "2026": [],
    "": [],
}


def test_the_table():
    learn(KNOWN)
    learn(KNOWN)  # what is known already is left alone
    assert {typed: nearest(typed)[:1] for typed in NEAREST} == NEAREST


def test_a_question_costs_one_query(django_assert_num_queries):
    learn(KNOWN)
    with django_assert_num_queries(1):
        nearest("Тосмогамбетову")
