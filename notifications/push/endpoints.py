"""Calling an address that somebody's browser gave: only over https, only in the public internet, and no further."""

import ipaddress
import socket
import ssl
from http.client import HTTPException, HTTPSConnection
from typing import Any
from urllib.parse import urlsplit

LONGEST = 1_000
PATIENCE = 10  # seconds


class NotPublic(Exception):
    """The address is not one of a push service in the public internet."""


def host_of(endpoint: str) -> str:
    """The host of an https address on the usual port, without a name or password in it. Raises NotPublic."""
    try:
        parts = urlsplit(endpoint)
        port = parts.port
    except ValueError as error:
        raise NotPublic from error
    plain = endpoint.isascii() and endpoint.isprintable() and " " not in endpoint and len(endpoint) <= LONGEST
    if not plain or parts.scheme != "https" or port not in (None, 443) or "@" in parts.netloc or not parts.hostname:
        raise NotPublic
    return parts.hostname


def public_address(host: str) -> str:
    """An address of the host, all of whose addresses are public. Raises NotPublic, OSError."""
    found = {str(row[4][0]) for row in socket.getaddrinfo(host, 443, type=socket.SOCK_STREAM)}
    if not found or not all(_is_public(it) for it in found):
        raise NotPublic
    return min(found)


def _is_public(text: str) -> bool:
    address = ipaddress.ip_address(text.partition("%")[0])
    mapped = getattr(address, "ipv4_mapped", None) or address
    return mapped.is_global and not mapped.is_multicast


class _Pinned(HTTPSConnection):
    """Connects to the address that was looked at, so that no second answer of the name server leads elsewhere."""

    def __init__(self, host: str, address: str):
        super().__init__(host, timeout=PATIENCE, context=ssl.create_default_context())
        self.address = address

    def connect(self) -> None:
        plain = socket.create_connection((self.address, 443), PATIENCE)
        self.sock = ssl.create_default_context().wrap_socket(plain, server_hostname=self.host)


def connection_to(endpoint: str) -> Any:
    """A connection that may be used for one request. Raises NotPublic, OSError."""
    host = host_of(endpoint)
    return _Pinned(host, public_address(host))


def post(endpoint: str, content: bytes, headers: dict[str, str]) -> int:
    """Send, and answer the status; where it would lead on to is not followed. Raises NotPublic, OSError."""
    parts = urlsplit(endpoint)
    connection = connection_to(endpoint)
    try:
        connection.request("POST", parts.path + (f"?{parts.query}" if parts.query else ""), content, headers)
        return int(connection.getresponse().status)
    except HTTPException as error:
        raise OSError from error
    finally:
        connection.close()
