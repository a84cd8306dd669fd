"""Draw the pictures that are not vectors from those that are: touch icons, and the image of a shared link.

    python tools/pictures.py

Needs Chromium (CHROMIUM names another than /usr/bin/chromium). Run it after a change of favicon.svg or of the
colours, look at the pictures, and commit them.
"""

import base64
import os
import sys
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

STATIC = Path(__file__).resolve().parent.parent / "core" / "static" / "core"
IMAGES = STATIC / "img"
ICONS = {"apple-touch-icon.png": 180, "icon-192.png": 192, "icon-512.png": 512}
SOCIAL = (1200, 630)

ICON_PAGE = """
<style>* {{ margin: 0 }} svg {{ display: block; width: {size}px; height: {size}px }} rect {{ rx: 0 }}</style>{drawing}
"""
SOCIAL_PAGE = """
<style>
  @font-face {{ font-family: Figtree; src: url(data:font/woff2;base64,{font}); font-weight: 300 900 }}
  * {{ margin: 0; box-sizing: border-box }}
  body {{ display: flex; align-items: center; justify-content: space-between; width: 1200px; height: 630px;
    padding: 0 56px 0 84px; background: #0a4b4e; color: #f7f3ea; font-family: Figtree }}
  h1 {{ font-size: 84px; font-weight: 750; letter-spacing: -0.03em; line-height: 1.05 }}
  p {{ width: 560px; margin-top: 26px; color: #cfe3de; font-size: 34px; line-height: 1.35 }}
  i {{ display: block; width: 96px; height: 8px; margin-top: 38px; border-radius: 4px; background: #f0ab3d }}
  svg {{ width: 470px; color: #cfdad3 }}
</style>
<div><h1>Leernetwerk</h1><p>Schoolleiders leren van elkaar en delen wat werkt</p><i></i></div>{drawing}
"""


def draw_icon(page: Page, size: int) -> bytes:
    """The favicon on a full square: phones cut the corners themselves."""
    drawing = (IMAGES / "favicon.svg").read_text(encoding="utf-8")
    page.set_viewport_size({"width": size, "height": size})
    page.set_content(ICON_PAGE.format(size=size, drawing=drawing))
    return page.screenshot()


def draw_social(page: Page) -> bytes:
    """Name, promise and the network of the home page."""
    hero = STATIC.parents[2] / "home" / "templates" / "home" / "components" / "hero_picture.html"
    font = base64.b64encode((STATIC / "fonts" / "figtree-latin-wght-normal.woff2").read_bytes()).decode()
    width, height = SOCIAL
    page.set_viewport_size({"width": width, "height": height})
    page.set_content(SOCIAL_PAGE.format(font=font, drawing=hero.read_text(encoding="utf-8")))
    page.evaluate("document.fonts.ready")
    return page.screenshot()


def main() -> int:
    with sync_playwright() as playwright:
        path = os.environ.get("CHROMIUM", "/usr/bin/chromium")
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page()
        drawn = {name: draw_icon(page, size) for name, size in ICONS.items()} | {"social.png": draw_social(page)}
        browser.close()
    for name, picture in drawn.items():
        (IMAGES / name).write_bytes(picture)
        print(f"{name}: {len(picture) // 1024} KB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
