"""People who stay signed in, and what must have happened for some pages to exist."""

import json
import re
from dataclasses import dataclass, field
from pathlib import Path

from django.core import signing
from django.utils import timezone
from playwright.sync_api import Browser, Page

from notifications import unsubscribing
from tests.browser.pages import CLOSED, NETWORK, PRACTICE
from tests.browser.product import Product, sign_in

GUEST = "gast@school.example"
SCRIPTS = Path(__file__).parent / "scripts"
OTHER_NETWORKS, RARE_STATES = SCRIPTS / "make_other_networks.py", SCRIPTS / "make_states.py"


@dataclass
class Stage:
    """One window for each person; `found` has what stands between braces in addresses of `pages`."""

    product: Product
    browser: Browser
    script: str = ""  # a script that runs before each page's own
    found: dict[str, str] = field(default_factory=dict)
    _windows: dict[str, Page] = field(default_factory=dict)

    def window(self, who: str) -> Page:
        """The window of this person, signed in unless a visitor; always the same one."""
        if who not in self._windows:
            context = self.browser.new_context(base_url=self.product.address, locale="nl-NL")
            context.set_default_timeout(15_000)
            context.add_init_script(self.script)
            self._windows[who] = context.new_page()
            if who != "visitor":
                sign_in(self._windows[who], who)
        return self._windows[who]

    def prepare_pages(self) -> "Stage":
        """Let a leader ask for a place and another bring a guest, and note where that leads."""
        self.product.do(OTHER_NETWORKS)
        self.find_what_no_demo_has()
        self._ask_for_a_place()
        leader = self.window("schoolleider")
        leader.goto(f"{CLOSED}bijeenkomsten/")
        self.found["cancelled"] = max(self._links(leader, r"/bijeenkomsten/(\d+)/$"), key=int)
        leader.goto(f"{NETWORK}bijeenkomsten/")
        meetings = self._links(leader, r"/bijeenkomsten/(\d+)/$")
        self.found |= {"past": min(meetings, key=int), "meeting": max(meetings, key=int)}
        leader.goto(f"{NETWORK}discussie/")
        self.found["thread"] = min(self._links(leader, r"/discussie/(\d+)/(?:#new)?$"), key=int)
        leader.goto(f"{NETWORK}discussie/{self.found['thread']}/")
        self.found["post"] = self._links(leader, r"/berichten/(\d+)/wijzigen/$")[0]
        self._change_and_delete_messages(leader)
        self._report_a_message(leader)
        self._ask_for_a_talk(leader)
        self._begin_a_practice(leader)
        self._talk_about_the_practice(leader)
        self._find_the_group(leader)
        self._find_the_reports_of_trying()
        self._keep_to_read(leader)
        leader.goto(f"{NETWORK}ruimte/leervraag/")
        self.found["source"] = self._links(leader, r"/bronnen/(\d+)/wijzigen/$")[0]
        leader.goto(f"{NETWORK}opdrachten/")
        self.found["assignment"], *_between, self.found["to_do"] = self._links(leader, r"/opdrachten/(\d+)/$")
        facilitator = self.window("begeleider")
        facilitator.goto(f"{NETWORK}ondersteuning/")
        self.found["support"] = self._links(facilitator, r"/ondersteuning/(\d+)/$")[0]
        facilitator.goto(f"{NETWORK}begeleiding/afspraken/")
        self.found["member"] = self._links(facilitator, r"/afspraken/(\d+)/$")[0]
        facilitator.goto(f"{CLOSED}begeleiding/afsluiten/")
        self.found["certificate"] = facilitator.get_by_text(re.compile("^LN-")).first.inner_text().split()[0]
        self._find_the_poll(facilitator)
        self._ask_at_sign_up(facilitator)
        self._add_a_material(facilitator)
        self._bring_a_guest(leader)
        self._plan_a_meeting_today(self.window("begeleider"), meetings)
        return self

    def find_what_no_demo_has(self) -> None:
        """A hidden network with what seldom happens, who manages in English, and the page of a failing server."""
        folder = self.product.folder
        self.product.do(RARE_STATES, str(folder))
        self.found |= json.loads((folder / "found.json").read_text()) | {"folder": str(folder)}

    def _ask_for_a_place(self) -> None:
        asking = self.window("assessor1")
        asking.goto(f"{NETWORK}aanmelden/")
        if asking.locator("[name=learning_question]").count():
            asking.fill("[name=learning_question]", "Hoe maken wij ruimte voor feedback in elke les?")
            for agreement in asking.locator("main form input[type=checkbox]").all():
                agreement.check()
            asking.locator("main form[method=post] [type=submit]").last.click()
            asking.wait_for_load_state()
        facilitator = self.window("begeleider")
        facilitator.goto(f"{NETWORK}begeleiding/")
        self.found["request"] = self._links(facilitator, r"/aanmeldingen/(\d+)/$")[0]
        mailed = self._in_mail("begeleider@leernetwerk.example", r"/mail/afmelden/([^/\s]+)/")
        self.found |= {"subscription": mailed, "digest": self._of_digests(mailed)}

    def _ask_at_sign_up(self, facilitator: Page) -> None:
        """Two questions, of which the second depends on the first."""
        address = f"{NETWORK}begeleiding/vragen/"
        facilitator.goto(f"{address}nieuw/")
        facilitator.fill("[name=text]", "Heeft uw school toetsbeleid?")
        facilitator.check("[name=kind][value=choice]")
        facilitator.fill("[name=choices]", "Ja\nNee")
        facilitator.locator("main form [type=submit]").last.click()
        facilitator.goto(f"{address}nieuw/")
        facilitator.fill("[name=text]", "Sinds welk jaar?")
        facilitator.select_option("[name=only_after]", index=1)
        facilitator.fill("[name=only_after_answer]", "Ja")
        facilitator.locator("main form [type=submit]").last.click()
        facilitator.goto(address)
        self.found["question"] = max(self._links(facilitator, r"/vragen/(\d+)/wijzigen/$"), key=int)

    def _change_and_delete_messages(self, leader: Page) -> None:
        """Change the first own message, and delete a new one, which can be brought back for a while."""
        leader.goto(f"{NETWORK}discussie/berichten/{self.found['post']}/wijzigen/")
        leader.fill("[name=body]", "Wij begonnen klein: één vak, één klas. Dat beviel.")
        leader.locator("main form[method=post] [type=submit]").last.click()
        leader.goto(f"{NETWORK}discussie/{self.found['thread']}/")
        leader.fill("#reply [name=body]", "Dit hoort hier niet.")
        leader.locator("#reply [type=submit]").click()
        leader.reload()
        new = leader.locator("article", has_text="Dit hoort hier niet.")  # it may still be on its way
        leader.goto(new.locator("[data-part=delete]").get_attribute("href") or "")
        leader.locator("main form[method=post] [type=submit]").last.click()
        leader.locator("[data-part=restore]:not([hidden])").first.wait_for()

    def _report_a_message(self, leader: Page) -> None:
        """The first message of another participant in the conversation; the facilitator's own stays as it is."""
        self.found["reported"], *_between, self.found["other_post"] = self._links(leader, r"/berichten/(\d+)/melden/$")
        leader.goto(f"{NETWORK}discussie/berichten/{self.found['reported']}/melden/")
        leader.check("[name=reason][value=private]")
        leader.locator("main form[method=post] [type=submit]").last.click()
        leader.wait_for_load_state()
        facilitator = self.window("begeleider")
        facilitator.goto(f"{NETWORK}begeleiding/meldingen/")
        self.found["report"] = self._links(facilitator, r"/meldingen/(\d+)/$")[0]

    def _ask_for_a_talk(self, leader: Page) -> None:
        """Ask the facilitator; `peer` is somebody else who may be asked."""
        leader.goto(f"{NETWORK}deelnemers/?q=bram")
        facilitator = self._links(leader, r"/deelnemers/(\d+)/sparren/$")[0]
        leader.goto(f"{NETWORK}deelnemers/")
        others = self._links(leader, r"/deelnemers/(\d+)/sparren/$")
        self.found["peer"] = next(pk for pk in others if pk != facilitator)
        leader.goto(f"{NETWORK}deelnemers/{facilitator}/sparren/")
        leader.fill("[name=subject]", "Hoe begint u een lastig gesprek met een sectie?")
        leader.locator("main form[method=post] [type=submit]").last.click()
        leader.wait_for_url("**/gesprekken/*/")
        self.found["talk"] = leader.url.rstrip("/").rpartition("/")[2]

    def _begin_a_practice(self, leader: Page) -> None:
        """Keep two messages of others, and begin a practice that quotes the facilitator."""
        leader.goto(f"{NETWORK}discussie/{self.found['thread']}/")
        for post in (self.found["reported"], self.found["other_post"]):
            if leader.locator(f"#post-{post} [data-keep] button[aria-pressed=false]").count():
                leader.locator(f"#post-{post} [data-keep] button").click()
            leader.locator(f"#post-{post} [data-keep] button[aria-pressed=true]").wait_for()
        leader.goto(f"{NETWORK}discussie/bewaard/")
        leader.check(f"[name=posts][value='{self.found['other_post']}']")
        leader.fill("[name=title]", "Wat een gesprek over toetsen losmaakt")
        leader.locator("main form:has([name=title]) [type=submit]").last.click()
        leader.wait_for_url("**/bewerken/")
        self.found["quoting"] = leader.url.rstrip("/").split("/")[-2]

    def _talk_about_the_practice(self, leader: Page) -> None:
        """The facilitator is asked to write along, and says something of a part."""
        address = f"/praktijkvoorbeelden/{self.found['quoting']}/"
        leader.goto(f"{address}auteurs/")
        leader.select_option("[name=person]", label="Bram de Wit")
        leader.locator("main form:has([name=person]) [type=submit]").click()
        facilitator = self.window("begeleider")
        facilitator.goto(f"{address}opmerking/?field=approach")
        facilitator.fill("[name=text]", "Hoe lang duurde dit?")
        facilitator.locator("main form:has([name=text]) [type=submit]").click()
        facilitator.wait_for_url("**#remark-*")
        self.found["remark"] = facilitator.url.rpartition("-")[2]

    def _find_the_reports_of_trying(self) -> None:
        """One that waits for the editor, and one that everybody reads."""
        editor = self.window("redactie")
        editor.goto("/praktijkvoorbeelden/uitgeprobeerd/")
        self.found["trial"] = self._links(editor, r"/uitgeprobeerd/(\d+)/$")[0]
        editor.goto(PRACTICE)
        self.found["published_trial"] = self._links(editor, r"/uitgeprobeerd/(\d+)/melden/$")[0]

    def _keep_to_read(self, leader: Page) -> None:
        """A reading list with one practice, and a search that is kept."""
        leader.goto(f"{PRACTICE}leeslijst/")
        leader.fill("[name=name]", "Voor de studiedag")
        leader.locator("main form[method=post] [type=submit]").last.click()
        leader.goto("/praktijkvoorbeelden/leeslijsten/")
        self.found["list"] = self._links(leader, r"/leeslijsten/(\d+)/$")[0]
        leader.goto("/praktijkvoorbeelden/zoekopdrachten/bewaren/?q=feedback")
        leader.locator("main form[method=post] [type=submit]").last.click()

    def _find_the_group(self, leader: Page) -> None:
        """The small group of the demo, what is said in it, and who else is in it."""
        leader.goto(f"{NETWORK}groepen/")
        self.found["group"] = min(self._links(leader, r"/groepen/(\d+)/$"), key=int)
        leader.goto(f"{NETWORK}groepen/{self.found['group']}/")
        self.found["group_thread"] = self._links(leader, r"/discussie/(\d+)/(?:#new)?$")[0]
        self.found["group_member"] = self._links(leader, r"/leden/(\d+)/$")[-1]

    def _find_the_poll(self, facilitator: Page) -> None:
        facilitator.goto(f"{NETWORK}peilingen/")
        self.found["poll"] = self._links(facilitator, r"/peilingen/(\d+)/$")[0]
        facilitator.goto(f"{NETWORK}peilingen/{self.found['poll']}/")
        for name, part in {"option": "kiezen", "expert": "deskundigen", "place": "plaatsen"}.items():
            self.found[name] = self._links(facilitator, rf"/{part}/(\d+)/$")[0]

    def _add_a_material(self, facilitator: Page) -> None:
        """To the meeting that the guest comes to."""
        facilitator.goto(f"{NETWORK}begeleiding/bijeenkomsten/{self.found['meeting']}/materiaal/")
        facilitator.fill("[name=link]", "https://noorderlyceum.example/voorbeelden")
        facilitator.fill("[name=title]", "Voorbeelden van toetsen zonder cijfer")
        facilitator.check("[name=for_guests]")
        facilitator.locator("main form:has([name=link]) [type=submit]").last.click()
        facilitator.wait_for_url(f"**{NETWORK}bijeenkomsten/{self.found['meeting']}/**")
        self.found["material"] = self._links(facilitator, r"/materiaal/(\d+)/wijzigen/$")[0]

    def _bring_a_guest(self, leader: Page) -> None:
        leader.goto(f"{NETWORK}bijeenkomsten/{self.found['meeting']}/gast/")
        leader.fill("[name=name]", "Gijs van den Berg")
        leader.fill("[name=email]", GUEST)
        leader.locator("main form[method=post]:has([name=email]) [type=submit]").first.click()
        leader.wait_for_load_state()
        self.found["guest"] = self._in_mail(GUEST, r"/gast/([^/\s]+)/")

    def _plan_a_meeting_today(self, facilitator: Page, earlier: list[str]) -> None:
        facilitator.goto(f"{NETWORK}begeleiding/bijeenkomsten/nieuw/")
        facilitator.fill("[name=title]", "Vandaag in gesprek")
        facilitator.fill("[name=day]", timezone.localdate().isoformat())
        facilitator.fill("[name=starts]", "00:00")
        facilitator.fill("[name=ends]", "23:59")
        facilitator.locator("main form[method=post]:has([name=title]) [type=submit]").last.click()
        facilitator.wait_for_load_state()
        facilitator.goto(f"{NETWORK}bijeenkomsten/")
        self.found["today"] = next(
            pk for pk in self._links(facilitator, r"/bijeenkomsten/(\d+)/$") if pk not in earlier
        )

    @staticmethod
    def _of_digests(token: str) -> str:
        """What stands in a digest of the person to whom this token was mailed; none is due in a fresh product."""
        person, _kind = signing.loads(token, salt=unsubscribing.SALT)
        return signing.dumps([person, unsubscribing.DIGEST], salt=unsubscribing.SALT)

    def _in_mail(self, address: str, pattern: str) -> str:
        match = re.search(pattern, self.product.mail_to(address))
        assert match, f"no {pattern} in the mail to {address}"
        return match[1]

    @staticmethod
    def _links(page: Page, pattern: str) -> list[str]:
        links = page.locator("a[href]").evaluate_all("links => links.map(link => link.getAttribute('href'))")
        return [match[1] for link in links if (match := re.search(pattern, link.partition("#")[0]))]
