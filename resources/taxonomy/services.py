"""Keeping the keywords: other words for the same, the theme above, and merging."""

from collections.abc import Iterable

from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _
from taggit.models import Tag, TaggedItem

from core.errors import InvalidInput
from networks.models import Theme
from resources.models import Practice, PracticeTag, Synonym, TagFacts
from search.services import refresh_many

LONGEST = 60


@transaction.atomic
def describe_tag(*, tag: Tag, synonyms: Iterable[str], broader: Theme | None) -> Tag:
    """Say which other words mean this keyword, and under which theme it stands.

    A word that is a keyword of its own is merged into this one. Raises InvalidInput (`synonyms`).
    """
    words = check_words(tag=tag, synonyms=synonyms)
    TagFacts.objects.update_or_create(tag=tag, defaults={"broader": broader})
    tag.synonyms.exclude(word__in=words).delete()
    for plain in words:
        Synonym.objects.get_or_create(word=plain, defaults={"tag": tag})
    for other in [it for it in Tag.objects.exclude(pk=tag.pk) if plain_word(it.name) in words]:
        merge_tags(tag=other, into=tag)
    return tag


@transaction.atomic
def merge_tags(*, tag: Tag, into: Tag) -> None:
    """Give every practice with the first keyword the other; the first word, and its other words, then mean that.

    Pictures and documents of pages have the same words.
    """
    tagged = PracticeTag.objects.filter(tag=tag)
    practices = list(tagged.values_list("content_object", flat=True))
    tagged.filter(content_object__tagged_items__tag=into).delete()
    PracticeTag.objects.filter(tag=tag).update(tag=into)
    both = TaggedItem.objects.filter(tag=into, content_type=OuterRef("content_type"), object_id=OuterRef("object_id"))
    TaggedItem.objects.filter(tag=tag).exclude(Exists(both)).update(tag=into)
    Synonym.objects.filter(tag=tag).update(tag=into)
    tag.delete()
    Synonym.objects.update_or_create(word=plain_word(tag.name), defaults={"tag": into})
    refresh_many(Practice.objects.published().filter(pk__in=practices))


def preferred(words: Iterable[str]) -> list[str]:
    """The keywords that editors prefer for these, each once; a new word stays as it was typed."""
    typed = {plain_word(word): word for word in words}
    known = dict(Synonym.objects.filter(word__in=typed).values_list("word", "tag__name"))
    chosen = [known.get(plain, word) for plain, word in typed.items()]
    return list({plain_word(word): word for word in chosen}.values())


def plain_word(word: str) -> str:
    """How words are compared: in small letters, with one space between."""
    return " ".join(word.split()).casefold()


def check_words(*, tag: Tag, synonyms: Iterable[str]) -> dict[str, str]:
    """The other words as they are compared, each with how it was written. tag: saved or not.

    Raises InvalidInput (`name`, `synonyms`).
    """
    words = {plain: word for word in synonyms if (plain := plain_word(word)) and plain != plain_word(tag.name)}
    if too_long := [word for word in words.values() if len(word) > LONGEST]:
        sentence = _("A keyword has at most %(most)d characters: %(word)s")
        raise InvalidInput(errors={"synonyms": [sentence % {"most": LONGEST, "word": too_long[0][:LONGEST]}]})
    taken = Synonym.objects.filter(word__in=words).exclude(tag_id=tag.pk).select_related("tag").first()
    if taken:
        sentence = _("“%(word)s” is another word for “%(tag)s” already.")
        raise InvalidInput(errors={"synonyms": [sentence % {"word": taken.word, "tag": taken.tag.name}]})
    own = Synonym.objects.filter(word=plain_word(tag.name)).exclude(tag_id=tag.pk).select_related("tag").first()
    if own:
        sentence = _("“%(word)s” is another word for “%(tag)s” already.")
        raise InvalidInput(errors={"name": [sentence % {"word": own.word, "tag": own.tag.name}]})
    return words
