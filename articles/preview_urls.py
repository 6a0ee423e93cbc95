"""Secret links; below each, the addresses of ``media_assets`` for its pictures and documents."""

from django.urls import path

from . import preview_views as views

app_name = "previews"

urlpatterns = [
    path("<str:key>/", views.page, name="page"),
    path("<str:key>/media/documents/<str:document>/<str:filename>", views.offered_document, name="document"),
    path("<str:key>/media/<path:name>", views.picture, name="picture"),
]
