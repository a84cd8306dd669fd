"""What editors ask besides the agreements. Who takes part already stays on what the person started under."""

from django.db import transaction
from django.utils import timezone

from networks.models import ObligationRule

# What makes it another rule; its place in the list does not.
TERMS = (
    "network_id",
    "title",
    "title_en",
    "explanation",
    "explanation_en",
    "kind",
    "number",
    "assignment_id",
    "due_on",
)


@transaction.atomic
def keep_rule(*, rule: ObligationRule, for_all: bool = False) -> ObligationRule:
    """Store the rule as it reads now, for who is accepted from now on.

    for_all: also for who takes part already; what they started under is then forgotten.
    """
    before = ObligationRule.objects.select_for_update().filter(pk=rule.pk).first()
    now = timezone.now()
    if for_all:
        rule.since = None
    elif before is None or _differ(rule, before):
        rule.since = now
    rule.save()
    if for_all:
        rule.earlier.all().delete()
    elif before and before.since != rule.since:
        _keep_as_it_was(before, rule)
    return rule


def _keep_as_it_was(before: ObligationRule, rule: ObligationRule) -> None:
    before.pk, before.rule, before.until = None, rule, rule.since
    before._state.adding = True
    before.save()


def _differ(rule: ObligationRule, before: ObligationRule) -> bool:
    return any(getattr(rule, name) != getattr(before, name) for name in TERMS)
