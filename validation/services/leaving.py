"""An assessor who leaves for good: somebody else goes on with what waits, and the coordinator hears of it."""

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from validation.models import CaseEvent, CaseRole, CaseTheme, Consent, Talk, TalkConsent, TalkTheme
from validation.news import assessing as news
from validation.services.moving import lock_case, move_theme
from validation.services.talks import call_off, let_go
from validation.states import AWAITING_TALK, STANDING_STILL, ThemeState

ASKS_AN_ASSESSOR = AWAITING_TALK | {ThemeState.ASSESSING, ThemeState.TALK_PLANNED}


def leave_assessing(person: User) -> None:
    """End the person's part in all cases; inside a transaction.

    A talk that was to be held with this person is off, and an agreement to what is not decided yet no longer counts.
    """
    roles = CaseRole.objects.running().filter(person=person)
    asking = CaseTheme.objects.filter(pk__in=roles.assessing().values("theme"), state__in=ASKS_AN_ASSESSOR)
    themes = list(asking.exclude(case__state__in=STANDING_STILL).select_related("theme", "case__version__programme"))
    roles.update(ended_at=timezone.now())
    Consent.objects.filter(assessor=person, decision__decided_at=None).delete()
    TalkConsent.objects.filter(assessor=person, about__decided_at=None).delete()
    for theme in themes:
        theme.case = lock_case(theme.case)
        _drop_talk(theme, person)
        news.assessor_left(theme)


def _drop_talk(theme: CaseTheme, person: User) -> None:
    rows = TalkTheme.objects.filter(theme=theme, is_open=True, talk__assessors=person).select_related("talk")
    for about in rows.filter(talk__state=Talk.State.PLANNED):
        let_go(about)
        move_theme(theme=theme, step="cancel_talk", by=None, audience=CaseEvent.Audience.STAFF)
        talk = Talk.objects.with_people().get(pk=about.talk_id)
        if not talk.about.filter(is_open=True).exists():
            call_off(talk, _("An assessor is no longer there. You will get a new moment."), None)
