from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from core.errors import Conflict, DomainError, InvalidInput, NotAllowed

if TYPE_CHECKING:
    from networks.models import GuestPass, Network


class NotMember(NotAllowed):
    """Somebody signed in asks for the space of a network without taking part in it."""

    code = "not_member"
    message = _("This is for the participants of the network.")
    template = "networks/not_member.html"

    def __init__(self, network: "Network"):
        super().__init__()
        self.network = network


class NotFacilitator(NotAllowed):
    """A participant asks for what is the facilitator's."""

    code = "not_facilitator"
    message = _("This is for the facilitators of the network.")


class AgreementsMissing(InvalidInput):
    """Signing up asks for all agreements (DOMAIN.md 1)."""

    code = "agreements_missing"
    message = _("Please agree to all points.")


class AnswersMissing(InvalidInput):
    """A question of the network at sign-up has no answer, or one that does not fit; `errors` names the questions."""

    code = "answers_missing"


class NotOwnSchool(InvalidInput):
    """Signing up with a school where the person does not work."""

    code = "not_own_school"
    message = _("Choose a school where you work.")


class EnrolmentClosed(DomainError):
    """Signing up before it opens or after it closed."""

    code = "enrolment_closed"
    message = _("You cannot sign up for this network now.")


class NetworkFull(DomainError):
    """Every place is taken and no waiting list is kept."""

    code = "network_full"
    message = _("All places in this network are taken.")


class NothingAwaited(Conflict):
    """Asking to hear when a network begins that keeps nobody waiting."""

    code = "nothing_awaited"
    message = _("There is nothing to wait for: look whether you can sign up.")


class AlreadyEnrolled(Conflict):
    """The person has signed up for this network already."""

    code = "already_enrolled"
    message = _("You have signed up for this network already.")


class AlreadyDecided(Conflict):
    """Somebody has decided on this request in the meantime, or it was withdrawn."""

    code = "already_decided"
    message = _("This request has been dealt with already.")


class OfferEnded(Conflict):
    """Confirming a place after its time, or one that is not kept for the person (any more)."""

    code = "offer_ended"
    message = _("This place is no longer kept for you. You can sign up again.")


class NobodyChosen(InvalidInput):
    """A message to participants without anybody to send it to."""

    code = "nobody_chosen"
    message = _("Choose at least one participant.")


class NotTakingPart(Conflict):
    """Attendance, questions and notes belong to participants."""

    code = "not_taking_part"
    message = _("This person does not take part in the network.")


class MeetingNotBegun(Conflict):
    """Attendance of a meeting that has not begun, or is cancelled."""

    code = "meeting_not_begun"
    message = _("You can record attendance as soon as the meeting begins.")


class MeetingOver(Conflict):
    """What can only be done before a meeting has ended, or to one that goes on."""

    code = "meeting_over"
    message = _("This meeting has been, or is cancelled.")


class TakesPartAlready(Conflict):
    """The guest is a participant or facilitator of the network."""

    code = "takes_part_already"
    message = _("This person takes part in the network already, and needs no invitation.")


class NotColleague(Conflict):
    """A guest comes from the participant's own school (DOMAIN.md 1)."""

    code = "not_colleague"
    message = _("You can bring a colleague of your own school. This person works elsewhere.")


class AlreadyGuest(Conflict):
    """Another participant brings this person to the meeting."""

    code = "already_guest"
    message = _("Another participant brings this person already.")


class GuestsNotAllowed(Conflict):
    """Bringing a guest in a network in which participants come alone."""

    code = "guests_not_allowed"
    message = _("In this network participants bring no guests.")


class RoomFull(Conflict):
    """Bringing a guest to a meeting with no room for one more person."""

    code = "room_full"
    message = _("The room for this meeting is full, so there is no place for a guest. Your facilitator can help you.")


class NoGuest(DomainError):
    """There is no guest to withdraw."""

    code, status = "not_found", 404
    message = _("You bring nobody to this meeting.")


class PassEnded(DomainError):
    """The link of a guest whose meeting is over, or whose invitation was withdrawn."""

    code, status = "pass_ended", 410
    message = _("This invitation has ended.")
    template = "networks/meetings/pass_ended.html"

    def __init__(self, guest: "GuestPass"):
        super().__init__()
        self.guest = guest


