"""A home page in each language in place of Wagtail's welcome page, so that every installation has a front door."""

import json
import uuid

from django.db import migrations

TEXTS = {
    "nl": {
        "title": "Home",
        "headline": "Schoolleiders leren van elkaar",
        "lead": "In een leernetwerk onderzoekt u met andere scholen een vraag uit uw eigen school. "
        "Wat werkt, deelt u als praktijkvoorbeeld, zodat iedereen er verder mee komt.",
        "networks": "Leernetwerken",
        "practices": "Nieuwste praktijkvoorbeelden",
    },
    "en": {
        "title": "Home",
        "headline": "School leaders learn from each other",
        "lead": "In a learning network you explore a question of your own school together with other schools. "
        "You share what works as a good practice, so that everybody can build on it.",
        "networks": "Learning networks",
        "practices": "Newest good practices",
    },
}


def block(kind, heading, limit):
    value = {"heading": heading, "limit": limit}
    return {"type": kind, "value": value, "id": str(uuid.uuid4())}


def open_the_door(apps, schema_editor):
    ContentType = apps.get_model("contenttypes.ContentType")
    HomePage = apps.get_model("home.HomePage")
    Locale = apps.get_model("wagtailcore.Locale")
    Page = apps.get_model("wagtailcore.Page")
    Site = apps.get_model("wagtailcore.Site")

    root = Page.objects.get(depth=1)
    Page.objects.filter(depth=2, slug="home", content_type__app_label="wagtailcore").delete()
    content_type, _ = ContentType.objects.get_or_create(app_label="home", model="homepage")
    translation_key = uuid.uuid4()
    pages = []
    for number, (language, text) in enumerate(TEXTS.items(), start=1):
        locale, _ = Locale.objects.get_or_create(language_code=language)
        slug = "home" if language == "nl" else f"home-{language}"
        pages.append(
            HomePage.objects.create(
                title=text["title"],
                draft_title=text["title"],
                slug=slug,
                path=f"{root.path}{number:04d}",
                depth=2,
                numchild=0,
                url_path=f"/{slug}/",
                locale=locale,
                translation_key=translation_key,
                content_type=content_type,
                headline=text["headline"],
                lead=text["lead"],
                body=json.dumps([block("networks", text["networks"], 6), block("practices", text["practices"], 3)]),
            )
        )
    root.numchild = Page.objects.filter(depth=2).count()
    root.save(update_fields=["numchild"])
    Site.objects.update_or_create(
        is_default_site=True,
        defaults={"hostname": "localhost", "site_name": "Leernetwerk", "root_page_id": pages[0].pk},
    )


def close_the_door(apps, schema_editor):
    apps.get_model("home.HomePage").objects.all().delete()


class Migration(migrations.Migration):
    dependencies = [
        ("home", "0001_initial"),
        ("wagtailcore", "0098_apitoken"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [migrations.RunPython(open_the_door, close_the_door)]
