from django.urls import path

from core.page_cache import visitors_page
from resources.browsing import Browse
from resources.coauthors import views as coauthors
from resources.collected import views as collected
from resources.conversation import views as conversation
from resources.feeds import PracticeFeed
from resources.lists import views as lists
from resources.quotes import views as quotes
from resources.reading import views as reading
from resources.saved import views as saved
from resources.tried import views as tried
from resources.views import beginning, contributing, keeping, library, reviewing, tags, using, writing

app_name = "resources"
urlpatterns = [
    path("praktijkvoorbeelden/", library.library, name="library"),
    path("praktijkvoorbeelden/feed/", visitors_page(Browse.PARAMETERS)(PracticeFeed()), name="feed"),
    path("praktijkvoorbeelden/bijdragen/", beginning.contribute, name="contribute"),
    path("praktijkvoorbeelden/mijn/", contributing.own_practices, name="own"),
    path("praktijkvoorbeelden/beoordelen/", reviewing.queue, name="reviews"),
    path("praktijkvoorbeelden/trefwoorden/", tags.suggest, name="suggest_tags"),
    path("praktijkvoorbeelden/materiaal/<int:pk>/", library.material, name="material"),
    path("praktijkvoorbeelden/materiaal/<int:pk>/voorbeeld/", library.picture, name="material_picture"),
    path("praktijkvoorbeelden/materiaal/<int:pk>/weghalen/", contributing.remove, name="remove_material"),
    path("praktijkvoorbeelden/citaten/<int:pk>/weglaten/", quotes.leave_out, name="leave_out_quote"),
    path("praktijkvoorbeelden/verzamelingen/", collected.collections, name="collections"),
    path("praktijkvoorbeelden/verzamelingen/<slug:slug>/", collected.collection, name="collection"),
    path("praktijkvoorbeelden/leeslijsten/", lists.reading_lists, name="reading_lists"),
    path("praktijkvoorbeelden/leeslijsten/<int:pk>/", lists.reading_list, name="reading_list"),
    path("praktijkvoorbeelden/leeslijsten/<int:pk>/weghalen/", lists.drop, name="drop_list"),
    path("praktijkvoorbeelden/leeslijsten/<int:pk>/weghalen/<int:kept>/", lists.take_off, name="take_off_list"),
    path("praktijkvoorbeelden/<slug:slug>/leeslijst/", lists.keep, name="keep_to_read"),
    path("praktijkvoorbeelden/zoekopdrachten/", saved.saved_searches, name="saved_searches"),
    path("praktijkvoorbeelden/zoekopdrachten/bewaren/", saved.keep, name="keep_search"),
    path("praktijkvoorbeelden/zoekopdrachten/<int:pk>/pauzeren/", saved.pause, name="pause_search"),
    path("praktijkvoorbeelden/zoekopdrachten/<int:pk>/weghalen/", saved.drop, name="drop_search"),
    path("praktijkvoorbeelden/uitgeprobeerd/", tried.queue, name="trials"),
    path("praktijkvoorbeelden/uitgeprobeerd/<int:pk>/", tried.judge, name="trial"),
    path("praktijkvoorbeelden/uitgeprobeerd/<int:pk>/melden/", tried.object_to, name="object_to_trial"),
    path("praktijkvoorbeelden/<slug:slug>/uitgeprobeerd/", tried.try_it, name="try"),
    path("praktijkvoorbeelden/<slug:slug>/uitgeprobeerd/terugnemen/", tried.take_back, name="take_back_trial"),
    path("praktijkvoorbeelden/<slug:slug>/citaten/", quotes.answer, name="quotes"),
    path("praktijkvoorbeelden/<slug:slug>/", library.practice, name="practice"),
    path("praktijkvoorbeelden/<slug:slug>/materialen.zip", reading.materials_zip, name="materials_zip"),
    path("praktijkvoorbeelden/<slug:slug>/insluiten/", reading.embedded, name="embedded"),
    path("praktijkvoorbeelden/<slug:slug>/gelezen/", using.read, name="read"),
    path("praktijkvoorbeelden/<slug:slug>/concept/", library.preview, name="preview"),
    path("praktijkvoorbeelden/<slug:slug>/bewerken/", writing.edit, name="edit"),
    path("praktijkvoorbeelden/<slug:slug>/bewerken/<slug:key>/", writing.edit, name="step"),
    path("praktijkvoorbeelden/<slug:slug>/tussentijds/", keeping.keep, name="keep"),
    path("praktijkvoorbeelden/<slug:slug>/tussentijds/<slug:key>/", keeping.keep, name="keep_step"),
    path("praktijkvoorbeelden/<slug:slug>/niet-opgeslagen/weggooien/", keeping.forget, name="forget_unsaved"),
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
