"""What a line of `tests/browser/pages.py` is: one page in one state, as one person sees it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page


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
