"""Seeing which parameters of an address a page reads."""

from django.core.handlers import wsgi
from django.http import QueryDict


class Noticed(QueryDict):
    """Notes in `read` by which name something is looked up in it."""

    read: set[str] = set()

    def __getitem__(self, key):
        self.read.add(key)
        return super().__getitem__(key)

    def __contains__(self, key):
        self.read.add(key)
        return super().__contains__(key)

    def _getlist(self, key, *args, **kwargs):
        self.read.add(key)
        return super()._getlist(key, *args, **kwargs)


def notice(monkeypatch):
    """Let every request note in the set that this answers what its page reads of the address."""
    Noticed.read = set()
    monkeypatch.setattr(wsgi, "QueryDict", Noticed)
    return Noticed.read
