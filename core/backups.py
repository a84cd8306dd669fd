"""The whole platform in one file: what the database holds, and the uploaded files.

The archive is a gzipped tar of `manifest.json`, `database` (SQLite's own file or pg_dump's custom format) and
`media/…`. The database goes first: a file uploaded meanwhile is then surplus, never missing.
"""

import io
import json
import os
import shutil
import sqlite3
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.db import connection
from django.utils import timezone

FORMAT = 1


class BackupFailed(Exception):
    """Why there is no backup, or why it was not put back; nothing was changed unless the text says so."""


def backup(target: Path, *, overwrite: bool = False) -> None:
    """Write everything to the file, which appears only when it is whole. Raises BackupFailed."""
    if target.exists() and not overwrite:
        raise BackupFailed(f"{target} exists already.")
    part = target.with_name(target.name + ".part")
    try:
        with tempfile.TemporaryDirectory() as folder:
            dump = Path(folder) / "database"
            _dump_database(dump)
            with tarfile.open(part, "w:gz", compresslevel=6) as archive:
                _add_manifest(archive)
                archive.add(dump, "database")
                for path in _media_files():
                    archive.add(path, f"media/{path.relative_to(settings.MEDIA_ROOT).as_posix()}", recursive=False)
        os.replace(part, target)
    except OSError as error:
        raise BackupFailed(f"Cannot write {target}: {error.strerror or error}.") from error
    finally:
        part.unlink(missing_ok=True)


def restore(source: Path, *, force: bool = False) -> None:
    """Put the archive's content in the place of what is here, then bring its tables up to date.

    Raises BackupFailed: for an unreadable archive, for one of another kind of database, and, unless forced, when
    there are people or files here already.
    """
    with tempfile.TemporaryDirectory() as folder:
        unpacked = Path(folder)
        manifest = _unpack(source, unpacked)
        if manifest.get("format") != FORMAT or manifest.get("engine") != connection.vendor:
            raise BackupFailed(
                f"This archive (format {manifest.get('format')}) is of a {manifest.get('engine')} database; "
                f"the database here is {connection.vendor}."
            )
        if not force and not _is_empty():
            raise BackupFailed("There is content here already; restoring would replace it. Add --force to do so.")
        _load_database(unpacked / "database")
        _replace_media(unpacked / "media")
    call_command("migrate", interactive=False, verbosity=0)


def _add_manifest(archive: tarfile.TarFile) -> None:
    manifest = {"format": FORMAT, "engine": connection.vendor, "made_at": timezone.now().isoformat()}
    content = json.dumps(manifest).encode()
    member = tarfile.TarInfo("manifest.json")
    member.size = len(content)
    archive.addfile(member, io.BytesIO(content))


def _media_files() -> Iterator[Path]:
    return (path for path in sorted(Path(settings.MEDIA_ROOT).rglob("*")) if path.is_file() and not path.is_symlink())


def _unpack(source: Path, folder: Path) -> dict[str, object]:
    """Write the archive's plain files below the folder, and nowhere else; returns the manifest."""
    try:
        with tarfile.open(source, "r:gz") as archive:
            for member in archive:
                content = archive.extractfile(member) if member.isfile() else None
                if content is None or ".." in PurePosixPath(member.name).parts or member.name.startswith("/"):
                    raise BackupFailed(f"{source} is not a backup of this platform: it holds {member.name}.")
                path = folder / member.name
                path.parent.mkdir(parents=True, exist_ok=True)
                with path.open("wb") as file:
                    shutil.copyfileobj(content, file)
        manifest: dict[str, object] = json.loads((folder / "manifest.json").read_text())
    except (OSError, EOFError, tarfile.TarError, ValueError) as error:
        raise BackupFailed(f"Cannot read {source} as a backup: {error}.") from error
    if not (folder / "database").is_file():
        raise BackupFailed(f"{source} holds no database.")
    return manifest


def _is_empty() -> bool:
    """A database without people (not even migrated, perhaps) and no uploaded files."""
    people = get_user_model()
    with connection.cursor() as cursor:
        migrated = people._meta.db_table in connection.introspection.table_names(cursor)
    return not (migrated and people._default_manager.exists()) and next(_media_files(), None) is None


def _dump_database(target: Path) -> None:
    if connection.vendor == "sqlite":
        # SQLite's online backup: consistent while others write.
        copy = sqlite3.connect(target)
        connection.ensure_connection()
        connection.connection.backup(copy)
        copy.close()
    else:
        _run_client("pg_dump", "--format=custom", "--no-owner", "--no-privileges", f"--file={target}")


def _load_database(dump: Path) -> None:
    if connection.vendor == "sqlite":
        copy = sqlite3.connect(dump)
        connection.ensure_connection()
        copy.backup(connection.connection)
        copy.close()
        return
    _run_client("pg_restore", "--list", str(dump), of_database=False)  # readable? Only then empty the database
    with connection.cursor() as cursor:
        cursor.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public")
    connection.close()
    _run_client("pg_restore", "--no-owner", "--no-privileges", "--single-transaction", "--exit-on-error", str(dump))


def _run_client(program: str, *arguments: str, of_database: bool = True) -> None:
    """Run one of PostgreSQL's own programs on our database; the password goes by the environment."""
    if shutil.which(program) is None:
        raise BackupFailed(f"{program} is needed for PostgreSQL and not installed (Debian: postgresql-client).")
    database = connection.settings_dict
    where = {
        "PGHOST": database["HOST"],
        "PGPORT": str(database["PORT"]),
        "PGUSER": database["USER"],
        "PGPASSWORD": database["PASSWORD"],
        "PGDATABASE": str(database["NAME"]),
    }
    name = [f"--dbname={database['NAME']}"] if of_database else []
    command = [program, *name, *arguments]
    environment = os.environ | {key: value for key, value in where.items() if value}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)  # noqa: S603
    if done.returncode != 0:
        raise BackupFailed(f"{program} failed: {done.stderr.strip() or done.returncode}")


def _replace_media(source: Path) -> None:
    """The folder itself stays: it may be a mounted volume."""
    target = Path(settings.MEDIA_ROOT)
    target.mkdir(parents=True, exist_ok=True)
    for path in target.iterdir():
        shutil.rmtree(path) if path.is_dir() and not path.is_symlink() else path.unlink()
    if source.is_dir():
        shutil.copytree(source, target, dirs_exist_ok=True)
    mode = settings.FILE_UPLOAD_PERMISSIONS
    for path in _media_files():
        path.chmod(mode)
