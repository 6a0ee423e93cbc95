"""Every setting is documented, and refused in one sentence when it is malformed."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.checks import run_checks
from django.test import override_settings

from newsroom.settings import env
from people.names.unknown import neural

ROOT = Path(__file__).resolve().parent.parent.parent


def test_the_operators_page_documents_every_setting_and_no_other():
    read = set()
    for path in (ROOT / "newsroom" / "settings").glob("*.py"):
        read |= set(re.findall(r'env\.(?:\w+)\(\s*"([A-Z_]+)"', path.read_text()))
    page = (ROOT / "docs" / "operations.md").read_text()
    documented = set(re.findall(r"^\| `([A-Z_]+)` \|", page, re.MULTILINE))
    assert read == documented


@pytest.mark.parametrize(
    ("name", "value", "call"),
    [
        ("ALLOWED_HOSTS", "https://news.example", lambda: env.hosts("ALLOWED_HOSTS", [])),
        ("ALLOWED_HOSTS", "a.example,,b.example", lambda: env.hosts("ALLOWED_HOSTS", [])),
        ("TIME_ZONE", "Asia/Frunze-City", lambda: env.time_zone("TIME_ZONE", "UTC")),
        ("TIME_ZONE", "../../etc/passwd", lambda: env.time_zone("TIME_ZONE", "UTC")),
        ("BASE_URL", "news.example", lambda: env.web_address("BASE_URL", "")),
        ("BASE_URL", "https://news.example/site", lambda: env.web_address("BASE_URL", "")),
        ("DATABASE_URL", "mysql://host/name", lambda: env.database("DATABASE_URL", Path("x"))),
        ("DATABASE_URL", "postgresql://user@host:port/name", lambda: env.database("DATABASE_URL", Path("x"))),
        ("REDIS_URL", "localhost:6379", lambda: env.redis_address("REDIS_URL")),
        ("STORAGE_URL", "ftp://bucket", lambda: env.storage("STORAGE_URL", Path("x"))),
        ("STORAGE_URL", "s3://bucket?acl=public", lambda: env.storage("STORAGE_URL", Path("x"))),
        ("NEURAL_NAMES", "perhaps", lambda: env.language_model("NEURAL_NAMES")),
        ("REQUIRE_SECOND_FACTOR", "perhaps", lambda: env.switch("REQUIRE_SECOND_FACTOR", True)),
        ("TRUSTED_PROXIES", "one", lambda: env.number("TRUSTED_PROXIES", 1)),
        ("TRUSTED_PROXIES", "-1", lambda: env.number("TRUSTED_PROXIES", 1)),
        ("DATA_DIR", "/dev/null/folder", lambda: env.data_dir("DATA_DIR", Path("x"))),
    ],
)
def test_a_malformed_setting_is_refused_in_one_sentence(monkeypatch, name, value, call):
    monkeypatch.setenv(name, value)
    with pytest.raises(env.SettingError) as refused:
        call()
    assert str(refused.value).startswith(f"The setting {name} cannot be used: ")
    assert str(refused.value).endswith(".")


@pytest.mark.parametrize(
    ("name", "value", "call", "package"),
    [
        ("REDIS_URL", "redis://localhost/0", env.redis_address, "redis[hiredis]"),
        ("STORAGE_URL", "s3://bucket", lambda name: env.storage(name, Path("x")), "django-storages[s3]"),
    ],
)
def test_a_setting_names_the_package_it_needs(monkeypatch, name, value, call, package):
    monkeypatch.setenv(name, value)
    monkeypatch.setattr(env, "find_spec", lambda module: None)
    with pytest.raises(env.SettingError, match=re.escape(package)):
        call(name)


def test_a_bucket_keeps_two_originals_of_one_name_and_renews_a_copy(monkeypatch):
    monkeypatch.setenv("STORAGE_URL", "s3://bucket")
    monkeypatch.setattr(env, "find_spec", lambda module: object())
    stores = env.storage("STORAGE_URL", Path("x"))
    assert {name: store["OPTIONS"]["file_overwrite"] for name, store in stores.items()} == {
        "originals": False,
        "renditions": True,
    }


def test_the_language_model_is_off_unless_it_is_wanted_and_installed(monkeypatch):
    monkeypatch.setattr(neural, "is_installed", lambda: False)
    for value in ("", "off"):
        monkeypatch.setenv("NEURAL_NAMES", value)
        assert env.language_model("NEURAL_NAMES") is False
    monkeypatch.setenv("NEURAL_NAMES", "on")
    with pytest.raises(env.SettingError, match=r"NEURAL_NAMES .* requirements/ner\.txt"):
        env.language_model("NEURAL_NAMES")
    monkeypatch.setattr(neural, "is_installed", lambda: True)
    assert env.language_model("NEURAL_NAMES") is True


def test_good_settings_are_taken(monkeypatch, tmp_path):
    monkeypatch.setenv("ALLOWED_HOSTS", "news.example, www.news.example")
    monkeypatch.setenv("BASE_URL", "https://news.example/")
    monkeypatch.setenv("DATABASE_URL", "postgresql://user@host:5433/name")
    assert env.hosts("ALLOWED_HOSTS", []) == ["news.example", "www.news.example"]
    assert env.web_address("BASE_URL", "") == "https://news.example"
    database = env.database("DATABASE_URL", tmp_path / "x")
    assert (database["ENGINE"], database["PORT"]) == ("django.db.backends.postgresql", 5433)


@pytest.mark.parametrize("command", [["manage.py", "check"], ["-c", "import newsroom.wsgi"]])
def test_an_operator_sees_the_sentence_and_no_traceback(tmp_path, command):
    production = {"DJANGO_SETTINGS_MODULE": "newsroom.settings.production", "DATA_DIR": str(tmp_path)}
    environment = {**os.environ, **production, "SECRET_KEY": "short"}
    done = subprocess.run([sys.executable, *command], cwd=ROOT, env=environment, capture_output=True, text=True)
    assert done.returncode != 0
    assert done.stderr == "The setting SECRET_KEY is missing or short: write 50 or more random characters.\n"


@pytest.mark.parametrize(("module", "expected"), [("production", "True 1"), ("dev", "False 0"), ("demo", "False 0")])
def test_a_second_factor_is_required_in_production_and_its_proxy_believed(tmp_path, module, expected):
    code = f"from newsroom.settings import {module} as found; print(found.REQUIRE_SECOND_FACTOR, found.TRUSTED_PROXIES)"
    environment = {**os.environ, "DATA_DIR": str(tmp_path), "SECRET_KEY": "a key for this test alone " * 3}
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=environment, capture_output=True, text=True)
    assert done.stdout.strip() == expected


@pytest.mark.parametrize(
    ("base_url", "hosts", "expected"),
    [
        ("https://news.example", ["news.example"], []),
        ("https://www.news.example", [".news.example"], []),
        ("http://news.example", ["news.example"], ["newsroom.W001"]),
        ("https://news.example", ["localhost"], ["newsroom.W002"]),
    ],
)
def test_a_deployment_is_asked_for_its_public_address(base_url, hosts, expected):
    with override_settings(BASE_URL=base_url, ALLOWED_HOSTS=hosts):
        found = [each.id for each in run_checks(include_deployment_checks=True)]
    assert [each for each in found if each.startswith("newsroom.")] == expected
