from django.urls import path

from core.page_cache import visitors_page
from home import views
from home.feeds import NewsFeed

app_name = "home"
urlpatterns = [
    path("mijn/", views.dashboard, name="dashboard"),
    path("nieuws/feed/", visitors_page(())(NewsFeed()), name="news_feed"),
]
