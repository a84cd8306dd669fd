import io
import os
import tarfile
from pathlib import Path

import pytest
from django.contrib.auth import get_user_model
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command
from django.db import connection

ON_POSTGRESQL = os.environ.get("DATABASE_URL", "").startswith("postgres")
# The service tests run these on PostgreSQL too.
pytestmark = [pytest.mark.django_db(transaction=True), *([pytest.mark.services] if ON_POSTGRESQL else [])]


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = str(tmp_path / "media")
    return Path(settings.MEDIA_ROOT)


@pytest.fixture
def archive(tmp_path):
    """A backup of a platform where Sanne has an account and a file."""
    get_user_model().objects.create_user("sanne@school.example", "a long password")
    default_storage.save("materials/toetskalender.txt", ContentFile(b"September: startgesprek"))
    target = tmp_path / "platform.backup"
    call_command("backup", target, stdout=io.StringIO())
    return target


def people():
    return list(get_user_model().objects.values_list("email", flat=True))


def test_what_was_lost_comes_back(archive, media):
    get_user_model().objects.all().delete()
    (media / "materials/toetskalender.txt").unlink()

    call_command("restore", archive, stdout=io.StringIO())

    assert people() == ["sanne@school.example"]
    assert (media / "materials/toetskalender.txt").read_bytes() == b"September: startgesprek"


def test_content_is_not_replaced_unasked(archive):
    get_user_model().objects.create_user("kees@school.example", "a long password")

    with pytest.raises(CommandError, match="--force"):
        call_command("restore", archive)

    assert set(people()) == {"sanne@school.example", "kees@school.example"}


def test_forced_it_replaces_all(archive, media):
    get_user_model().objects.create_user("kees@school.example", "a long password")
    (media / "later.txt").write_text("made after the backup")

    call_command("restore", archive, force=True, stdout=io.StringIO())

    assert people() == ["sanne@school.example"]
    assert not (media / "later.txt").exists()


def test_a_backup_is_not_overwritten_unasked(archive):
    with pytest.raises(CommandError, match="exists already"):
        call_command("backup", archive)


def test_a_folder_that_cannot_be_written_is_said(tmp_path):
    with pytest.raises(CommandError, match="Cannot write"):
        call_command("backup", tmp_path / "absent" / "platform.backup")


@pytest.mark.parametrize("content", [b"", b"no archive", b"\x1f\x8b\x08\x00 cut off"])
def test_a_damaged_archive_changes_nothing(archive, tmp_path, content):
    damaged = tmp_path / "damaged.backup"
    damaged.write_bytes(content)

    with pytest.raises(CommandError, match="Cannot read"):
        call_command("restore", damaged, force=True)

    assert people() == ["sanne@school.example"]


def test_an_archive_writes_nowhere_else(tmp_path):
    evil = tmp_path / "evil.backup"
    with tarfile.open(evil, "w:gz") as archive:
        archive.addfile(tarfile.TarInfo("../outside.txt"))

    with pytest.raises(CommandError, match="not a backup"):
        call_command("restore", evil, force=True)

    assert not (tmp_path.parent / "outside.txt").exists()


def test_another_kind_of_database_is_refused(archive, monkeypatch):
    monkeypatch.setattr(connection, "vendor", "oracle")

    with pytest.raises(CommandError, match="the database here is oracle"):
        call_command("restore", archive, force=True)
