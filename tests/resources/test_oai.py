"""The library for harvesters: OAI-PMH 2.0, by its rules and by a harvester of others."""

from datetime import UTC, datetime, timedelta
from xml.etree import ElementTree

import pytest
from django.utils import timezone
from oaipmh_scythe import Scythe

from accounts.erasure import erase_account
from resources import services
from resources.choices import Licence
from resources.coauthors.services import answer_invitation, invite_coauthor, remove_coauthor
from resources.models import CoAuthor, Practice
from resources.oai import verbs
from resources.oai.formats import nl_lom
from schools.models import Sector
from tests.factories.people import UserFactory
from tests.factories.resources import PracticeFactory
from tests.resources.conftest import browser_of
from tests.resources.lom_rules import LOM, problems_of

pytestmark = pytest.mark.django_db
NS = {
    "": "http://www.openarchives.org/OAI/2.0/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "lom": "http://www.imsglobal.org/xsd/imsmd_v1p2",
}
LIST = {"verb": "ListRecords", "metadataPrefix": "oai_dc"}


def ask(method="get", **arguments):
    answer = getattr(browser_of(), method)("/oai/", arguments)
    assert answer.status_code == 200
    assert answer["Content-Type"] == "text/xml; charset=utf-8"
    return ElementTree.fromstring(answer.content)


def texts(tree, path):
    return [it.text for it in tree.iterfind(f".//{path}", NS)]


def error_of(**arguments):
    return [it.get("code") for it in ask(**arguments).iterfind("error", NS)]


def at(practice, moment):
    Practice.objects.filter(pk=practice.pk).update(updated_at=moment)


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ({}, "badVerb"),
        ({"verb": "Everything"}, "badVerb"),
        ({"verb": ["Identify", "Identify"]}, "badVerb"),
        ({"verb": "Identify", "from": "2020-01-01"}, "badArgument"),
        ({"verb": "ListRecords"}, "badArgument"),
        ({"verb": "GetRecord", "metadataPrefix": "oai_dc"}, "badArgument"),
        (LIST | {"from": "yesterday"}, "badArgument"),
        (LIST | {"from": "2020-02-30"}, "badArgument"),
        (LIST | {"from": "2020-01-01", "until": "2021-01-01T00:00:00Z"}, "badArgument"),
        (LIST | {"from": "2021-01-01", "until": "2020-01-01"}, "badArgument"),
        (LIST | {"resumptionToken": "x"}, "badArgument"),
        (LIST | {"set": ["theme:a", "theme:b"]}, "badArgument"),
        ({"verb": "ListRecords", "resumptionToken": "x"}, "badResumptionToken"),
        ({"verb": "ListSets", "resumptionToken": "x"}, "badResumptionToken"),
        (LIST | {"metadataPrefix": "marc"}, "cannotDisseminateFormat"),
        (LIST | {"set": "theme:unknown"}, "noRecordsMatch"),
        (LIST | {"set": "\x00"}, "badArgument"),
        (LIST | {"until": "1990-01-01"}, "noRecordsMatch"),
        ({"verb": "GetRecord", "metadataPrefix": "oai_dc", "identifier": "oai:x:practice/1"}, "idDoesNotExist"),
        ({"verb": "ListMetadataFormats", "identifier": "9" * 40}, "idDoesNotExist"),
    ],
)
def test_every_error_of_the_protocol(published, arguments, code):
    assert error_of(**arguments) == [code]
    assert error_of(method="post", **arguments) == [code]


def test_without_themes_there_are_no_sets():
    assert error_of(verb="ListSets") == ["noSetHierarchy"]


def test_it_says_who_it_is(published):
    tree = ask(verb="Identify")

    assert texts(tree, "protocolVersion") == ["2.0"]
    assert texts(tree, "deletedRecord") == ["persistent"]
    assert texts(tree, "granularity") == ["YYYY-MM-DDThh:mm:ssZ"]
    assert texts(tree, "baseURL")[0].endswith("/oai/")
    assert tree.find("request", NS).get("verb") == "Identify"


@pytest.mark.parametrize("prefix", ["oai_dc", "nl_lom"])
def test_a_record_in_each_format(published, theme, prefix):
    Practice.objects.filter(pk=published.pk).update(title="Feedback & meer \x0b<b>", first_year=2020)
    identifier = texts(ask(**LIST), "identifier")[0]
    tree = ask(verb="GetRecord", metadataPrefix=prefix, identifier=identifier)

    assert texts(tree, "setSpec") == [f"theme:{theme.slug}"]
    title = {"oai_dc": "dc:title", "nl_lom": "lom:title/lom:langstring"}[prefix]
    assert texts(tree, title) == ["Feedback & meer <b>"]
    if prefix == "nl_lom":
        values = "lom:rights/lom:copyrightandotherrestrictions/lom:value/lom:langstring"
        assert texts(tree, values) == ["cc-by-40"]
        assert texts(tree, "lom:location")[0].endswith(f"/praktijkvoorbeelden/{published.slug}/")


BARE = {"school": None, "network": None, "summary": "", "result": "", "approach": "", "themes": [], "tags": []}


@pytest.mark.parametrize("sector", Sector.values)
@pytest.mark.parametrize("licence", Licence.values)
def test_nl_lom_has_what_it_asks_for_in_its_order(network, theme, licence, sector):
    full = {
        "network": network,
        "themes": [theme],
        "tags": ["feedback", "R & D", theme.name.upper()],
        "materials": ["format", "test"],
    }
    for facts in (full, BARE):
        person = UserFactory(first_name="Wil; de, \\Boer", last_name="\x0bSmit\nJansen")
        PracticeFactory(state="published", contributor=person, licence=licence, sector=sector, **facts)
    found = list(ask(**LIST | {"metadataPrefix": "nl_lom"}).iter(f"{LOM}lom"))

    assert len(found) == 2
    assert [problems_of(lom) for lom in found] == [[], []]
    assert sorted(len(list(lom.iter(f"{LOM}keyword"))) for lom in found) == [1, 3]


