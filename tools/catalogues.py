"""Keep the translation catalogues complete, without the system's gettext.

    python tools/catalogues.py compile          write the .mo files that are older than their .po
    python tools/catalogues.py update [APP …]   add missing messages, drop the ones no longer used
    python tools/catalogues.py check [APP …]    exit 1 and say what is missing, empty, fuzzy, unused or mismatched

English is the source language; each app keeps `locale/nl/LC_MESSAGES/django.po`. Texts of `config/` belong to `core`.
"""

import argparse
import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path

import polib

ROOT = Path(__file__).resolve().parent.parent
LANGUAGE = "nl"
CATALOGUE = Path("locale") / LANGUAGE / "LC_MESSAGES" / "django.po"
METADATA = {
    "Language": LANGUAGE,
    "MIME-Version": "1.0",
    "Content-Type": "text/plain; charset=UTF-8",
    "Content-Transfer-Encoding": "8bit",
    "Plural-Forms": "nplurals=2; plural=(n != 1);",
}
KEYWORDS = {
    name + suffix: arguments
    for name, arguments in {
        "gettext": None,
        "gettext_noop": None,
        "ngettext": (1, 2),
        "pgettext": ((1, "c"), 2),
        "npgettext": ((1, "c"), 2, 3),
    }.items()
    for suffix in ("", "_lazy")
} | {"_": None}
PLACEHOLDER = re.compile(r"%\((\w+)\)[a-z]|%[sdf]|\{(\w*)\}")


@dataclass
class Message:
    """One text as it stands in the code."""

    text: str
    plural: str = ""
    context: str | None = None
    files: set[str] = field(default_factory=set)

    @property
    def key(self) -> tuple[str, str | None]:
        return self.text, self.context


Messages = dict[tuple[str, str | None], Message]


def apps() -> list[str]:
    """Names of the top-level Django apps."""
    return sorted(path.parent.name for path in ROOT.glob("*/apps.py"))


def sources(app: str) -> Iterator[Path]:
    """Code and templates whose texts belong to the app's catalogue."""
    for folder in (app, "config") if app == "core" else (app,):
        for suffix in ("py", "html", "txt", "xml"):
            yield from sorted(
                path
                for path in (ROOT / folder).rglob(f"*.{suffix}")
                if suffix == "py" or ("templates" in path.parts and "migrations" not in path.parts)
            )


def as_python(path: Path) -> bytes:
    """The file as something the Python extractor reads: a template becomes a row of gettext calls."""
    if path.suffix == ".py":
        return path.read_bytes()
    from django.utils.translation.template import templatize

    calls = templatize(path.read_text(encoding="utf-8"), origin=str(path.relative_to(ROOT)))
    return "\n".join(line.strip() for line in calls.splitlines()).encode()


def extract(app: str) -> Messages:
    """All texts of the app that are shown through gettext."""
    from babel.messages.extract import extract as find

    found: Messages = {}
    for path in sources(app):
        for _line, texts, _comments, context in find("python", BytesIO(as_python(path)), keywords=KEYWORDS):
            text, plural = texts[:2] if isinstance(texts, tuple) else (texts, "")
            if not text:
                continue
            message = found.setdefault((text, context), Message(text, plural, context))
            message.plural = message.plural or plural
            message.files.add(path.relative_to(ROOT).as_posix())
    return found


def path_of(app: str) -> Path:
    return ROOT / app / CATALOGUE


def read(app: str) -> polib.POFile:
    """The app's catalogue; an empty one when there is none yet."""
    path = path_of(app)
    return polib.pofile(str(path), encoding="utf-8", wrapwidth=0) if path.exists() else polib.POFile(wrapwidth=0)


