"""`make screenshots [ARGS="--only practice --width 360 --scheme dark"]`: a picture of every page and state.

They land in `var/screenshots/`, with `index.html` to look at them beside each other.
"""

import argparse
import html
import os
import sys
import tempfile
from itertools import product as every
from pathlib import Path
from typing import TYPE_CHECKING

import django
from playwright.sync_api import Page

from tests.browser.page_state import PageState
from tests.browser.pages import PAGES, WORKPLACE
from tests.browser.product import ROOT, chromium, running_product

if TYPE_CHECKING:
    from tests.browser.stage import Stage

TARGET = ROOT / "var" / "screenshots"
WIDTHS, SCHEMES, LANGUAGES = (360, 768, 1280), ("light", "dark"), ("nl", "en")
EVERY = [*PAGES, *WORKPLACE]
STYLE = (
    "body{font:16px system-ui;margin:2rem;background:#eee}section{display:flex;gap:1rem;overflow-x:auto}"
    "figure{margin:0;flex:none}img{inline-size:18rem;border:1px solid #999}figcaption{font-size:.8rem}"
)


def main() -> int:
    django.setup()
    from tests.browser.stage import Stage  # signs links as the product does, with its settings

    wanted = arguments()
    states = [state for state in EVERY if wanted.only in state.name and wanted.who in ("", state.who)]
    TARGET.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, running_product(Path(folder)) as running, chromium() as browser:
        stage, failed = Stage(running, browser).prepare_pages(), 0
        for state, language in every(states, wanted.language or LANGUAGES):
            if language not in state.languages:
                continue
            try:
                picture(stage, state, language, wanted.width or WIDTHS, wanted.scheme or SCHEMES)
            except Exception as error:  # one page that cannot be reached must not cost the others
                failed += 1
                print(f"{state} {language}: {str(error).splitlines()[0]}", file=sys.stderr)
    (TARGET / "index.html").write_text(contact_sheet())
    print(f"{len(list(TARGET.glob('*.png')))} pictures: {TARGET / 'index.html'}")
    return 1 if failed else 0


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make screenshots", description="Pictures of every page and state.")
    parser.add_argument("--only", default="", help="part of the name of the page")
    parser.add_argument("--who", default="", help="only pages of this person, such as schoolleider")
    parser.add_argument("--width", type=int, action="append")
    parser.add_argument("--scheme", choices=SCHEMES, action="append")
    parser.add_argument("--language", choices=LANGUAGES, action="append")
    return parser.parse_args()


def picture(stage: "Stage", state: PageState, language: str, widths: list[int], schemes: list[str]) -> None:
    """Open the page once, and take it at every width, light and dark."""
    page: Page = stage.window(state.who_in(language))
    page.emulate_media(reduced_motion="reduce")
    page.set_viewport_size({"width": 1280, "height": 900})
    state.open(page, language, stage.found)
    for width, scheme in every(widths, schemes):
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)
        page.screenshot(
            path=TARGET / f"{state.name}-{language}-{scheme}-{width}.png", full_page=True, animations="disabled"
        )


def contact_sheet() -> str:
    """All pictures that there are, a row for each page and language."""
    rows = []
    for state in EVERY:
        for language in LANGUAGES:
            pictures = sorted(TARGET.glob(f"{state.name}-{language}-*.png"), key=os.path.getmtime)
            known = {f"{state.name}-{language}-{scheme}-{width}.png" for scheme in SCHEMES for width in WIDTHS}
            figures = "".join(
                f'<figure><a href="{path.name}"><img loading="lazy" src="{path.name}" alt=""></a>'
                f"<figcaption>{path.stem.removeprefix(f'{state.name}-{language}-')}</figcaption></figure>"
                for path in pictures
                if path.name in known
            )
            if figures:
                title = html.escape(f"{state} · {language} · {state.address}")
                rows.append(f"<h2>{title}</h2><section>{figures}</section>")
    return f'<!doctype html><meta charset="utf-8"><title>Screenshots</title><style>{STYLE}</style>{"".join(rows)}'


if __name__ == "__main__":
    sys.exit(main())
