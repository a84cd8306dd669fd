from django.urls import path

from notifications.push import views

urlpatterns = [path("berichten.js", views.worker, name="push_worker")]
