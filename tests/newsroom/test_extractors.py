"""What programs that read a page for people take the sample for: archives, reading modes, collections of news.

Each has its own idea of where a story begins; they agree on a picture that stands inside the block of paragraphs with
its caption in a paragraph of its own. newspaper4k leaves every figure out, whatever it holds.
"""

import re
import warnings
from collections.abc import Callable
from dataclasses import dataclass

import pytest
import trafilatura
from lxml import html
from readability import Document

from articles import workflow
from articles.importing import bring_in, examine
from articles.wire import read
from media_assets import renditions
from media_assets.settling import settle
from people.models import Person
from tests.factories.pictures import photo
from tests.samples import SAMPLE_FILE

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # it misses a toolkit for summaries that nobody asks for
    import newspaper

pytestmark = pytest.mark.django_db

ADDRESS = "https://news.example/news/sample-1/"
HEADLINE = "Садыр Жапаров принял министров иностранных дел стран-участниц ОДКБ в Чолпон-Ате"
BODY = [
    "Президент Киргизии Садыр Жапаров 30 июня 2025 года встретился в Чолпон-Ате",
    "Во встрече приняли участие главы МИД Киргизии Жээнбек Кулубаев, Белоруссии Максим Рыженков,",
    "Стороны обсудили расширение сотрудничества внутри Организации",
    "Садыр Жапаров отметил, что Киргизия рассматривает председательство",
    "«Виртуальное пространство становится ареной новых конфликтов",
    "Министры, в свою очередь, поддержали инициативы Киргизии",
]
CAPTION = (
    "Министр иностранных дел Киргизии Жээнбек Кулубаев, министр иностранных дел Белоруссии Максим Рыженков, "
    "министр иностранных дел Казахстана Мурат Нуртлеу, президент Киргизии Садыр Жапаров, "
    "министр иностранных дел России Сергей Лавров, министр иностранных дел Таджикистана Мухриддин Сироджиддин, "
    "а также генеральный секретарь ОДКБ Имангали Тасмагамбетов."
)
CREDIT = "Фото: пресс-служба президента Киргизии"


@dataclass(frozen=True)
class Taken:
    """What a program made of the page; what it never tells is None."""

    title: str
    text: str
    author: str
    instant: str | None = None
    picture: str | None = None


def by_trafilatura(page: str) -> Taken:
    """Asked for pictures too, else it leaves out every figure; and for the time of day, which it knows but rounds."""
    taken = trafilatura.bare_extraction(
        page,
        ADDRESS,
        with_metadata=True,
        include_images=True,
        date_extraction_params={"original_date": True, "outputformat": "%Y-%m-%dT%H:%M:%S%z"},
    )
    return Taken(taken.title, taken.text, taken.author, taken.date, taken.image)


def by_newspaper(page: str) -> Taken:
    article = newspaper.Article(ADDRESS, language="ru", fetch_images=False)
    article.download(input_html=page)
    article.parse()
    instant = article.publish_date.strftime("%Y-%m-%dT%H:%M:%S%z")
    return Taken(article.title, article.text, *article.authors, instant=instant, picture=article.top_image)


def by_readability(page: str) -> Taken:
    taken = Document(page, url=ADDRESS)
    return Taken(taken.title(), html.fromstring(taken.summary()).text_content(), taken.author())


@pytest.fixture
def sample(client, login_of, now, time_machine) -> str:
    """The sample as the desk brings it in, with everybody marked on its picture and known to readers."""
    time_machine.move_to(now, tick=False)
    editor = login_of("editor")
    [wire] = read(SAMPLE_FILE.read_bytes(), SAMPLE_FILE.name)
    intake = examine(wire)
    told = {"description": intake.content.lead_caption, "credit_line": intake.content.lead_credit}
    seven = photo("#446688", alt_text="Семь человек стоят в ряд", **told)
    article = bring_in(intake, by=editor, now=now, photo=seven).article
    Person.objects.update(page=Person.Page.PUBLIC, checked_at=now)
    for one in seven.persons_shown.order_by("position"):
        one.region_x, one.region_y, one.region_width, one.region_height = 0.13 * one.position, 0.3, 0.1, 0.6
        one.save()
    settle(seven)
    renditions.ensure(seven)
    workflow.publish(article, by=editor, now=now)
    return client.get(article.get_absolute_url()).content.decode()


def plain(text: str) -> str:
    return re.sub(r"\s+", " ", text.replace("**", ""))


@pytest.mark.parametrize("program", [by_trafilatura, by_newspaper, by_readability])
def test_a_program_takes_the_sample_for_what_it_is(sample, program: Callable[[str], Taken]):
    taken = program(sample)
    assert plain(taken.title) == HEADLINE
    assert taken.author == "Редакция"
    assert taken.instant in (None, "2025-06-30T15:45:00+0600")
    assert taken.picture is None or taken.picture.endswith(".jpg")
    text = plain(taken.text)
    places = [text.find(paragraph) for paragraph in BODY]
    assert -1 not in places
    assert places == sorted(places)


@pytest.mark.parametrize("program", [by_trafilatura, by_readability])
def test_a_program_that_keeps_pictures_keeps_their_words_once(sample, program: Callable[[str], Taken]):
    text = plain(program(sample).text)
    assert CAPTION in text
    assert CREDIT in text
    assert text.count("Нуртлеу") == 2  # under the picture and in the text; not as a label upon the picture


def test_whom_reading_modes_cannot_style_they_do_not_blacken(sample):
    """A box on the picture without our style would be a black one over somebody's face."""
    boxes = re.findall("<rect[^>]*>", sample)
    assert len(boxes) == 7
    assert all('fill="none"' in box for box in boxes)
