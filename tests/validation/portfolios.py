"""A portfolio that meets every requirement, so that each test takes one thing away."""

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from validation import services
from validation.models import FeedbackAnswer, FeedbackRequest

SENTENCE = "Ik zag dat toetsing bij ons vooral een cijfer gaf en nauwelijks hielp bij het leren van leerlingen."
PERSPECTIVES = ("own", "colleague", "pupil", "data", "board")


def words(number):
    return " ".join(["woord"] * number)


def pdf(name="verslag.pdf", content=b"%PDF-1.7 verslag"):
    return SimpleUploadedFile(name, content, "application/pdf")


def write(theme, key, text):
    section = theme.case.version.sections.get(key=key)
    serial = theme.texts.filter(section=section).values_list("serial", flat=True).first() or 0
    return services.save_text(theme=theme, section=section, by=theme.case.person, text=text, serial=serial)


def add_evidence(theme, number=0, **facts):
    given = {
        "title": f"Bewijs {number}",
        "link": f"https://school.example/{number}",
        "supports": "Het team bespreekt nu samen wat leerlingen leren.",
        "perspective": PERSPECTIVES[number % len(PERSPECTIVES)],
        "part": "quote",
        "quote": "Wij kijken anders naar toetsen.",
    } | facts
    return services.add_evidence(theme=theme, by=theme.case.person, **given)


def add_source(theme, number=0, *, literature=False):
    facts = {"kind": "book", "authors": "Vries, A. de", "year": 2018, "title": f"Leren zichtbaar {number}"}
    return services.add_source(theme=theme, by=theme.case.person, is_literature=literature, **facts)


def add_feedback(theme, number=0, *, reply="Dat neem ik mee."):
    now = timezone.now()
    request = FeedbackRequest.objects.create(
        theme=theme,
        name=f"Collega {number}",
        email=f"collega{number}@school.example",
        until=now + timezone.timedelta(days=21),
        answered_at=now,
        reply=reply,
    )
    question = theme.case.version.feedback_questions.first()
    FeedbackAnswer.objects.create(request=request, question=question, text="Zij vroeg ons wat wij nodig hadden.")
    return request


def fill(theme):
    """Everything that the programme asks for."""
    for section in theme.case.version.sections.all():
        write(theme, section.key, f"{SENTENCE} {section.title}.")
    first = theme.case.version.sections.first()
    for competency in theme.theme.competencies.all():
        services.link_passage(
            theme=theme, by=theme.case.person, competency=competency, section=first, passage="vooral een cijfer gaf"
        )
    for number in range(4):
        add_source(theme, number, literature=number < 2)
    for number in range(5):
        add_evidence(theme, number)
    for number in range(2):
        add_feedback(theme, number)
    return theme
