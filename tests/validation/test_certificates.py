"""The certificate of a theme: granted once, checked by anybody, showing what its holder allows, and revocable."""

import json
import re
from datetime import timedelta

import jwt
import pytest
import time_machine
from django.test import Client
from jwt.algorithms import RSAAlgorithm
from pypdf import PdfReader

from core.errors import NotAllowed, NotFound
from networks.certificates.numbers import is_genuine
from notifications.models import Notification
from tests.validation.conftest import signed_in
from tests.validation.talks import decided, fresh, planned
from validation import services
from validation.certificates.keys import key_to_sign
from validation.models import CaseEvent, Shown, SigningKey, ThemeCertificate
from validation.services import erasing
from validation.states import ThemeState

pytestmark = pytest.mark.django_db


@pytest.fixture
def certificate(sufficient, carla, noor, nadia):
    """Sanne's theme, with its certificate."""
    decided(planned(sufficient, carla), [noor, nadia])
    return ThemeCertificate.objects.select_related("theme__theme", "theme__case__person").get()


def checked(certificate, number=None):
    return Client().get(f"/certificaten/{number or certificate.number}/")


def test_a_sufficient_talk_gives_the_certificate(certificate, sanne):
    assert fresh(certificate.theme).state == ThemeState.CERTIFIED
    assert certificate.name == sanne.name
    assert is_genuine(certificate.number, "VC")
    assert not is_genuine(certificate.number)
    assert Notification.objects.get(kind="validation.certified").recipient == sanne


def test_a_failed_talk_gives_none(sufficient, carla, noor, nadia):
    decided(planned(sufficient, carla), [noor, nadia], "insufficient")

    assert not ThemeCertificate.objects.exists()


def test_granting_twice_grants_once(certificate):
    assert services.grant_certificate(theme=certificate.theme) == certificate
    assert CaseEvent.objects.filter(kind="theme.certify").count() == 1


def test_the_file_and_the_badge_are_made_once(certificate):
    first = services.ready_certificate(certificate=certificate)
    second = services.ready_certificate(certificate=certificate)

    assert (first.file.name, first.badge) == (second.file.name, second.badge)
    assert b"<pdfuaid:part>1</pdfuaid:part>" in PdfReader(first.file).trailer["/Root"]["/Metadata"].get_data()


def test_who_checks_sees_by_itself_only_that_it_is_valid(certificate):
    page = checked(certificate).content.decode()

    assert certificate.number in page
    for fact in (certificate.name, certificate.school, certificate.theme_title, certificate.competencies[0]):
        assert fact not in page


@pytest.mark.parametrize("field", ["name", "school", "theme", "competencies"])
def test_who_checks_sees_what_the_holder_allows_until_that_is_taken_back(field, certificate, sanne):
    facts = {
        "name": certificate.name,
        "school": certificate.school,
        "theme": certificate.theme_title,
        "competencies": certificate.competencies[0],
    }
    services.choose_shown(certificate=certificate, by=sanne, shown=[field])
    page = checked(certificate).content.decode()
    assert [name for name, fact in facts.items() if fact in page] == [field]

    services.choose_shown(certificate=certificate, by=sanne, shown=[])

    assert facts[field] not in checked(certificate).content.decode()


@pytest.mark.parametrize("number", ["VC-AAAAAAAA-AAAAAAAA", "LN-AAAAAAAA-AAAAAAAA", "x", "%00", "VC-é-é"])
def test_a_made_up_number_is_not_valid(number, certificate):
    assert checked(certificate, number).status_code == 404


@pytest.mark.parametrize("who", ["carla", "noor", "kees"])
def test_only_the_holder_decides_what_is_shown_and_downloads(who, certificate, request):
    person = request.getfixturevalue(who)
    with pytest.raises(NotAllowed):
        services.choose_shown(certificate=certificate, by=person, shown=[*Shown.values])
    browser = signed_in(person)
    for page in ("tonen/", "certificaat.pdf", "badge.jwt"):
        assert browser.get(f"/mijn/certificaten/{certificate.pk}/{page}").status_code == 404
    assert certificate.number not in browser.get("/mijn/certificaten/").content.decode()


def test_the_pages_of_the_holder(certificate, sanne):
    browser = signed_in(sanne)
    assert certificate.number in browser.get("/mijn/certificaten/").content.decode()
    assert browser.get(f"/mijn/certificaten/{certificate.pk}/certificaat.pdf").status_code == 200
    assert browser.post(f"/mijn/certificaten/{certificate.pk}/tonen/", {"shown": ["name", "day"]}).status_code == 302
    assert ThemeCertificate.objects.get().shown == ["name", "day"]
    assert browser.post(f"/mijn/certificaten/{certificate.pk}/tonen/", {}).status_code == 302
    assert ThemeCertificate.objects.get().shown == []
    assert browser.post(f"/mijn/certificaten/{certificate.pk}/tonen/", {"shown": ["alles"]}).status_code == 422


