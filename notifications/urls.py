from django.urls import path

from notifications import views
from notifications.push import views as push

app_name = "notifications"
urlpatterns = [
    path("mijn/meldingen/", views.inbox, name="inbox"),
    path("mijn/meldingen/gelezen/", views.read, name="read"),
    path("mijn/meldingen/instellingen/", views.preferences, name="preferences"),
    path("mijn/meldingen/apparaten/aan/", push.turn_on, name="push_on"),
    path("mijn/meldingen/apparaten/<int:pk>/uit/", push.turn_off, name="push_off"),
    path("mail/afmelden/<str:token>/", views.unsubscribe, name="unsubscribe"),
    path("mijn/meldingen/<int:notification>/", views.follow, name="follow"),
]
