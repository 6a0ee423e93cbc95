"""Everything the site says is gathered, translated and compiled."""

from importlib.util import find_spec
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from newsroom import messages, phrases

LOCALE = settings.LOCALE_PATHS[0]


@pytest.fixture
def site(tmp_path, settings) -> Path:
    """A small site in a folder of its own, with one message in code and three in a template."""
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "verbs.py").write_text('refusal = _("Write why.")\nnot_said = f("Other words")\n')
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "page.html").write_text(
        "{% load i18n %}<p>\n    {% trans 'In this story' %}</p>\n  <b>it's {{ name|default:_('nobody') }}</b>\n"
        "{% blocktrans count counter=n %}{{ counter }} story{% plural %}{{ counter }} stories{% endblocktrans %}"
    )
    settings.BASE_DIR, settings.LOCALE_PATHS = tmp_path, [tmp_path / "locale"]
    return tmp_path


def ids(catalog) -> set:
    return {message.id if isinstance(message.id, str) else message.id[0] for message in catalog if message.id}


def test_messages_of_code_and_templates_are_gathered(site):
    call_command("messages")
    catalog = messages.read_catalog(site / "locale", "ru")
    assert ids(catalog) == {"Write why.", "In this story", "nobody", "%(counter)s story"}


def test_translations_are_kept_and_what_is_no_longer_said_is_dropped(site, tmp_path):
    filled = tmp_path / "translated.json"
    filled.write_text(
        '{"Write why.": {"ru": "Напишите почему."}, "nobody": {"ru": "никто"},'
        ' "%(counter)s story": {"ru": ["%(counter)s статья", "%(counter)s статьи", "%(counter)s статей"]}}'
    )
    call_command("messages", fill=filled)
    (site / "articles" / "verbs.py").write_text("")
    call_command("messages")
    catalog = messages.read_catalog(site / "locale", "ru")
    assert catalog.get("nobody").string == "никто"
    assert catalog.get("%(counter)s story").string[2] == "%(counter)s статей"
    assert catalog.get("Write why.") is None
    assert messages.missing(catalog) == ["In this story"]


def test_a_check_writes_nothing_and_names_what_lacks_a_translation(site, capsys):
    with pytest.raises(CommandError, match="make messages"):
        call_command("messages", check=True)
    assert '"In this story"' in capsys.readouterr().out
    assert not (site / "locale").exists()


def test_a_second_run_changes_no_byte(site):
    call_command("messages")
    before = {path: path.read_bytes() for path in (site / "locale").rglob("django.*")}
    call_command("messages")
    assert before
    assert {path: path.read_bytes() for path in (site / "locale").rglob("django.*")} == before


@pytest.mark.parametrize("language", messages.LANGUAGES)
class TestOurCatalogs:
    def test_hold_every_message_of_the_site(self, language):
        said = messages.renewed(messages.read_catalog(LOCALE, language), list(messages.said(settings.BASE_DIR)))
        assert ids(said) == ids(messages.read_catalog(LOCALE, language)), "run `make messages`"

    def test_lack_no_translation(self, language):
        assert messages.missing(messages.read_catalog(LOCALE, language)) == []

    def test_are_compiled_as_they_stand(self, language):
        path = messages.catalog_path(LOCALE, language)
        compiled = messages.compiled(path.read_bytes(), language)
        assert path.with_suffix(".mo").read_bytes() == compiled, "run `make messages`"

    def test_keep_every_placeholder(self, language):
        broken = [message.id for message in messages.read_catalog(LOCALE, language) if any(message.check())]
        assert broken == []


@pytest.mark.parametrize(
    ("package", "words"),
    [
        ("django.contrib.admin", {*phrases.WITH_A_NOUN, *phrases.ON_BUTTONS, *phrases.NOT_IN_KYRGYZ}),
        ("django.contrib.auth", set(phrases.OF_LOGINS)),
        ("simple_history", set(phrases.OF_HISTORY)),
        ("django_tasks_db", set(phrases.OF_TASKS)),
    ],
)
def test_every_phrase_of_a_library_is_still_said_by_it(package, words, monkeypatch):
    folder = Path(find_spec(package).origin).parent
    monkeypatch.setattr(messages, "APPS", (folder.name,))
    said = {each if isinstance(each, str) else each[0] for each, _context, _file in messages.said(folder.parent)}
    assert words - said == set()
