"""Offices read from text. «|» marks where the name begins or ends; Лаковия and Эмерания are invented."""

# ruff: noqa: E501  -- a row of a table is read whole

import pytest

from people.names.offices import Office, office_after, office_before


def before(marked: str) -> Office | None:
    return office_before(marked.replace("|", ""), marked.index("|"))


# text -> wording in the nominative, post, organization
BEFORE = [
    # the head of the phrase in every case; the tail stays as it is
    ("министр культуры Лаковии |Асан Токтосунов", "министр культуры Лаковии", "министр культуры", "Министерство культуры Лаковии"),
    ("встреча с министром культуры Лаковии |Асаном Токтосуновым", "министр культуры Лаковии", "министр культуры", "Министерство культуры Лаковии"),
    ("речь министра культуры Лаковии |Асана Токтосунова", "министр культуры Лаковии", "министр культуры", "Министерство культуры Лаковии"),
    # at the head of a sentence
    ("Президент Киргизии |Садыр Жапаров", "президент Киргизии", "президент", "Институт президента Киргизии"),
    # a woman keeps the masculine name of the post
    ("с президентом Лаковии |Айгуль Токтосуновой", "президент Лаковии", "президент", "Институт президента Лаковии"),
    # synonyms share a post, the wording stays
    ("глава МИД Киргизии |Асан Токтосунов", "глава МИД Киргизии", "министр иностранных дел", "Министерство иностранных дел Киргизии"),
    ("главой Минздрава |Асаном Токтосуновым", "глава Минздрава", "министр здравоохранения", "Министерство здравоохранения"),
    ("премьер Лаковии |Асан Токтосунов", "премьер Лаковии", "премьер-министр", "Правительство Лаковии"),
    ("генсек ОДКБ |Асан Токтосунов", "генсек ОДКБ", "генеральный секретарь", "Организация Договора о коллективной безопасности"),
    ("спикер Жогорку Кенеша |Асан Токтосунов", "спикер Жогорку Кенеша", "председатель", "Жогорку Кенеш"),
    # a deputy, an aide, a press secretary hold another post than their head
    ("первый заместитель министра культуры Лаковии |Асан Токтосунов", "первый заместитель министра культуры Лаковии", "первый заместитель министра культуры", "Министерство культуры Лаковии"),
    ("заместителя министра культуры |Асана Токтосунова", "заместитель министра культуры", "заместитель министра культуры", "Министерство культуры"),
    ("замминистра культуры Лаковии |Асан Токтосунов", "замминистра культуры Лаковии", "заместитель министра культуры", "Министерство культуры Лаковии"),
    ("помощник президента Лаковии |Асан Токтосунов", "помощник президента Лаковии", "помощник президента", "Институт президента Лаковии"),
    ("вице-президент Лаковии |Асан Токтосунов", "вице-президент Лаковии", "вице-президент", "Лаковия"),
    ("избранный президент Лаковии |Асан Токтосунов", "избранный президент Лаковии", "избранный президент", "Институт президента Лаковии"),
    # the cabinet's ministers are no office of his
    ("председателем кабинета министров Лаковии |Асаном Токтосуновым", "председатель кабинета министров Лаковии", "председатель", "Кабинет министров Лаковии"),
    # a ministry for several things, with a comma inside
    ("министр культуры, информации и спорта Лаковии |Асан Токтосунов", "министр культуры, информации и спорта Лаковии", "министр культуры, информации и спорта", "Министерство культуры, информации и спорта Лаковии"),
    # a rank between the office and the name
    ("министр обороны генерал-майор |Асан Токтосунов", "министр обороны", "министр обороны", "Министерство обороны"),
    # the country as an adjective
    ("российский министр обороны |Асан Токтосунов", "российский министр обороны", "министр обороны", "Министерство обороны России"),
    # two places: where from and where to
    ("посол Киргизии в России |Асан Токтосунов", "посол Киргизии в России", "посол в России", "Посольство Киргизии в России"),
    # a company in guillemets
    ("директор компании «Ромашка» |Асан Токтосунов", "директор компании «Ромашка»", "директор", "Компания «Ромашка»"),
    ("мэр Бишкека |Асан Токтосунов", "мэр Бишкека", "мэр", "Мэрия Бишкека"),
    # «Аким» is also a given name, «Ошской» looks like a surname
    ("Акиму Ошской области |Асану Токтосунову", "аким Ошской области", "аким", "Акимиат Ошской области"),
    # the board belongs to the post
    ("председатель правления ОАО «Ромашка» |Асан Токтосунов", "председатель правления ОАО «Ромашка»", "председатель правления", "ОАО «Ромашка»"),
    ("кандидату в президенты |Асану Токтосунову", "кандидат в президенты", "кандидат в президенты", ""),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "wording", "post", "organization"), BEFORE)
def test_office_before_a_name(marked, wording, post, organization):
    office = before(marked)
    assert office is not None
    assert (office.wording, office.post, office.organization) == (wording, post, organization)


CLASSIFIED = [
    ("министр культуры Лаковии |Асан Токтосунов", "ministry", "Лаковия"),
    ("президент Киргизии |Асан Токтосунов", "head of state", "Киргизия"),
    ("премьер-министр Казахстана |Асан Токтосунов", "government", "Казахстан"),
    ("генсек ООН |Асан Токтосунов", "international organization", ""),
    ("депутат Госдумы |Асан Токтосунов", "parliament", ""),
    ("председатель ГКНБ Киргизии |Асан Токтосунов", "state committee", "Киргизия"),
    ("глава компании «Ромашка» |Асан Токтосунов", "company", ""),
    ("ректор университета |Асан Токтосунов", "other", ""),
]


