"""The evaluation questions of a new installation get their answers in English, where no editor changed them."""

from django.db import migrations

ENGLISH = {"Ja\nVoor een deel\nNee": "Yes\nPartly\nNo", "Ja\nMisschien\nNee": "Yes\nMaybe\nNo"}


def translate(apps, schema_editor):
    Question = apps.get_model("networks", "EvaluationQuestion")
    for dutch, english in ENGLISH.items():
        Question.objects.filter(choices=dutch, choices_en="").update(choices_en=english)


class Migration(migrations.Migration):
    dependencies = [("networks", "0018_answers_in_english")]
    operations = [migrations.RunPython(translate, migrations.RunPython.noop)]
