from django.urls import path

from . import views

app_name = "articles"

urlpatterns = [path("<slug:slug>-<int:pk>/", views.detail, name="detail")]
