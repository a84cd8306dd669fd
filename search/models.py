"""The one table that both engines answer from, which only `search.table` writes, and what was looked for in vain."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from search.querysets import FacetSetQuerySet, SearchDocumentQuerySet


class SequenceCounter(models.Model):
    """The last sequence number given out.

    Its one row is locked from the first write of a transaction until its commit. Numbers therefore rise in the
    order of commits: a feeder that has read up to N never misses a smaller one that commits later.
    """

    value = models.BigIntegerField(default=0)

    def __str__(self) -> str:
        return str(self.value)


class FacetSet(models.Model):
    """One combination of facet values, shared by all documents that have it; its key is a hash of its content.

    Counting twenty thousand documents is counting their few hundred combinations.
    """

    key = models.CharField(max_length=32, primary_key=True)
    facets = models.JSONField(default=dict)

    objects = FacetSetQuerySet.as_manager()

    def __str__(self) -> str:
        return self.key


class FacetValue(models.Model):
    facet_set = models.ForeignKey(FacetSet, models.CASCADE, related_name="values")
    facet = models.CharField(max_length=50)
    value = models.CharField(max_length=200)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["facet", "value", "facet_set"], name="one_row_per_facet_value"),
        ]

    def __str__(self) -> str:
        return f"{self.facet}={self.value}"


class FacetLabel(models.Model):
    """How a facet's value is called; the newest document that names it decides."""

    kind = models.CharField(max_length=50)
    facet = models.CharField(max_length=50)
    value = models.CharField(max_length=200)
    label = models.CharField(max_length=300)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "facet", "value"], name="one_label_per_facet_value")]

    def __str__(self) -> str:
        return self.label


class AudienceSet(models.Model):
    """One combination of audience tokens, shared by all documents that have it; its key is a hash of them."""

    key = models.CharField(max_length=32, primary_key=True)

    def __str__(self) -> str:
        return self.key


class AudienceToken(models.Model):
    """Who may see the documents of this set: "public", "network:7", "person:3" …"""

    audience_set = models.ForeignKey(AudienceSet, models.CASCADE, related_name="tokens")
    token = models.CharField(max_length=100)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["token", "audience_set"], name="one_row_per_audience_token")]

    def __str__(self) -> str:
        return self.token


class SearchDocument(models.Model):
    """What can be found of one object, as it stands in the database now.

    A row whose object is gone or hidden stays behind as a tombstone: `live` is off, its texts are empty, and its
    sequence number tells the feeder of Elasticsearch to forget it.
    """

    kind = models.CharField(max_length=50)
    object_id = models.CharField(max_length=64)
    url = models.CharField(max_length=500, blank=True)
    title = models.CharField(max_length=300, blank=True)
    title_key = models.CharField(max_length=300, blank=True, help_text=_("the folded title, to sort by"))
    summary = models.TextField(blank=True)
    body = models.TextField(blank=True)
    attached = models.JSONField(default=list, help_text=_("name and words of each file"))
    facet_set = models.ForeignKey(FacetSet, models.PROTECT, null=True, related_name="documents", db_index=False)
    audience_set = models.ForeignKey(AudienceSet, models.PROTECT, null=True, related_name="documents")
    date = models.DateTimeField(null=True)
    language = models.CharField(max_length=10, blank=True)
    boost = models.FloatField(default=1.0)
    data = models.JSONField(default=dict)
    live = models.BooleanField(default=True)
    seq = models.BigIntegerField(unique=True)
    digest = models.CharField(max_length=32, help_text=_("hash of everything above"))

    objects = SearchDocumentQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "object_id"], name="one_search_document_per_object")]
        indexes = [
            models.Index(fields=["kind", "seq"], name="search_changes"),
            # Browsing and counting without a text stay inside this index.
            models.Index(fields=["kind", "live", "audience_set", "language", "facet_set"], name="search_counting"),
            models.Index(fields=["kind", "live", "-date"], name="search_newest"),
            models.Index(fields=["kind", "live", "title_key"], name="search_by_title"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.object_id}"


class SearchTerms(models.Model):
    """The texts of a live document as index terms (search.dutch), for the database engine.

    Full-text structures hang on this table: an FTS5 table kept by triggers on SQLite, generated tsvector columns on
    PostgreSQL (migrations 0002 and 0007). A migration that alters this table must make those anew.
    """

    document = models.OneToOneField(SearchDocument, models.CASCADE, primary_key=True, related_name="terms")
    title = models.TextField()
    summary = models.TextField()
    body = models.TextField()
    attached = models.TextField(default="")
    words = models.TextField(help_text=_("the title's words as written, for suggestions"))

    def __str__(self) -> str:
        return f"{self.document_id}"


class SearchNumber(models.Model):
    """A number to sort a live document by, such as how often it is used; nothing is stored for 0.

    Only `search.table` writes it, together with the row.
    """

    document = models.ForeignKey(SearchDocument, models.CASCADE, related_name="numbers")
    name = models.CharField(max_length=50)
    value = models.BigIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["document", "name"], name="one_number_per_document_and_name")]

    def __str__(self) -> str:
        return f"{self.name}={self.value}"


class PublicWord(models.Model):
    """A word as written in documents that everybody may see. Only search.vocabulary writes it."""

    word = models.CharField(max_length=30, primary_key=True)
    start = models.CharField(max_length=2)
    end = models.CharField(max_length=2)
    length = models.PositiveSmallIntegerField()
    documents = models.PositiveIntegerField(help_text=_("how many documents have it"))

    class Meta:
        indexes = [
            models.Index(fields=["start", "length"], name="search_words_by_start"),
            models.Index(fields=["end", "length"], name="search_words_by_end"),
        ]

    def __str__(self) -> str:
        return self.word


class SynonymGroup(models.Model):
    """Terms that mean the same to schools: a query for one of them finds all. Editors keep them."""

    terms = models.TextField(
        _("terms"),
        max_length=1000,
        help_text=_("Each on a line of its own, for example: PTA, and below it: programma van toetsing en afsluiting."),
    )

    class Meta:
        verbose_name = _("synonyms")
        verbose_name_plural = _("synonyms")
        ordering = ["terms"]

    def __str__(self) -> str:
        return " = ".join(self.lines)

    @property
    def lines(self) -> list[str]:
        return [line for line in map(str.strip, self.terms.splitlines()) if line]

    def clean(self) -> None:
        """Raises ValidationError when there are too few terms, or one is in another group already."""
        from search.synonyms import problem_of

        if problem := problem_of(self):
            raise ValidationError({"terms": problem})


class FailedQuery(models.Model):
    """How often on one day a query found nothing. Only search.services.failing writes it; nobody's name is in it."""

    query = models.CharField(max_length=100)
    day = models.DateField()
    times = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["day", "query"], name="one_count_per_failed_query_and_day")]

    def __str__(self) -> str:
        return self.query
