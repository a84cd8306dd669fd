"""Messages on devices: to whom, when, with which words, and to which addresses."""

import json
import socket
import threading
from datetime import UTC, datetime
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
import time_machine
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from django.core.management import call_command

from accounts.erasure import erase_account
from accounts.services import create_api_token
from core.errors import InvalidInput
from notifications.choosing import choose, choose_rest
from notifications.models import Notification, PushDevice
from notifications.push import devices, endpoints, keys, sending
from notifications.services import mark_read, notify

pytestmark = pytest.mark.django_db
NOON, NIGHT = datetime(2026, 11, 2, 11, tzinfo=UTC), datetime(2026, 11, 2, 23, tzinfo=UTC)
ENDPOINT = "https://push.example/send/abc"


@pytest.fixture(autouse=True)
def key(settings):
    settings.VAPID_PRIVATE_KEY = keys.new_key()


class Service(HTTPServer):
    """A push service of our own: remembers what it got, and answers `status`."""

    status = 201

    def __init__(self):
        self.got = []
        super().__init__(("127.0.0.1", 0), Taking)


class Taking(BaseHTTPRequestHandler):
    def do_POST(self):
        content = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.got.append((self.path, dict(self.headers), content))
        self.send_response(self.server.status)
        self.send_header("Location", "http://127.0.0.1:1/")
        self.end_headers()

    def log_message(self, *_arguments):
        pass


@pytest.fixture
def service(monkeypatch):
    """Reached instead of the push service of whatever endpoint."""
    server = Service()
    threading.Thread(target=server.serve_forever, daemon=True).start()
    monkeypatch.setattr(endpoints, "connection_to", lambda _endpoint: HTTPConnection(*server.server_address))
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture
def noon():
    with time_machine.travel(NOON, tick=False) as clock:
        yield clock


class Phone:
    """A device with keys of its own, which reads what was sealed for it."""

    def __init__(self):
        self.own = ec.generate_private_key(ec.SECP256R1())
        point = self.own.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
        self.p256dh, self.auth = keys._text(point), keys._text(b"0123456789abcdef")

    def turn_on(self, person, endpoint=ENDPOINT):
        return devices.turn_on(person=person, endpoint=endpoint, p256dh=self.p256dh, auth=self.auth)


@pytest.fixture
def phone(sanne):
    return Phone().turn_on(sanne)


def tell(*people, kind="test.welcome"):
    notify(people, kind, url="/netwerken/toetsing/", params={"name": "Geheime Naam", "network": "Toetsing"})
    return sending.push(Notification.objects.values_list("pk", flat=True))


def test_a_device_gets_a_sealed_message_with_our_signature(service, phone, sanne, noon):
    assert tell(sanne) == 1
    [(path, headers, content)] = service.got

    assert path == "/send/abc"
    assert headers["authorization"].startswith("vapid t=")
    assert headers["content-encoding"] == "aes128gcm"
    assert b"Toetsing" not in content


def test_the_message_says_where_and_nothing_else(phone, sanne, noon):
    notify([sanne], "test.welcome", url="/netwerken/toetsing/", params={"name": "Geheime Naam", "network": "Toetsing"})
    row = Notification.objects.get()

    assert sending.words_of(row, sanne) == {"title": "Nieuw in Toetsing", "url": f"/mijn/meldingen/{row.pk}/"}
    assert "Geheime" not in json.dumps(sending.words_of(row, sanne))


def test_news_is_pushed_when_the_transaction_is_done(
    service, phone, sanne, bram, noon, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        notify([sanne, bram], "test.welcome", url="/", params={"network": "Toetsing"})
    assert len(service.got) == 1


def test_quiet_hours_and_what_is_for_the_inbox_alone(service, phone, sanne, noon):
    choose_rest(person=sanne, quiet_from=22, quiet_until=7, region="")
    noon.move_to(NIGHT)
    assert tell(sanne) == 0
    noon.move_to(NOON)
    Notification.objects.all().delete()
    assert tell(sanne, kind="test.quiet") == 0
    Notification.objects.all().delete()
    choose(person=sanne, wanted={"test.welcome": "weekly"})
    assert tell(sanne) == 1


def test_what_was_read_is_no_news(service, phone, sanne, noon):
    notify([sanne], "test.welcome", url="/")
    mark_read(person=sanne)

    assert sending.push(Notification.objects.values_list("pk", flat=True)) == 0


@pytest.mark.parametrize(("status", "left"), [(201, 1), (404, 0), (410, 0), (429, 1), (500, 1), (302, 1)])
def test_a_device_that_is_gone_is_forgotten(status, left, service, phone, sanne, noon):
    service.status = status
    tell(sanne)

    assert PushDevice.objects.count() == left
    assert len(service.got) == 1, "nothing is followed"


def test_a_service_that_does_not_answer_harms_nothing(service, phone, sanne, noon, monkeypatch):
    service.shutdown()
    service.server_close()

    assert tell(sanne) == 0
    assert PushDevice.objects.exists()


@pytest.mark.parametrize(
    "endpoint",
    [
        "http://push.example/x",
        "https://push.example:8443/x",
        "https://name@push.example/x",
        "https:///x",
        "ftp://push.example/x",
        "https://push.example/" + "x" * 1000,
        "https://push.example/a b",
        "https://[::1/x",
        "",
    ],
)
def test_which_addresses_are_refused(endpoint, sanne):
    with pytest.raises(InvalidInput):
        Phone().turn_on(sanne, endpoint)


@pytest.mark.parametrize(
    "addresses",
    [
        ["127.0.0.1"],
        ["10.1.2.3"],
        ["192.168.1.1"],
        ["169.254.169.254"],
        ["100.64.0.1"],
        ["0.0.0.0"],
        ["::1"],
        ["fe80::1%eth0"],
        ["fd00::1"],
        ["::ffff:127.0.0.1"],
        ["224.0.0.1"],
        ["8.8.8.8", "10.0.0.1"],
        [],
    ],
)
def test_no_address_leads_inside(addresses, phone, sanne, noon, monkeypatch):
    """Whatever a name server answers, and an address that moved inside is called no more."""
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_a, **_k: [(2, 1, 6, "", (it, 443)) for it in addresses])
    monkeypatch.setattr(socket, "create_connection", lambda *_a, **_k: pytest.fail("connected"))

    with pytest.raises(endpoints.NotPublic):
        endpoints.connection_to(ENDPOINT)
    assert tell(sanne) == 0
    assert not PushDevice.objects.exists()


