"""What people hear of quotes. The words themselves stand on the pages only."""

from django.utils.translation import gettext_lazy as _

from notifications.kinds import Kind
from resources.news import PRACTICES

ANSWER = _("Read and answer")
GO_ON = _("Go on with the practice")
ASKED = Kind(
    key="quote.asked",
    label=_("Somebody wants to quote me in a practice"),
    group=PRACTICES,
    section="",
    title=_("%(name)s would like to quote you"),
    text=_(
        "%(name)s writes a practice about what was said in the network %(network)s, and asks whether your words may "
        "stand in it. You can say yes, yes without your name, or no. Without your answer they are not published."
    ),
    action=ANSWER,
)
REMINDED = Kind(
    key="quote.reminded",
    label=_("A question about quoting me still waits for my answer"),
    group=PRACTICES,
    section="",
    may_be_off=True,
    title=_("%(name)s still hopes for your answer"),
    text=_("May your words from the network %(network)s stand in a practice? No is an answer too."),
    action=ANSWER,
)
ANSWERED = Kind(
    key="quote.answered",
    label=_("A member answered whether I may quote"),
    group=PRACTICES,
    section="",
    title=_("%(name)s lets you quote"),
    text=_("What you asked for “%(title)s” is answered. You see it with your practice."),
    action=GO_ON,
)
REFUSED = Kind(
    key="quote.refused",
    label=_("A member does not want to be quoted"),
    group=PRACTICES,
    section="",
    title=_("A quote cannot stay: %(title)s"),
    text=_("%(name)s would rather not be quoted. Leave the quote out; then you can submit your practice."),
    action=GO_ON,
)
GONE = Kind(
    key="quote.gone",
    label=_("A quote is gone from my practice"),
    group=PRACTICES,
    section="",
    title=_("A quote is gone: %(title)s"),
    text=_(
        "Who said it took the words back, or they no longer stand in the network. We took the quote out of your "
        "practice; please read whether your text still runs."
    ),
    action=GO_ON,
)
WITHDRAWN = Kind(
    key="quote.withdrawn",
    label=_("Consent for a published quote was taken back"),
    group=PRACTICES,
    section="",
    title=_("Take a quote out: %(title)s"),
    text=_(
        "Who said it took the consent back, or the words no longer stand in the network. Visitors do not see the quote "
        "any more. Read whether the practice still makes sense without it, and leave it out for good."
    ),
    action=_("View the practice"),
)
KINDS = (ASKED, REMINDED, ANSWERED, REFUSED, GONE, WITHDRAWN)
