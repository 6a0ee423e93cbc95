"""What the text editor is made of, and what the desk answers it. Its behaviour is in tests/journeys/test_writing.py."""

import base64
import hashlib
import json
import re
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from django.urls import reverse

from articles.body import sanitise
from articles.editor import EXTENSIONS, body_field
from articles.editor_words import DESK, DIALOGS, OURS, PASTED, TOOLBAR
from media_assets import renditions
from tests.factories.people import held, person, post
from tests.factories.pictures import photo

PHOTOS = "/admin/articles/article/editor/photos/"
PEOPLE = "/admin/articles/article/editor/people/"
NAMED = "/admin/articles/article/editor/named/"
OWN = {
    name: finders.find(f"articles/editor/{name}.js")
    for name in (
        *("figure", "gallery", "video", "post", "entry", "attachment", "related", "quote", "link", "table"),
        *("pasted_links", "paste", "mention", "toolbar"),
    )
}


@pytest.fixture
def desk(client, editor):
    client.force_login(editor)
    return client


@pytest.mark.parametrize(
    "html",
    [
        "<p>Слова, <strong>жирно</strong>, <em>курсив</em>, H<sub>2</sub>O, м<sup>2</sup><br>и строка</p>",
        "<h2>Глава</h2><h3>Раздел</h3><hr>",
        "<ul><li><p>раз</p></li></ul><ol><li><p>два</p></li></ol>",
        '<p><a href="https://site.example/a?b=1">ссылка</a></p>',
        "<blockquote><p>«Да»</p></blockquote>",
        '<blockquote data-speaker="7"><p>«Да», — сказал он.</p></blockquote>',
        '<figure data-photo="7"></figure>',
        '<figure data-photo="7"><figcaption>Мост, <em>вид с берега</em></figcaption></figure>',
        '<table><tbody><tr><th colspan="2"><p>а</p></th></tr><tr><td><p>б</p></td></tr></tbody></table>',
    ],
)
def test_what_the_editor_makes_is_stored_as_it_is(html):
    assert sanitise(html) == html


@pytest.mark.parametrize(
    ("html", "stored"),
    [
        ('<figure data-photo="7&quot; onload=&quot;x"></figure>', ""),
        ('<figure data-photo="7" onclick="x" style="color:red"></figure>', '<figure data-photo="7"></figure>'),
        ('<blockquote data-speaker="-7"><p>а</p></blockquote>', "<blockquote><p>а</p></blockquote>"),
        ('<blockquote data-speaker="7" cite="javascript:x"><p>а</p></blockquote>',
         '<blockquote data-speaker="7"><p>а</p></blockquote>'),
    ],
)  # fmt: skip
def test_hostile_attributes_of_our_nodes_are_not_stored(html, stored):
    assert sanitise(html) == stored


def test_every_module_of_ours_exports_a_node_that_the_editor_is_told_to_use():
    for name, file in OWN.items():
        with open(file, encoding="utf-8") as module:
            exported = re.findall(r"^export const (\w+)", module.read(), re.MULTILINE)
        assert exported, name
        assert set(exported) <= set(EXTENSIONS), name


def test_every_word_that_a_module_of_ours_says_can_be_translated():
    folder = Path(OWN["figure"]).parents[1]  # and what stands around the text
    said = {
        word for file in folder.rglob("*.js") for word in re.findall(r'gettext\("([^"]+)"\)', file.read_text("utf-8"))
    }
    assert said == {*OURS, *PASTED, *DESK}


def test_the_words_come_as_a_script_in_the_desk_s_language(desk):
    script = desk.get("/admin/articles/article/editor/words.js")
    assert script["Content-Type"].startswith("text/javascript")
    words = script.content.decode()
    assert all(json.dumps(word) in words for word in (*OURS, *PASTED, *DESK, *TOOLBAR, *DIALOGS))


@pytest.mark.django_db
def test_the_widget_names_our_modules_where_they_can_be_fetched():
    field = body_field()
    html = field.widget.render("body", "")
    modules = json.loads(html.split('configurable="')[1].split('"')[0].replace("&quot;", '"'))["js_modules"]
    assert modules == [f"/static/articles/editor/{name}.js" for name in OWN]
    media = str(field.widget.media)
    assert '"articles/editor/chooser": "/static/articles/editor/chooser.js"' in media
    assert reverse("admin:articles_editor_words") in media
    assert media.index("django_prose_editor/overrides.css") < media.index("articles/editor/editor.css")


def test_the_style_that_the_library_writes_is_the_one_the_policy_lets_through():
    with open(finders.find("django_prose_editor/editor.js"), encoding="utf-8") as library:
        style = re.search(r"`(\.ProseMirror \{\n.*?)`", library.read(), re.DOTALL)[1]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert f"'sha256-{digest}'" in settings.CONTENT_SECURITY_POLICY["DIRECTIVES"]["style-src"]


