from django.db import migrations

ITEMS = (
    (
        "Geen namen, foto's of andere gegevens van leerlingen, in de tekst en in de materialen?",
        "No names, photos or other details of pupils, in the text and in the materials?",
    ),
    (
        "Zijn de school en de collega's over wie het gaat het ermee eens dat dit openbaar wordt?",
        "Do the school and the colleagues in it agree that this becomes public?",
    ),
    (
        "Kan een andere school volgen wat er is gedaan, en wat het heeft opgeleverd?",
        "Can another school follow what was done, and what it brought?",
    ),
    (
        "Mogen de materialen worden gedeeld onder de gekozen licentie?",
        "May the materials be shared under the chosen licence?",
    ),
)


def add(apps, schema_editor):
    items = apps.get_model("resources", "CheckItem").objects
    for number, (text, text_en) in enumerate(ITEMS, start=1):
        items.create(text=text, text_en=text_en, ordering=10 * number)


class Migration(migrations.Migration):
    """What reviewers look at, until editors make it their own."""

    replaces = [("resources", "0011_first_checklist"), ("resources", "0020_first_page")]
    dependencies = [("resources", "0001_squashed_0019_key_of_an_answer")]
    operations = [migrations.RunPython(add, migrations.RunPython.noop)]
