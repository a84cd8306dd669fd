"""Extra support: for the school, the facilitators and the organisation; for all others it does not exist."""

import uuid

import pytest
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile

from networks import services
from networks.errors import SupportAskedAlready
from networks.models import Enrolment, SupportFile, SupportRequest
from search.models import SearchDocument
from tests.factories.networks import EnrolmentFactory
from tests.networks.conftest import Caller, signed_in

PDF = b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"
SECRET = "Ziekte in het managementteam"


@pytest.fixture
def own(sanne, network):
    return Enrolment.objects.get(person=sanne, network=network)


@pytest.fixture
def support(own):
    return services.ask_for_support(enrolment=own, subject=SECRET, text="Wij redden het niet alleen.")


def roles(people, network, own):
    """Everybody, with a colleague of the same school and a participant of another one."""
    colleague = EnrolmentFactory(network=network, school=own.school).person
    peer = EnrolmentFactory(network=network).person
    return {"colleague": colleague, "peer": peer} | {role: person for role, person in people.items() if person}


KNOWING = {"colleague", "participant", "facilitator", "manager"}


def test_nobody_else_may_know_that_it_exists(people, network, own, support):
    paths = [support.url, f"{support.url}afronden/"]

    for role, person in roles(people, network, own).items():
        expected = 200 if role in KNOWING else 404
        assert [signed_in(person).get(path).status_code for path in paths] == [expected] * 2, role
        assert Caller(person)("get", f"support/{support.pk}").status_code == expected, role
        page = signed_in(person).get(f"/netwerken/{network.slug}/ondersteuning/")
        assert (SECRET in page.content.decode()) == (role in KNOWING), role


def test_only_facilitators_and_the_organisation_handle_it(people, network, own, support):
    for role, person in roles(people, network, own).items():
        given = {"handle-owner": "", "handle-state": "waiting"}
        expected = 302 if role in {"facilitator", "manager"} else 404
        assert signed_in(person).post(f"{support.url}behandelen/", given).status_code == expected, role
        call = Caller(person)("put", f"support/{support.pk}", {"state": "in_hand"})
        assert call.status_code == (200 if expected == 302 else 404), role


def test_who_left_the_network_loses_sight_of_it(own, support, sanne):
    services.withdraw(enrolment=own)

    assert signed_in(sanne).get(support.url).status_code == 404


def test_mail_and_inbox_do_not_tell_what_it_is_about(
    own, network, bram, sanne, people, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        found = services.ask_for_support(enrolment=own, subject=SECRET, text="Vertrouwelijke woorden.")
        services.write_about_support(request=found, by=bram, by_school=False, text="Ik bel u morgen.")

    told = [str(message.subject) + str(message.body) for message in mail.outbox]
    told += [f"{row.title} {row.text}" for row in [*bram.notifications.all(), *sanne.notifications.all()]]
    assert people["manager"].notifications.filter(kind="support.filed").exists()
    assert bram.notifications.filter(kind="support.filed").exists()
    assert sanne.notifications.filter(kind="support.news").exists()
    for text in (SECRET, "Vertrouwelijke woorden.", "Ik bel u morgen.", own.school.name):
        assert not any(text in news for news in told)


def test_it_is_never_searchable(support):
    assert not SearchDocument.objects.filter(title__contains=SECRET).exists()
    assert not SearchDocument.objects.filter(body__contains=SECRET).exists()


def test_from_asking_to_the_evaluation(network, sanne, bram, people):
    school, facilitator = signed_in(sanne), signed_in(bram)
    given = {"subject": "Hulp bij het PTA", "text": "Wij lopen vast.", "key": str(uuid.uuid4())}
    path = f"/netwerken/{network.slug}/ondersteuning/nieuw/"
    for _twice in range(2):
        school.post(path, given | {"uploads": SimpleUploadedFile("PTA.pdf", PDF)})
    found = SupportRequest.objects.get()
    assert SupportFile.objects.count() == 1

    facilitator.post(f"{found.url}behandelen/", {"handle-owner": bram.pk, "handle-state": "waiting"})
    school.post(found.url, {"text": "Hier is het antwoord."})
    found.refresh_from_db()
    assert (found.owner, found.state) == (bram, "in_hand")

    school.post(f"{found.url}afronden/", {"helped": "partly", "evaluation": "Het PTA is korter."})
    found.refresh_from_db()
    assert found.is_done
    page = facilitator.get(found.url).content.decode()
    assert "Het PTA is korter." in page
    assert "Ten dele" in page


def test_a_school_has_one_open_request(own, network, support):
    colleague = EnrolmentFactory(network=network, school=own.school)

    with pytest.raises(SupportAskedAlready):
        services.ask_for_support(enrolment=colleague, subject="Nog iets", text="Ook dit.")
    services.evaluate_support(request=support, by=own.person, helped="yes", evaluation="Klaar.")
    services.ask_for_support(enrolment=colleague, subject="Nog iets", text="Ook dit.")
    with pytest.raises(SupportAskedAlready):
        services.write_about_support(request=support, by=own.person, by_school=True, text="Toch niet klaar.")


def test_its_files_are_as_confidential(own, support, bram, sanne, network):
    file = SimpleUploadedFile("Verslag.pdf", PDF)
    services.write_about_support(request=support, by=sanne, by_school=True, text="Zie bijlage.", files=[file])
    url = SupportFile.objects.get().url
    peer = EnrolmentFactory(network=network).person

    assert signed_in(bram).get(url)["Content-Disposition"].startswith("attachment")
    assert signed_in(peer).get(url).status_code == 404


def test_through_the_api(network, sanne, bram):
    call, path = Caller(sanne), f"networks/{network.slug}/support"
    key = {"Idempotency-Key": "een"}
    made = [call("post", path, {"subject": "Hulp", "text": "Wij lopen vast."}, **key).json() for _twice in range(2)]

    assert made[0] == made[1]
    assert call("post", path, {"subject": "Nog", "text": "Iets."}).json()["code"] == "support_asked_already"
    one = f"support/{made[0]['id']}"
    assert Caller(bram)("put", one, {"state": "in_hand", "owner": bram.pk}).json()["owner"] == bram.name
    assert Caller(bram)("put", one, {"state": "in_hand", "owner": sanne.pk}).status_code == 422
    assert call("post", f"{one}/messages", {"text": "Dank u."}).status_code == 201
    assert call("get", f"{one}/messages").json()["total"] == 3
    assert call("post", f"{one}/evaluation", {"helped": "yes", "evaluation": "Goed."}).json()["state"] == "done"


@pytest.mark.parametrize("text", ["=1+1", "<script>alert(1)</script>", "\x00", "😀\u202e", "x" * 10_000])
def test_whatever_is_typed_is_shown_harmless_or_refused(text, support, sanne):
    browser = signed_in(sanne)

    assert browser.post(support.url, {"text": text}).status_code in {302, 422}
    assert "<script>alert" not in browser.get(support.url).content.decode()


def test_what_is_open_stands_above_what_is_done(network, own, support, bram):
    services.evaluate_support(request=support, by=own.person, helped="yes", evaluation="Ja.")
    other = EnrolmentFactory(network=network)
    services.ask_for_support(enrolment=other, subject="Nog open", text="Wie denkt mee?")

    page = signed_in(bram).get(f"/netwerken/{network.slug}/ondersteuning/").text

    assert page.index("Nog open") < page.index(SECRET)
