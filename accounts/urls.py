from django.urls import path

from accounts import views

app_name = "accounts"
urlpatterns = [
    path("mijn/instellingen/", views.profile, name="profile"),
    path("mensen/<int:person>/foto/", views.photo, name="photo"),
    path("mijn/instellingen/inloggen/", views.security, name="security"),
    path("mijn/instellingen/apparaten/", views.sessions, name="sessions"),
    path("mijn/instellingen/apparaten/uitloggen/", views.end_sessions, name="end_sessions"),
    path("mijn/instellingen/gegevens/", views.data, name="data"),
    path("mijn/instellingen/gegevens/download/", views.download, name="download"),
    path("mijn/instellingen/gegevens/verwijderen/", views.erase, name="erase"),
    path("mijn/instellingen/tokens/", views.tokens, name="tokens"),
    path("mijn/instellingen/tokens/<int:token>/intrekken/", views.revoke_token, name="revoke_token"),
]
