from django.db import migrations
from django.db.models import Q


def clean(apps, schema_editor):
    """Accounts that ended before left their contact in what was decided upon and changed.

    Whose practice it was is not known any more where a co-author has it now. So each contact goes that the practice,
    or the changes that wait beside it, does not say now: nobody needs it, and it may be of somebody who is gone.
    """
    models = {name: apps.get_model("resources", name).objects for name in ("Practice", "Review", "PracticeEvent")}
    for review in models["Review"].exclude(content={}).select_related("practice").iterator():
        said = contacts(models["Practice"], review.practice)
        if review.content.get("contact") and review.content["contact"] not in said:
            review.content["contact"] = ""
            review.save(update_fields=["content"])
    for event in models["PracticeEvent"].exclude(changes=[]).select_related("practice").iterator():
        said = contacts(models["Practice"], event.practice) | {""}
        kept = [it for it in event.changes if it[0] != "contact" or {it[1], it[2]} <= said]
        if kept != event.changes:
            event.changes = kept
            event.save(update_fields=["changes"])


def contacts(practices, row):
    original = row.revises_id or row.pk
    return set(practices.filter(Q(pk=original) | Q(revises=original)).values_list("contact", flat=True))


class Migration(migrations.Migration):
    dependencies = [("resources", "0017_what_unsaved_text_was_typed_upon")]

    operations = [migrations.RunPython(clean, migrations.RunPython.noop)]
