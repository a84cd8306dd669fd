"""The questions of visitors, narrowed while one types, without a script too, and on paper."""

import io

from playwright.sync_api import expect
from pypdf import PdfReader

ADDRESS = "/veelgestelde-vragen/"


def test_questions_are_narrowed_while_one_types(visitor):
    page = visitor(size="phone")
    page.goto(ADDRESS)
    everything = page.locator(".questions__item").count()

    page.locator("#questions-q").press_sequentially("intak", delay=30)
    expect(page.locator("#questions [role=status]")).to_contain_text("voor “intak”")
    assert 0 < page.locator(".questions__item[open]").count() < everything
    expect(page.locator("mark").first).to_have_text("intake")
    assert page.url.endswith("?q=intak")

    page.locator("#questions-q").fill("")
    expect(page.locator(".questions__item")).to_have_count(everything)
    expect(page.locator("#questions-q")).to_be_focused()


def test_without_a_script_enter_narrows_them(visitor):
    page = visitor(javascript=False)
    page.goto(ADDRESS)

    page.locator("#questions-q").fill("intake")
    page.locator("#questions-q").press("Enter")

    page.wait_for_url("**?q=intake")
    expect(page.locator("mark").first).to_have_text("intake")


def test_on_paper_every_answer_can_be_read(visitor):
    page = visitor()
    page.goto(ADDRESS)

    printed = PdfReader(io.BytesIO(page.pdf()))
    text = " ".join(" ".join(sheet.extract_text() for sheet in printed.pages).split())

    assert "Twee assessoren lezen het" in text
    assert "Wat wilt u weten" not in text
