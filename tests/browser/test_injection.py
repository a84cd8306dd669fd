"""Three hundred hostile messages in a real browser: sent live to somebody who reads along, and read after a reload."""

import pytest
from playwright.sync_api import expect

from tests.community.payloads import payloads

NETWORK = "flexibilisering-van-toetsing-en-examinering"
SEND = """async ([address, contents]) => {
  const token = document.querySelector("[name=csrfmiddlewaretoken]").value;
  let answer;
  for (const content of contents) {
    answer = await fetch(`/api/v1/${address}`, {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-CSRFToken": token },
      body: JSON.stringify(content),
    });
    if (answer.status !== 201) throw new Error(`${answer.status}: ${content.body}`);
  }
  return answer.json();
}"""
KEEP = """async ([thread, after]) => {
  const token = document.querySelector("[name=csrfmiddlewaretoken]").value;
  const { items } = await (await fetch(`/api/v1/threads/${thread}/posts?limit=100&after=${after}`)).json();
  for (const { id } of items) {
    await fetch(`/api/v1/posts/${id}/mark`, { method: "PUT", headers: { "X-CSRFToken": token } });
  }
  return items.length ? items.at(-1).seq : null;
}"""
ODD = """() => [...document.querySelectorAll(".post__body *")].filter((it) =>
  !it.matches("p, br, strong, em, a, ul, ol, li, blockquote, code, pre, h3, h4, span")
  || [...it.attributes].some(({ name }) => !["href", "rel", "data-mention"].includes(name))
  || (it.href && !/^(https?|mailto|tel):/.test(it.href))).map((it) => it.outerHTML)"""


@pytest.fixture
def quiet(person):
    def open_page(who):
        page = person(who)
        page.goto(f"/netwerken/{NETWORK}/discussie/nieuw/")
        return page

    return open_page


def test_no_hostile_message_runs(quiet):
    reader, writer = quiet("schoolleider2"), quiet("schoolleider3")

    begin = [{"title": "Een gesprek voor deze proef", "body": "<p>Daar gaan we.</p>"}]
    thread = writer.evaluate(SEND, [f"networks/{NETWORK}/threads", begin])["id"]
    for page in (reader, writer):
        page.goto(f"/netwerken/{NETWORK}/discussie/{thread}/")

    writer.evaluate(SEND, [f"threads/{thread}/posts", [{"body": payload} for payload in payloads()]])

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

    after, kept = 0, f"/netwerken/{NETWORK}/discussie/bewaard/"
    while (after := writer.evaluate(KEEP, [thread, after])) is not None:
        writer.goto(kept)
        assert writer.locator(".kept-post").count() > 0
        assert writer.evaluate("window.ran") is None
        assert writer.evaluate(ODD) == []
