"""The kinds of news about a dialogue: never who handed in a reflection, before all are in."""

from django.utils.translation import gettext_lazy as _

from notifications.kinds import Attachment, Kind
from notifications.models import Notification
from validation.calendar import dialogue_invitation
from validation.models import Dialogue, DialoguePlace
from validation.news.groups import VALIDATION


def invitation_of(notification: Notification) -> list[Attachment]:
    """The dialogue as it is now, for the calendar of who is there; for who is there no more it is off."""
    person = notification.recipient
    dialogue = Dialogue.objects.with_people().filter(pk=int(notification.object_id or 0)).first()
    places = [it for it in dialogue.places.all() if it.person_id == person.pk] if dialogue else []
    guided = dialogue is not None and dialogue.facilitator_id == person.pk
    if dialogue is None or not (places or guided or notification.kind == "validation.dialogue_guided_no_more"):
        return []
    is_there = guided or any(it.left_at is None for it in places)
    goes_on = is_there and dialogue.state != Dialogue.State.CANCELLED
    method, content = dialogue_invitation(dialogue, person, goes_on=goes_on)
    return [
        Attachment("invite.ics", content, f"text/calendar; method={method}", beside_text=True),
        Attachment("invite.ics", content, "application/ics"),
    ]


def feedback_of(pk: str) -> str:
    """What the facilitator wrote; it stays where it was written, and is no more once that is emptied."""
    row = DialoguePlace.objects.filter(pk=int(pk)).exclude(closed_at=None).first()
    return row.feedback if row else ""


KINDS = (
    Kind(
        key="validation.dialogue_planned",
        label=_("A dialogue of mine is planned"),
        group=VALIDATION,
        title=_("Dialogue: %(when)s"),
        text=_(
            "%(people)s hold a dialogue, guided by %(facilitator)s, on %(when)s.\nPlace: %(where)s\n\n"
            "From now on the three and the facilitator read each other’s preparation."
        ),
        attachments=invitation_of,
    ),
    Kind(
        key="validation.dialogue_moved",
        label=_("A dialogue of mine moves"),
        group=VALIDATION,
        title=_("Changed: dialogue, now %(when)s"),
        text=_(
            "The dialogue of %(people)s.\nNow: %(when)s\nPlace: %(where)s\n\n"
            "It was: %(old_when)s\nPlace: %(old_where)s\n\n%(reason)s"
        ),
        attachments=invitation_of,
    ),
    Kind(
        key="validation.dialogue_cancelled",
        label=_("A dialogue of mine is off"),
        group=VALIDATION,
        title=_("Off: dialogue of %(when)s"),
        text=_("The dialogue of %(people)s is off. The coordinator looks for another one.\n\n%(reason)s"),
        attachments=invitation_of,
    ),
    Kind(
        key="validation.dialogue_near",
        label=_("A dialogue of mine comes near"),
        group=VALIDATION,
        title=_("Almost there: dialogue, %(when)s"),
        text=_("The dialogue of %(people)s is on %(when)s.\nPlace: %(where)s\n\nRead the preparations."),
    ),
    Kind(
        key="validation.dialogue_guided",
        label=_("Another facilitator guides a dialogue of mine"),
        group=VALIDATION,
        title=_("%(facilitator)s guides the dialogue of %(when)s"),
        text=_("The dialogue of %(people)s is guided by %(facilitator)s from now on.\nPlace: %(where)s"),
        attachments=invitation_of,
    ),
    Kind(
        key="validation.dialogue_guided_no_more",
        label=_("I guide a dialogue no more"),
        group=VALIDATION,
        title=_("Somebody else guides the dialogue of %(when)s"),
        text=_("The dialogue of %(people)s is guided by somebody else. You need do nothing more for it."),
        attachments=invitation_of,
    ),
    Kind(
        key="validation.dialogue_without_facilitator",
        label=_("A dialogue has no facilitator, in a programme that I coordinate"),
        group=VALIDATION,
        title=_("A facilitator is needed: dialogue of %(when)s"),
        text=_("Who guided the dialogue of %(people)s ended the account. Please choose another facilitator."),
    ),
    Kind(
        key="validation.dialogue_held",
        label=_("I am asked for my final reflection"),
        group=VALIDATION,
        title=_("Write your final reflection before %(until)s"),
        text=_(
            "Write what you saw and heard of the two others. Nobody reads it before all are in; then they open"
            " together."
        ),
        action=_("Write it"),
    ),
    Kind(
        key="validation.dialogue_reflection_near",
        label=_("The time for my final reflection is almost over"),
        group=VALIDATION,
        title=_("Until %(until)s: your final reflection"),
        text=_("You did not hand in your final reflection yet. Is it too soon? Ask the coordinator for more time."),
        action=_("Write it"),
    ),
    Kind(
        key="validation.dialogue_reflection_late",
        label=_("The time for my final reflection is over"),
        group=VALIDATION,
        title=_("The time is over: your final reflection"),
        text=_("You had until %(until)s. You can still hand it in; it then says that it was late."),
        action=_("Write it"),
    ),
    Kind(
        key="validation.dialogue_reflections_missing",
        label=_("Final reflections are late, in a dialogue that I guide or coordinate"),
        group=VALIDATION,
        title=_("Final reflections are late: dialogue of %(when)s"),
        text=_("Of %(late)s no reflection is in yet. The coordinator can give more time, or go on without."),
    ),
    Kind(
        key="validation.dialogue_more_time",
        label=_("There is more time for the final reflections"),
        group=VALIDATION,
        title=_("More time, until %(until)s: the final reflection"),
        text=_("For all three, because: %(reason)s"),
    ),
    Kind(
        key="validation.dialogue_opened",
        label=_("All final reflections of my dialogue are in"),
        group=VALIDATION,
        title=_("All final reflections are in"),
        text=_("From now on the three and the facilitator read them. The facilitator closes with each of you."),
        action=_("Read them"),
    ),
    Kind(
        key="validation.dialogue_left",
        label=_("Somebody leaves a dialogue that I guide or coordinate"),
        group=VALIDATION,
        title=_("%(person)s left the dialogue of %(when)s"),
        text=_("The others go on without. Their reflections open once those are in."),
    ),
    Kind(
        key="validation.dialogue_taken_out",
        label=_("My dialogue went on without me"),
        group=VALIDATION,
        title=_("Your dialogue went on without you"),
        text=_("Your final reflection came too late. You can be brought together anew.\n\n%(reason)s"),
    ),
    Kind(
        key="validation.dialogue_valued",
        label=_("My conversation in the dialogue is valued"),
        group=VALIDATION,
        title=_("Your conversation is valued: %(theme)s"),
        text=_("Congratulations. What the facilitator writes:\n\n%(feedback)s"),
        spelled={"feedback": feedback_of},
    ),
    Kind(
        key="validation.dialogue_not_valued",
        label=_("My conversation in the dialogue is not valued yet"),
        group=VALIDATION,
        title=_("Feedback on your conversation: %(theme)s"),
        text=_(
            "It was not sufficient yet. Go on with the feedback; you can then be brought together anew. "
            "What the facilitator writes:\n\n%(feedback)s"
        ),
        spelled={"feedback": feedback_of},
    ),
    Kind(
        key="validation.dialogue_closed",
        label=_("A dialogue is closed, in a programme that I coordinate"),
        group=VALIDATION,
        title=_("Closed: dialogue of %(when)s"),
        text=_("%(facilitator)s closed the dialogue with %(people)s."),
    ),
)
