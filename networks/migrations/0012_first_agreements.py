"""The four agreements as they stood in the code become rows, and everybody keeps what was agreed to."""

from django.db import migrations

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


def make_the_four(apps, schema_editor):
    Agreement, Point, Wording = (
        apps.get_model("networks", name) for name in ("Agreement", "AgreementPoint", "AgreementWording")
    )
    for position, (kind, (text, text_en)) in enumerate(FOUR.items(), 1):
        point = Point.objects.create(kind=kind, text=text, text_en=text_en, version=1, position=position)
        wording = Wording.objects.create(point=point, version=1, text=text, text_en=text_en)
        Agreement.objects.filter(kind=kind).update(wording=wording)


class Migration(migrations.Migration):
    dependencies = [("networks", "0011_agreements_as_data")]
    operations = [migrations.RunPython(make_the_four, migrations.RunPython.noop)]