def test_revoked_by_the_coordinator_and_shown_as_such(certificate, carla, sanne):
    services.choose_shown(certificate=certificate, by=sanne, shown=["name"])
    path = f"/mijn/gesprekken/{certificate.theme_id}/certificaat-intrekken/"
    assert signed_in(carla).post(path, {"reason": ""}).status_code == 422
    assert signed_in(carla).post(path, {"reason": "Het bewijs was niet echt."}).status_code == 302

    answer = checked(certificate)
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "ingetrokken" in page
    assert certificate.name not in page
    assert "niet echt" not in page
    assert "niet echt" in signed_in(sanne).get("/mijn/certificaten/").content.decode()
    assert signed_in(sanne).get(f"/mijn/certificaten/{certificate.pk}/certificaat.pdf").status_code == 404
    assert Notification.objects.filter(kind="validation.certificate_revoked", recipient=sanne).count() == 1
    with pytest.raises(NotFound):
        services.ready_certificate(certificate=certificate)


@pytest.mark.parametrize(("who", "status"), [("noor", 404), ("sanne", 404), ("kees", 404), ("carla", 200)])
def test_only_the_coordinator_revokes(who, status, certificate, request):
    path = f"/mijn/gesprekken/{certificate.theme_id}/certificaat-intrekken/"

    assert signed_in(request.getfixturevalue(who)).get(path).status_code == status


def test_who_ends_the_account_leaves_a_number_that_is_not_valid(certificate, sanne):
    services.ready_certificate(certificate=certificate)

    erasing.forget(sanne)

    assert checked(certificate).status_code == 404
    emptied = ThemeCertificate.objects.get()
    assert (emptied.name, emptied.school, emptied.badge, bool(emptied.file)) == ("", "", "", False)


def test_anybody_can_check_the_badge_by_the_key_at_its_address(certificate, settings):
    settings.BASE_URL = "https://leernetwerk.example"
    badge = services.ready_certificate(certificate=certificate).badge
    header = jwt.get_unverified_header(badge)
    assert header["alg"] == "RS256"
    answer = Client().get(header["kid"].removeprefix(settings.BASE_URL))
    assert "d" not in answer.json()
    key = RSAAlgorithm.from_jwk(json.dumps(answer.json()))

    with time_machine.travel(certificate.issued_at + timedelta(hours=1)):
        claims = jwt.decode(badge, key, algorithms=["RS256"])

    credential = claims
    assert credential["type"] == ["VerifiableCredential", "OpenBadgeCredential"]
    assert (claims["iss"], claims["jti"]) == (credential["issuer"]["id"], credential["id"])
    assert claims["sub"] == credential["credentialSubject"]["id"]
    assert claims["nbf"] == int(certificate.issued_at.timestamp())
    issuer = Client().get(claims["iss"].removeprefix(settings.BASE_URL)).json()
    assert issuer["id"] == claims["iss"]
    for secret in (certificate.name, certificate.theme.case.person.email, certificate.number):
        assert secret not in json.dumps(credential)


def test_a_badge_that_was_tampered_with_is_noticed(certificate):
    badge = services.ready_certificate(certificate=certificate).badge
    row, _private = key_to_sign()
    head, body, signature = badge.split(".")
    other = body[:-4] + ("AAAA" if body[-4:] != "AAAA" else "BBBB")

    with pytest.raises(jwt.InvalidTokenError):
        jwt.decode(f"{head}.{other}.{signature}", RSAAlgorithm.from_jwk(json.dumps(row.public)), algorithms=["RS256"])


def test_the_list_of_revoked_badges_tells_no_number_and_no_reason(certificate, carla):
    assert Client().get("/certificaten/badges/ingetrokken.json").json()["revokedCredential"] == []

    services.revoke_certificate(certificate=certificate, by=carla, reason="Niet echt.")

    page = Client().get("/certificaten/badges/ingetrokken.json").content.decode()
    assert f"urn:uuid:{certificate.badge_id}" in page
    assert certificate.number not in page
    assert "echt" not in page


def test_another_secret_of_the_site_makes_a_new_key_and_keeps_the_earlier_address(certificate, settings):
    row, _private = key_to_sign()
    assert key_to_sign()[0] == row

    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "x" * 60, [settings.SECRET_KEY]
    assert key_to_sign()[0] == row
    settings.SECRET_KEY_FALLBACKS = []
    assert key_to_sign()[0] != row

    assert Client().get(f"/certificaten/badges/sleutels/{row.kid}.json").status_code == 200
    assert not re.search("PRIVATE", SigningKey.objects.get(pk=row.pk).sealed)
