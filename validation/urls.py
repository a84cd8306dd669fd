from django.urls import path

from validation.views import (
    by_link,
    cases,
    certificates,
    competencies,
    evidence,
    feedback,
    holding,
    programmes,
    sections,
    sources,
    talks,
    themes,
)

app_name = "validation"
CASE = "mijn/portfolio/<int:case>/"
THEME = CASE + "<int:theme>/"
SECTION = THEME + "onderdeel/<slug:key>/"
SOURCES = THEME + "bronnen/"
EVIDENCE = THEME + "bewijs/"
APPENDICES = THEME + "bijlagen/"
FEEDBACK = THEME + "feedback/"
LOOK_ALONG = THEME + "meekijken/"
TALK = "mijn/gesprekken/<int:theme>/"

urlpatterns = [
    path("validering/", programmes.programmes, name="programmes"),
    path("validering/<slug:slug>/", programmes.programme, name="programme"),
    path("validering/<slug:slug>/beginnen/", programmes.start, name="start"),
    path("mijn/portfolio/", cases.portfolio, name="portfolio"),
    path(CASE, cases.case, name="case"),
    path(CASE + "regels/", cases.rules, name="rules"),
    path(CASE + "thema-toevoegen/", cases.add_theme, name="add_theme"),
    path(CASE + "stap/<slug:step>/", cases.case_step, name="case_step"),
    path(THEME, themes.theme, name="theme"),
    path(THEME + "stap/<slug:step>/", themes.theme_step, name="theme_step"),
    path(THEME + "inleveren/", themes.submit, name="submit"),
    path(THEME + "ingeleverd/<int:number>/", themes.submission, name="submission"),
    path(THEME + "verwijderen/", themes.remove_theme, name="remove_theme"),
    path(THEME + "portfolio.pdf", themes.export_pdf, name="export_pdf"),
    path(THEME + "portfolio.zip", themes.export_zip, name="export_zip"),
    path(THEME + "privacy/", themes.privacy, name="privacy"),
    path(SECTION, sections.section, name="section"),
    path(SECTION + "bewaren/", sections.keep_section, name="keep_section"),
    path(SECTION + "versies/", sections.versions, name="versions"),
    path(SECTION + "versies/<int:number>/terug/", sections.go_back, name="go_back"),
    path(THEME + "competenties/", competencies.competencies, name="competencies"),
    path(THEME + "competenties/<int:pk>/ontkoppelen/", competencies.unlink, name="unlink"),
    path(SOURCES, sources.sources, name="sources"),
    path(SOURCES + "toevoegen/", sources.add_source, name="add_source"),
    path(SOURCES + "<int:pk>/wijzigen/", sources.change_source, name="change_source"),
    path(SOURCES + "<int:pk>/verwijderen/", sources.remove_source, name="remove_source"),
    path(EVIDENCE, evidence.evidence, name="evidence"),
    path(EVIDENCE + "toevoegen/", evidence.add_evidence, name="add_evidence"),
    path(EVIDENCE + "<int:pk>/wijzigen/", evidence.change_evidence, name="change_evidence"),
    path(EVIDENCE + "<int:pk>/verwijderen/", evidence.remove_evidence, name="remove_evidence"),
    path(EVIDENCE + "<int:pk>/naar-bijlagen/", evidence.to_appendices, name="to_appendices"),
    path(EVIDENCE + "<int:pk>/bestand/", evidence.evidence_file, name="evidence_file"),
    path(APPENDICES + "toevoegen/", evidence.add_appendix, name="add_appendix"),
    path(APPENDICES + "<int:pk>/verwijderen/", evidence.remove_appendix, name="remove_appendix"),
    path(APPENDICES + "<int:pk>/bestand/", evidence.appendix_file, name="appendix_file"),
    path(FEEDBACK, feedback.feedback, name="feedback"),
    path(FEEDBACK + "vragen/", feedback.ask_feedback, name="ask_feedback"),
    path(FEEDBACK + "<int:pk>/antwoord/", feedback.reply, name="reply"),
    path(FEEDBACK + "<int:pk>/intrekken/", feedback.withdraw_request, name="withdraw_request"),
    path(LOOK_ALONG, feedback.look_along, name="look_along"),
    path(LOOK_ALONG + "<int:pk>/beeindigen/", feedback.end_look_along, name="end_look_along"),
    path(THEME + "gesprek/", talks.own_talk, name="own_talk"),
    path(THEME + "gesprek/afzeggen/", talks.cancel_own_talk, name="cancel_own_talk"),
    path("mijn/gesprekken/", holding.talks, name="talks"),
    path("mijn/gesprekken/agenda/<int:talk>.ics", talks.talk_calendar, name="talk_calendar"),
    path(TALK, holding.talk_of, name="talk_of"),
    path(TALK + "momenten/", holding.offer_slots, name="offer_slots"),
    path(TALK + "momenten/<int:slot>/intrekken/", holding.withdraw_slot, name="withdraw_slot"),
    path(TALK + "plannen/", holding.plan_talk, name="plan_talk"),
    path(TALK + "verplaatsen/", holding.move_talk, name="move_talk"),
    path(TALK + "afzeggen/", holding.cancel_talk, name="cancel_talk"),
    path(TALK + "leidraad/", holding.talk_notes, name="talk_notes"),
    path(TALK + "uitkomst/", holding.talk_outcome, name="talk_outcome"),
    path(TALK + "uitkomst/akkoord/", holding.agree_with_outcome, name="agree_with_outcome"),
    path(TALK + "certificaat-intrekken/", certificates.revoke_certificate, name="revoke_certificate"),
    path("mijn/certificaten/", certificates.certificates, name="certificates"),
    path("mijn/certificaten/<int:pk>/tonen/", certificates.choose_shown, name="choose_shown"),
    path("mijn/certificaten/<int:pk>/certificaat.pdf", certificates.certificate_file, name="certificate_file"),
    path("mijn/certificaten/<int:pk>/badge.jwt", certificates.certificate_badge, name="certificate_badge"),
    path("certificaten/<str:number>/", certificates.check_certificate, name="check_certificate"),
    path("feedback-geven/<str:token>/", by_link.give_feedback, name="give_feedback"),
    path("feedback-geven/<str:token>/niet/", by_link.decline_feedback, name="decline_feedback"),
    path("meekijken/<str:token>/", by_link.looking_along, name="looking_along"),
]