def test_photos_are_found_by_words_in_any_capitals_with_what_stands_against_them(desk):
    lake = photo("#123456", headline="Озеро", description="Озеро на рассвете.", alt_text="Вода")
    photo("#654321", headline="Зал")
    renditions.ensure(lake)
    found = desk.get(PHOTOS, {"q": "ОЗЕРО рассвет"}).json()["results"]
    assert [each["id"] for each in found] == [lake.pk]
    assert found[0]["title"] == "Озеро"
    assert found[0]["description"] == "Озеро на рассвете."
    assert found[0]["credit"] == "рисунок редакции"
    assert found[0]["alt"] == "Вода"
    assert found[0]["obstacles"] == []
    assert desk.get(found[0]["thumbnail"]).status_code == 200
    assert desk.get(found[0]["src"]).status_code == 200


def test_a_photo_without_a_credit_says_so_before_it_is_chosen(desk):
    bare = photo(credit_line="")
    [found] = desk.get(PHOTOS, {"id": bare.pk}).json()["results"]
    assert "no credit" in found["obstacles"][0]
    assert desk.get(found["src"]).status_code == 200  # nobody has made its copies yet


def test_records_are_given_by_id_and_nonsense_finds_nothing(desk, minister):
    assert [each["id"] for each in desk.get(PEOPLE, {"id": [minister.pk, "999", "x"]}).json()["results"]] == [
        minister.pk
    ]
    assert desk.get(PEOPLE, {"id": "1 or 1"}).json() == {"results": []}
    assert desk.get(PHOTOS, {"id": "²"}).json() == {"results": []}


def test_people_are_found_by_name_with_their_office_and_not_once_merged(desk, minister):
    person("Асан", "Токтосунов", merged_into=minister)
    assert desk.get(PEOPLE, {"q": "токтосунов асан"}).json()["results"] == [
        {"id": minister.pk, "name": "Асан Токтосунов", "office": "министр культуры Лаковии"}
    ]


def test_the_people_a_text_names_come_in_its_order(desk, minister, now):
    bek = person("Бек", "Каримжонов", page="public", checked_at=now)
    held(bek, post("мэр Лакограда", "Мэрия Лакограда"), "2021", checked_at=now)
    text = "<p>Бек Каримжонов встретился с Асаном Токтосуновым. Каримжонов молчал.</p>"
    assert [each["id"] for each in desk.post(NAMED, {"text": text}).json()["results"]] == [bek.pk, minister.pk]


@pytest.mark.parametrize(("address", "method"), [(PHOTOS, "get"), (PEOPLE, "get"), (NAMED, "post")])
def test_the_editor_is_answered_at_the_desk_alone(client, login_of, address, method):
    assert getattr(client, method)(address).status_code == 302
    stranger = login_of("editor", "stranger")
    stranger.groups.clear()
    client.force_login(stranger)
    assert getattr(client, method)(address).status_code == 403


# --- @кулуб ---------------------------------------------------------------------------------------------------------

MENTION = "/admin/articles/article/editor/mention/"


def test_a_name_begun_with_an_at_sign_is_offered_in_every_case_with_the_office_of_the_day(desk, minister):
    (found,) = desk.get(MENTION, {"q": "токтос", "on": "2025-06-30", "language": "ru"}).json()["results"]
    assert (found["name"], found["office"]) == ("Асан Токтосунов", "министр культуры Лаковии")
    assert [each["question"] for each in found["wordings"]] == [
        "кто?", "нет кого?", "кому?", "вижу кого?", "кем?", "о ком?"
    ]  # fmt: skip
    assert found["wordings"][4]["full"] == "министром культуры Лаковии Асаном Токтосуновым"
    assert found["wordings"][4]["name"] == "Асаном Токтосуновым"


def test_before_the_office_began_the_name_stands_alone(desk, minister):
    (found,) = desk.get(MENTION, {"q": "токтос", "on": "2019-06-30"}).json()["results"]
    assert found["office"] == ""
    assert found["wordings"][0]["full"] == "Асан Токтосунов"


@pytest.mark.parametrize(("language", "cases"), [("ky", 6), ("en", 1), ("xx", 6), ("", 6)])
def test_the_cases_are_those_of_the_texts_language(desk, minister, language, cases):
    (found,) = desk.get(MENTION, {"q": "токтос", "language": language}).json()["results"]
    assert len(found["wordings"]) == cases


@pytest.mark.parametrize("on", ["", "вчера", "2025-13-45", "30.06.2025"])
def test_a_day_that_is_none_is_today(desk, minister, on):
    assert desk.get(MENTION, {"q": "токтос", "on": on}).json()["results"][0]["office"] == "министр культуры Лаковии"


def test_ten_people_cost_the_desk_as_many_questions_as_one(desk, minister, django_assert_max_num_queries, now):
    for number in range(10):
        held(person("Азат", f"Токтобаев{number}"), post(f"судья {number}", "Суд"), "2020", checked_at=now)
    for letters in ("токтос", "ток"):
        with django_assert_max_num_queries(10):
            assert desk.get(MENTION, {"q": letters}).json()["results"]


def test_who_may_not_see_people_is_told_nothing_of_them(client, login_of, minister):
    outsider = login_of("reporter")
    outsider.groups.clear()
    client.force_login(outsider)
    assert client.get(MENTION, {"q": "токтос"}).status_code == 403
