from django.urls import path

from notifications import views

app_name = "notifications"
urlpatterns = [
    path("mijn/meldingen/", views.inbox, name="inbox"),
    path("mijn/meldingen/gelezen/", views.read, name="read"),
    path("mijn/meldingen/instellingen/", views.preferences, name="preferences"),
    path("mail/afmelden/<str:token>/", views.unsubscribe, name="unsubscribe"),
    path("mijn/meldingen/<int:notification>/", views.follow, name="follow"),
]
