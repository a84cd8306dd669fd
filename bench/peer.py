"""What `wagtail start` makes, on the locked Wagtail and in production shape: the measure of a page's cost."""

import contextlib
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

PRODUCTION = """
from .base import *
SECRET_KEY = "only-for-a-benchmark-on-this-machine-and-this-hour"
ALLOWED_HOSTS = ["127.0.0.1"]
DEBUG = False
MIDDLEWARE = ["django.middleware.gzip.GZipMiddleware", "servestatic.middleware.ServeStaticMiddleware", *MIDDLEWARE]
STORAGES["staticfiles"]["BACKEND"] = "servestatic.storage.CompressedManifestStaticFilesStorage"
DATABASES["default"]["CONN_MAX_AGE"] = None
LOGGING = {"version": 1, "root": {"level": "CRITICAL"}}
"""
HEALTH = """
from django.http import HttpResponse
urlpatterns.insert(0, path("healthz/live", lambda request: HttpResponse("ok")))
"""


@contextlib.contextmanager
def started_project() -> Iterator[tuple[Path, dict[str, str]]]:
    """The folder and the environment of a fresh `wagtail start peer`, served and compressed as ours is."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        wagtail = "from wagtail.bin.wagtail import main; main()"
        subprocess.run(
            [sys.executable, "-c", wagtail, "start", "peer", "."], cwd=folder, check=True, capture_output=True
        )
        (folder / "peer/settings/production.py").write_text(PRODUCTION)
        with (folder / "peer/urls.py").open("a") as urls:
            urls.write(HEALTH)
        environment = {key: value for key, value in os.environ.items() if key != "DATABASE_URL"}
        environment["DJANGO_SETTINGS_MODULE"] = "peer.settings.production"
        for command in (["migrate"], ["collectstatic", "--noinput"]):
            subprocess.run(
                [sys.executable, "manage.py", *command, "-v0"],
                cwd=folder,
                env=environment,
                check=True,
                capture_output=True,
            )
        yield folder, environment
