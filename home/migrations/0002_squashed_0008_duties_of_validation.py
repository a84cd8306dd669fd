from django.db import migrations

from home.duties import give_duties, hand_over_moderation


def make_groups(apps, schema_editor):
    give_duties(apps)
    hand_over_moderation(apps)


class Migration(migrations.Migration):
    """Redactie, Begeleiding, Coördinatie and Beheer, with what each may do; the people in them stay."""

    replaces = [
        ("home", "0002_groups"),
        ("home", "0004_duties_of_later_apps"),
        ("home", "0006_duties_of_the_checklist"),
        ("home", "0007_duties_of_collections"),
        ("home", "0008_duties_of_validation"),
    ]
    # Every app whose models the groups may do something with.
    dependencies = [
        ("home", "0001_squashed_0005_blocks_with_help_texts"),
        ("accounts", "0001_squashed_0004_photo_for_everybody"),
        ("community", "0001_squashed_0019_hidden_titles"),
        ("networks", "0002_squashed_0028_school_holidays_until_2029"),
        ("resources", "0002_squashed_0020_first_page"),
        ("schools", "0001_squashed_0004_school_type_and_pupils"),
        ("search", "0002_squashed_0007_attached"),
        ("taggit", "0006_rename_taggeditem_content_type_object_id_taggit_tagg_content_8fc721_idx"),
        ("validation", "0001_squashed_0010_register_points"),
        ("wagtail_localize", "0016_rename_page_revision_translationlog_revision"),
        ("wagtailadmin", "0006_formstate"),
        ("wagtailcore", "0098_apitoken"),
        ("wagtaildocs", "0014_alter_document_file_size"),
        ("wagtailimages", "0027_image_description"),
        ("wagtailredirects", "0008_add_verbose_name_plural"),
        ("wagtailsearchpromotions", "0008_query_verbose_name"),
    ]

    operations = [migrations.RunPython(make_groups, migrations.RunPython.noop)]
