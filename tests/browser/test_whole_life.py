"""The whole life of a network by five people at once: a facilitator, three participants and a guest without an account.

From sign-up over the poll, the meeting and what is asked of participants, to the certificate and the archive.
"""

import io
import re
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest
from django.utils import timezone
from icalendar import Calendar
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tests.browser.keyboard import Keyboard
from tests.browser.product import Product

SLUG = "leren-plannen-in-de-bovenbouw"
NETWORK = f"/netwerken/{SLUG}/"
SCRIPTS = Path(__file__).with_name("scripts")
NAMES = ("Yara Blom", "Ruben Kok", "Mirjam Vink")
SCHOOL = "Het Lange Pad"
AGREEMENTS = ("attendance", "embedding", "time", "sharing")
GUEST = "gijs@langepad.example"
REASON = "Examenvergadering op school."
NEW_QUESTION = "Welke planning laten wij aan leerlingen zelf?"
MADE_UP = "Mirjam leidt een nabespreking op haar school."


@dataclass
class Cast:
    """Who takes part, each with an own window."""

    product: Product
    facilitator: Page
    members: list[Page]
    guest: Page

    @property
    def everybody(self) -> list[Page]:
        return [*self.members, self.facilitator]


@pytest.fixture
def cast(product, person, visitor) -> Iterator[Cast]:
    product.do(SCRIPTS / "own_network.py", SLUG, "leven")
    members = [person(f"leven{number}") for number in (1, 2, 3)]
    return Cast(product, person("leven-begeleider"), members, visitor())


def test_from_poll_to_certificate(cast):
    sign_up(cast)
    ask_when_and_where(cast)
    host(cast.members[0])
    answer(cast)
    meeting = decide(cast)
    check_invitations(cast)
    bring_a_guest(cast, meeting)
    announce_absence(cast, meeting)
    cast.product.do(SCRIPTS / "let_time_pass.py", SLUG, "meeting")
    check_in(cast, meeting)
    work_between_meetings(cast)
    cast.product.do(SCRIPTS / "let_time_pass.py", SLUG, "day")
    report(cast.facilitator, meeting)
    keep_agreements(cast)
    make_up(cast)
    evaluate(cast)
    close(cast)
    receive_certificate(cast)
    read_the_archive(cast)


def press(page: Page, name: str) -> None:
    """Press the button, or follow the link, whose name begins like this."""
    main, begins = page.locator("main"), re.compile(rf"^\s*{re.escape(name)}")
    main.get_by_role("button", name=begins).or_(main.get_by_role("link", name=begins)).first.click()
    page.wait_for_load_state()


def shows(page: Page, *words: str) -> None:
    for each in words:
        expect(page.locator("main")).to_contain_text(each)


def sign_up(cast: Cast) -> None:
    for number, page in enumerate(cast.members, 1):
        page.goto(f"{NETWORK}aanmelden/")
        page.fill("[name=learning_question]", f"Hoe leren leerlingen plannen? ({number})")
        for agreement in AGREEMENTS:
            page.check(f"[name={agreement}]")
        page.locator("main form button[type=submit]").first.click()
        shows(page, f"({number})")
    cast.facilitator.goto(f"{NETWORK}begeleiding/")
    for name in NAMES:
        press(cast.facilitator, f"Toelaten {name}")
    shows(cast.facilitator, "3 / 6")


def ask_when_and_where(cast: Cast) -> None:
    page, today = cast.facilitator, timezone.localdate()
    page.goto(f"{NETWORK}begeleiding/peilingen/nieuw/")
    page.fill("[name=title]", "Wanneer en waar beginnen we?")
    page.fill("[name=deadline]", (today + timedelta(days=7)).isoformat())
    for row in (0, 1):
        page.fill(f"[name=dates-{row}-day]", (today + timedelta(days=14 + 7 * row)).isoformat())
    page.fill("[name=places-0-name]", "Stadhuis Rietveen")
    press(page, "Opslaan")
    press(page, "Openen en iedereen vragen")
    shows(page, "4 antwoorden ontbreken")


def host(page: Page) -> None:
    open_the_poll(page)
    press(page, "Mijn school aanbieden")
    page.locator("[name=dates]").first.check()
    page.fill("[name=capacity]", "12")
    page.fill("[name=address]", "Kade 1, Rietveen")
    press(page, "Mijn school aanbieden")


