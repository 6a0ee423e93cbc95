"""A reader points at a name and sees who it is on the picture, and the other way round, also without a mouse."""

from dataclasses import replace

import pytest
from playwright.sync_api import expect

from articles import revisions, workflow
from articles.content import Content
from media_assets.settling import settle
from tests.factories.people import held, person, post
from tests.factories.pictures import photo

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

_UNLIT = "rgba(0, 0, 0, 0)"


@pytest.fixture
def story(login_of, now):
    shown = photo(alt_text="Двое у воды")
    people = [person(given, "Токтосунов", page="public", checked_at=now) for given in ("Асан", "Болот")]
    held(people[0], post(), "2020", checked_at=now)
    for position, each in enumerate(people, 1):
        box = {"region_x": 0.1 + 0.4 * (position - 1), "region_y": 0.2, "region_width": 0.3, "region_height": 0.6}
        shown.persons_shown.create(person=each, position=position, **box)
    settle(shown)
    content = Content(headline="Двое у воды", body="<p>Они пришли к воде.</p>", lead_photo=shown.pk)
    caption = "(слева направо) Асан Токтосунов и Болот Токтосунов."
    draft = revisions.create(replace(content, lead_caption=caption), login_of("editor"), now=now)
    workflow.publish(draft, by=login_of("editor", "second"), now=now)
    return draft


def test_a_name_and_its_person_light_up_together(page, console, live_server, story):
    page.goto(f"{live_server.url}{story.get_absolute_url()}")
    boxes, names = page.locator(".who rect"), page.locator("figcaption a")
    expect(boxes).to_have_count(2)
    expect(boxes.nth(1)).to_have_css("stroke", _UNLIT)

    names.nth(1).hover()
    expect(boxes.nth(1)).not_to_have_css("stroke", _UNLIT)
    expect(boxes.nth(0)).to_have_css("stroke", _UNLIT)

    boxes.nth(0).hover()
    expect(names.nth(0)).not_to_have_css("background-color", _UNLIT)
    expect(names.nth(1)).to_have_css("background-color", _UNLIT)

    page.mouse.move(0, 0)
    page.keyboard.press("Tab")
    for _press in range(20):
        if page.evaluate("document.activeElement.classList.contains('shown-2')"):
            break
        page.keyboard.press("Tab")
    expect(names.nth(1)).not_to_have_css("background-color", _UNLIT)
    expect(page.locator(".who a").nth(0)).to_have_attribute("aria-label", "Асан Токтосунов, министр культуры Лаковии")
    assert console == []
