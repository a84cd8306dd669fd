"""Who takes part already stays on the obligations that they started under (DESIGN.md 7)."""

from datetime import timedelta

import pytest
from django.utils import timezone, translation

from networks import services
from networks.models import Enrolment, ObligationRule
from networks.obligations import ledger
from tests.factories.networks import EnrolmentFactory

ADD = "/admin/snippets/networks/obligationrule/add/"


@pytest.fixture
def own(network, sanne):
    """Sanne takes part for a month."""
    return sanne.enrolments.select_related("network", "person", "school").get()


def new_rule(network, **facts):
    facts = {"title": "Geef feedback", "kind": "feedback", "number": 1} | facts
    return services.keep_rule(rule=ObligationRule(network=network, **facts))


def newcomer(network):
    return EnrolmentFactory(network=network, joined_at=timezone.now() + timedelta(seconds=1))


def asked_of(enrolment):
    """What the added rules ask, in words."""
    afresh = Enrolment.objects.select_related("network", "person", "school").get(pk=enrolment.pk)
    return [f"{it.label}: {it.why}" for it in ledger([afresh])[afresh.pk] if it.kind.startswith("rule-")]


@pytest.mark.parametrize("everywhere", [True, False])
def test_a_new_rule_binds_who_is_accepted_from_then_on(network, own, everywhere):
    new_rule(None if everywhere else network)

    assert asked_of(own) == []
    assert asked_of(newcomer(network)) == ["Geef feedback: 0 van 1 is gedaan."]


def test_a_changed_rule_leaves_who_started_under_the_old_one(network, own):
    rule = services.keep_rule(
        rule=ObligationRule(network=network, title="Geef feedback", kind="feedback"), for_all=True
    )

    rule.number, rule.title = 3, "Geef drie keer feedback"
    services.keep_rule(rule=rule)

    assert asked_of(own) == ["Geef feedback: 0 van 1 is gedaan."]
    assert asked_of(newcomer(network)) == ["Geef drie keer feedback: 0 van 3 zijn gedaan."]


def test_each_change_has_those_who_started_under_it(network, own):
    rule = new_rule(network)
    between = newcomer(network)
    Enrolment.objects.filter(pk=between.pk).update(joined_at=timezone.now())

    rule.number = 2
    services.keep_rule(rule=rule)

    asked = [asked_of(it) for it in (own, between, newcomer(network))]
    assert [len(it) for it in asked] == [0, 1, 1]
    assert ["0 van 1" in asked[1][0], "0 van 2" in asked[2][0]] == [True, True]


def test_another_place_in_the_list_is_no_other_rule(network, own):
    rule = new_rule(network)
    since = rule.since

    rule.position = 3
    services.keep_rule(rule=rule)

    assert (ObligationRule.objects.get().since, rule.earlier.count()) == (since, 0)


def test_an_editor_may_ask_it_of_everybody(noor, network, own):
    form = {"title": "Lever in", "kind": "assignment", "number": 1, "position": 1, "network": network.pk}
    noor.post(ADD, form)
    assert asked_of(own) == []

    rule = ObligationRule.objects.get()
    noor.post(f"/admin/snippets/networks/obligationrule/edit/{rule.pk}/", form | {"number": 2, "for_all": "on"})

    assert asked_of(own) == ["Lever in: 0 van 2 zijn gedaan."]
    assert ObligationRule.objects.get().since is None


def test_the_list_shows_each_rule_once_and_for_whom(noor, network):
    rule = new_rule(network)
    rule.number = 2
    services.keep_rule(rule=rule)

    page = noor.get("/admin/snippets/networks/obligationrule/")

    assert list(page.context["object_list"]) == [rule]
    assert "Wie is toegelaten vanaf" in page.content.decode()


def test_what_is_arranged_stays_when_a_rule_changes(network, own, bram):
    rule = services.keep_rule(rule=ObligationRule(network=network, title="Bezoek", kind="check"), for_all=True)
    services.arrange(enrolment=own, kind=rule.key, by=bram, met=True)

    rule.title = "Bezoek twee scholen"
    services.keep_rule(rule=rule)

    afresh = Enrolment.objects.select_related("network").get(pk=own.pk)
    assert [(it.label, it.state) for it in ledger([afresh])[own.pk] if it.kind == rule.key] == [("Bezoek", "done")]


def test_a_new_rule_costs_nobody_halfway_the_certificate(network, own, past, bram):
    services.record_attendance(meeting=past, enrolment=own, state="present", by=bram)
    for kind in ("embedding", "time"):
        services.report_obligation(enrolment=own, kind=kind, text="Op maandagmiddag.")
    services.arrange(enrolment=own, kind="sharing", by=bram, met=True)

    new_rule(None)
    services.close_network(network=network, by=bram)

    assert own.certificate.is_valid


def test_the_explanation_is_read_in_the_readers_language(network, own):
    texts = {"explanation": "Lees elkaars werk.", "explanation_en": "Read each other."}
    rule = ObligationRule(network=network, title="Feedback", kind="feedback", **texts)
    services.keep_rule(rule=rule, for_all=True)

    told = []
    for language in ("nl", "en"):
        with translation.override(language):
            told += [it.todo for it in ledger([own])[own.pk] if it.kind == rule.key]

    assert told == ["Lees elkaars werk.", "Read each other."]


def test_a_copy_begins_with_the_rules_as_they_read_now(network, noor, bram):
    rule = new_rule(network)
    rule.number = 2
    services.keep_rule(rule=rule)
    days = {
        "days": [timezone.localdate() + timedelta(days=90)],
        "starts": (nine := timezone.now().time().replace(hour=9)),
    }
    copied = services.copy_network(
        network=network, by=bram, name="Vervolg", title="Reeks", ends=nine.replace(hour=12), **days
    )

    assert [(it.number, it.since) for it in copied.obligation_rules.all()] == [(2, None)]


@pytest.mark.parametrize("export", ["", "?export=csv"])
def test_the_report_shows_the_added_rules(noor, network, own, export):
    other = EnrolmentFactory()
    for one in (network, other.network):
        services.keep_rule(rule=ObligationRule(network=one, title="Geef feedback", kind="feedback"), for_all=True)

    answer = noor.get(f"/admin/reports/afspraken/{export}")

    page = b"".join(answer.streaming_content).decode() if answer.streaming else answer.content.decode()
    assert page.count("Geef feedback") == 1
    assert page.count("Te doen") >= 2