def write_whole(path: Path, save: Callable[[str], object]) -> None:
    """Write beside the file and rename, so that nobody reads half a catalogue."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    save(str(draft))
    os.replace(draft, path)


def update(names: Iterable[str]) -> int:
    """Bring the .po files in step with the code; translations that are still used are kept."""
    for app in names:
        old, messages = read(app), extract(app)
        if not messages:
            continue
        known = {(entry.msgid, entry.msgctxt): entry for entry in old if not entry.obsolete}
        new = polib.POFile(wrapwidth=0)
        new.metadata = dict(METADATA)
        for message in sorted(messages.values(), key=lambda message: (message.text, message.context or "")):
            new.append(entry_for(message, known.get(message.key)))
        if str(new) != str(old):
            write_whole(path_of(app), new.save)
            missing = len(new.untranslated_entries())
            print(f"{app}: {len(new)} texts" + (f", {missing} still to translate" if missing else ""))
    return 0


def entry_for(message: Message, known: polib.POEntry | None) -> polib.POEntry:
    entry = polib.POEntry(
        msgid=message.text,
        msgctxt=message.context,
        occurrences=[(name, "") for name in sorted(message.files)],
        tcomment=known.tcomment if known else "",
        flags=known.flags if known else [],
    )
    if message.plural:
        kept = known.msgstr_plural if known else {}
        entry.msgid_plural = message.plural
        entry.msgstr_plural = {0: kept.get(0, ""), 1: kept.get(1, "")}
    else:
        entry.msgstr = known.msgstr if known else ""
    return entry


def check(names: Iterable[str]) -> int:
    """Print every flaw; 1 when there is one."""
    flaws = [flaw for app in names for flaw in flaws_of(app)] + contradictions()
    for flaw in flaws:
        print(flaw, file=sys.stderr)
    if flaws:
        print(f"{len(flaws)} flaws in the catalogues; `make messages` adds and removes texts for you.", file=sys.stderr)
    return 1 if flaws else 0


def flaws_of(app: str) -> Iterator[str]:
    messages, where = extract(app), f"{app}/{CATALOGUE.as_posix()}"
    entries = {(entry.msgid, entry.msgctxt): entry for entry in read(app)}
    for key, message in messages.items():
        if key not in entries:
            yield f"{where}: missing: {message.text!r} ({', '.join(sorted(message.files))})"
    for key, entry in entries.items():
        if key not in messages or entry.obsolete:
            yield f"{where}: no longer used: {entry.msgid!r}"
        elif entry.fuzzy:
            yield f"{where}: fuzzy: {entry.msgid!r}"
        elif messages[key].plural != entry.msgid_plural:
            yield f"{where}: plural differs from the code: {entry.msgid!r}"
        elif not entry.translated():
            yield f"{where}: empty: {entry.msgid!r}"
        else:
            yield from mismatches(entry, where)


def mismatches(entry: polib.POEntry, where: str) -> Iterator[str]:
    """Placeholders that the translation lacks or invents; a plural form may leave the number out."""
    pairs = [(entry.msgid, entry.msgstr)]
    if entry.msgid_plural:
        pairs = [(entry.msgid, entry.msgstr_plural[0]), (entry.msgid_plural, entry.msgstr_plural[1])]
    for source, translation in pairs:
        wanted, given = placeholders(source), placeholders(translation)
        allowed = placeholders(entry.msgid_plural or source)
        if (wanted != given) if not entry.msgid_plural else not set(wanted) <= set(given) <= set(allowed):
            yield f"{where}: placeholders {wanted} became {given}: {source!r}"


def placeholders(text: str) -> list[str]:
    return sorted({match.group(0) for match in PLACEHOLDER.finditer(text.replace("%%", ""))})


def contradictions() -> list[str]:
    """Texts that two apps translate differently: Django would show only one of the two."""
    seen: dict[tuple[str, str | None], tuple[str, str]] = {}
    flaws = []
    for app in apps():
        for entry in read(app).translated_entries():
            translation = entry.msgstr or str(entry.msgstr_plural)
            other, earlier = seen.setdefault((entry.msgid, entry.msgctxt), (app, translation))
            if earlier != translation:
                flaws.append(f"{entry.msgid!r}: {other} says {earlier!r}, {app} says {translation!r}")
    return flaws


def compile_all(names: Iterable[str]) -> int:
    """Write the .mo beside every .po that is newer."""
    for app in names:
        source = path_of(app)
        target = source.with_suffix(".mo")
        if not source.exists() or (target.exists() and target.stat().st_mtime >= source.stat().st_mtime):
            continue
        write_whole(target, polib.pofile(str(source), encoding="utf-8").save_as_mofile)
    return 0


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("action", choices=["compile", "update", "check"])
    parser.add_argument("apps", nargs="*", help="only these apps")
    arguments = parser.parse_args()
    action = {"compile": compile_all, "update": update, "check": check}[arguments.action]
    return action(arguments.apps or apps())


if __name__ == "__main__":
    sys.exit(main())