def open_the_poll(page: Page) -> None:
    page.goto(f"{NETWORK}peilingen/")
    page.get_by_role("link", name="Wanneer en waar beginnen we?").click()


def answer(cast: Cast) -> None:
    """All can come to the school; one rather not."""
    for page in cast.everybody:
        open_the_poll(page)
        for question in page.locator(".ballot__question").all():
            at_school = SCHOOL in question.inner_text()
            said = ("if_need_be" if page is cast.members[1] else "yes") if at_school else "no"
            question.locator(f"input[value={said}]").check()
        press(page, "Mijn antwoorden opslaan")
        shows(page, "U hebt geantwoord.")


def decide(cast: Cast) -> str:
    page = cast.facilitator
    page.reload()
    shows(page, "Iedereen heeft geantwoord.")
    best = page.locator(".poll-results tbody tr").first
    expect(best).to_contain_text(SCHOOL)
    best.get_by_role("link", name="Kies").click()
    press(page, "Ja, kiezen en iedereen berichten")
    shows(page, "Bijeenkomst 1", SCHOOL)
    return page.url


def check_invitations(cast: Cast) -> None:
    for number in (1, 2, 3):
        event, method = invitation_to(cast.product, f"leven{number}@leernetwerk.example")
        assert method == "REQUEST"
        assert SCHOOL in event["LOCATION"]
        assert event.decoded("DTSTART").astimezone(timezone.get_default_timezone()).strftime("%H:%M") == "09:30"


def invitation_to(product: Product, address: str):
    """The event that the newest mail puts into this person's calendar."""
    parts = [part for mail in product.mails_to(address) for part in mail.walk()]
    found = [part for part in parts if part.get_content_type() == "text/calendar"]
    calendar = Calendar.from_ical(found[-1].get_payload(decode=True))
    return calendar.events[0], calendar["METHOD"]


def bring_a_guest(cast: Cast, meeting: str) -> None:
    host, guest = cast.members[0], cast.guest
    host.goto(f"{meeting}gast/")
    host.fill("[name=name]", "Gijs van den Berg")
    host.fill("[name=email]", GUEST)
    press(host, "Uitnodigen")
    link = re.search(r"/gast/[^/\s]+/", cast.product.mail_to(GUEST))
    assert link
    guest.goto(link[0])
    shows(guest, "Welkom, Gijs van den Berg", "Bijeenkomst 1", SCHOOL, "Kade 1")
    expect(guest.locator("main")).not_to_contain_text("Ruben Kok")
    for closed in (meeting, f"{NETWORK}ruimte/"):
        guest.goto(closed)
        assert "/account/login/" in guest.url


def announce_absence(cast: Cast, meeting: str) -> None:
    page = cast.members[2]
    page.goto(f"{meeting}afmelden/")
    page.fill("[name=reason]", REASON)
    press(page, "Laat het de procesbegeleider weten")
    shows(page, "Afgemeld met reden", REASON)
    cast.facilitator.goto(meeting)
    shows(cast.facilitator, f"Mirjam Vink: {REASON}", "Gijs van den Berg")


def check_in(cast: Cast, meeting: str) -> None:
    """One by the code on the screen, one by the facilitator's hand; who announced an absence stays excused."""
    facilitator, member = cast.facilitator, cast.members[0]
    facilitator.goto(meeting)
    press(facilitator, "Inchecken")
    code = facilitator.locator(".check-in__letters").inner_text()
    member.goto(meeting)
    press(member, "Ik ben er")
    member.fill("[name=code]", code)
    press(member, "Ik ben er")
    shows(member, "U staat op aanwezig.")
    facilitator.goto(meeting)
    press(facilitator, "Aanwezigheid")
    group = facilitator.get_by_role("group", name=NAMES[1])
    group.locator("input[value=present]").check()
    press(facilitator, "Aanwezigheid opslaan")
    expect(facilitator.locator("#toasts")).to_contain_text("opgeslagen")
    facilitator.goto(meeting)
    shows(facilitator, f"Mirjam Vink: {REASON}")


