"""What a new installation begins with; editors go on from here.

The school holidays, 2026-2027 as the ministry set them, and of the two years after that:
2027-2028: https://www.rijksoverheid.nl/onderwerpen/schoolvakanties/overzicht-schoolvakanties-per-schooljaar/overzicht-schoolvakanties-2027-2028
2028-2029: https://www.rijksoverheid.nl/onderwerpen/schoolvakanties/overzicht-schoolvakanties-per-schooljaar/overzicht-schoolvakanties-2028-2029
Autumn and spring are what the ministry advises; Christmas, May and summer are set.
"""

from datetime import date

from django.db import migrations

HOLIDAYS = [
    ("Kerstvakantie", "", date(2026, 12, 19), date(2027, 1, 3)),
    ("Voorjaarsvakantie", "north", date(2027, 2, 20), date(2027, 2, 28)),
    ("Voorjaarsvakantie", "middle", date(2027, 2, 20), date(2027, 2, 28)),
    ("Voorjaarsvakantie", "south", date(2027, 2, 13), date(2027, 2, 21)),
    ("Meivakantie", "", date(2027, 4, 24), date(2027, 5, 2)),
    ("Zomervakantie", "north", date(2027, 7, 10), date(2027, 8, 22)),
    ("Zomervakantie", "middle", date(2027, 7, 17), date(2027, 8, 29)),
    ("Zomervakantie", "south", date(2027, 7, 24), date(2027, 9, 5)),
    ("Herfstvakantie", "north", date(2027, 10, 16), date(2027, 10, 24)),
    ("Herfstvakantie", "middle", date(2027, 10, 16), date(2027, 10, 24)),
    ("Herfstvakantie", "south", date(2027, 10, 23), date(2027, 10, 31)),
    ("Kerstvakantie", "", date(2027, 12, 25), date(2028, 1, 9)),
    ("Voorjaarsvakantie", "north", date(2028, 2, 19), date(2028, 2, 27)),
    ("Voorjaarsvakantie", "middle", date(2028, 2, 26), date(2028, 3, 5)),
    ("Voorjaarsvakantie", "south", date(2028, 2, 26), date(2028, 3, 5)),
    ("Meivakantie", "", date(2028, 4, 29), date(2028, 5, 7)),
    ("Zomervakantie", "middle", date(2028, 7, 8), date(2028, 8, 20)),
    ("Zomervakantie", "north", date(2028, 7, 15), date(2028, 8, 27)),
    ("Zomervakantie", "south", date(2028, 7, 22), date(2028, 9, 3)),
    ("Herfstvakantie", "north", date(2028, 10, 14), date(2028, 10, 22)),
    ("Herfstvakantie", "middle", date(2028, 10, 21), date(2028, 10, 29)),
    ("Herfstvakantie", "south", date(2028, 10, 21), date(2028, 10, 29)),
    ("Kerstvakantie", "", date(2028, 12, 23), date(2029, 1, 7)),
    ("Voorjaarsvakantie", "north", date(2029, 2, 17), date(2029, 2, 25)),
    ("Voorjaarsvakantie", "middle", date(2029, 2, 17), date(2029, 2, 25)),
    ("Voorjaarsvakantie", "south", date(2029, 2, 10), date(2029, 2, 18)),
    ("Meivakantie", "", date(2029, 4, 28), date(2029, 5, 6)),
    ("Zomervakantie", "middle", date(2029, 7, 7), date(2029, 8, 19)),
    ("Zomervakantie", "south", date(2029, 7, 14), date(2029, 8, 26)),
    ("Zomervakantie", "north", date(2029, 7, 21), date(2029, 9, 2)),
]
FOUR = {
    "attendance": ("Ik ben bij alle bijeenkomsten aanwezig.", "I will be there at all meetings."),
    "embedding": (
        "Ik wil het antwoord op onze leervraag in de hele school inbedden.",
        "I aim to embed the answer to our learning question in the whole school.",
    ),
    "time": (
        "De school maakt tijd en middelen vrij om eraan te werken.",
        "The school frees time and means to work on it.",
    ),
    "sharing": (
        "Ik deel goede praktijkvoorbeelden en materialen, als inspiratie voor scholen die niet meedoen.",
        "I share good practice and materials, as inspiration for schools that do not take part.",
    ),
}
YES, YES_EN = "Ja\nVoor een deel\nNee", "Yes\nPartly\nNo"
MAYBE, MAYBE_EN = "Ja\nMisschien\nNee", "Yes\nMaybe\nNo"
QUESTIONS = [
    ("scale", "Wat vond u van het netwerk als geheel?", "What did you think of the network as a whole?", "", "", True),
    ("scale", "Hoe nuttig was het voor uw school?", "How useful was it for your school?", "", "", True),
    ("scale", "Hoe goed hielp de procesbegeleider u verder?", "How well did the facilitator help you on?", "", "", False),
    (
        "choice",
        "Vond u een antwoord op uw leervraag?",
        "Did you find an answer to your learning question?",
        YES,
        YES_EN,
        False,
    ),
    ("text", "Wat doet uw school nu anders?", "What does your school do differently now?", "", "", False),
    ("text", "Wat kan er beter aan een volgend netwerk?", "What could be better in a next network?", "", "", False),
    (
        "choice",
        "Raadt u dit netwerk een collega aan?",
        "Would you recommend it to a colleague?",
        MAYBE,
        MAYBE_EN,
        False,
    ),
]


def add_holidays(apps, schema_editor):
    SchoolHoliday = apps.get_model("networks", "SchoolHoliday")
    SchoolHoliday.objects.bulk_create(
        SchoolHoliday(name=name, region=region, starts_on=first, ends_on=last) for name, region, first, last in HOLIDAYS
    )


def add_agreements(apps, schema_editor):
    Point, Wording = (apps.get_model("networks", name) for name in ("AgreementPoint", "AgreementWording"))
    for position, (kind, (text, text_en)) in enumerate(FOUR.items(), 1):
        point = Point.objects.create(kind=kind, text=text, text_en=text_en, version=1, position=position)
        Wording.objects.create(point=point, version=1, text=text, text_en=text_en)


def add_questions(apps, schema_editor):
    Question = apps.get_model("networks", "EvaluationQuestion")
    names = ("kind", "text", "text_en", "choices", "choices_en", "required")
    Question.objects.bulk_create(
        Question(position=position, **dict(zip(names, values))) for position, values in enumerate(QUESTIONS, 1)
    )


class Migration(migrations.Migration):
    replaces = [
        ("networks", "0003_first_school_holidays"),
        ("networks", "0012_first_agreements"),
        ("networks", "0015_first_evaluation_questions"),
        ("networks", "0019_first_answers_in_english"),
        ("networks", "0028_school_holidays_until_2029"),
    ]
    dependencies = [("networks", "0001_squashed_0027_meeting_materials")]
    operations = [
        migrations.RunPython(add_holidays, migrations.RunPython.noop),
        migrations.RunPython(add_agreements, migrations.RunPython.noop),
        migrations.RunPython(add_questions, migrations.RunPython.noop),
    ]
