from django.urls import path

from core.page_cache import visitors_page
from resources.feeds import PracticeFeed
from resources.quotes import views as quotes
from resources.views import contributing, library, reviewing, using

app_name = "resources"
urlpatterns = [
    path("praktijkvoorbeelden/", library.library, name="library"),
    path("praktijkvoorbeelden/feed/", visitors_page(())(PracticeFeed()), name="feed"),
    path("praktijkvoorbeelden/bijdragen/", contributing.contribute, name="contribute"),
    path("praktijkvoorbeelden/mijn/", contributing.own_practices, name="own"),
    path("praktijkvoorbeelden/beoordelen/", reviewing.queue, name="reviews"),
    path("praktijkvoorbeelden/materiaal/<int:pk>/", library.material, name="material"),
    path("praktijkvoorbeelden/materiaal/<int:pk>/weghalen/", contributing.remove, name="remove_material"),
    path("praktijkvoorbeelden/citaten/<int:pk>/weglaten/", quotes.leave_out, name="leave_out_quote"),
    path("praktijkvoorbeelden/<slug:slug>/citaten/", quotes.answer, name="quotes"),
    path("praktijkvoorbeelden/<slug:slug>/", library.practice, name="practice"),
    path("praktijkvoorbeelden/<slug:slug>/gelezen/", using.read, name="read"),
    path("praktijkvoorbeelden/<slug:slug>/concept/", library.preview, name="preview"),
    path("praktijkvoorbeelden/<slug:slug>/bewerken/", contributing.edit, name="edit"),
    path("praktijkvoorbeelden/<slug:slug>/wijzigingen-weggooien/", contributing.discard, name="discard"),
    path("praktijkvoorbeelden/<slug:slug>/intrekken/", contributing.withdraw, name="withdraw"),
    path("praktijkvoorbeelden/<slug:slug>/beoordelen/", reviewing.review, name="review"),
    path("netwerken/<slug:slug>/praktijkvoorbeelden/", library.room, name="room"),
]
