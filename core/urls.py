from django.urls import path

from core.styleguide import views

app_name = "core"
urlpatterns = [
    path("stijlgids/", views.guide, name="styleguide"),
    path("stijlgids/formulier/", views.form, name="styleguide_form"),
    path("stijlgids/vraag/", views.question, name="styleguide_question"),
]
