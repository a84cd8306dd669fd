from django.utils.translation import gettext_lazy as _

from core.errors import Conflict, InvalidInput, NotAllowed


class StepImpossible(Conflict):
    """A step that does not lead on from where the case or the theme stands (validation.transitions)."""

    code = "step_impossible"
    message = _("This is not possible in the present state.")


class NotYourStep(NotAllowed):
    """A step that is somebody else's to take."""

    code = "not_your_step"
    message = _("This step is for somebody else to take.")


class VersionPublished(Conflict):
    """Changing rules under which people may have started."""

    code = "version_published"
    message = _("A published version stays as it is. Make a new version to change something.")


class VersionIncomplete(InvalidInput):
    """Publishing rules under which nobody could work."""

    code = "version_incomplete"
    message = _("This version cannot be published yet.")


class ProgrammeClosed(Conflict):
    """Starting in a programme that takes nobody now."""

    code = "programme_closed"
    message = _("You cannot start this programme now.")


class OtherBoard(NotAllowed):
    """Starting in a programme that is for another board's school leaders."""

    code = "other_board"
    message = _("This programme is for school leaders of one board, and you do not work there.")


class AlreadyRunning(Conflict):
    """Starting a programme in which the person has a case already."""

    code = "case_running"
    message = _("You already have a portfolio in this programme.")


class NotPaidYet(Conflict):
    """Assessing what is not paid, in a programme where assessing waits for payment."""

    code = "not_paid"
    message = _("In this programme assessing begins once everything is paid. Note the payment first.")


class DueChanged(Conflict):
    """Changing an amount that somebody else changed meanwhile."""

    code = "due_changed"
    message = _("Somebody else changed this meanwhile. Look at it once more; what you typed is still here.")


class TooManyThemes(Conflict):
    """Handing in one theme more than are validated at the same time (DOMAIN.md 3a)."""

    code = "too_many_themes"
    message = _("No more themes can be validated at the same time now.")


class NotWriting(Conflict):
    """Changing a portfolio that is handed in, at rest or at its end."""

    code = "not_being_written"
    message = _("This portfolio cannot be changed now.")


class TextElsewhere(Conflict):
    """Saving a section in which another window wrote something else. text: what it wrote; serial: as it stands now."""

    code = "text_elsewhere"
    message = _("In another window something else was written. Both texts are below: choose which one stays.")

    def __init__(self, text: str, serial: int):
        super().__init__()
        self.text, self.serial = text, serial
        self.extensions = {"text": text, "serial": serial}


class TooManyPieces(Conflict):
    """More sources, evidence or appendices than anybody would read."""

    code = "too_many_pieces"
    message = _("You have as many of these as a portfolio can hold.")


class PortfolioIncomplete(InvalidInput):
    """Handing in what lacks something; `extensions` names each requirement."""

    code = "portfolio_incomplete"
    message = _("This portfolio cannot be handed in yet: something is missing.")


class AlreadyAsked(Conflict):
    """Asking a colleague for feedback who was asked already."""

    code = "already_asked"
    message = _("You asked this colleague already.")


class FeedbackClosed(Conflict):
    """Answering what was answered, declined or taken back, or is too late."""

    code = "feedback_closed"
    message = _("This was answered already, or is no longer asked.")


class LookAlongEnded(Conflict):
    """Commenting when looking along is over."""

    code = "look_along_ended"
    message = _("Looking along has ended.")


class NotFitToAssess(InvalidInput):
    """Asking somebody to assess who may not, or too few, or without saying why where that is needed."""

    code = "not_fit_to_assess"
    message = _("These people cannot assess this theme.")


class AssessmentClosed(Conflict):
    """Assessing or deciding when that is not the moment: not begun, handed in already, or decided."""

    code = "assessment_closed"
    message = _("This can no longer be changed, or not yet.")


