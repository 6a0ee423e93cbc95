"""Whole captions -> offices and people from left to right. All people are invented."""

# ruff: noqa: E501  -- a caption is read whole

import io
import json

import pytest
from django.core.management import CommandError, call_command

from media_assets.captions import parse_caption

ASAN, BAKYT, NURLAN, AIGUL = "Асан Токтосунов", "Бакыт Асанов", "Нурлан Маматов", "Айгуль Токтосунова"
ASAN_EN, BAKYT_EN, NURLAN_EN = "Asan Toktosunov", "Bakyt Asanov", "Nurlan Mamatov"

RUSSIAN = [
    ("Слева направо: министр культуры Лаковии Асан Токтосунов, посол Эмерании в Лаковии Бакыт Асанов", [("министр культуры Лаковии", ASAN), ("посол Эмерании в Лаковии", BAKYT)]),
    ("Справа налево: Асан Токтосунов, Бакыт Асанов, Нурлан Маматов", [("", NURLAN), ("", BAKYT), ("", ASAN)]),
    ("(Л–П) Асан Токтосунов, Бакыт Асанов", [("", ASAN), ("", BAKYT)]),
    ("Асан Токтосунов и Бакыт Асанов (л-п)", [("", ASAN), ("", BAKYT)]),
    ("На фото: министр культуры Асан Токтосунов (справа) и мэр Бишкека Бакыт Асанов (слева)", [("мэр Бишкека", BAKYT), ("министр культуры", ASAN)]),
    ("На фото: Асан Токтосунов (справа) на встрече с Бакытом Асановым", [("", BAKYT), ("", ASAN)]),
    ("Асан Токтосунов (в центре), Бакыт Асанов (справа) и Нурлан Маматов", [("", NURLAN), ("", ASAN), ("", BAKYT)]),
    ("Второй слева — министр культуры Асан Токтосунов", [("министр культуры", ASAN)]),
    ("Крайний справа — Асан Токтосунов, крайний слева — Бакыт Асанов", [("", BAKYT), ("", ASAN)]),
    ("Асан Токтосунов (крайний справа) с Бакытом Асановым (второй слева) и Нурланом Маматовым (крайний слева)", [("", NURLAN), ("", BAKYT), ("", ASAN)]),
    ("В первом ряду слева направо: Асан Токтосунов, Бакыт Асанов. Во втором ряду: Нурлан Маматов, Айгуль Токтосунова", [("", ASAN), ("", BAKYT), ("", NURLAN), ("", AIGUL)]),
    ("Сидят слева направо: Асан Токтосунов, Бакыт Асанов; стоят: Нурлан Маматов, Айгуль Токтосунова", [("", ASAN), ("", BAKYT), ("", NURLAN), ("", AIGUL)]),
    ("По часовой стрелке слева: Асан Токтосунов, Бакыт Асанов, Нурлан Маматов", [("", ASAN), ("", BAKYT), ("", NURLAN)]),
    ("Главы МИД Лаковии Асан Токтосунов, Эмерании Бакыт Асанов и Казахстана Нурлан Маматов (слева направо)", [("глава МИД Лаковии", ASAN), ("глава МИД Эмерании", BAKYT), ("глава МИД Казахстана", NURLAN)]),
    ("Депутаты Жогорку Кенеша Асан Токтосунов, Бакыт Асанов и Нурлан Маматов", [("депутат Жогорку Кенеша", ASAN), ("депутат Жогорку Кенеша", BAKYT), ("депутат Жогорку Кенеша", NURLAN)]),
    ("Президент Лаковии Асан Токтосунов встречает премьер-министра Эмерании Бакыта Асанова. Фото: Нурлан Маматов", [("президент Лаковии", ASAN), ("премьер-министр Эмерании", BAKYT)]),
    ("Министр культуры Асан Токтосунов на встрече без Бакыта Асанова", [("министр культуры", ASAN)]),
    ("Асан Токтосунов на вечере в память о Бакыте Асанове", [("", ASAN)]),
    ("Асан Токтосунов возлагает цветы к памятнику Бакыту Асанову", [("", ASAN)]),
    ("Асан Токтосунов, министр культуры, и Бакыт Асанов, мэр Бишкека, на открытии музея", [("министр культуры", ASAN), ("мэр Бишкека", BAKYT)]),
    ("Асан Токтосунов (министр культуры), Бакыт Асанов (мэр Бишкека). Слева направо.", [("министр культуры", ASAN), ("мэр Бишкека", BAKYT)]),
    ("Председатель Кабинета министров — руководитель Администрации президента Асан Токтосунов (слева) и торага ЖК Бакыт Асанов", [("председатель Кабинета министров — руководитель Администрации президента", ASAN), ("торага ЖК", BAKYT)]),
    ("И. о. министра культуры Асан Токтосунов вручает награду Айгуль Токтосуновой", [("и. о. министра культуры", ASAN), ("", AIGUL)]),
    ("Экс-президент Лаковии Асан Токтосунов с супругой Айгуль Токтосуновой", [("экс-президент Лаковии", ASAN), ("", AIGUL)]),
    ("Встреча министра культуры Лаковии Асана Токтосунова с послом Эмерании Бакытом Асановым. Источник фото: пресс-служба", [("министр культуры Лаковии", ASAN), ("посол Эмерании", BAKYT)]),
    ("Первый заместитель министра культуры Асан Токтосунов, помощник президента Бакыт Асанов. Фото: пресс-служба", [("первый заместитель министра культуры", ASAN), ("помощник президента", BAKYT)]),
    ("Слева направо (первый ряд): А. Токтосунов, Б. Асанов", [("", "А. Токтосунов"), ("", "Б. Асанов")]),
    ("Слева: Асан Токтосунов. Справа: Бакыт Асанов", [("", ASAN), ("", BAKYT)]),
    ("Слева направо — Асан Токтосунов, Бакыт Асанов и неизвестный", [("", ASAN), ("", BAKYT)]),
    ("Асан Токтосунов и Бакыт Асанов (слева направо) в Чолпон-Ате", [("", ASAN), ("", BAKYT)]),
    ("Командир в/ч 2021 полковник Асан Токтосунов", [("командир в/ч 2021", ASAN)]),
    ("Генерал-майор милиции Асан Токтосунов", [("генерал-майор милиции", ASAN)]),
    ("В Бишкеке прошло заседание правительства", []),
    ("Президент Киргизии Асан Токтосунов и президент Лаковии Бакыт Асанов (слева направо) на саммите ОДКБ в Бишкеке", [("президент Киргизии", ASAN), ("президент Лаковии", BAKYT)]),
    ("Слева направо: директор ГКНБ Асан Токтосунов, мэр Бишкека Бакыт Асанов, аким Ошской области Нурлан Маматов, депутат ЖК Айгуль Токтосунова", [("директор ГКНБ", ASAN), ("мэр Бишкека", BAKYT), ("аким Ошской области", NURLAN), ("депутат ЖК", AIGUL)]),
    ("Министр иностранных дел Лаковии Асан Токтосунов (второй справа), генсек ОДКБ Бакыт Асанов (крайний справа), Нурлан Маматов (слева)", [("", NURLAN), ("министр иностранных дел Лаковии", ASAN), ("генсек ОДКБ", BAKYT)]),
    ("На снимке: Асан Токтосунов, Бакыт Асанов", [("", ASAN), ("", BAKYT)]),
    ("Асан Токтосунов — слева, Бакыт Асанов — справа", [("", ASAN), ("", BAKYT)]),
    ("Фото на память. Слева направо: Бакыт Асанов и Асан Токтосунов", [("", BAKYT), ("", ASAN)]),
    ("(слева направо) замминистра культуры Асан Токтосунов, а также вице-мэр Бакыт Асанов", [("замминистра культуры", ASAN), ("вице-мэр", BAKYT)]),
    ("Премьер-министр Асан Токтосунов жмёт руку Бакыту Асанову (слева)", [("", BAKYT), ("премьер-министр", ASAN)]),
    ("Асан Токтосунов у бюста Бакыта Асанова", [("", ASAN)]),
    ("Церемония с участием Асана Токтосунова и Бакыта Асанова", [("", ASAN), ("", BAKYT)]),
    ("АСАН ТОКТОСУНОВ И БАКЫТ АСАНОВ, БИШКЕК", [("", ASAN), ("", BAKYT)]),
    ("ТОКТОСУНОВ АСАН МАРАТОВИЧ (справа), АСАНОВ БАКЫТ МАРАТОВИЧ", [("", "Бакыт Маратович Асанов"), ("", "Асан Маратович Токтосунов")]),
    ("Президент Китая Чжан Вэйлян и президент Лаковии Асан Токтосунов", [("президент Китая", "Чжан Вэйлян"), ("президент Лаковии", ASAN)]),
    ("Улица Асана Токтосунова в Бишкеке", []),
    ("Министр обороны генерал-майор Асан Токтосунов и командующий Бакыт Асанов", [("министр обороны", ASAN), ("командующий", BAKYT)]),
]  # fmt: skip

