"""Every page type of the site, in the states that people meet: what is tested of looks, access and policy.

A new page gets a line in `PAGES`; `tests/architecture/test_pages.py` fails for a route that has none.
Words in braces in an address are found by `tests/browser/stage.py`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from tests.browser import states

NETWORK = "/netwerken/flexibilisering-van-toetsing-en-examinering/"
PRACTICE = "/praktijkvoorbeelden/toetsbeleid-herzien-met-de-hele-sectie/"
SECOND = "/praktijkvoorbeelden/minder-cijfers-meer-feedback-in-de-onderbouw/"
WAITING = "/praktijkvoorbeelden/herkansen-als-leermoment/"
PLANNING = f"{NETWORK}begeleiding/bijeenkomsten/"
POLLS = f"{NETWORK}begeleiding/peilingen/"
STEPS = ("vraag", "context", "aanpak", "lessen", "materialen", "vinden", "delen")
MAINTENANCE = str(Path(__file__).parents[2] / "deploy" / "maintenance.html")
HIDDEN = "/netwerken/leren-overleggen/"
AWAITED, CLOSED = "/netwerken/leren-roosteren/", "/netwerken/samen-roosteren/"


@dataclass(frozen=True)
class PageState:
    """One page in one state, as one person sees it; `reach` brings the opened page into that state.

    sent: a file that is sent, with the status, in place of what the product answers; {language} is filled in.
    stands_alone: what the proxy shows when the product is away, in one language and outside the policy of the site.
    """

    name: str
    address: str
    who: str = "visitor"
    status: int = 200
    reach: Callable[[Page], None] | None = None
    sent: str = ""
    stands_alone: bool = False

    def __str__(self) -> str:
        return f"{self.name} ({self.who})"

    @property
    def languages(self) -> tuple[str, ...]:
        return ("nl",) if self.stands_alone else ("nl", "en")

    def who_in(self, language: str) -> str:
        """Whose window it is; a page with a language in its address is the same person's in both."""
        return self.who

    def address_in(self, language: str, found: dict[str, str]) -> str:
        address = self.address.format(**found)
        return address if language == "nl" else f"/{language}{address}"

    def open(self, page: Page, language: str, found: dict[str, str]) -> str:
        """Go there; returns the HTML that the server sent first."""
        if self.sent:
            file = Path(self.sent.format(language=language, **found))
            answer_with = {"status": self.status, "body": file.read_text(), "content_type": "text/html; charset=utf-8"}
            page.route(f"**{self.address_in(language, found)}", lambda route: route.fulfill(**answer_with))
        answer = page.goto(self.address_in(language, found))
        assert answer is not None, self.address
        assert answer.status == self.status, f"{page.url}: {answer.status}"
        html = answer.text()
        if self.reach:
            self.reach(page)
        return html


class WorkplaceState(PageState):
    """A page of `/admin/`, which speaks the language of who is signed in."""

    def who_in(self, language: str) -> str:
        return self.who if language == "nl" else f"{self.who}-english"

    def address_in(self, language: str, found: dict[str, str]) -> str:
        return self.address.format(**found)


def _pages(who: str, *lines: tuple[Any, ...]) -> list[PageState]:
    return [PageState(name, address, who, **(more[0] if more else {})) for name, address, *more in lines]


