"""What a file says of itself becomes the photo's fields; what the desk says goes out with every copy."""

from datetime import UTC, datetime, time
from io import BytesIO

import pytest
from PIL import Image

from media_assets import ingest as ingest_module
from media_assets import renditions
from media_assets.imaging.specs import specs_for
from media_assets.ingest import ingest
from media_assets.metadata import Metadata, Taken, embed, read
from media_assets.models import Batch, Photo
from media_assets.settling import settle
from tests.factories.people import person
from tests.factories.pictures import photo, picture_bytes

pytestmark = pytest.mark.django_db

SAID = Metadata(
    headline="Встреча у озера",
    description="(слева направо) Министр культуры Лаковии Асан Токтосунов и посол Боровии Болот Сыдыков.",
    creator="Вера Осокина",
    credit_line="Чолпон",
    source="Чолпон",
    copyright_notice="© Чолпон, 2025",
    usage_terms="Только для печати.",
    taken_at=Taken.from_iso("2025-06-30T15:45:10+06:00"),
    city="Чолпон-Ата",
    country="Киргизия",
    keywords=("встреча", "озеро"),
    alt_text="Двое у воды",
    rights_until=Taken.from_iso("2026-06-30"),
)


def take(said: Metadata, colour: str = "#345678", **options):
    return ingest(BytesIO(embed(picture_bytes(colour), said)), "снимок.jpg", **options)[0]


def test_nothing_has_to_be_retyped():
    taken = take(SAID)
    taken.refresh_from_db()
    for name in ("headline", "description", "creator", "credit_line", "copyright_notice", "usage_terms", "alt_text"):
        assert getattr(taken, name) == getattr(SAID, name)
    assert (str(taken.date_created), taken.time_created) == ("2025-06-30", "15:45:10+06:00")
    assert (taken.city, taken.country, taken.keywords) == ("Чолпон-Ата", "Киргизия", ["встреча", "озеро"])
    assert taken.rights_until.isoformat() == "2026-06-29T18:00:00+00:00"  # midnight in Bishkek


def test_whoever_the_caption_shows_is_known_in_order_and_the_rest_are_kept_by_name():
    asan = person("Асан", "Токтосунов")
    shown = list(take(SAID).persons_shown.all())
    assert [(each.position, each.person, each.name, each.office) for each in shown] == [
        (1, asan, "", "министр культуры Лаковии"),
        (2, None, "Болот Сыдыков", "посол Боровии"),
    ]


def test_names_the_file_lists_follow_those_its_caption_shows():
    said = Metadata(description="На фото: Асан Токтосунов.", persons_shown=("Болот Сыдыков", "Асан Токтосунов"))
    assert [each.full_name for each in take(said).persons_shown.all()] == ["Асан Токтосунов", "Болот Сыдыков"]


def test_a_batch_fills_what_a_file_leaves_empty():
    batch = Batch.objects.create(credit_line="пресс-служба", event="Саммит", city="Балыкчы")
    taken = take(Metadata(credit_line="Чолпон"), batch=batch)
    assert (taken.credit_line, taken.event, taken.city) == ("Чолпон", "Саммит", "Балыкчы")


def test_a_batch_goes_over_what_files_say_when_it_is_told_to():
    batch = Batch.objects.create(credit_line="пресс-служба", overrides=True)
    taken = take(Metadata(credit_line="Чолпон", creator="Вера Осокина"), batch=batch)
    assert (taken.credit_line, taken.creator) == ("пресс-служба", "Вера Осокина")


def test_a_caption_longer_than_its_field_is_cut_there_and_stays_whole_in_the_original():
    said = Metadata(headline="Озеро " * 100)
    taken = take(said)
    assert len(taken.headline) == 250
    assert read(taken.original.open("rb").read()).headline == said.headline.strip()


def test_every_copy_carries_the_desks_words_and_who_is_shown():
    asan = person("Асан", "Токтосунов")
    taken = photo(credit_line="Чолпон", creator="Вера Осокина", description="У озера", usage_terms="Не для рекламы")
    taken.persons_shown.create(person=asan, position=1)
    settle(taken)
    assert renditions.ensure(taken) == sum(len(spec.formats) for spec in specs_for(taken.width_px))
    for copy in taken.renditions.all():
        said = read(copy.file.open("rb").read())
        assert (said.description, said.credit_line, said.creator) == ("У озера", "Чолпон", "Вера Осокина"), copy
        assert (said.usage_terms, said.persons_shown) == ("Не для рекламы", ("Асан Токтосунов",)), copy


