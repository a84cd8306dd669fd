"""The names in the icon sprite (written by tools/icons.py)."""

import re
from functools import cache
from pathlib import Path

SPRITE = Path(__file__).resolve().parents[1] / "static" / "core" / "img" / "icons.svg"


@cache
def icon_names() -> list[str]:
    return re.findall(r'<symbol id="([\w-]+)"', SPRITE.read_text(encoding="utf-8"))