@pytest.mark.parametrize(("marked", "classification", "country"), CLASSIFIED)
def test_kind_of_organization_and_country(marked, classification, country):
    office = before(marked)
    assert office is not None
    assert (office.classification, office.country) == (classification, country)


@pytest.mark.parametrize("country", ["Киргизии", "Кыргызстана", "Кыргызской Республики", "КР"])
def test_one_country_has_one_name(country):
    office = before(f"министр обороны {country} |Асан Токтосунов")
    assert office is not None
    assert (office.country, office.organization) == ("Киргизия", "Министерство обороны Киргизии")
    assert office.organization_short == "Минобороны Киргизии"


HOLDING = [
    ("и. о. министра культуры |Асан Токтосунов", "и. о. министра культуры", True, False),
    ("врио министра культуры |Асан Токтосунов", "врио министра культуры", True, False),
    ("исполняющий обязанности министра культуры |Асан Токтосунов", "исполняющий обязанности министра культуры", True, False),
    ("экс-министр культуры |Асан Токтосунов", "экс-министр культуры", False, True),
    ("с бывшим министром культуры |Асаном Токтосуновым", "бывший министр культуры", False, True),
    ("новый министр культуры |Асан Токтосунов", "министр культуры", False, False),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "wording", "acting", "former"), HOLDING)
def test_acting_and_former_holders_are_marked(marked, wording, acting, former):
    office = before(marked)
    assert office is not None
    assert (office.wording, office.post, office.acting, office.former) == (wording, "министр культуры", acting, former)


NOT_THEIRS = [
    "супруга президента Лаковии |Айгуль Токтосунова",  # kin
    "президент Бакыт Асанов принял |Асана Токтосунова",  # another person and a verb
    "министр культуры заявил. |Асан Токтосунов",  # another sentence
    "помощник |Айгуль Токтосуновой",  # hers, not she
    "После |Асана Токтосунова",  # a form of «посол» by accident
    "посол в |Асане Токтосунове",  # the preposition governs the name
    "на встрече с министром культуры |Асан Токтосунов",  # no agreement in case
    "|Асан Токтосунов",
]


@pytest.mark.parametrize("marked", NOT_THEIRS)
def test_no_office_of_somebody_else(marked):
    assert before(marked) is None


def test_ministers_in_a_list_each_have_a_ministry_of_their_own():
    text = (
        "Приняли участие главы МИД Киргизии Жээнбек Кулубаев, Белоруссии Максим Рыженков, Казахстана Мурат Нуртлеу, "
        "а также генеральный секретарь ОДКБ Имангали Тасмагамбетов."
    )
    found = {}
    for name in ("Жээнбек", "Максим", "Мурат", "Имангали"):
        office = office_before(text, text.index(name))
        found[name] = office and (office.wording, office.organization_short)
    assert found == {
        "Жээнбек": ("глава МИД Киргизии", "МИД Киргизии"),
        "Максим": ("глава МИД Белоруссии", "МИД Белоруссии"),
        "Мурат": ("глава МИД Казахстана", "МИД Казахстана"),
        "Имангали": ("генеральный секретарь ОДКБ", "ОДКБ"),
    }


@pytest.mark.parametrize("name", ["Асан", "Бакыт", "Нурлан"])
def test_deputies_in_a_list_share_the_plural(name):
    text = "Депутаты Жогорку Кенеша Асан Токтосунов, Бакыт Асанов и Нурлан Маматов"
    office = office_before(text, text.index(name))
    assert office is not None
    assert (office.wording, office.organization) == ("депутат Жогорку Кенеша", "Жогорку Кенеш")


def test_a_singular_office_is_not_shared():
    text = "Президент Лаковии Асан Токтосунов и Бакыт Асанов"
    assert office_before(text, text.index("Бакыт")) is None


def test_the_text_itself_spells_out_an_acronym():
    text = "Сессия Лаковского союза портов (ЛСП) открылась. Генеральный секретарь ЛСП Асан Токтосунов"
    office = office_before(text, text.index("Асан"))
    assert office is not None
    assert (office.organization, office.organization_short) == ("Лаковский союз портов", "ЛСП")


AFTER = [
    ("Асан Токтосунов|, министр культуры Лаковии, заявил", "министр культуры Лаковии"),
    ("Асан Токтосунов| (министр культуры) заявил", "министр культуры"),
    ("Асан Токтосунов| — министр культуры.", "министр культуры"),
    ("Асан Токтосунов|, и. о. министра культуры, заявил", "и. о. министра культуры"),
    ("Асан Токтосунов|, заявил министр культуры", None),  # a verb
    ("Асан Токтосунов|, министр культуры Бакыт Асанов", None),  # the next person's
    ("Асан Токтосунов|. Министр культуры", None),
]


@pytest.mark.parametrize(("marked", "wording"), AFTER)
def test_office_in_apposition(marked, wording):
    office = office_after(marked.replace("|", ""), marked.index("|"))
    assert (office.wording if office else None) == wording


def test_offsets_mark_the_printed_words():
    text = "Вчера с министром культуры Лаковии Асаном Токтосуновым"
    office = office_before(text, text.index("Асаном"))
    assert office is not None
    assert text[office.start : office.end] == "министром культуры Лаковии"
