import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.body import Figure, Quotation, entries, figures, is_empty, quotations, sanitise
from articles.body.posts import network_of
from articles.body.videos import canonical
from people.names.markup import text_of


@pytest.mark.parametrize(
    ("dirty", "clean"),
    [
        ("<p onclick='x()'>Текст</p>", "<p>Текст</p>"),
        ("<script>alert(1)</script><p>Текст</p>", "<p>Текст</p>"),
        ("<p><b>Имя</b> <i>слово</i></p>", "<p><strong>Имя</strong> <em>слово</em></p>"),
        ('<a href="javascript:alert(1)">x</a>', "x"),
        (
            '<figure data-photo="7" onload="x"><figcaption>Подпись</figcaption></figure>',
            '<figure data-photo="7"><figcaption>Подпись</figcaption></figure>',
        ),
        ('<figure data-photo="7; drop"><figcaption>Слова</figcaption></figure>', "<p>Слова</p>"),
        ('<blockquote data-speaker="12x"><p>«Да»</p></blockquote>', "<blockquote><p>«Да»</p></blockquote>"),
        ("<p>Раз</p><p> &nbsp;</p><p></p><p>Два</p>", "<p>Раз</p><p>Два</p>"),
        ('<p style="color:red">Текст</p>', "<p>Текст</p>"),
        ("<svg><script>1</script></svg><p>Текст</p>", "<p>Текст</p>"),
    ],
)
def test_only_what_may_stand_in_a_body_stays(dirty, clean):
    assert sanitise(dirty) == clean


POST = (
    '<blockquote data-post="https://t.me/lakovia/12" data-author="Мэрия" data-time="2025-06-30T15:45">'
    "<p>т</p></blockquote>"
)


@pytest.mark.parametrize(
    ("dirty", "clean"),
    [
        # one address for a video, however its link was copied
        (
            '<figure data-photo="7" data-video="http://youtu.be/abcdefghijk?t=90"><figcaption>Т</figcaption></figure>',
            '<figure data-video="https://www.youtube.com/watch?v=abcdefghijk" data-photo="7">'
            "<figcaption>Т</figcaption></figure>",
        ),
        ('<figure data-video="https://video.example/1"><figcaption>Слова</figcaption></figure>', "<p>Слова</p>"),
        ('<figure data-video="javascript:alert(1)" data-photo="7"></figure>', '<figure data-photo="7"></figure>'),
        # a gallery holds photos and nothing else
        (
            '<div data-gallery="x"> <figure data-photo="7"></figure></div>',
            '<div data-gallery=""><figure data-photo="7"></figure></div>',
        ),
        (
            '<div data-gallery=""><figure data-photo="7"></figure>слова</div>',
            '<figure data-photo="7"></figure><p>слова</p>',
        ),
        ('<div data-gallery=""></div><p>а</p>', "<p>а</p>"),
        # a post leads somewhere, under https
        (POST.replace("https://t.me", "http://t.me"), "<blockquote><p>т</p></blockquote>"),
        (POST.replace("https://t.me", "https://name:word@t.me"), "<blockquote><p>т</p></blockquote>"),
        (POST.replace("<blockquote ", '<blockquote data-speaker="7" '), POST),
        (POST.replace("06-30", "02-30"), POST.replace(' data-time="2025-06-30T15:45"', "")),
        (POST.replace("<p>т</p>", "<h2>т</h2>"), POST),
        (
            POST.replace("<p>т</p>", '<p>т</p><figure data-photo="7"></figure>'),
            POST + '<figure data-photo="7"></figure>',
        ),
        # an entry has a time and an anchor, and stands in no other
        ('<section data-entry="k3f9" data-time="вчера"><p>а</p></section>', "<p>а</p>"),
        ('<section data-entry="K&quot;" data-time="2025-06-30T15:45">а</section>', "<p>а</p>"),
        (
            '<section data-entry="k3f9" data-time="2025-06-30T15:45"><section data-entry="k3f8" '
            'data-time="2025-06-30T15:45"><p>а</p></section></section>',
            '<section data-entry="k3f9" data-time="2025-06-30T15:45"><p>а</p></section>',
        ),
        # words stay where a node does not
        ("<div>раз</div><div>два <b>три</b></div>", "<p>раз</p><p>два <strong>три</strong></p>"),
        ('<div data-document="3">План <em>города</em></div>', '<div data-document="3">План города</div>'),
        ('<div data-document="x">План</div>', "<p>План</p>"),
        ('<div data-article="12">слова</div>', '<div data-article="12"></div><p>слова</p>'),
        ('<p><a data-person="5" href="https://site.example/">Имя</a></p>', '<p><a data-person="5">Имя</a></p>'),
        ('<p><a data-person="5x">Имя</a></p>', "<p>Имя</p>"),
        (
            '<figure data-photo="7">раз<p>два</p></figure>',
            '<figure data-photo="7"><figcaption>раз два</figcaption></figure>',
        ),
    ],
)  # fmt: skip
def test_a_node_has_its_shape_or_leaves_its_words(dirty, clean):
    assert sanitise(dirty) == clean


