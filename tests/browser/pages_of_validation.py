"""The pages of validation, for `tests/browser/pages.py`: by who sees them, as (name, address, what else)."""

from typing import Any

from tests.browser import states

CASE = "/mijn/portfolio/{case}/"
THEME = f"{CASE}{{case_theme}}/"
HANDED_IN = "/mijn/portfolio/{other_case}/{handed_in}/"
TALK = "/mijn/gesprekken/{talk_theme}/"
HELD = "/mijn/gesprekken/{held_theme}/"
CHOOSING = "/mijn/gesprekken/{choosing_theme}/"
CERTIFIED = "/mijn/gesprekken/{certified_theme}/"
EMPTY: dict[str, Any] = {"reach": states.submit_empty}

OF_VISITORS: list[tuple[Any, ...]] = [
    ("validation-programmes", "/validering/"),
    ("validation-programme", "/validering/portfolio/"),
    ("validation-dialogue", "/validering/dialoog/"),
    ("validation-intake", "/validering/intake/"),
    ("give-feedback", "/feedback-geven/{asked_token}/"),
    ("give-feedback-errors", "/feedback-geven/{asked_token}/", EMPTY),
    ("give-no-feedback", "/feedback-geven/{asked_token}/niet/"),
    ("feedback-given", "/feedback-geven/{answered_token}/"),
    ("feedback-over", "/feedback-geven/{ended_token}/", {"status": 410}),
    ("looking-along", "/meekijken/{along_token}/"),
    ("theme-certificate", "/certificaten/{theme_certificate}/"),
    ("theme-certificate-unknown", "/certificaten/VC-AAAAAAAA-AAAAAAAA/", {"status": 404}),
]
OF_NEWCOMERS: list[tuple[Any, ...]] = [
    ("portfolio-none", "/mijn/portfolio/"),
    ("certificates-none", "/mijn/certificaten/"),
    ("talks-none", "/mijn/gesprekken/"),
    ("points-none", "/mijn/punten/"),
    ("portfolio-begin", "/validering/portfolio/beginnen/"),
    ("portfolio-begin-errors", "/validering/portfolio/beginnen/", EMPTY),
]
OF_PARTICIPANTS: list[tuple[Any, ...]] = [
    ("portfolio", "/mijn/portfolio/"),
    ("case", CASE),
    ("case-rules", f"{CASE}regels/"),
    ("case-add-theme", f"{CASE}thema-toevoegen/"),
    ("case-pause", f"{CASE}stap/pause/"),
    ("theme", THEME),
    ("theme-withdraw", f"{THEME}stap/withdraw/"),
    ("theme-remove", f"{THEME}verwijderen/"),
    ("theme-submit-lacking", f"{THEME}inleveren/"),
    ("theme-privacy", f"{THEME}privacy/"),
    ("section", f"{THEME}onderdeel/vertrekpunt/"),
    ("section-versions", f"{THEME}onderdeel/vertrekpunt/versies/"),
    ("competencies", f"{THEME}competenties/"),
    ("competencies-errors", f"{THEME}competenties/", EMPTY),
    ("portfolio-sources", f"{THEME}bronnen/"),
    ("portfolio-source-new", f"{THEME}bronnen/toevoegen/"),
    ("portfolio-source-errors", f"{THEME}bronnen/toevoegen/", EMPTY),
    ("portfolio-source-change", f"{THEME}bronnen/{{portfolio_source}}/wijzigen/"),
    ("evidence", f"{THEME}bewijs/"),
    ("evidence-new", f"{THEME}bewijs/toevoegen/"),
    ("evidence-errors", f"{THEME}bewijs/toevoegen/", EMPTY),
    ("evidence-change", f"{THEME}bewijs/{{piece}}/wijzigen/"),
    ("evidence-remove", f"{THEME}bewijs/{{piece}}/verwijderen/"),
    ("own-work", f"{THEME}bewijs/van-het-platform/"),
    ("own-work-none", f"{THEME}bewijs/van-het-platform/?q=zwembad"),
    ("own-work-take", f"{THEME}bewijs/van-het-platform/bericht/{{own_post}}/"),
    ("own-work-errors", f"{THEME}bewijs/van-het-platform/bericht/{{own_post}}/", {"reach": states.submit_emptied}),
    ("into-portfolio", "/mijn/in-portfolio/bericht/{own_post}/"),
    ("appendix-new", f"{THEME}bijlagen/toevoegen/"),
    ("appendix-remove", f"{THEME}bijlagen/{{appendix}}/verwijderen/"),
    ("feedback", f"{THEME}feedback/"),
    ("feedback-ask", f"{THEME}feedback/vragen/"),
    ("feedback-ask-errors", f"{THEME}feedback/vragen/", EMPTY),
    ("feedback-withdraw", f"{THEME}feedback/{{feedback_request}}/intrekken/"),
    ("look-along", f"{THEME}meekijken/"),
    ("look-along-errors", f"{THEME}meekijken/", EMPTY),
]
OF_WHO_HANDED_IN: list[tuple[Any, ...]] = [
    ("theme-handed-in", HANDED_IN),
    ("section-handed-in", f"{HANDED_IN}onderdeel/reflectie/"),
    ("submission", f"{HANDED_IN}ingeleverd/1/"),
    ("theme-take-back", f"{HANDED_IN}stap/take_back/"),
]
# Of somebody with a theme to choose a moment for, and one with its certificate after a talk that failed first.
OF_WHO_TALKS: list[tuple[Any, ...]] = [
    ("talk-choose", "/mijn/portfolio/{talk_case}/{choosing_theme}/gesprek/"),
    ("talk-choose-errors", "/mijn/portfolio/{talk_case}/{choosing_theme}/gesprek/", EMPTY),
    ("talk-own-held", "/mijn/portfolio/{talk_case}/{certified_theme}/gesprek/"),
    ("certificates", "/mijn/certificaten/"),
    ("points", "/mijn/punten/"),
    ("points-note", "/mijn/punten/toevoegen/"),
    ("points-note-errors", "/mijn/punten/toevoegen/", EMPTY),
    ("points-registration", "/mijn/punten/registratie/"),
    ("points-remove", "/mijn/punten/{learning}/verwijderen/"),
    ("certificate-shown", "/mijn/certificaten/{own_certificate}/tonen/"),
]
OF_WHO_HAS_A_TALK: list[tuple[Any, ...]] = [
    ("talk-own", "/mijn/portfolio/{planned_case}/{talk_theme}/gesprek/"),
    ("talk-own-cancel", "/mijn/portfolio/{planned_case}/{talk_theme}/gesprek/afzeggen/"),
    ("talk-own-cancel-errors", "/mijn/portfolio/{planned_case}/{talk_theme}/gesprek/afzeggen/", EMPTY),
]
OF_TALK_ASSESSORS: list[tuple[Any, ...]] = [
    ("talks-of-assessor", "/mijn/gesprekken/"),
    ("talk-to-hold", TALK),
    ("talk-notes", f"{TALK}leidraad/"),
    ("talk-outcome-early", f"{TALK}uitkomst/"),
    ("talk-outcome", f"{HELD}uitkomst/"),
]
OF_TALK_COORDINATORS: list[tuple[Any, ...]] = [
    ("talks-to-plan", "/mijn/gesprekken/"),
    ("talk-to-plan", CHOOSING),
    ("slots-offer", f"{CHOOSING}momenten/"),
    ("slots-offer-errors", f"{CHOOSING}momenten/", EMPTY),
    ("slot-withdraw", f"{CHOOSING}momenten/{{slot}}/intrekken/"),
    ("talk-plan", f"{CHOOSING}plannen/"),
    ("talk-plan-errors", f"{CHOOSING}plannen/", EMPTY),
    ("talk-add-assessor", f"{CHOOSING}assessor-erbij/"),
    ("talk-add-assessor-errors", f"{CHOOSING}assessor-erbij/", EMPTY),
    ("talk-planned", TALK),
    ("talk-move", f"{TALK}verplaatsen/"),
    ("talk-cancel", f"{TALK}afzeggen/"),
    ("talk-certified", CERTIFIED),
    ("certificate-revoke", f"{CERTIFIED}certificaat-intrekken/"),
    ("certificate-revoke-errors", f"{CERTIFIED}certificaat-intrekken/", EMPTY),
]
COORDINATED, GIVEN = "/mijn/coordineren/{other_case}/", "/mijn/coordineren/{given_case}/{given}/"
ASSESSED = "/mijn/beoordelen/"
OF_COORDINATORS: list[tuple[Any, ...]] = [
    ("dashboard-coordinator", "/mijn/"),
    ("coordinating", "/mijn/coordineren/"),
    ("coordinating-none", "/mijn/coordineren/?state=withdrawn"),
    ("figures", "/mijn/coordineren/cijfers/"),
    ("dues", "/mijn/coordineren/kosten/"),
    ("dues-none", "/mijn/coordineren/kosten/?standing=paid"),
    ("due", "/mijn/coordineren/kosten/{due}/"),
    ("coordinated-handed-in", f"{COORDINATED}{{handed_in}}/"),
    ("coordinated-assessed", GIVEN),
    ("coordinated-third", "/mijn/coordineren/{third_case}/{third_theme}/"),
    ("assign", f"{COORDINATED}{{handed_in}}/assessoren/"),
    ("assign-replace", f"{GIVEN}assessoren/"),
    ("assign-third", "/mijn/coordineren/{third_case}/{third_theme}/derde-assessor/"),
    ("assign-third-errors", "/mijn/coordineren/{third_case}/{third_theme}/derde-assessor/", EMPTY),
    ("more-time-to-assess", f"{GIVEN}meer-tijd/"),
    ("more-time-to-assess-errors", f"{GIVEN}meer-tijd/", EMPTY),
    ("more-time", f"{COORDINATED}{{handed_in}}/meer-tijd/{{last_day}}/"),
]
OF_ASSESSORS: list[tuple[Any, ...]] = [
    ("dashboard-assessor", "/mijn/"),
    ("assessing", ASSESSED),
    ("assessed", f"{ASSESSED}{{given_submission}}/"),
    ("assess", f"{ASSESSED}{{given_submission}}/beoordeling/"),
    ("assess-errors", f"{ASSESSED}{{given_submission}}/beoordeling/", EMPTY),
    ("assess-handed-in", f"{ASSESSED}{{opened}}/beoordeling/"),
    ("assess-hand-in", f"{ASSESSED}{{ready}}/beoordeling/inleveren/"),
    ("assessor-notes-none", f"{ASSESSED}{{given_submission}}/notities/"),
    ("assessor-notes", f"{ASSESSED}{{opened}}/notities/"),
    ("assessor-notes-errors", f"{ASSESSED}{{opened}}/notities/", EMPTY),
    ("decide", f"{ASSESSED}{{opened}}/samen/"),
    ("decided", f"{ASSESSED}{{decided}}/samen/"),
    ("ask-third", f"{ASSESSED}{{opened}}/samen/derde-assessor/"),
    ("ask-third-errors", f"{ASSESSED}{{opened}}/samen/derde-assessor/", EMPTY),
]
OF_WHO_WAS_ASSESSED: list[tuple[Any, ...]] = [("theme-decided", "/mijn/portfolio/{decided_case}/{decided_theme}/")]
