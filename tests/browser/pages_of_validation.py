"""The pages of validation, for `tests/browser/pages.py`: by who sees them, as (name, address, what else)."""

from typing import Any

from tests.browser import states

CASE = "/mijn/portfolio/{case}/"
THEME = f"{CASE}{{case_theme}}/"
HANDED_IN = "/mijn/portfolio/{other_case}/{handed_in}/"
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
]
OF_NEWCOMERS: list[tuple[Any, ...]] = [
    ("portfolio-none", "/mijn/portfolio/"),
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