KYRGYZ = [
    ("Солдон оңго: Кыргызстандын тышкы иштер министри Асан Токтосунов, Казакстандын маданият министри Бакыт Асанов", [("Кыргызстандын тышкы иштер министри", ASAN), ("Казакстандын маданият министри", BAKYT)]),
    ("Сүрөттө: президент Асан Токтосунов жана Жогорку Кеңештин төрагасы Бакыт Асанов", [("президент", ASAN), ("Жогорку Кеңештин төрагасы", BAKYT)]),
    ("(солдон оңго) Асан Токтосунов, Бакыт Асанов жана Нурлан Маматов", [("", ASAN), ("", BAKYT), ("", NURLAN)]),
    ("Асан Токтосунов (солдо) жана Бакыт Асанов (оңдо)", [("", ASAN), ("", BAKYT)]),
    ("Оңдон солго: Асан Токтосунов, Бакыт Асанов", [("", BAKYT), ("", ASAN)]),
    ("Министр Асан Токтосунов. Сүрөт: Бакыт Асанов", [("министр", ASAN)]),
    ("Солдон оңго: экономика министри Асан Токтосунов, УКМКнын төрагасы Бакыт Асанов, Нурлан Маматов", [("экономика министри", ASAN), ("УКМКнын төрагасы", BAKYT), ("", NURLAN)]),
    ("Сүрөттө солдон оңго: Асан Токтосунов, Айгүл Асанова, Нурлан уулу Бакыт", [("", ASAN), ("", "Айгүл Асанова"), ("", "Бакыт Нурлан уулу")]),
    ("Президент Асан Токтосунов Лаковиянын элчиси Бакыт Асановду кабыл алды. Сүрөт: Агенттик жана башкалар менен", [("Президент", ASAN), ("Лаковиянын элчиси", BAKYT)]),
    ("Маданият министри Асан Токтосунов (оңдо) жана Бишкек шаарынын мэри Бакыт Асанов (солдо)", [("Бишкек шаарынын мэри", BAKYT), ("Маданият министри", ASAN)]),
]  # fmt: skip

