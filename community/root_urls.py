"""Addresses without a language, for programs."""

from django.urls import path

from community.mailed.webhook import inbound

app_name = "community_root"
urlpatterns = [path("mail/inbound/<slug:provider>/", inbound, name="inbound")]
