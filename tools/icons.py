"""Write the icon sprite from Lucide, the one set of icons of this site (https://lucide.dev, ISC licence).

    npm pack lucide-static && tar xzf lucide-static-*.tgz
    python tools/icons.py package

To add an icon: add its name to ICONS, run this with an unpacked `lucide-static`, commit the sprite.
To use it: `{% load core_tags %}{% icon "name" %}`, with a second text when it stands alone and means something.
"""

import json
import re
import sys
from pathlib import Path

IMAGES = Path(__file__).resolve().parent.parent / "core" / "static" / "core" / "img"
# Our name, and Lucide's where that differs. Our names say what an icon is for and outlive a set's renaming.
ICONS = {
    "alert": "triangle-alert",
    "arrow-left": "",
    "arrow-right": "",
    "at": "at-sign",
    "attach": "paperclip",
    "award": "",
    "bell": "",
    "bold": "",
    "book": "book-open",
    "bullets": "list",
    "calendar": "",
    "check": "",
    "chevron-down": "",
    "clock": "",
    "download": "",
    "external": "external-link",
    "eye": "",
    "file": "file-text",
    "filter": "list-filter",
    "globe": "",
    "help": "circle-question-mark",
    "history": "",
    "home": "house",
    "image": "",
    "info": "",
    "italic": "",
    "link": "",
    "list": "list-checks",
    "lock": "",
    "log-in": "",
    "log-out": "",
    "mail": "",
    "map-pin": "",
    "menu": "",
    "message": "message-circle",
    "newspaper": "",
    "numbers": "list-ordered",
    "pencil": "",
    "phone": "",
    "pin": "",
    "plus": "",
    "print": "printer",
    "quote": "text-quote",
    "refresh": "refresh-cw",
    "rss": "",
    "school": "",
    "search": "",
    "send": "",
    "settings": "",
    "star": "",
    "trash": "trash-2",
    "undo": "undo-2",
    "upload": "",
    "user": "",
    "users": "",
    "x": "",
}
SHAPES = re.compile(r"<svg[^>]*>(.*)</svg>", re.DOTALL)


def symbol(name: str, folder: Path) -> str:
    """One icon of the set as a symbol; size and stroke come from the stylesheet."""
    drawing = (folder / "icons" / f"{ICONS[name] or name}.svg").read_text(encoding="utf-8")
    found = SHAPES.search(drawing)
    if not found:
        raise ValueError(f"{name}: no shapes found")
    shapes = re.sub(r"\s+", " ", found[1]).replace(" />", "/>").replace("> <", "><").strip()
    return f'<symbol id="{name}" viewBox="0 0 24 24">{shapes}</symbol>'


def main() -> int:
    if len(sys.argv) != 2:
        print(__doc__)
        return 1
    folder = Path(sys.argv[1])
    version = json.loads((folder / "package.json").read_text(encoding="utf-8"))["version"]
    lines = [
        '<svg xmlns="http://www.w3.org/2000/svg">',
        f"<!-- Lucide {version}, ISC licence: icons.LICENSE.txt. Written by tools/icons.py; do not edit. -->",
        *(symbol(name, folder) for name in ICONS),
        "</svg>\n",
    ]
    (IMAGES / "icons.svg").write_text("\n".join(lines), encoding="utf-8")
    (IMAGES / "icons.LICENSE.txt").write_text((folder / "LICENSE").read_text(encoding="utf-8"), encoding="utf-8")
    print(f"{len(ICONS)} icons of Lucide {version}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