def work_between_meetings(cast: Cast) -> None:
    talk(cast.members[1])
    revise_the_question(cast)
    assignment = set_an_assignment(cast.facilitator)
    hand_in_and_comment(cast, assignment)


def talk(page: Page) -> None:
    page.goto(f"{NETWORK}discussie/nieuw/")
    page.locator("#conduct a").click()
    page.locator("main form[method=post]:has([name=version]) [type=submit]").click()
    page.wait_for_url("**/discussie/nieuw/")
    page.fill("[name=title]", "Weektaken")
    page.fill("[name=body]", "Wie werkt er met weektaken?")
    page.locator("main form[method=post]:has([name=title]) [type=submit]").last.click()
    shows(page, "Wie werkt er met weektaken?")


def revise_the_question(cast: Cast) -> None:
    page = cast.members[1]
    page.goto(f"{NETWORK}ruimte/leervraag/")
    page.fill("[name=text]", NEW_QUESTION)
    page.fill("[name=what_changed]", "Leerlingen willen zelf kiezen.")
    press(page, "Opslaan")
    cast.facilitator.goto(f"{NETWORK}ruimte/leervragen/")
    shows(cast.facilitator, "Hoe leren leerlingen plannen? (2)", NEW_QUESTION)


def set_an_assignment(page: Page) -> str:
    page.goto(f"{NETWORK}opdrachten/nieuw/")
    page.fill("[name=title]", "Vraag drie leerlingen")
    page.fill("[name=text]", "Vraag drie leerlingen hoe zij hun week plannen.")
    page.fill("[name=day]", (timezone.localdate() + timedelta(days=7)).isoformat())
    page.locator("main form[method=post]:has([name=title]) [type=submit]").last.click()
    shows(page, "Vraag drie leerlingen hoe zij hun week plannen.")
    return page.url


def hand_in_and_comment(cast: Cast, assignment: str) -> None:
    page, facilitator = cast.members[1], cast.facilitator
    page.goto(assignment)
    press(page, "Beginnen")
    page.fill("[name=text]", "Twee plannen op papier, een in het hoofd.")
    press(page, "Inleveren")
    facilitator.goto(assignment)
    press(facilitator, NAMES[1])
    shows(facilitator, NEW_QUESTION)
    facilitator.fill("[name=text]", "Wat vraagt u hun de volgende keer?")
    facilitator.locator("main form[method=post]:has([name=text]) [type=submit]").last.click()
    page.goto(assignment)
    press(page, "Reacties")
    shows(page, "Wat vraagt u hun de volgende keer?")


def report(page: Page, meeting: str) -> None:
    page.goto(f"{NETWORK}begeleiding/bijeenkomsten/{meeting.rstrip('/').rpartition('/')[2]}/verslag/")
    page.locator("textarea[name$=report]").fill("We vergeleken weektaken.")
    press(page, "Opslaan")


def keep_agreements(cast: Cast) -> None:
    for number, page in enumerate(cast.members, 1):
        for agreement in ("embedding", "time"):
            page.goto(f"{NETWORK}ruimte/afspraken/{agreement}/")
            page.fill("[name=text]", "Het hele team werkt ermee.")
            press(page, "Opslaan")
        share(page, cast.facilitator, f"Planbord {number}")


def share(page: Page, facilitator: Page, title: str) -> None:
    page.goto("/praktijkvoorbeelden/bijdragen/")
    page.fill("[name=title]", title)
    page.select_option("[name=network]", label="Leren plannen in de bovenbouw")
    page.locator(".practice-form [type=submit]").click()
    page.wait_for_url("**/bewerken/**")
    page.goto(re.sub("bewerken/.*", "bewerken/", page.url))  # all steps on one page
    texts = {"question": "Hoe leren leerlingen plannen?", "context": "Vmbo-tl, bovenbouw."}
    texts |= {"approach": "Elke klas kreeg een planbord.", "result": "Minder vergeten huiswerk."}
    for name, text in (texts | {"permission_by": "De directie"}).items():
        page.fill(f"[name={name}]", text)
    page.select_option("[name=sector]", "VO")
    page.check("[name=permission]")
    page.locator("button[name=action][value=submit]").last.click()
    shows(page, "Wacht op beoordeling")
    facilitator.goto(f"{page.url}beoordelen/")
    for box in facilitator.locator("[name=ticked]").all():
        box.check()
    facilitator.locator("button[name=decision][value=publish]").click()
    facilitator.wait_for_url("**/praktijkvoorbeelden/beoordelen/")


