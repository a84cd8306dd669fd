"""The test suite: quick password hashing, mail in memory, files in a temporary folder."""

import tempfile

from .development import *  # noqa: F403

DEBUG = False
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
# Tests of Elasticsearch say so themselves (tests/search/conftest.py), with an index of their own.
ELASTICSEARCH_URLS = []
ELASTICSEARCH_WATCH = False
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
MEDIA_ROOT = SENDFILE_ROOT = tempfile.mkdtemp(prefix="leernetwerk-test-media-")
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