def test_an_edited_caption_reaches_copies_that_are_out_under_the_same_address_without_new_pixels():
    taken = photo(description="Рано")
    renditions.ensure(taken)
    before = {copy.file.name: Image.open(copy.file.open("rb")).tobytes() for copy in taken.renditions.all()}
    taken.description = "Поздно"
    taken.save()
    assert settle(taken)  # there is work for the worker
    renditions.ensure(taken)
    after = {copy.file.name: Image.open(copy.file.open("rb")).tobytes() for copy in taken.renditions.all()}
    assert after == before
    assert {read(copy.file.open("rb").read()).description for copy in taken.renditions.all()} == {"Поздно"}
    assert not settle(taken)


def test_a_copy_lost_by_the_store_is_made_again():
    taken = photo()
    renditions.ensure(taken)
    lost = taken.renditions.get(spec="w320", format="jpeg")
    lost.file.storage.delete(lost.file.name)
    taken.description = "Новые слова"
    taken.save()
    renditions.ensure(taken)
    assert read(lost.file.storage.open(lost.file.name).read()).description == "Новые слова"


@pytest.mark.parametrize("offset", [None, 0, -11 * 60])
def test_rights_that_never_end_have_no_end(offset):
    """In Bishkek the last second of the year 9999 of London is in no calendar."""
    never = Taken(9999, 12, 31, time(23, 59, 59), offset)
    assert take(Metadata(rights_until=never)).rights_until is None


def test_what_a_file_hides_among_its_keywords_stays_in_the_file():
    taken = take(Metadata(keywords=("озеро", "спам " * 3000)))
    assert [len(keyword) for keyword in taken.keywords] == [5, 100]


def test_a_batch_whose_rights_begin_after_a_files_end_is_no_error():
    batch = Batch.objects.create(rights_from=datetime(2027, 1, 1, tzinfo=UTC))
    taken = take(SAID, batch=batch)
    taken.refresh_from_db()
    assert taken.rights_from is None
    assert taken.rights_until.isoformat() == "2026-06-29T18:00:00+00:00"


def test_a_story_that_read_a_photo_before_its_credit_was_corrected_takes_nothing_back():
    corrected = photo(credit_line="Чолпон")
    renditions.ensure(corrected)
    read_before = Photo.objects.get(pk=corrected.pk)
    corrected.credit_line = "Театр"
    corrected.save()
    settle(corrected)
    renditions.ensure(corrected)
    renditions.ensure(read_before)
    assert {read(copy.file.open().read()).credit_line for copy in corrected.renditions.all()} == {"Театр"}


def test_copies_a_slower_worker_made_with_old_words_are_made_again(monkeypatch):
    """Its files go over those of a quicker worker that has known the correction."""
    slow = photo(credit_line="Чолпон")
    made = renditions.sandbox.make

    def overtaken(*args):
        copies = made(*args)
        monkeypatch.undo()
        quick = Photo.objects.get(pk=slow.pk)
        quick.credit_line = "Театр"
        quick.save()
        settle(quick)
        renditions.ensure(quick)
        return copies

    monkeypatch.setattr(renditions.sandbox, "make", overtaken)
    renditions.ensure(slow)
    assert Photo.objects.unfinished().filter(pk=slow.pk).exists()
    renditions.ensure(slow)
    assert {read(copy.file.open().read()).credit_line for copy in slow.renditions.all()} == {"Театр"}
    assert not Photo.objects.unfinished().filter(pk=slow.pk).exists()


def test_a_photo_deleted_while_its_copies_are_made_leaves_no_file(monkeypatch):
    deleted = photo()
    store = deleted.renditions.first().file.storage
    names = [copy.file.name for copy in deleted.renditions.all()]
    made = renditions.sandbox.make

    def gone(*args):
        copies = made(*args)
        Photo.objects.get(pk=deleted.pk).delete()
        return copies

    monkeypatch.setattr(renditions.sandbox, "make", gone)
    renditions.ensure(deleted)
    assert [name for name in names if store.exists(name)] == []


def test_a_file_that_comes_in_while_it_replaces_another_is_refused_in_a_sentence(monkeypatch):
    here, data = photo("#111111"), picture_bytes("#222222")
    folder, store = here.original.name.rpartition("/")[0], here.original.storage
    before = set(store.listdir(folder)[1])
    looked = ingest_module.look

    def meanwhile(*args):
        found = looked(*args)
        monkeypatch.undo()
        ingest(BytesIO(data), "другая.jpg")
        return found

    monkeypatch.setattr(ingest_module, "look", meanwhile)
    with pytest.raises(ingest_module.NotAPhoto, match="другая"):
        ingest_module.replace(here, data, "новая.jpg", by=None)
    here.refresh_from_db()
    assert not here.earlier_files.exists()
    other = Photo.objects.exclude(pk=here.pk).get()
    assert {f"{folder}/{name}" for name in set(store.listdir(folder)[1]) - before} == {other.original.name}