def test_what_breaks_the_rules_of_nl_lom_is_told(published):
    for name in ("cost", "metadatascheme", "location", "purpose", "role"):
        lom = nl_lom(published)
        parent = next(it for it in lom.iter() if it.find(LOM + name) is not None)
        parent.remove(parent.find(LOM + name))

        assert problems_of(lom), name
    lom = nl_lom(published)
    lom[:] = reversed(lom)
    assert problems_of(lom)


def test_dates_have_a_day_or_a_second(published):
    moment = datetime(2024, 5, 6, 7, 8, 9, 500_000, tzinfo=UTC)
    at(published, moment)

    assert texts(ask(**LIST), "datestamp") == ["2024-05-06T07:08:09Z"]
    for since, until in (("2024-05-06", "2024-05-06"), ("2024-05-06T07:08:09Z", "2024-05-06T07:08:09Z")):
        assert len(texts(ask(**LIST, **{"from": since, "until": until}), "identifier")) == 1
    for since, until in (("2024-05-07", "2024-05-08"), ("2024-05-06T07:08:10Z", "2024-05-06T07:08:11Z")):
        assert error_of(**LIST, **{"from": since, "until": until}) == ["noRecordsMatch"]


@pytest.mark.parametrize("until", ["9999-12-30", "9999-12-31", "9999-12-31T23:59:59Z"])
def test_until_the_end_of_time(published, until):
    assert texts(ask(**LIST, until=until), "dc:title") == [published.title]
    assert error_of(**LIST, **{"from": until}) == ["noRecordsMatch"]


def test_a_long_list_goes_on_and_misses_nothing(monkeypatch, theme):
    monkeypatch.setattr(verbs, "PER_ANSWER", 3)
    start = timezone.now() - timedelta(days=1)
    practices = [PracticeFactory(state="published", themes=[theme]) for _number in range(8)]
    for number, practice in enumerate(practices):
        at(practice, start + timedelta(minutes=number // 2))  # some at one moment
    seen, arguments = [], {"verb": "ListIdentifiers", "metadataPrefix": "oai_dc", "set": f"theme:{theme.slug}"}
    while arguments:
        tree = ask(**arguments)
        seen += texts(tree, "identifier")
        [token] = list(tree.iterfind(".//resumptionToken", NS))
        assert token.get("completeListSize") in {"8", "9"}
        arguments = {"verb": "ListIdentifiers", "resumptionToken": token.text} if token.text else {}
        if len(seen) == 3:
            Practice.objects.get(pk=practices[0].pk).save()  # what changes meanwhile comes again

    assert len(set(seen)) == 8
    assert seen[-1] == seen[0]


def test_what_is_withdrawn_stays_known_as_deleted_and_says_nothing(published, draft, sanne):
    services.withdraw_practice(practice=published, by=sanne)
    tree = ask(**LIST)

    assert [it.get("status") for it in tree.iterfind(".//header", NS)] == ["deleted"]
    assert texts(tree, "metadata") == []
    assert published.title not in ElementTree.tostring(tree, encoding="unicode")
    services.update_practice(practice=Practice.objects.get(pk=published.pk), by=sanne, title="Zwartkijkertje")
    assert "Zwartkijkertje" not in browser_of().get("/oai/", LIST).text


def test_a_name_that_is_gone_is_told(published, sanne):
    before = texts(ask(**LIST), "datestamp")
    at(published, timezone.now() - timedelta(days=1))
    erase_account(person=sanne)

    tree = ask(**LIST)
    assert texts(tree, "datestamp") >= before
    assert "de Vries" not in texts(tree, "dc:creator")[0]


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("how", ["agrees", "leaves", "is taken off", "ends the account"])
def test_it_is_told_that_other_people_are_named(published, sanne, tom, how):
    asked = CoAuthor.objects.create(practice=published, person=tom, state="asked" if how == "agrees" else "agreed")
    at(published, timezone.now() - timedelta(days=9))
    lately = LIST | {"from": (timezone.now() - timedelta(days=2)).strftime("%Y-%m-%d")}
    assert error_of(**lately) == ["noRecordsMatch"]

    if how == "is taken off":
        remove_coauthor(coauthor=asked, by=sanne)
    elif how == "ends the account":
        erase_account(person=tom)
    else:
        answer_invitation(coauthor=asked, by=tom, agrees=how == "agrees")

    assert texts(ask(**lately), "dc:creator") == ([sanne.name, tom.name] if how == "agrees" else [sanne.name])


def test_a_question_alone_is_no_news(published, sanne, tom):
    asked = invite_coauthor(practice=published, person=tom, by=sanne)
    at(published, long_ago := timezone.now() - timedelta(days=9))

    answer_invitation(coauthor=asked, by=tom, agrees=False)

    assert Practice.objects.get().updated_at == long_ago


def test_a_harvester_of_others_gets_everything(live_server, monkeypatch, theme):
    monkeypatch.setattr(verbs, "PER_ANSWER", 2)
    for _number in range(5):
        PracticeFactory(state="published", themes=[theme])
    with Scythe(f"{live_server.url}/oai/") as harvester:
        records = list(harvester.list_records(metadata_prefix="oai_dc"))
        lom = list(harvester.list_records(metadata_prefix="nl_lom", set_=f"theme:{theme.slug}"))
        names = [it.setName for it in harvester.list_sets()]

    assert len(records) == len(lom) == 5
    assert names == [theme.name]
