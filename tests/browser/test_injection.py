"""Three hundred hostile messages in a real browser: sent live to somebody who reads along, and read after a reload."""

import pytest
from playwright.sync_api import expect

from tests.community.payloads import payloads

CONVERSATION = "/netwerken/flexibilisering-van-toetsing-en-examinering/discussie/1/"
SEND = """async (bodies) => {
  const token = document.querySelector("[name=csrfmiddlewaretoken]").value;
  for (const body of bodies) {
    const answer = await fetch("/api/v1/threads/1/posts", {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-CSRFToken": token },
      body: JSON.stringify({ body }),
    });
    if (answer.status !== 201) throw new Error(`${answer.status}: ${body}`);
  }
}"""
ODD = """() => [...document.querySelectorAll(".post__body *")].filter((it) =>
  !it.matches("p, br, strong, em, a, ul, ol, li, blockquote, code, pre, h3, h4, span")
  || [...it.attributes].some(({ name }) => !["href", "rel", "data-mention"].includes(name))
  || (it.href && !/^(https?|mailto|tel):/.test(it.href))).map((it) => it.outerHTML)"""


@pytest.fixture
def quiet(person):
    def open_page(who):
        page = person(who)
        page.goto(CONVERSATION)
        return page

    return open_page


def test_no_hostile_message_runs(quiet):
    reader, writer = quiet("schoolleider2"), quiet("schoolleider3")

    writer.evaluate(SEND, payloads())

    expect(reader.locator(".posts")).to_contain_text("p299")
    for page in (reader, writer):
        assert page.evaluate("window.ran") is None
        assert page.evaluate(ODD) == []
    pages = 0
    while (older := writer.locator("a[rel=prev]")).count() and pages < 10:
        older.first.click()
        pages += 1
        assert writer.evaluate("window.ran") is None
        assert writer.evaluate(ODD) == []