def test_the_author_of_a_post_is_plain_and_short():
    stored = sanitise(POST.replace("Мэрия", f"Мэрия&#10;&lt;b&gt; {'о' * 200}"))
    author = stored.split('data-author="')[1].split('"')[0]
    assert author.startswith("Мэрия &lt;b&gt; о")
    assert len(author.replace("&lt;", "<").replace("&gt;", ">")) == 120


def test_two_entries_never_share_an_anchor():
    entry = '<section data-entry="k3f9a2" data-time="2025-06-30T15:45"><p>а</p></section>'
    assert [each.anchor for each in entries(sanitise(entry * 3))] == ["k3f9a2", "k3f9a22", "k3f9a23"]


def test_a_text_deeper_than_any_story_keeps_its_words():
    assert "дно" in sanitise("<ul><li>" * 3000 + "дно")


def test_empty_marks_within_each_other_go_at_once_however_many():
    assert sanitise("<p>дно</p>" + "<em><strong>" * 100) == "<p>дно</p>"


PIECES = [
    *("<p>", "</p>", "<h2>", "</h2>", "<ul>", "<li>", "</ul>", "<table>", "<tr>", "<td>", "</table>", "<b>", "</b>"),
    *("а", " ", "&nbsp;", "<br>", "<hr>", "&lt;", "<div>", "</div>", '<div data-gallery="">'),
    *('<div data-document="3">', '<div data-article="4">', '<figure data-photo="7">', "<figcaption>", "</figcaption>"),
    *('<figure data-video="https://vimeo.com/123456">', "</figure>", '<blockquote data-speaker="1">', "</blockquote>"),
    *('<blockquote data-post="https://t.me/a/1">', '<section data-entry="abcd" data-time="2025-06-30T15:45">'),
    *("</section>", "<a>", '<a data-person="1">', '<a href="https://a.example/">', "</a>"),
]


@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
def test_sanitising_twice_changes_nothing(text):
    once = sanitise(text)
    assert sanitise(once) == once
    assert text_of(once).count("а") == text.count("а")


@pytest.mark.parametrize(
    ("copied", "stored"),
    [
        ("https://www.youtube.com/watch?v=abcdefghijk&list=PL1&t=90s", "https://www.youtube.com/watch?v=abcdefghijk"),
        ("https://m.youtube.com/watch?feature=share&v=abcdefghijk", "https://www.youtube.com/watch?v=abcdefghijk"),
        ("https://youtu.be/abcdefghijk?si=x", "https://www.youtube.com/watch?v=abcdefghijk"),
        ("https://youtube.com/shorts/abcdefghijk", "https://www.youtube.com/watch?v=abcdefghijk"),
        ("https://www.youtube.com/live/abcdefghijk?feature=share", "https://www.youtube.com/watch?v=abcdefghijk"),
        ("https://rutube.ru/video/0123456789abcdef0123456789abcdef/?r=w", "https://rutube.ru/video/0123456789abcdef0123456789abcdef"),
        ("https://vimeo.com/123456789#t=3", "https://vimeo.com/123456789"),
        ("https://vk.com/video-12_345?list=a", "https://vkvideo.ru/video-12_345"),
        ("https://vk.com/feed?z=video-12_345%2Fpl", "https://vkvideo.ru/video-12_345"),
        ("https://vkvideo.ru/video-12_345", "https://vkvideo.ru/video-12_345"),
        ("https://www.youtube.com/@channel", None),
        ("https://youtube.com.example/watch?v=abcdefghijk", None),
        ("https://example.com/?u=https://youtu.be/abcdefghijk", None),
    ],
)  # fmt: skip
def test_a_video_has_one_address_however_its_link_was_copied(copied, stored):
    assert canonical(copied) == stored
    assert stored is None or canonical(stored) == stored


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("https://t.me/lakovia/12", "Telegram"),
        ("https://m.facebook.com/lakovia/posts/1", "Facebook"),
        ("https://twitter.com/lakovia/status/1", "X"),
        ("https://www.mastodon.example/@a/1", "mastodon.example"),
        ("https://nott.me/a/1", "nott.me"),
    ],
)
def test_a_network_is_known_by_its_host(address, network):
    assert network_of(address) == network


def test_figures_and_quotes_are_read_in_order():
    body = (
        '<p>Начало</p><figure data-photo="3"><figcaption>Кто <em>где</em></figcaption></figure>'
        '<blockquote data-speaker="5"><p>«Слова «в словах» его», — сказал министр.</p></blockquote>'
        "<blockquote><p>Без кавычек</p></blockquote>"
    )
    assert figures(body) == [Figure(3, "Кто где")]
    assert quotations(body) == [Quotation("Слова «в словах» его", 5), Quotation("Без кавычек", None)]


@pytest.mark.parametrize(
    ("body", "empty"),
    [
        ("", True),
        ('<figure data-video="https://vimeo.com/123456"></figure>', False),
        ("<p> </p>", True),
        ("<p>.</p>", False),
        ('<figure data-photo="1"></figure>', False),
    ],
)
def test_a_body_is_empty_without_words_and_pictures(body, empty):
    assert is_empty(body) is empty