def make_up(cast: Cast) -> None:
    """Two have done everything; the third makes up for the meeting, which is arranged and then done."""
    page = cast.facilitator
    assert states(page) == [["Gedaan"] * 4, ["Gedaan"] * 4, ["Op koers"] + ["Gedaan"] * 3]
    cast.members[2].goto(f"{NETWORK}ruimte/afspraken/")
    shows(cast.members[2], "U was met reden afgemeld", "Spreek met uw procesbegeleider af")
    page.get_by_role("link", name=NAMES[2]).click()
    page.locator("[name=about]").select_option(index=0)
    page.fill("[name=text]", MADE_UP)
    press(page, "Opslaan")
    cast.members[2].reload()
    shows(cast.members[2], f"Afgesproken met uw procesbegeleider: {MADE_UP}")
    page.goto(f"{NETWORK}begeleiding/afspraken/")
    page.get_by_role("link", name=NAMES[2]).click()
    press(page, "Het is gedaan")
    assert states(page) == [["Gedaan"] * 4] * 3


def states(page: Page) -> list[list[str]]:
    """How the agreements of each participant stand, as the facilitator reads it."""
    page.goto(f"{NETWORK}begeleiding/afspraken/")
    cards = [page.locator("section.card").filter(has=page.get_by_role("heading", name=name)) for name in NAMES]
    return [card.locator(".badge").all_inner_texts() for card in cards]


def evaluate(cast: Cast) -> None:
    cast.facilitator.goto(f"{NETWORK}begeleiding/afsluiten/evaluatie/")
    press(cast.facilitator, "De deelnemers vragen")
    for page in cast.members:
        page.goto(f"{NETWORK}ruimte/evaluatie/")
        for group in page.locator(".evaluation fieldset").all():
            group.locator("input[type=radio]").last.check()
        press(page, "Mijn antwoorden versturen")
        shows(page, "Dank u wel!")
    cast.facilitator.reload()
    shows(cast.facilitator, "3 van 3")


def close(cast: Cast) -> None:
    page = cast.facilitator
    page.goto(f"{NETWORK}begeleiding/afsluiten/")
    expect(page.locator(".badge", has_text="Krijgt een bewijs")).to_have_count(3)
    keys = Keyboard(page).tab_to('main a[href$="/afsluiten/sluiten/"]').enter()  # without a mouse
    keys.tab_to("main form[method=post] button").enter()
    expect(page.locator(".badge", has_text="Heeft een bewijs")).to_have_count(3)


def receive_certificate(cast: Cast) -> None:
    page, guest = cast.members[0], cast.guest
    page.goto(f"{NETWORK}ruimte/")
    with page.expect_download() as download:
        press(page, "De pdf downloaden")
    pdf = PdfReader(io.BytesIO(download.value.path().read_bytes()))
    text = pdf.pages[0].extract_text()
    assert pdf.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert "/StructTreeRoot" in pdf.trailer["/Root"]
    assert NAMES[0] in text
    assert "3 uur" in text
    address = re.search(r"/certificaat/[^\s/]+/", text)
    assert address
    guest.goto(address[0])
    shows(guest, "Dit bewijs is geldig", NAMES[0])


def read_the_archive(cast: Cast) -> None:
    page = cast.members[1]
    page.goto(f"{NETWORK}discussie/")
    shows(page, "Dit netwerk is gesloten.")
    page.get_by_role("link", name="Weektaken").first.click()
    shows(page, "Wie werkt er met weektaken?")
    expect(page.locator("[data-part=reply]")).to_be_hidden()
    cookie = next(it["value"] for it in page.context.cookies() if it["name"].endswith("csrftoken"))
    headers = {"X-CSRFToken": cookie, "Referer": page.url}
    refused = page.request.post(page.url, form={"body": "Nog iets.", "key": str(uuid.uuid4())}, headers=headers)
    assert "Dit netwerk is gesloten" in refused.text()
    page.reload()
    expect(page.locator("main")).not_to_contain_text("Nog iets.")
