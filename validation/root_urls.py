"""Addresses without a language, for programs that check badges."""

from django.urls import path

from validation.views import certificates

app_name = "validation_root"
BADGES = "certificaten/badges/"

urlpatterns = [
    path(BADGES + "sleutels/<str:kid>.json", certificates.signing_key, name="signing_key"),
    path(BADGES + "uitgevers/<slug:slug>.json", certificates.badge_issuer, name="badge_issuer"),
    path(BADGES + "ingetrokken.json", certificates.revoked_badges, name="revoked_badges"),
]
