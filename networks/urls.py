from django.urls import path

from networks import views

app_name = "networks"
MEETING = "netwerken/<slug:slug>/bijeenkomsten/<int:pk>/"
urlpatterns = [
    path("netwerken/<slug:slug>/aanmelden/", views.enrol, name="enrol"),
    path("netwerken/<slug:slug>/afmelden/", views.withdraw, name="withdraw"),
    path("netwerken/<slug:slug>/ruimte/", views.space, name="space"),
    path("netwerken/<slug:slug>/ruimte/leervraag/", views.learning_question, name="learning_question"),
    path("netwerken/<slug:slug>/ruimte/afspraken/<slug:kind>/", views.report, name="report"),
    path("netwerken/<slug:slug>/begeleiding/", views.cockpit, name="cockpit"),
    path("netwerken/<slug:slug>/begeleiding/aanmeldingen/<int:pk>/", views.request, name="request"),
    path("netwerken/<slug:slug>/begeleiding/aanmeldingen/<int:pk>/accepteren/", views.accept, name="accept"),
    path("netwerken/<slug:slug>/begeleiding/bijeenkomsten/<int:pk>/", views.attendance, name="attendance"),
    path("netwerken/<slug:slug>/bijeenkomsten/", views.meetings, name="meetings"),
    path(MEETING, views.meeting, name="meeting"),
    path(MEETING + "agenda.ics", views.meeting_calendar, name="meeting_calendar"),
    path(MEETING + "gast/", views.guest, name="guest"),
    path(MEETING + "gast/intrekken/", views.withdraw_guest, name="withdraw_guest"),
    path("gast/<path:token>/", views.guest_page, name="guest_page"),
    path("mijn/kalender/", views.own_calendar, name="own_calendar"),
    path("kalender/<path:token>", views.feed, name="feed"),  # its address has no language: networks.root_urls
]