ENGLISH = [
    ("(L-R) Foreign Minister Asan Toktosunov, President Bakyt Asanov", [("Foreign Minister", ASAN_EN), ("President", BAKYT_EN)]),
    ("From left: Culture Minister Asan Toktosunov, Mayor of Bishkek Bakyt Asanov and Nurlan Mamatov", [("Culture Minister", ASAN_EN), ("Mayor of Bishkek", BAKYT_EN), ("", NURLAN_EN)]),
    ("Lakovian President Asan Toktosunov (R) shakes hands with Foreign Minister Bakyt Asanov (L) in Bishkek", [("Foreign Minister", BAKYT_EN), ("Lakovian President", ASAN_EN)]),
    ("Asan Toktosunov, left, meets with Bakyt Asanov, right", [("", ASAN_EN), ("", BAKYT_EN)]),
    ("Asan Toktosunov, Minister of Culture, and Bakyt Asanov, Mayor of Bishkek", [("Minister of Culture", ASAN_EN), ("Mayor of Bishkek", BAKYT_EN)]),
    ("Minister of Culture Asan Toktosunov speaks in Bishkek. Photo by Bakyt Asanov", [("Minister of Culture", ASAN_EN)]),
    ("Right to left: Asan Toktosunov, Bakyt Asanov", [("", BAKYT_EN), ("", ASAN_EN)]),
    ("Asan Toktosunov (center) with Bakyt Asanov (far right) and Nurlan Mamatov (left)", [("", NURLAN_EN), ("", ASAN_EN), ("", BAKYT_EN)]),
    ("From left to right: President of Lakovia Asan Toktosunov; CSTO Secretary General Bakyt Asanov; Nurlan Mamatov.", [("President of Lakovia", ASAN_EN), ("CSTO Secretary General", BAKYT_EN), ("", NURLAN_EN)]),
    ("Lakovian Deputy Prime Minister Asan Toktosunov, second from left, and Bakyt Asanov, far left", [("", BAKYT_EN), ("Lakovian Deputy Prime Minister", ASAN_EN)]),
    ("The Minister of Culture Asan Toktosunov and First Deputy Minister Bakyt Asanov in New York, June 2025", [("Minister of Culture", ASAN_EN), ("First Deputy Minister", BAKYT_EN)]),
    ("Asan Toktosunov with Bakyt Asanov. Photo: Nurlan Mamatov", [("", ASAN_EN), ("", BAKYT_EN)]),
    ("Foreign Ministry building in Bishkek", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "people"), [*RUSSIAN, *KYRGYZ, *ENGLISH])
def test_a_caption_shows(text, people):
    assert [(one.post, one.name.full) for one in parse_caption(text).people] == people


def test_the_command_reads_a_file_and_names_bad_lines(tmp_path):
    captions = tmp_path / "captions.jsonl"
    good = {"id": 7, "text": "Справа налево: мэр Бишкека Асан Токтосунов, Бакыт Асанов"}
    captions.write_text(f'{json.dumps(good)}\nno json\n{{"id": 8}}\n\n', encoding="utf-8")
    out, err = io.StringIO(), io.StringIO()
    call_command("parse_captions", str(captions), stdout=out, stderr=err)
    assert json.loads(out.getvalue()) == {
        "id": 7,
        "people": [
            {"row": 1, "position": 1, "post": "", "name": BAKYT},
            {"row": 1, "position": 2, "post": "мэр Бишкека", "name": ASAN},
        ],
    }
    assert "line 2: this is no JSON" in err.getvalue()
    assert "line 3: an object with an id and a text" in err.getvalue()


def test_the_command_says_when_there_is_no_file(tmp_path):
    with pytest.raises(CommandError, match="Give the path of a file that can be read"):
        call_command("parse_captions", str(tmp_path / "none.jsonl"))


def test_the_command_says_when_no_caption_could_be_read(tmp_path):
    (tmp_path / "empty.jsonl").write_text("")
    with pytest.raises(CommandError, match="No caption could be read"):
        call_command("parse_captions", str(tmp_path / "empty.jsonl"))
