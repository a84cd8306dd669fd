from django.urls import path

from community import views
from community.care import views as care
from community.groups import views as groups
from community.harvest import views as harvest
from community.peers import views as peers

app_name = "community"
urlpatterns = [
    path("netwerken/<slug:slug>/discussie/", views.discussion, name="discussion"),
    path("netwerken/<slug:slug>/discussie/nieuw/", views.start, name="start"),
    path("netwerken/<slug:slug>/discussie/zoeken/", views.find, name="find"),
    path("netwerken/<slug:slug>/discussie/bijlezen/", views.catch_up, name="catch_up"),
    path("netwerken/<slug:slug>/discussie/gelezen/", views.read_all, name="read_all"),
    path("netwerken/<slug:slug>/discussie/volgen/", views.follow, name="follow"),
    path("netwerken/<slug:slug>/discussie/<int:thread_id>/", views.thread, name="thread"),
    path("netwerken/<slug:slug>/discussie/<int:thread_id>/volgen/", views.follow, name="follow_thread"),
    path("netwerken/<slug:slug>/discussie/berichten/<int:post_id>/bestanden/", views.post_files, name="post_files"),
    path("netwerken/<slug:slug>/discussie/berichten/<int:post_id>/kaarten/", views.cards, name="post_cards"),
    path("netwerken/<slug:slug>/discussie/berichten/<int:post_id>/reactie/", views.react, name="react"),
    path("netwerken/<slug:slug>/discussie/berichten/<int:post_id>/antwoord/", views.accept, name="accept_answer"),
    path("netwerken/<slug:slug>/discussie/<int:thread_id>/vastzetten/", views.pin, name="pin_thread"),
    path("netwerken/<slug:slug>/discussie/<int:thread_id>/verplaatsen/", views.move, name="move_posts"),
    path("netwerken/<slug:slug>/discussie/<int:thread_id>/samenvoegen/", views.merge, name="merge_thread"),
    path("discussie/bestanden/<int:file_id>/", views.file, name="file"),
    path("netwerken/<slug:slug>/discussie/berichten/<int:post_id>/wijzigen/", views.edit, name="edit_post"),
    path("netwerken/<slug:slug>/discussie/berichten/<int:post_id>/verwijderen/", views.delete, name="delete_post"),
    path("netwerken/<slug:slug>/discussie/berichten/<int:post_id>/melden/", care.report_post, name="report_post"),
    path("netwerken/<slug:slug>/discussie/berichten/<int:post_id>/verbergen/", care.hide_post, name="hide_post"),
    path("netwerken/<slug:slug>/begeleiding/meldingen/", care.reports, name="reports"),
    path("netwerken/<slug:slug>/begeleiding/meldingen/<int:pk>/", care.report, name="report"),
    path("netwerken/<slug:slug>/discussie/berichten/<int:post_id>/geschiedenis/", views.history, name="post_history"),
    path("netwerken/<slug:slug>/discussie/berichten/<int:post_id>/terughalen/", views.restore, name="restore_post"),
    path("netwerken/<slug:slug>/discussie/berichten/<int:post_id>/bewaren/", harvest.keep, name="keep_post"),
    path("netwerken/<slug:slug>/discussie/bewaard/", harvest.kept, name="kept_posts"),
    path("netwerken/<slug:slug>/discussie/gedragscode/", care.conduct, name="conduct"),
    path("netwerken/<slug:slug>/groepen/", groups.groups, name="groups"),
    path("netwerken/<slug:slug>/groepen/nieuw/", groups.found, name="found_group"),
    path("netwerken/<slug:slug>/groepen/verdelen/", groups.divide_everybody, name="divide_groups"),
    path("netwerken/<slug:slug>/groepen/oprichten/", groups.allow_founding, name="allow_founding"),
    path("netwerken/<slug:slug>/groepen/<int:group_id>/", groups.group, name="group"),
    path("netwerken/<slug:slug>/groepen/<int:group_id>/gesprek/", views.start, name="start_in_group"),
    path("netwerken/<slug:slug>/groepen/<int:group_id>/wijzigen/", groups.change, name="change_group"),
    path("netwerken/<slug:slug>/groepen/<int:group_id>/sluiten/", groups.close, name="close_group"),
    path("netwerken/<slug:slug>/groepen/<int:group_id>/antwoord/", groups.answer, name="answer_invitation"),
    path("netwerken/<slug:slug>/groepen/<int:group_id>/leden/", groups.add, name="add_to_group"),
    path(
        "netwerken/<slug:slug>/groepen/<int:group_id>/leden/<int:person_id>/", groups.remove, name="remove_from_group"
    ),
    path("netwerken/<slug:slug>/deelnemers/", peers.peers, name="peers"),
    path("netwerken/<slug:slug>/deelnemers/profiel/", peers.profile, name="peer_profile"),
    path("netwerken/<slug:slug>/deelnemers/gesprekken/", peers.spar_requests, name="spar_requests"),
    path("netwerken/<slug:slug>/deelnemers/gesprekken/<int:pk>/", peers.spar_request, name="spar_request"),
    path(
        "netwerken/<slug:slug>/deelnemers/gesprekken/<int:pk>/intrekken/",
        peers.withdraw_spar_request,
        name="withdraw_spar_request",
    ),
    path("netwerken/<slug:slug>/deelnemers/<int:person_id>/sparren/", peers.ask_to_spar, name="ask_to_spar"),
    path("netwerken/<slug:slug>/deelnemers/<int:person_id>/blokkeren/", peers.block, name="block"),
]
