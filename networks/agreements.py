"""What people agree to at sign-up for a network (DOMAIN.md 1): the four, and what an editor added."""

from networks.models import Agreement, AgreementPoint, AgreementWording, Enrolment, Network

KINDS = frozenset(Agreement.Kind.values)

# How the four read in a new installation; editors go on from here.
FIRST_TEXTS = {
    Agreement.Kind.ATTENDANCE: ("Ik ben bij alle bijeenkomsten aanwezig.", "I will be there at all meetings."),
    Agreement.Kind.EMBEDDING: (
        "Ik wil het antwoord op onze leervraag in de hele school inbedden.",
        "I aim to embed the answer to our learning question in the whole school.",
    ),
    Agreement.Kind.TIME: (
        "De school maakt tijd en middelen vrij om eraan te werken.",
        "The school frees time and means to work on it.",
    ),
    Agreement.Kind.SHARING: (
        "Ik deel goede praktijkvoorbeelden en materialen, als inspiratie voor scholen die niet meedoen.",
        "I share good practice and materials, as inspiration for schools that do not take part.",
    ),
}


def points_of(network: Network) -> list[AgreementPoint]:
    """What somebody agrees to who signs up now, in order."""
    return list(AgreementPoint.objects.asked_in(network))


def current_wordings(points: list[AgreementPoint]) -> list[AgreementWording]:
    """The newest version of each point, in their order."""
    found = AgreementWording.objects.filter(point__in=points).select_related("point")
    newest = {it.point_id: it for it in found if it.is_newest}
    return [newest[point.pk] for point in points if point.pk in newest]


def agreed_by(enrolment: Enrolment) -> list[Agreement]:
    """What the person agreed to, in the words of that moment."""
    return list(enrolment.agreements.select_related("wording__point").order_by("wording__point__position", "pk"))
