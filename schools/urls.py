from django.urls import path

from schools import views

app_name = "schools"
urlpatterns = [
    path("mijn/instellingen/scholen/", views.employments, name="employments"),
    path("mijn/instellingen/scholen/toevoegen/", views.start, name="start"),
    path("mijn/instellingen/scholen/<int:employment>/hoofdschool/", views.choose, name="choose"),
    path("mijn/instellingen/scholen/<int:employment>/beeindigen/", views.end, name="end"),
]
