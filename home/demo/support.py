"""A learning question that grew, and a school that asks for extra support."""

from accounts.models import User
from networks import services
from networks.models import Enrolment, Network, SupportRequest

WHO = "schoolleider2"
QUESTION = "Welke toetsen kunnen wij missen, en hoe kiest elke sectie dat zelf vanuit onze visie?"
WHY = "Onze visie is er wel, zag ik op de tweede bijeenkomst, maar niemand gebruikt haar bij het maken van een toets."


def create_support(network: Network, people: dict[str, User]) -> None:
    """Revise the question and file the request, unless they are there."""
    own = Enrolment.objects.accepted().filter(network=network, person=people[WHO]).with_people().first()
    if own is None or SupportRequest.objects.filter(network=network, school=own.school).exists():
        return
    services.revise_learning_question(enrolment=own, text=QUESTION, what_changed=WHY)
    by = people["begeleider"]
    request = services.ask_for_support(
        enrolment=own,
        subject="Een gesprek met de secties over hun toetsen",
        text="De secties wiskunde en Frans willen hun toetsen houden zoals ze zijn. Kan iemand meedenken over een "
        "studiemiddag, of die begeleiden?",
    )
    services.handle_support(request=request, by=by, owner=by, state=SupportRequest.State.IN_HAND)
    services.write_about_support(
        request=request,
        by=by,
        by_school=False,
        text="Graag. Ik bel u deze week, en neem voorbeelden van twee andere scholen mee.",
    )
