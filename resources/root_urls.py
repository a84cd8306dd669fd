"""Addresses without a language: the library for harvesters."""

from django.urls import path

from resources.oai.views import oai

urlpatterns = [path("oai/", oai, name="oai")]
