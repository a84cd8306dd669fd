"""The words of files: a column of the rows, and one of the full-text structures, which are made anew."""

from django.db import migrations, models

COLUMNS = "title, summary, body, attached, words"
SQLITE = [
    f"""
    CREATE VIRTUAL TABLE search_fulltext USING fts5(
        {COLUMNS},
        content='search_searchterms', content_rowid='document_id', tokenize='unicode61 remove_diacritics 0'
    )
    """,
    f"""
    CREATE TRIGGER search_terms_added AFTER INSERT ON search_searchterms BEGIN
        INSERT INTO search_fulltext (rowid, {COLUMNS})
        VALUES (new.document_id, new.title, new.summary, new.body, new.attached, new.words);
    END
    """,
    f"""
    CREATE TRIGGER search_terms_removed AFTER DELETE ON search_searchterms BEGIN
        INSERT INTO search_fulltext (search_fulltext, rowid, {COLUMNS})
        VALUES ('delete', old.document_id, old.title, old.summary, old.body, old.attached, old.words);
    END
    """,
    f"""
    CREATE TRIGGER search_terms_changed AFTER UPDATE ON search_searchterms BEGIN
        INSERT INTO search_fulltext (search_fulltext, rowid, {COLUMNS})
        VALUES ('delete', old.document_id, old.title, old.summary, old.body, old.attached, old.words);
        INSERT INTO search_fulltext (rowid, {COLUMNS})
        VALUES (new.document_id, new.title, new.summary, new.body, new.attached, new.words);
    END
    """,
    "INSERT INTO search_fulltext (search_fulltext) VALUES ('rebuild')",
]
SQLITE_BEFORE = [
    *(f"DROP TRIGGER search_terms_{name}" for name in ("added", "removed", "changed")),
    "DROP TABLE search_fulltext",
]
POSTGRESQL = [
    """
    ALTER TABLE search_searchterms
        ADD COLUMN vector tsvector GENERATED ALWAYS AS (
            setweight(to_tsvector('simple'::regconfig, title), 'A')
            || setweight(to_tsvector('simple'::regconfig, summary), 'B')
            || setweight(to_tsvector('simple'::regconfig, body), 'C')
            || setweight(to_tsvector('simple'::regconfig, attached), 'D')
        ) STORED
    """,
    "CREATE INDEX search_terms_vector ON search_searchterms USING gin (vector)",
]
POSTGRESQL_BEFORE = ["ALTER TABLE search_searchterms DROP COLUMN vector"]


def take_away(apps, schema_editor):
    for statement in POSTGRESQL_BEFORE if schema_editor.connection.vendor == "postgresql" else SQLITE_BEFORE:
        schema_editor.execute(statement)


def make_anew(apps, schema_editor):
    for statement in POSTGRESQL if schema_editor.connection.vendor == "postgresql" else SQLITE:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("search", "0006_search_numbers")]

    operations = [
        migrations.RunPython(take_away),
        migrations.AddField(
            "searchdocument", "attached", models.JSONField(default=list, help_text="name and words of each file")
        ),
        migrations.AddField("searchterms", "attached", models.TextField(default="")),
        migrations.RunPython(make_anew),
    ]
