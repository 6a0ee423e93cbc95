"""A Python whose SQLite lacks full-text search is named before anything fails."""

import sqlite3

from django.db import connection

from search import checks


def test_nothing_is_said_of_a_python_that_has_it():
    assert checks.check_full_text(None) == []


def test_a_python_without_it_is_named(monkeypatch):
    monkeypatch.setattr(checks, "has_full_text", lambda: False)
    monkeypatch.setattr(connection, "vendor", "sqlite")
    [error] = checks.check_full_text(None)
    assert "FTS5" in error.msg


def test_it_is_tried_and_not_guessed(monkeypatch):
    class Without:
        def execute(self, sql):
            raise sqlite3.OperationalError("no such module: fts5")

        def close(self):
            pass

    monkeypatch.setattr(checks.sqlite3, "connect", lambda name: Without())
    assert not checks.has_full_text()