class AssessmentIncomplete(InvalidInput):
    """Handing in an assessment that lacks a judgement or its reasons."""

    code = "assessment_incomplete"
    message = _("This assessment cannot be handed in yet: something is missing.")


class AssessmentElsewhere(Conflict):
    """Saving an assessment that another window changed meanwhile. serial: as it stands now."""

    code = "assessment_elsewhere"
    message = _("In another window this assessment was changed. Yours is not saved; save once more to keep yours.")

    def __init__(self, serial: int):
        super().__init__()
        self.serial = serial
        self.extensions = {"serial": serial}


class ProposalChanged(Conflict):
    """Proposing or agreeing when a fellow assessor proposed something else meanwhile."""

    code = "proposal_changed"
    message = _("Your fellow assessor proposed something else meanwhile. Read it first.")


class TooFewAssessors(Conflict):
    """Planning a talk about a theme that has fewer assessors than a talk needs: one alone never decides."""

    code = "too_few_assessors"
    message = _("This theme has too few assessors for a talk.")


class SlotGone(Conflict):
    """Choosing a moment that somebody else chose, that was taken back, or at which an assessor is busy by now."""

    code = "slot_gone"
    message = _("This moment is no longer free. Choose another one.")


class AssessorBusy(Conflict):
    """Planning a talk while one of its assessors has another one."""

    code = "assessor_busy"
    message = _("One of the assessors has another talk at that time.")


class ScanClosed(Conflict):
    """Asking or answering in a 360° scan that is closed, or for somebody who is asked no longer."""

    code = "scan_closed"
    message = _("This scan is closed, or you are asked no longer.")


class ReportChanged(Conflict):
    """Correcting a report that another window corrected meanwhile."""

    code = "report_changed"
    message = _("This report was corrected meanwhile. Read it first; what you typed is still here.")


class TalkNotOpen(Conflict):
    """Changing, noting or deciding about a talk when that is not the moment: not begun, over, or off."""

    code = "talk_not_open"
    message = _("This cannot be done with this talk now.")


class NotesElsewhere(Conflict):
    """Saving notes that another window changed meanwhile. serial: as they stand now."""

    code = "notes_elsewhere"
    message = _("In another window these notes were changed. Yours are not saved; save once more to keep yours.")

    def __init__(self, serial: int):
        super().__init__()
        self.serial = serial
        self.extensions = {"serial": serial}


class AlreadyInDialogue(Conflict):
    """Making a dialogue with somebody who is in one, or who is not ready."""

    code = "already_in_dialogue"
    message = _("One of these people is in a dialogue already, or is not ready for one.")


class NotFitForDialogue(InvalidInput):
    """Bringing people together without saying why where something stands against it."""

    code = "not_fit_for_dialogue"
    message = _("These people cannot be brought together.")


class FacilitatorBusy(Conflict):
    """Planning a dialogue on a day on which its facilitator or one of the others has another one."""

    code = "facilitator_busy"
    message = _("The facilitator has another dialogue at that time.")


class DialogueNotOpen(Conflict):
    """Changing a dialogue when that is not the moment: not begun, over, or off."""

    code = "dialogue_not_open"
    message = _("This cannot be done with this dialogue now.")


class ReflectionClosed(Conflict):
    """Writing a final reflection that was handed in, or that is not asked now."""

    code = "reflection_closed"
    message = _("This reflection can no longer be changed, or not yet.")


class ReflectionIncomplete(InvalidInput):
    """Handing in a final reflection that says nothing about one of the others."""

    code = "reflection_incomplete"
    message = _("This reflection cannot be handed in yet: something is missing.")


class ReflectionElsewhere(Conflict):
    """Saving a reflection that another window changed meanwhile. serial: as it stands now."""

    code = "reflection_elsewhere"
    message = _("In another window this reflection was changed. Yours is not saved; save once more to keep yours.")

    def __init__(self, serial: int):
        super().__init__()
        self.serial = serial
        self.extensions = {"serial": serial}
