"""What the invented paper says of itself: its pages beside the stories, its imprint, its authors: all invented."""

from ..models import FlatPage, Imprint

AUTHORS = {
    "Лада Камышова": {
        "name_ky": "Лада Камышова",
        "name_en": "Lada Kamyshova",
        "biography": "Пишет о культуре и об озёрах Лаковии. Вымышленный человек.",
        "biography_en": "Writes about culture and the lakes of Lakovia. An invented person.",
    },
    "Нурлан Тростников": {
        "name_en": "Nurlan Trostnikov",
        "biography": "Пишет о дорогах, погоде и садах. Вымышленный человек.",
    },
}
# edition -> address -> title, text
PAGES = {
    "ru": {
        "about": (
            "О редакции",
            "<p>«Чабалекей» — вымышленная редакция: так выглядит сайт, пока на нём работает демонстрация.</p>"
            "<h2>Как мы работаем</h2><p>Мы называем источник каждой новости и исправляем ошибки открыто: "
            'все исправления собраны на <a href="/corrections/">отдельной странице</a>.</p>',
        ),
        "contacts": (
            "Контакты",
            "<p>Пишите в редакцию: newsroom@example.org.</p>"
            "<p>Нашли ошибку? Под каждым материалом есть ссылка, по которой о ней можно сообщить.</p>",
        ),
        "rules": (
            "Правила перепечатки",
            "<p>Материалы можно перепечатывать бесплатно, если выполнены три условия:</p>"
            "<ol><li>названа «Чабалекей»;</li><li>в первом абзаце стоит ссылка на материал;</li>"
            "<li>текст не изменён.</li></ol><p>Для снимков нужно разрешение тех, кто назван под ними.</p>",
        ),
    },
    "ky": {
        "about": (
            "Редакция жөнүндө",
            "<p>«Чабалекей» — ойдон чыгарылган редакция: демонстрация учурунда сайт ушундай көрүнөт.</p>",
        ),
        "contacts": ("Байланыш", "<p>Редакцияга жазыңыз: newsroom@example.org.</p>"),
    },
    "en": {
        "about": (
            "About us",
            "<p>“Chabalekei” is an invented newsroom: this is what a site looks like in the demo.</p>",
        ),
        "contacts": ("Contacts", "<p>Write to the newsroom: newsroom@example.org.</p>"),
    },
}
IMPRINTS = {
    "ru": {
        "founder": "редакция «Чабалекей» (вымышленная)",
        "certificate": "№ 0000, только для демонстрации",
        "editor_in_chief": "Марат Ивняков",
        "reprint_rules": "Перепечатка — со ссылкой на «Чабалекей»",
    },
    "ky": {"founder": "«Чабалекей» редакциясы (ойдон чыгарылган)", "editor_in_chief": "Марат Ивняков"},
    "en": {"founder": "the newsroom of “Chabalekei” (invented)", "editor_in_chief": "Marat Ivniakov"},
}


def write() -> None:
    """The pages and imprints that are not there yet; what somebody has changed stays as it is."""
    for language, pages in PAGES.items():
        for position, (slug, (title, body)) in enumerate(pages.items(), 1):
            said = {"title": title, "body": body, "position": position}
            FlatPage.objects.get_or_create(language=language, slug=slug, defaults=said)
    for language, facts in IMPRINTS.items():
        defaults = {"email": "newsroom@example.org", **facts}
        Imprint.objects.get_or_create(language=language, defaults=defaults)
