"""Addresses without a language: sitemap and robots."""

from django.contrib.sitemaps.views import sitemap
from django.urls import path

from core.access import public
from home import views
from home.sitemaps import SITEMAPS

urlpatterns = [
    path("sitemap.xml", public(sitemap), {"sitemaps": SITEMAPS}, name="django.contrib.sitemaps.views.sitemap"),
    path("robots.txt", views.robots, name="robots"),
]
