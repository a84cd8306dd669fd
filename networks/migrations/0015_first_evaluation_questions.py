"""What a new installation asks at the end of a network; editors go on from here."""

from django.db import migrations

YES = "Ja\nVoor een deel\nNee"
QUESTIONS = [
    ("scale", "Wat vond u van het netwerk als geheel?", "What did you think of the network as a whole?", "", True),
    ("scale", "Hoe nuttig was het voor uw school?", "How useful was it for your school?", "", True),
    ("scale", "Hoe goed hielp de procesbegeleider u verder?", "How well did the facilitator help you on?", "", False),
    ("choice", "Vond u een antwoord op uw leervraag?", "Did you find an answer to your learning question?", YES, False),
    ("text", "Wat doet uw school nu anders?", "What does your school do differently now?", "", False),
    ("text", "Wat kan er beter aan een volgend netwerk?", "What could be better in a next network?", "", False),
    ("choice", "Raadt u dit netwerk een collega aan?", "Would you recommend it to a colleague?", "Ja\nMisschien\nNee", False),
]


def add_questions(apps, schema_editor):
    Question = apps.get_model("networks", "EvaluationQuestion")
    Question.objects.bulk_create(
        Question(kind=kind, text=text, text_en=text_en, choices=choices, required=required, position=position)
        for position, (kind, text, text_en, choices, required) in enumerate(QUESTIONS, 1)
    )


class Migration(migrations.Migration):
    dependencies = [("networks", "0014_closing")]
    operations = [migrations.RunPython(add_questions, migrations.RunPython.noop)]
