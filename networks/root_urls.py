"""Addresses without a language. `path` takes whatever follows, so that no mistyped address with a token gets logged."""

from django.urls import path

from networks import views

app_name = "networks_root"
urlpatterns = [path("kalender/<path:token>", views.feed, name="feed")]