def test_the_address_that_was_looked_at_is_the_one_that_is_called(monkeypatch):
    called = []

    def connect(address, _timeout):
        called.append(address)
        raise ConnectionRefusedError

    monkeypatch.setattr(socket, "getaddrinfo", lambda *_a, **_k: [(2, 1, 6, "", ("93.184.216.34", 443))])
    monkeypatch.setattr(socket, "create_connection", connect)
    with pytest.raises(ConnectionRefusedError):
        endpoints.post(ENDPOINT, b"x", {})
    assert called == [("93.184.216.34", 443)]


def test_bad_keys_are_refused(sanne):
    for p256dh, auth in (("", ""), ("AAAA", "MDEyMzQ1Njc4OWFiY2RlZg"), (Phone().p256dh, "AAAA"), ("é", "é")):
        with pytest.raises(InvalidInput):
            devices.turn_on(person=sanne, endpoint=ENDPOINT, p256dh=p256dh, auth=auth)


def test_turning_on_and_off_on_the_page(client, sanne, bram, settings):
    client.force_login(sanne)
    given = {"endpoint": ENDPOINT, "p256dh": Phone().p256dh, "auth": Phone().auth}
    agent = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
    for _ in range(2):
        client.post("/mijn/meldingen/apparaten/aan/", given, headers={"User-Agent": agent})
    device = PushDevice.objects.get()
    page = client.get("/mijn/meldingen/instellingen/").text
    assert "Firefox" in page
    assert keys.public_key() in page

    client.force_login(bram)
    client.post(f"/mijn/meldingen/apparaten/{device.pk}/uit/")
    assert PushDevice.objects.exists(), "somebody else's"
    client.force_login(sanne)
    client.post(f"/mijn/meldingen/apparaten/{device.pk}/uit/")
    assert not PushDevice.objects.exists()


def test_turning_on_and_off_through_the_api(client, sanne):
    phone, address = Phone(), "/api/v1/me/push-devices"
    assert client.get(address).status_code == 401
    headers = {"Authorization": f"Bearer {create_api_token(person=sanne, label='Test')}"}
    given = {"endpoint": ENDPOINT, "p256dh": phone.p256dh, "auth": phone.auth}
    made = client.post(address, given, content_type="application/json", headers=headers)
    refused = client.post(address, given | {"auth": "x"}, content_type="application/json", headers=headers)
    known = client.get(address, headers=headers).json()

    assert (made.status_code, refused.status_code) == (201, 422)
    assert known == {"key": keys.public_key(), "devices": [made.json()]}
    assert client.delete(f"{address}/{made.json()['id']}", headers=headers).status_code == 204
    assert not PushDevice.objects.exists()


@pytest.mark.parametrize("place", ["aan/", "1/uit/"])
def test_visitors_are_asked_to_sign_in(place, client):
    assert "/account/login/" in client.post(f"/mijn/meldingen/apparaten/{place}").headers["Location"]


def test_who_uses_the_device_now_has_it(sanne, bram):
    Phone().turn_on(sanne)
    Phone().turn_on(bram)

    assert PushDevice.objects.get().person == bram


def test_ten_devices_and_no_more(sanne):
    for number in range(12):
        Phone().turn_on(sanne, f"{ENDPOINT}{number}")
    assert PushDevice.objects.count() == 10


def test_without_a_key_there_is_nothing_of_it(client, sanne, settings):
    Phone().turn_on(sanne)
    settings.VAPID_PRIVATE_KEY = ""
    client.force_login(sanne)

    assert "data-push" not in client.get("/mijn/meldingen/instellingen/").text
    assert client.get("/berichten.js").status_code == 404
    assert sending.wanted_by([sanne.pk]) == set()
    with pytest.raises(InvalidInput):
        Phone().turn_on(sanne)


def test_the_script_comes_from_the_root(client):
    answer = client.get("/berichten.js")
    assert answer.headers["Content-Type"].startswith("text/javascript")
    assert "push" in answer.text


def test_devices_go_with_the_account_and_are_exported_by_name(phone, sanne):
    assert [row["name"] for row in devices.exported(sanne)] == [phone.name]
    erase_account(person=sanne)
    assert not PushDevice.objects.exists()


def test_the_command_makes_a_key(settings, capsys):
    call_command("push_key")
    settings.VAPID_PRIVATE_KEY = capsys.readouterr().out.strip().partition("=")[2]
    assert len(keys.public_key()) == 87
