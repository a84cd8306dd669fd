from django.urls import path

from networks import views

app_name = "networks"
MEETING = "netwerken/<slug:slug>/bijeenkomsten/<int:pk>/"
PLANNING = "netwerken/<slug:slug>/begeleiding/bijeenkomsten/"
POLL = "netwerken/<slug:slug>/peilingen/"
POLL_PLANNING = "netwerken/<slug:slug>/begeleiding/peilingen/"
urlpatterns = [
    path("netwerken/<slug:slug>/aanmelden/", views.enrol, name="enrol"),
    path("netwerken/<slug:slug>/aanmelden/bericht/", views.write_about_sign_up, name="write_about_sign_up"),
    path("netwerken/<slug:slug>/aanmelden/bevestigen/", views.confirm, name="confirm"),
    path("netwerken/<slug:slug>/afmelden/", views.withdraw, name="withdraw"),
    path("netwerken/<slug:slug>/ruimte/", views.space, name="space"),
    path("netwerken/<slug:slug>/ruimte/leervraag/", views.learning_question, name="learning_question"),
    path("netwerken/<slug:slug>/ruimte/afspraken/<slug:kind>/", views.report, name="report"),
    path("netwerken/<slug:slug>/begeleiding/", views.cockpit, name="cockpit"),
    path("netwerken/<slug:slug>/begeleiding/bericht/", views.write_to_members, name="write_to_members"),
    path("netwerken/<slug:slug>/begeleiding/aanmeldingen/<int:pk>/", views.request, name="request"),
    path("netwerken/<slug:slug>/begeleiding/aanmeldingen/<int:pk>/vragen/", views.ask, name="ask"),
    path("netwerken/<slug:slug>/begeleiding/aanmeldingen/<int:pk>/accepteren/", views.accept, name="accept"),
    path("netwerken/<slug:slug>/begeleiding/bijeenkomsten/<int:pk>/", views.attendance, name="attendance"),
    path("netwerken/<slug:slug>/bijeenkomsten/", views.meetings, name="meetings"),
    path(MEETING, views.meeting, name="meeting"),
    path(MEETING + "agenda.ics", views.meeting_calendar, name="meeting_calendar"),
    path(MEETING + "gast/", views.guest, name="guest"),
    path(MEETING + "gast/intrekken/", views.withdraw_guest, name="withdraw_guest"),
    path(MEETING + "afmelden/", views.absence, name="absence"),
    path(MEETING + "toch-komen/", views.take_back_absence, name="take_back_absence"),
    path(MEETING + "inchecken/", views.check_in, name="check_in"),
    path(PLANNING + "<int:pk>/inchecken/", views.check_in_screen, name="check_in_screen"),
    path(PLANNING + "<int:pk>/lijst/", views.attendance_list, name="attendance_list"),
    path(PLANNING + "<int:pk>/naamkaartjes/", views.name_badges, name="name_badges"),
    path(PLANNING + "reeks/", views.plan_series, name="plan_series"),
    path(PLANNING + "nieuw/", views.plan_meeting, name="plan_meeting"),
    path(PLANNING + "<int:pk>/wijzigen/", views.edit_meeting, name="edit_meeting"),
    path(PLANNING + "<int:pk>/annuleren/", views.cancel_meeting, name="cancel_meeting"),
    path(PLANNING + "<int:pk>/herstellen/", views.restore_meeting, name="restore_meeting"),
    path(PLANNING + "<int:pk>/programma/", views.agenda, name="agenda"),
    path(PLANNING + "<int:pk>/verslag/", views.meeting_report, name="meeting_report"),
    path(POLL, views.polls, name="polls"),
    path(POLL + "<int:pk>/", views.poll, name="poll"),
    path(POLL + "<int:pk>/school/", views.offer_school, name="offer_school"),
    path(POLL + "<int:pk>/school/intrekken/", views.take_back_offer, name="take_back_offer"),
    path(POLL_PLANNING + "nieuw/", views.make_poll, name="make_poll"),
    path(POLL_PLANNING + "<int:pk>/wijzigen/", views.change_poll, name="change_poll"),
    path(POLL_PLANNING + "<int:pk>/openen/", views.open_poll, name="open_poll"),
    path(POLL_PLANNING + "<int:pk>/sluiten/", views.close_poll, name="close_poll"),
    path(POLL_PLANNING + "<int:pk>/weggooien/", views.discard_poll, name="discard_poll"),
    path(POLL_PLANNING + "<int:pk>/heropenen/", views.reopen_poll, name="reopen_poll"),
    path(POLL_PLANNING + "<int:pk>/kiezen/<int:option>/", views.decide_poll, name="decide_poll"),
    path(POLL_PLANNING + "<int:pk>/deskundigen/<int:expert>/", views.expert_votes, name="expert_votes"),
    path(POLL_PLANNING + "<int:pk>/plaatsen/<int:place>/", views.change_place, name="change_place"),
    path("gast/<path:token>/", views.guest_page, name="guest_page"),
    path("mijn/kalender/", views.own_calendar, name="own_calendar"),
    path("kalender/<path:token>", views.feed, name="feed"),  # its address has no language: networks.root_urls
]
