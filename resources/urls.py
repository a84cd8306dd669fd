from django.urls import path

from core.page_cache import visitors_page
from resources.coauthors import views as coauthors
from resources.conversation import views as conversation
from resources.feeds import PracticeFeed
from resources.quotes import views as quotes
from resources.views import beginning, contributing, library, reviewing, tags, using, writing

app_name = "resources"
urlpatterns = [
    path("praktijkvoorbeelden/", library.library, name="library"),
    path("praktijkvoorbeelden/feed/", visitors_page(())(PracticeFeed()), name="feed"),
    path("praktijkvoorbeelden/bijdragen/", beginning.contribute, name="contribute"),
    path("praktijkvoorbeelden/mijn/", contributing.own_practices, name="own"),
    path("praktijkvoorbeelden/beoordelen/", reviewing.queue, name="reviews"),
    path("praktijkvoorbeelden/trefwoorden/", tags.suggest, name="suggest_tags"),
    path("praktijkvoorbeelden/materiaal/<int:pk>/", library.material, name="material"),
    path("praktijkvoorbeelden/materiaal/<int:pk>/voorbeeld/", library.picture, name="material_picture"),
    path("praktijkvoorbeelden/materiaal/<int:pk>/weghalen/", contributing.remove, name="remove_material"),
    path("praktijkvoorbeelden/citaten/<int:pk>/weglaten/", quotes.leave_out, name="leave_out_quote"),
    path("praktijkvoorbeelden/<slug:slug>/citaten/", quotes.answer, name="quotes"),
    path("praktijkvoorbeelden/<slug:slug>/", library.practice, name="practice"),
    path("praktijkvoorbeelden/<slug:slug>/gelezen/", using.read, name="read"),
    path("praktijkvoorbeelden/<slug:slug>/concept/", library.preview, name="preview"),
    path("praktijkvoorbeelden/<slug:slug>/bewerken/", writing.edit, name="edit"),
    path("praktijkvoorbeelden/<slug:slug>/bewerken/<slug:key>/", writing.edit, name="step"),
    path("praktijkvoorbeelden/<slug:slug>/tussentijds/", writing.keep, name="keep"),
    path("praktijkvoorbeelden/<slug:slug>/tussentijds/<slug:key>/", writing.keep, name="keep_step"),
    path("praktijkvoorbeelden/<slug:slug>/niet-opgeslagen/weggooien/", writing.forget, name="forget_unsaved"),
    path("praktijkvoorbeelden/<slug:slug>/wijzigingen-weggooien/", contributing.discard, name="discard"),
    path("praktijkvoorbeelden/<slug:slug>/intrekken/", contributing.withdraw, name="withdraw"),
    path("praktijkvoorbeelden/<slug:slug>/beoordelen/", reviewing.review, name="review"),
    path("praktijkvoorbeelden/<slug:slug>/opmerking/", conversation.remark, name="remark"),
    path("praktijkvoorbeelden/<slug:slug>/geschiedenis/", conversation.history, name="history"),
    path("praktijkvoorbeelden/opmerkingen/<int:pk>/antwoorden/", conversation.answer, name="answer_remark"),
    path("praktijkvoorbeelden/opmerkingen/<int:pk>/afhandelen/", conversation.settle, name="settle_remark"),
    path("praktijkvoorbeelden/<slug:slug>/auteurs/", coauthors.manage, name="coauthors"),
    path("praktijkvoorbeelden/<slug:slug>/auteurs/<int:pk>/weghalen/", coauthors.remove, name="remove_coauthor"),
    path("praktijkvoorbeelden/<slug:slug>/meeschrijven/", coauthors.write_along, name="write_along"),
    path("netwerken/<slug:slug>/praktijkvoorbeelden/", library.room, name="room"),
]
