"""Addresses in a person's language: Dutch without a prefix, the others under theirs."""

from django.conf import settings

NEUTRAL = ("/admin/", "/api/", "/documents/", "/media/", "/static/", "/healthz/", "/kalender/", "/certificaat/")


def without_language(path: str) -> str:
    """The address as it is in the default language."""
    for code, _name in settings.LANGUAGES:
        if path == f"/{code}" or path.startswith((f"/{code}/", f"/{code}?")):
            return "/" + path[len(code) + 1 :].lstrip("/")
    return path


def in_language(path: str, language: str) -> str:
    """The same address in the language; addresses that have no language stay as they are."""
    path = without_language(path)
    known = language in dict(settings.LANGUAGES)
    if not known or language == settings.LANGUAGE_CODE or path.startswith(NEUTRAL):
        return path
    return f"/{language}{path}"