PAGES = [
    *_pages(
        "visitor",
        ("home", "/"),
        ("networks", "/netwerken/"),
        ("certificate-unknown", "/certificaat/LN-AAAAAAAA-AAAAAAAA/", {"status": 404}),
        ("networks-none", "/netwerken/?status=full"),
        ("network", NETWORK),
        ("network-awaited", AWAITED),
        ("network-closed", CLOSED),
        ("certificate", "/certificaat/{certificate}/"),
        ("news", "/nieuws/"),
        ("news-item", "/nieuws/nieuwe-reeks-flexibel-toetsen/"),
        ("questions", "/veelgestelde-vragen/"),
        ("questions-found", "/veelgestelde-vragen/?q=portfolio"),
        ("questions-none", "/veelgestelde-vragen/?q=onvindbaarwoord"),
        ("offers", "/aanbod/"),
        ("offer", "/aanbod/leernetwerk-op-maat/"),
        ("contact", "/contact/"),
        ("contact-errors", "/contact/", {"reach": states.submit_empty}),
        ("contact-sent", "/contact/?sent=1"),
        ("form-too-late", "/contact/", {"reach": states.send_too_late}),
        ("statement", "/toegankelijkheid/"),
        ("library", "/praktijkvoorbeelden/"),
        ("library-found", "/praktijkvoorbeelden/?q=toets&sector=VO"),
        ("library-none", "/praktijkvoorbeelden/?q=onvindbaarwoord"),
        ("practice", PRACTICE),
        ("collections", "/praktijkvoorbeelden/verzamelingen/"),
        ("collection", "/praktijkvoorbeelden/verzamelingen/beginnen-met-feedback/"),
        ("practice-card", f"{PRACTICE}insluiten/"),
        ("search-empty", "/zoeken/"),
        ("search-found", "/zoeken/?q=toets"),
        ("search-none", "/zoeken/?q=onvindbaarwoord"),
        ("search-suggestions", "/zoeken/", {"reach": states.type_in_search}),
        ("sign-in", "/account/login/"),
        ("sign-in-errors", "/account/login/", {"reach": states.submit_empty}),
        ("sign-up", "/account/signup/"),
        ("sign-up-errors", "/account/signup/", {"reach": states.submit_empty}),
        ("password-forgotten", "/account/password/reset/"),
        ("password-mail-sent", "/account/password/reset/done/"),
        ("confirm-mail-sent", "/account/confirm-email/"),
        ("confirm-mail-wrong", "/account/confirm-email/onbekend/"),
        ("password-link-wrong", "/account/password/reset/key/1-onbekend/"),
        ("password-changed", "/account/password/reset/key/done/"),
        ("account-inactive", "/account/inactive/"),
        ("guest", "/gast/{guest}/"),
        ("guest-ended", "/gast/{ended_guest}/", {"status": 410}),
        ("unsubscribe", "/mail/afmelden/{subscription}/"),
        ("unsubscribe-digest", "/mail/afmelden/{digest}/"),
        ("absent", "/bestaat-niet/", {"status": 404}),
        ("broken", "/er-ging-iets-mis/", {"status": 500, "sent": "{folder}/broken-{language}.html"}),
        ("maintenance", "/onderhoud/", {"status": 503, "sent": MAINTENANCE, "stands_alone": True}),
    ),
    *_pages(
        "nieuw",
        ("dashboard-new", "/mijn/"),
        ("network-follow", AWAITED),
        ("enrol-closed", f"{CLOSED}aanmelden/"),
        ("enrol", f"{NETWORK}aanmelden/"),
        ("enrol-errors", f"{NETWORK}aanmelden/", {"reach": states.submit_empty}),
        ("space-not-member", f"{NETWORK}ruimte/", {"status": 403}),
        ("inbox-empty", "/mijn/meldingen/"),
        ("may-not-contribute", "/praktijkvoorbeelden/bijdragen/", {"status": 403}),
        ("own-practices-empty", "/praktijkvoorbeelden/mijn/"),
        ("saved-searches-none", "/praktijkvoorbeelden/zoekopdrachten/"),
        ("reading-list-first", f"{SECOND}leeslijst/"),
        ("reading-list-first-errors", f"{SECOND}leeslijst/", {"reach": states.submit_empty}),
        ("library-schools-alike", "/praktijkvoorbeelden/?sort=mine"),
        ("trial-own", f"{PRACTICE}uitgeprobeerd/"),
        ("trial-take-back", f"{PRACTICE}uitgeprobeerd/terugnemen/"),
    ),
    *_pages(
        "assessor1",
        ("enrolled", f"{NETWORK}aanmelden/"),
        ("withdraw", f"{NETWORK}afmelden/"),
        ("network-following", AWAITED),
        ("place-offered", f"{HIDDEN}aanmelden/"),
    ),
    *_pages(
        "schoolleider",
        ("home-signed-in", "/"),
        ("network-member", NETWORK),
        ("dashboard", "/mijn/"),
        ("profile", "/mijn/instellingen/"),
        ("profile-errors", "/mijn/instellingen/", {"reach": states.submit_emptied}),
        ("security", "/mijn/instellingen/inloggen/"),
        ("own-data", "/mijn/instellingen/gegevens/"),
        ("end-account", "/mijn/instellingen/gegevens/verwijderen/"),
        ("tokens", "/mijn/instellingen/tokens/"),
        ("sessions", "/mijn/instellingen/apparaten/"),
        ("schools", "/mijn/instellingen/scholen/"),
        ("calendar", "/mijn/kalender/"),
        ("mail-preferences", "/mijn/meldingen/instellingen/"),
        ("mail-addresses", "/account/email/"),
        ("password-change", "/account/password/change/"),
        ("password-change-errors", "/account/password/change/", {"reach": states.submit_empty}),
        ("two-factor", "/account/2fa/"),
        ("passkeys", "/account/2fa/webauthn/"),
        ("passkey-new", "/account/2fa/webauthn/add/"),
        ("two-factor-activate", "/account/2fa/totp/activate/"),
        ("reauthenticate", "/account/reauthenticate/"),
        ("sign-out", "/account/logout/"),
        ("space", f"{NETWORK}ruimte/"),
        ("space-closed", f"{CLOSED}ruimte/"),
        ("evaluate-closed", f"{CLOSED}ruimte/evaluatie/"),
        ("meetings-closed", f"{CLOSED}bijeenkomsten/"),
        ("meeting-cancelled", f"{CLOSED}bijeenkomsten/{{cancelled}}/"),
        ("form-closed", f"{CLOSED}ondersteuning/nieuw/", {"status": 409}),
        ("learning-question", f"{NETWORK}ruimte/leervraag/"),
        ("source-new", f"{NETWORK}ruimte/bronnen/nieuw/"),
        ("source-errors", f"{NETWORK}ruimte/bronnen/nieuw/", {"reach": states.submit_empty}),
        ("source-change", f"{NETWORK}ruimte/bronnen/{{source}}/wijzigen/"),
        ("source-remove", f"{NETWORK}ruimte/bronnen/{{source}}/verwijderen/"),
        ("learning-question-closed", f"{CLOSED}ruimte/leervraag/"),
        ("obligation", f"{NETWORK}ruimte/afspraken/embedding/"),
        ("meetings", f"{NETWORK}bijeenkomsten/"),
        ("meeting", f"{NETWORK}bijeenkomsten/{{meeting}}/"),
        ("meeting-past", f"{NETWORK}bijeenkomsten/{{past}}/"),
        ("meeting-guest", f"{NETWORK}bijeenkomsten/{{meeting}}/gast/"),
        ("meeting-guest-errors", f"{NETWORK}bijeenkomsten/{{meeting}}/gast/", {"reach": states.submit_emptied}),
        ("meeting-absence", f"{NETWORK}bijeenkomsten/{{meeting}}/afmelden/"),
        ("check-in", f"{NETWORK}bijeenkomsten/{{today}}/inchecken/"),
        ("evaluate", f"{NETWORK}ruimte/evaluatie/"),
        ("agreed", f"{NETWORK}ruimte/afspraken/"),
        ("learning-questions", f"{NETWORK}ruimte/leervragen/"),
        ("assignments", f"{NETWORK}opdrachten/"),
        ("assignment", f"{NETWORK}opdrachten/{{assignment}}/"),
        ("hand-in-write", f"{NETWORK}opdrachten/{{to_do}}/inleveren/"),
        ("support", f"{NETWORK}ondersteuning/"),
        ("support-ask", f"{NETWORK}ondersteuning/nieuw/"),
        ("polls", f"{NETWORK}peilingen/"),
        ("poll", f"{NETWORK}peilingen/{{poll}}/"),
        ("poll-offer-school", f"{NETWORK}peilingen/{{poll}}/school/"),
        ("discussion", f"{NETWORK}discussie/"),
        ("discussion-search", f"{NETWORK}discussie/zoeken/"),
        ("discussion-found", f"{NETWORK}discussie/zoeken/?q=toets"),
        ("discussion-not-found", f"{NETWORK}discussie/zoeken/?q=onvindbaarwoord"),
        ("catch-up", f"{NETWORK}discussie/bijlezen/"),
        ("conversation-new", f"{NETWORK}discussie/nieuw/"),
        ("conversation-errors", f"{NETWORK}discussie/nieuw/", {"reach": states.submit_empty}),
        ("conversation", f"{NETWORK}discussie/{{thread}}/"),
        ("post-edit", f"{NETWORK}discussie/berichten/{{post}}/wijzigen/"),
        ("post-history", f"{NETWORK}discussie/berichten/{{post}}/geschiedenis/"),
        ("post-files", f"{NETWORK}discussie/berichten/{{post}}/bestanden/"),
        ("post-delete", f"{NETWORK}discussie/berichten/{{post}}/verwijderen/"),
        ("members", f"{NETWORK}deelnemers/"),
        ("members-none", f"{NETWORK}deelnemers/?q=onvindbaarwoord"),
        ("peer-profile", f"{NETWORK}deelnemers/profiel/"),
        ("talks", f"{NETWORK}deelnemers/gesprekken/"),
        ("talk-ask", f"{NETWORK}deelnemers/{{peer}}/sparren/"),
        ("talk-ask-errors", f"{NETWORK}deelnemers/{{peer}}/sparren/", {"reach": states.submit_empty}),
        ("talk-asked", f"{NETWORK}deelnemers/gesprekken/{{talk}}/"),
        ("block", f"{NETWORK}deelnemers/{{peer}}/blokkeren/"),
        ("kept", f"{NETWORK}discussie/bewaard/"),
        ("kept-errors", f"{NETWORK}discussie/bewaard/", {"reach": states.submit_empty}),
        ("practice-quoting", "/praktijkvoorbeelden/{quoting}/bewerken/?ontbreekt"),
        ("groups", f"{NETWORK}groepen/"),
        ("group", f"{NETWORK}groepen/{{group}}/"),
        ("group-new", f"{NETWORK}groepen/nieuw/"),
        ("group-new-errors", f"{NETWORK}groepen/nieuw/", {"reach": states.submit_empty}),
        ("group-conversation", f"{NETWORK}discussie/{{group_thread}}/"),
        ("group-conversation-new", f"{NETWORK}groepen/{{group}}/gesprek/"),
        ("group-change", f"{NETWORK}groepen/{{group}}/wijzigen/"),
        ("group-change-errors", f"{NETWORK}groepen/{{group}}/wijzigen/", {"reach": states.submit_emptied}),
        ("group-invite", f"{NETWORK}groepen/{{group}}/leden/"),
        ("group-remove", f"{NETWORK}groepen/{{group}}/leden/{{group_member}}/"),
        ("group-close", f"{NETWORK}groepen/{{group}}/sluiten/"),
        ("code-of-conduct", f"{NETWORK}discussie/gedragscode/"),
        ("post-report", f"{NETWORK}discussie/berichten/{{other_post}}/melden/"),
        ("post-report-errors", f"{NETWORK}discussie/berichten/{{other_post}}/melden/", {"reach": states.submit_empty}),
        ("post-reported", f"{NETWORK}discussie/berichten/{{reported}}/melden/"),
        ("network-practices", f"{NETWORK}praktijkvoorbeelden/"),
        ("contribute", "/praktijkvoorbeelden/bijdragen/"),
        ("contribute-errors", "/praktijkvoorbeelden/bijdragen/", {"reach": states.submit_empty}),
        ("own-practices", "/praktijkvoorbeelden/mijn/"),
        ("reading-lists", "/praktijkvoorbeelden/leeslijsten/"),
        ("reading-lists-errors", "/praktijkvoorbeelden/leeslijsten/", {"reach": states.submit_empty}),
        ("reading-list", "/praktijkvoorbeelden/leeslijsten/{list}/"),
        ("reading-list-drop", "/praktijkvoorbeelden/leeslijsten/{list}/weghalen/"),
        ("reading-list-keep", f"{SECOND}leeslijst/"),
        ("search-keep", "/praktijkvoorbeelden/zoekopdrachten/bewaren/?q=toets&sector=VO"),
        (
            "search-keep-errors",
            "/praktijkvoorbeelden/zoekopdrachten/bewaren/?q=toets&sector=VO",
            {"reach": states.submit_emptied},
        ),
        ("saved-searches", "/praktijkvoorbeelden/zoekopdrachten/"),
        ("practice-edit", f"{PRACTICE}bewerken/"),
        *((f"practice-step-{step}", f"{PRACTICE}bewerken/{step}/") for step in STEPS),
        ("practice-lacking", "/praktijkvoorbeelden/{quoting}/bewerken/delen/?ontbreekt"),
        ("practice-history", f"{PRACTICE}geschiedenis/"),
        ("practice-remark", f"{PRACTICE}opmerking/?field=approach"),
        ("practice-remark-errors", f"{PRACTICE}opmerking/", {"reach": states.submit_empty}),
        ("practice-remark-answer", "/praktijkvoorbeelden/opmerkingen/{remark}/antwoorden/"),
        ("practice-authors", f"{PRACTICE}auteurs/"),
        ("practice-authors-errors", f"{PRACTICE}auteurs/", {"reach": states.submit_empty}),
        ("practice-withdraw", f"{PRACTICE}intrekken/"),
        ("trial-errors", f"{SECOND}uitgeprobeerd/", {"reach": states.submit_empty}),
        ("trial-complain", "/praktijkvoorbeelden/uitgeprobeerd/{published_trial}/melden/"),
        (
            "trial-complain-errors",
            "/praktijkvoorbeelden/uitgeprobeerd/{published_trial}/melden/",
            {"reach": states.submit_empty},
        ),
        ("forbidden", f"{NETWORK}begeleiding/", {"status": 403}),
    ),
    *_pages(
        "begeleider",
        ("dashboard-facilitator", "/mijn/"),
        ("inbox", "/mijn/meldingen/"),
        ("cockpit", f"{NETWORK}begeleiding/"),
        ("kept-empty", f"{NETWORK}discussie/bewaard/"),
        ("quoted", "/praktijkvoorbeelden/{quoting}/citaten/"),
        ("quoted-errors", "/praktijkvoorbeelden/{quoting}/citaten/", {"reach": states.submit_empty}),
        ("groups-facilitator", f"{NETWORK}groepen/"),
        ("group-facilitator", f"{NETWORK}groepen/{{group}}/"),
        ("group-new-facilitator", f"{NETWORK}groepen/nieuw/"),
        ("group-add", f"{NETWORK}groepen/{{group}}/leden/"),
        ("groups-divide", f"{NETWORK}groepen/verdelen/"),
        ("groups-divided", f"{NETWORK}groepen/verdelen/", {"reach": states.draw_lots}),
        ("talk-answer", f"{NETWORK}deelnemers/gesprekken/{{talk}}/"),
        ("talk-answer-errors", f"{NETWORK}deelnemers/gesprekken/{{talk}}/", {"reach": states.submit_empty}),
        ("posts-move", f"{NETWORK}discussie/{{thread}}/verplaatsen/"),
        ("posts-move-errors", f"{NETWORK}discussie/{{thread}}/verplaatsen/", {"reach": states.submit_empty}),
        ("threads-merge", f"{NETWORK}discussie/{{thread}}/samenvoegen/"),
        ("threads-merge-errors", f"{NETWORK}discussie/{{thread}}/samenvoegen/", {"reach": states.submit_empty}),
        ("post-hide", f"{NETWORK}discussie/berichten/{{reported}}/verbergen/"),
        ("post-hide-errors", f"{NETWORK}discussie/berichten/{{reported}}/verbergen/", {"reach": states.submit_empty}),
        ("reports", f"{NETWORK}begeleiding/meldingen/"),
        ("report-decide", f"{NETWORK}begeleiding/meldingen/{{report}}/"),
        ("report-errors", f"{NETWORK}begeleiding/meldingen/{{report}}/", {"reach": states.submit_empty}),
        ("sign-up-questions", f"{NETWORK}begeleiding/vragen/"),
        ("sign-up-question-new", f"{NETWORK}begeleiding/vragen/nieuw/"),
        ("sign-up-question-errors", f"{NETWORK}begeleiding/vragen/nieuw/", {"reach": states.submit_empty}),
        ("sign-up-question-change", f"{NETWORK}begeleiding/vragen/{{question}}/wijzigen/"),
        ("sign-up-request", f"{NETWORK}begeleiding/aanmeldingen/{{request}}/"),
        ("attendance", f"{PLANNING}{{past}}/"),
        ("attendance-list", f"{PLANNING}{{past}}/lijst/"),
        ("name-badges", f"{PLANNING}{{past}}/naamkaartjes/"),
        ("check-in-screen", f"{PLANNING}{{today}}/inchecken/"),
        ("check-in-too-early", f"{PLANNING}{{meeting}}/inchecken/", {"status": 409}),
        ("experts", f"{PLANNING}{{meeting}}/deskundigen/"),
        ("experts-errors", f"{PLANNING}{{meeting}}/deskundigen/", {"reach": states.submit_empty}),
        ("plan-series", f"{PLANNING}reeks/"),
        ("plan-series-errors", f"{PLANNING}reeks/", {"reach": states.submit_empty}),
        ("plan-series-days", f"{PLANNING}reeks/", {"reach": states.show_days}),
        ("plan-meeting", f"{PLANNING}nieuw/"),
        ("edit-meeting", f"{PLANNING}{{meeting}}/wijzigen/"),
        ("cancel-meeting", f"{PLANNING}{{meeting}}/annuleren/"),
        ("programme", f"{PLANNING}{{meeting}}/programma/"),
        ("meeting-report", f"{PLANNING}{{past}}/verslag/"),
        ("meeting-report-errors", f"{PLANNING}{{past}}/verslag/", {"reach": states.submit_half_a_row}),
        ("meeting-facilitator", f"{NETWORK}bijeenkomsten/{{meeting}}/"),
        ("meeting-materials-none", f"{NETWORK}bijeenkomsten/{{today}}/"),
        ("material-new", f"{PLANNING}{{meeting}}/materiaal/"),
        ("material-errors", f"{PLANNING}{{meeting}}/materiaal/", {"reach": states.submit_empty}),
        ("material-change", f"{PLANNING}{{meeting}}/materiaal/{{material}}/wijzigen/"),
        ("material-remove", f"{PLANNING}{{meeting}}/materiaal/{{material}}/verwijderen/"),
        ("closing", f"{NETWORK}begeleiding/afsluiten/"),
        ("cockpit-closed", f"{CLOSED}begeleiding/"),
        ("closing-closed", f"{CLOSED}begeleiding/afsluiten/"),
        ("evaluation-closed", f"{CLOSED}begeleiding/afsluiten/evaluatie/"),
        ("log-closed", f"{CLOSED}begeleiding/logboek/"),
        ("plan-closed", f"{CLOSED}begeleiding/bijeenkomsten/nieuw/", {"status": 409}),
        ("close-network", f"{NETWORK}begeleiding/afsluiten/sluiten/"),
        ("evaluation", f"{NETWORK}begeleiding/afsluiten/evaluatie/"),
        ("grant-certificate", f"{NETWORK}begeleiding/afsluiten/certificaat/{{member}}/"),
        ("ledgers", f"{NETWORK}begeleiding/afspraken/"),
        ("ledger-of-member", f"{NETWORK}begeleiding/afspraken/{{member}}/"),
        ("assignment-new", f"{NETWORK}opdrachten/nieuw/"),
        ("assignment-edit", f"{NETWORK}opdrachten/{{assignment}}/wijzigen/"),
        ("assignment-overview", f"{NETWORK}opdrachten/{{assignment}}/"),
        ("assignment-remove", f"{NETWORK}opdrachten/{{assignment}}/verwijderen/"),
        ("support-facilitator", f"{NETWORK}ondersteuning/"),
        ("hand-in-read", f"{HIDDEN}opdrachten/ingeleverd/{{read_hand_in}}/"),
        ("support-request", f"{NETWORK}ondersteuning/{{support}}/"),
        ("support-evaluate", f"{HIDDEN}ondersteuning/{{handled_support}}/afronden/"),
        ("write-to-participants", f"{NETWORK}begeleiding/bericht/"),
        ("export", f"{NETWORK}begeleiding/export/"),
        ("log", f"{NETWORK}begeleiding/logboek/"),
        ("log-none", f"{NETWORK}begeleiding/logboek/?over=export"),
        ("poll-results", f"{NETWORK}peilingen/{{poll}}/"),
        ("poll-decided", f"{HIDDEN}peilingen/{{decided_poll}}/"),
        ("poll-reopened", f"{HIDDEN}peilingen/{{reopened_poll}}/"),
        ("poll-closed", f"{HIDDEN}peilingen/{{closed_poll}}/"),
        ("poll-reopen", f"{HIDDEN}begeleiding/peilingen/{{closed_poll}}/heropenen/"),
        ("poll-new", f"{POLLS}nieuw/"),
        ("poll-change", f"{POLLS}{{poll}}/wijzigen/"),
        ("poll-decide", f"{POLLS}{{poll}}/kiezen/{{option}}/"),
        ("poll-expert", f"{POLLS}{{poll}}/deskundigen/{{expert}}/"),
        ("poll-place", f"{POLLS}{{poll}}/plaatsen/{{place}}/"),
        ("reviews", "/praktijkvoorbeelden/beoordelen/"),
        ("review", f"{WAITING}beoordelen/"),
        ("practice-preview", f"{WAITING}concept/"),
        ("practice-write-along", "/praktijkvoorbeelden/{quoting}/meeschrijven/"),
    ),
    *_pages(
        "redactie",
        ("dashboard-editor", "/mijn/"),
        ("reviews-editor", "/praktijkvoorbeelden/beoordelen/"),
        ("trials", "/praktijkvoorbeelden/uitgeprobeerd/"),
        ("trial", "/praktijkvoorbeelden/uitgeprobeerd/{trial}/"),
        ("trial-decide-errors", "/praktijkvoorbeelden/uitgeprobeerd/{trial}/", {"reach": states.submit_empty}),
        ("style-guide", "/stijlgids/"),
        ("style-guide-form", "/stijlgids/formulier/"),
        ("style-guide-question", "/stijlgids/vraag/"),
    ),
    *_pages(
        "beheer",
        ("dashboard-manager", "/mijn/"),
        ("cockpit-manager", f"{NETWORK}begeleiding/"),
        ("copy-network", f"{NETWORK}begeleiding/kopie/"),
        ("copy-network-days", f"{NETWORK}begeleiding/kopie/", {"reach": states.show_days}),
    ),
]

# Of the workplace only our part is looked at (`test_workplace.py`): the rest is Wagtail's.
SNIPPETS = "/admin/snippets/"
WORKPLACE = [
    WorkplaceState(name, address, "beheer")
    for name, address in (
        ("workplace", "/admin/"),
        ("workplace-pages", "/admin/pages/{home_page}/"),
        ("workplace-page", "/admin/pages/{home_page}/edit/"),
        ("workplace-networks", f"{SNIPPETS}networks/network/"),
        ("workplace-network", f"{SNIPPETS}networks/network/edit/{{demo_network}}/"),
        ("workplace-network-new", f"{SNIPPETS}networks/network/add/"),
        ("workplace-sign-ups", f"{SNIPPETS}networks/enrolment/"),
        ("workplace-holidays", f"{SNIPPETS}networks/schoolholiday/"),
        ("workplace-practices", f"{SNIPPETS}resources/practice/"),
        ("workplace-schools", f"{SNIPPETS}schools/school/"),
        ("workplace-pictures", "/admin/images/"),
        ("workplace-participation", "/admin/reports/deelname/"),
        ("workplace-obligations", "/admin/reports/afspraken/"),
    )
]