class CodeUnknown(InvalidInput):
    """A code that was not on the facilitator's screen in the last minutes."""

    code = "code_unknown"
    message = _("This code is not valid any more. Take the one that is on the screen now.")


class PollClosed(Conflict):
    """What can only be done while a poll is open: its deadline has passed, or it was closed or decided."""

    code = "poll_closed"
    message = _("This poll is not open for this any more.")


class PollDecided(Conflict):
    """Somebody has chosen another date and place in the meantime."""

    code = "poll_decided"
    message = _("This poll has been decided already.")


class NotAsked(Conflict):
    """Answering a poll without taking part in the network or facilitating it."""

    code = "not_asked"
    message = _("Only participants and facilitators of this network answer its polls.")


class NotChoosable(Conflict):
    """A date that has passed, a room that is too small, or an option of another poll."""

    code = "not_choosable"
    message = _("This date and place cannot be chosen.")


class RulesNotMet(Conflict):
    """The choice breaks a rule of the poll; the facilitator may choose it anyway, and must say so."""

    code = "rules_not_met"
    message = _("This date and place do not meet the rules of the poll. You can choose them anyway.")


class MeetingGoesOn(Conflict):
    """Reopening a poll of which the meeting goes on."""

    code = "meeting_goes_on"
    message = _("The meeting that was decided on goes on. Cancel it first, then you can ask again.")


class AssignmentClosed(Conflict):
    """Handing in, or changing what was handed in, after the facilitator closed the assignment."""

    code = "assignment_closed"
    message = _("This assignment is closed.")


class HandedInAlready(Conflict):
    """Changing what is handed in without taking it back first."""

    code = "handed_in_already"
    message = _("This is handed in already. Take it back first to change it.")


class NotHandedIn(Conflict):
    """Commenting on a draft."""

    code = "not_handed_in"
    message = _("This is a draft. Others comment once it is handed in.")


class HandInEmpty(InvalidInput):
    """Handing in nothing."""

    code = "hand_in_empty"
    message = _("Write an answer, or add a file or a link.")

    def __init__(self) -> None:
        super().__init__(errors={"text": [str(self.message)]})


class HasHandIns(Conflict):
    """Removing an assignment for which somebody has made something."""

    code = "has_hand_ins"
    message = _("Participants have made something for this assignment. Close it instead.")


class TooManyFiles(Conflict):
    """More files and links than one thing holds."""

    code = "too_many_files"
    message = _("At most 20 files and links.")


class TooManySources(Conflict):
    """More sources than one learning question holds."""

    code = "too_many_sources"
    message = _("At most 100 sources. Remove one that no longer matters.")


class SupportAskedAlready(Conflict):
    """A school has one request for support at a time."""

    code = "support_asked_already"
    message = _("Your school has a request that is not closed yet. Go on there.")


class NetworkArchived(Conflict):
    """Changing something in a network that its facilitator has closed."""

    code = "network_archived"
    message = _("This network is closed: you can read everything, and change nothing any more.")
    template = "networks/closing/archived.html"

    def __init__(self, network: "Network"):
        super().__init__()
        self.network = network


class NetworkNotClosed(Conflict):
    """Granting a certificate in a network that still runs."""

    code = "network_not_closed"
    message = _("You can grant a certificate once the network is closed.")


class EvaluationNotOpen(Conflict):
    """Answering an evaluation that nobody asked for yet."""

    code = "evaluation_not_open"
    message = _("The evaluation of this network is not open.")


class AlreadyEvaluated(Conflict):
    """Answering the evaluation twice."""

    code = "already_evaluated"
    message = _("You have answered already. Your answers have no name, so we cannot change them.")


class HasAnswers(Conflict):
    """Removing a question at sign-up that people have answered."""

    code = "has_answers"
    message = _("People have answered this question, so it stays. You can change it.")


class QuestionDepends(Conflict):
    """Moving or removing a question at sign-up on which another one depends."""

    code = "question_depends"
    message = _("A question is asked only after a certain answer to another one. It has to stay below that one.")
