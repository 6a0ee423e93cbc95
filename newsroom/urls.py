"""Every public path has its twin under /ky/ and /en/; the desk and pictures have none."""

from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path

from . import converters, views  # noqa: F401 - converters register themselves

urlpatterns = [
    path("admin/", include("newsroom.sign_in.urls")),
    path("admin/", admin.site.urls),
    path("media/", include("media_assets.urls")),
    path("preview/", include("articles.preview_urls")),
    path("healthz", views.health.healthz),
    path("readyz", views.health.readyz),
    path("robots.txt", views.programs.robots, name="robots"),
    path("sitemap.xml", views.sitemaps.sitemap, name="sitemap"),
    path("sitemap-news.xml", views.sitemaps.news, name="sitemap_news"),
    path("sitemaps/pages.xml", views.sitemaps.pages, name="sitemap_pages"),
    path("sitemaps/news-<year:year>-<two:month>.xml", views.sitemaps.month, name="sitemap_month"),
    path("sitemaps/<slug:kind>-<int:number>.xml", views.sitemaps.of_record, name="sitemap_record"),
    *i18n_patterns(
        path("", views.front.front, name="front"),
        path("feeds/<str:format>", views.feeds.feed, name="feed"),
        path("news/<slug:slug>-<int:pk>.ninjs.json", views.ninjs.story, name="ninjs"),
        path("news/", include("articles.urls")),
        path("sections/<slug:slug>/", views.front.section, name="section"),
        path("sections/<slug:slug>/feeds/<str:format>", views.feeds.feed, {"shelf": "section"}, name="section_feed"),
        path("tags/<slug:slug>/", views.tags.tag, name="tag"),
        path("tags/<slug:slug>/feeds/<str:format>", views.feeds.feed, {"shelf": "tag"}, name="tag_feed"),
        path("authors/<slug:slug>/", views.authors.author, name="author"),
        path("authors/<slug:slug>/feeds/<str:format>", views.feeds.feed, {"shelf": "author"}, name="author_feed"),
        path("archive/", views.archive.years, name="archive"),
        path("archive/<year:year>/", views.archive.year, name="archive_year"),
        path("archive/<year:year>/<two:month>/", views.archive.month, name="archive_month"),
        path("archive/<year:year>/<two:month>/<two:day>/", views.archive.day, name="archive_day"),
        path("search/", views.search.search, name="search"),
        path("search/suggest", views.search.suggest, name="search_suggest"),
        path("opensearch.xml", views.programs.opensearch, name="opensearch"),
        path("corrections/", views.corrections.corrections, name="corrections"),
        path("people/", views.people.index, name="people"),
        path("people/<slug:slug>/", views.people.person, name="person"),
        path("people/<slug:slug>.popolo.json", views.people.popolo, name="person_popolo"),
        path("people/<slug:slug>/quotes/", views.people.quotes, name="person_quotes"),
        path("people/<slug:slug>/photos/", views.people.photos, name="person_photos"),
        path("people/<slug:slug>/feeds/<str:format>", views.feeds.feed, {"shelf": "person"}, name="person_feed"),
        path("organizations/<slug:slug>/", views.organizations.organization, name="organization"),
        path("organizations/<slug:slug>.popolo.json", views.organizations.popolo, name="organization_popolo"),
        path("posts/<slug:slug>/", views.posts.post, name="post"),
        # The last: it takes whatever word nothing above has taken.
        path("<slug:slug>/", views.pages.page, name="page"),
        prefix_default_language=False,
    ),
]

handler403 = "newsroom.views.errors.forbidden"
handler404 = "newsroom.views.errors.not_found"
handler500 = "newsroom.views.errors.server_error"
