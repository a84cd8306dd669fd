"""The full-text structures on search_searchterms, for SQLite and PostgreSQL (docs/adr/0010), and the first synonyms."""

from django.db import migrations

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
]
SQLITE_BACK = ["DROP TABLE search_fulltext"] + [
    f"DROP TRIGGER search_terms_{name}" for name in ("added", "removed", "changed")
]
POSTGRESQL = [
    """
    ALTER TABLE search_searchterms
        ADD COLUMN vector tsvector GENERATED ALWAYS AS (
            setweight(to_tsvector('simple'::regconfig, title), 'A')
            || setweight(to_tsvector('simple'::regconfig, summary), 'B')
            || setweight(to_tsvector('simple'::regconfig, body), 'C')
            || setweight(to_tsvector('simple'::regconfig, attached), 'D')
        ) STORED,
        ADD COLUMN words_vector tsvector GENERATED ALWAYS AS (to_tsvector('simple'::regconfig, words)) STORED
    """,
    "CREATE INDEX search_terms_vector ON search_searchterms USING gin (vector)",
    "CREATE INDEX search_terms_words ON search_searchterms USING gin (words_vector)",
]
POSTGRESQL_BACK = ["ALTER TABLE search_searchterms DROP COLUMN vector, DROP COLUMN words_vector"]


def forwards(apps, schema_editor):
    for statement in POSTGRESQL if schema_editor.connection.vendor == "postgresql" else SQLITE:
        schema_editor.execute(statement)


def backwards(apps, schema_editor):
    for statement in POSTGRESQL_BACK if schema_editor.connection.vendor == "postgresql" else SQLITE_BACK:
        schema_editor.execute(statement)


def add_synonyms(apps, schema_editor):
    """Begin with the terms that come along."""
    from search.dutch import lists

    group = apps.get_model("search", "SynonymGroup")
    group.objects.bulk_create(group(terms="\n".join(terms)) for terms in lists.synonyms())


class Migration(migrations.Migration):
    replaces = [("search", "0002_fulltext"), ("search", "0005_synonyms"), ("search", "0007_attached")]
    dependencies = [("search", "0001_squashed_0006_search_numbers")]
    operations = [
        migrations.RunPython(forwards, backwards),
        migrations.RunPython(add_synonyms, migrations.RunPython.noop),
    ]
