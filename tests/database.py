"""A SQLite database for each run of the suite, copied from one that is made once per set of migrations.

Running all migrations takes twenty seconds; copying the file that they made takes milliseconds. It has
the first pages of every installation too (home.site_setup), which most tests would otherwise make anew.
"""

import hashlib
import os
import shutil
import sqlite3
from importlib.metadata import distributions
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import connection

ROOT = Path(__file__).resolve().parents[1]


def is_sqlite() -> bool:
    return connection.vendor == "sqlite"


def use_copy(target: Path) -> None:
    """Let the suite work on its own copy, at `target`, of the migrated database."""
    template = Path(settings.VAR_DIR) / f"test-template-{_migrations_hash()}.sqlite3"
    if not template.exists():
        _migrate(target)
        _store(target, template)
    else:
        shutil.copy(template, target)
    connect(target)


def connect(path: Path) -> None:
    connection.close()
    settings.DATABASES["default"]["NAME"] = connection.settings_dict["NAME"] = str(path)


def _migrate(path: Path) -> None:
    from home.site_setup import set_up_site  # needs the apps loaded

    connect(path)
    call_command("migrate", verbosity=0, interactive=False)
    set_up_site()
    connection.close()


def _store(source: Path, template: Path) -> None:
    """Keep only the newest template; written beside its name first, so that nobody reads half of it.

    Each process that shares the work may do this at the same moment: that name has the number of the process.
    """
    template.parent.mkdir(parents=True, exist_ok=True)
    for old in set(template.parent.glob("test-template-*.sqlite3")) - {template}:
        old.unlink(missing_ok=True)
    half = template.with_suffix(f".{os.getpid()}")
    with sqlite3.connect(source) as migrated, sqlite3.connect(half) as copy:
        migrated.backup(copy)
    half.rename(template)


def _migrations_hash() -> str:
    """Changes with every migration and first page of ours, with every installed package, and with which are in use."""
    digest = hashlib.sha256(" ".join(settings.INSTALLED_APPS).encode())
    for path in sorted([*ROOT.glob("*/migrations/*.py"), ROOT / "home/site_setup.py", ROOT / "home/duties.py"]):
        digest.update(path.read_bytes())
    for name in sorted(f"{it.metadata['Name']} {it.version}" for it in distributions()):
        digest.update(name.encode())
    return digest.hexdigest()[:16]
