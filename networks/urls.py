from django.urls import path

from networks import views

app_name = "networks"
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
]
