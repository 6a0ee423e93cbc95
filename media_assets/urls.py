from django.urls import path

from . import views

app_name = "media_assets"

urlpatterns = [
    path("documents/<str:key>/<str:filename>", views.document, name="document"),
    path("<path:name>", views.rendition, name="rendition"),
]
