from django.db import migrations

from home.duties import give_duties, hand_over_moderation


def make_groups(apps, schema_editor):
    give_duties(apps)
    hand_over_moderation(apps)


class Migration(migrations.Migration):
    """Redactie, Begeleiding, Coördinatie and Beheer, with what each may do; the people in them stay."""

    dependencies = [
        ("home", "0001_initial"),
        ("accounts", "0001_initial"),
        ("networks", "0004_sign_up_in_full"),
        ("resources", "0001_initial"),
        ("schools", "0001_initial"),
        ("search", "0004_public_words"),
        ("taggit", "0006_rename_taggeditem_content_type_object_id_taggit_tagg_content_8fc721_idx"),
        ("wagtailadmin", "0006_formstate"),
        ("wagtailcore", "0098_apitoken"),
        ("wagtaildocs", "0014_alter_document_file_size"),
        ("wagtailimages", "0027_image_description"),
        ("wagtailredirects", "0008_add_verbose_name_plural"),
    ]

    operations = [migrations.RunPython(make_groups, migrations.RunPython.noop)]
