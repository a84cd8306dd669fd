"""What each verb of the protocol answers."""

from collections.abc import Callable
from datetime import UTC, datetime
from xml.etree.ElementTree import Element

from django.conf import settings
from django.utils import timezone

from resources.models import Practice
from resources.oai import records
from resources.oai.arguments import SECOND, Going, going_on, selection_of, token_of
from resources.oai.errors import ProtocolError
from resources.oai.formats import FORMATS
from resources.oai.xml import add

PER_ANSWER = 100
EARLIEST = "2018-01-01T00:00:00Z"
Given = dict[str, str]


def identify(answer: Element, given: Given, address: str) -> None:
    first = records.records().values_list("updated_at", flat=True).first()
    add(answer, "repositoryName", "Leernetwerk")
    add(answer, "baseURL", address)
    add(answer, "protocolVersion", "2.0")
    add(answer, "adminEmail", settings.DEFAULT_FROM_EMAIL.rpartition("<")[2].rstrip(">"))
    add(answer, "earliestDatestamp", stamp(first) if first else EARLIEST)
    add(answer, "deletedRecord", "persistent")
    add(answer, "granularity", "YYYY-MM-DDThh:mm:ssZ")


def list_metadata_formats(answer: Element, given: Given, address: str) -> None:
    if "identifier" in given:
        _existing(given["identifier"])
    for prefix, known in FORMATS.items():
        one = add(answer, "metadataFormat")
        add(one, "metadataPrefix", prefix)
        add(one, "schema", known.schema)
        add(one, "metadataNamespace", known.namespace)


def list_sets(answer: Element, given: Given, address: str) -> None:
    if "resumptionToken" in given:  # they come all at once
        raise ProtocolError("badResumptionToken", "This token is not one of ours.")
    sets = records.sets()
    if not sets:
        raise ProtocolError("noSetHierarchy", "There are no sets.")
    for spec, name in sets:
        one = add(answer, "set")
        add(one, "setSpec", spec)
        add(one, "setName", name)


def list_identifiers(answer: Element, given: Given, address: str) -> None:
    _list(answer, given, lambda practice, prefix: _add_header(answer, practice))


def list_records(answer: Element, given: Given, address: str) -> None:
    _list(answer, given, lambda practice, prefix: _add_record(answer, practice, prefix))


def get_record(answer: Element, given: Given, address: str) -> None:
    _require_format(given["metadataPrefix"])
    _add_record(answer, _existing(given["identifier"]), given["metadataPrefix"])


VERBS: dict[str, Callable[[Element, Given, str], None]] = {
    "Identify": identify,
    "ListMetadataFormats": list_metadata_formats,
    "ListSets": list_sets,
    "ListIdentifiers": list_identifiers,
    "ListRecords": list_records,
    "GetRecord": get_record,
}


def stamp(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime(SECOND)


def _list(answer: Element, given: Given, write: Callable[[Practice, str], None]) -> None:
    token = given.get("resumptionToken")
    going = going_on(token) if token else Going(selection_of(given))
    _require_format(going.selection.prefix)
    found = records.selected(going.selection)
    total = found.count()
    rest = records.after(found, going.cursor) if going.cursor else found
    part = list(records.with_facts(rest)[: PER_ANSWER + 1])
    if not part and not token:
        raise ProtocolError("noRecordsMatch", "Nothing fits.")
    for practice in part[:PER_ANSWER]:
        write(practice, going.selection.prefix)
    if token or len(part) > PER_ANSWER:
        _add_token(answer, going, part, total)


def _add_token(answer: Element, going: Going, part: list[Practice], total: int) -> None:
    """The last part of a list ends with an empty one."""
    text = ""
    if len(part) > PER_ANSWER:
        last = part[PER_ANSWER - 1]
        text = token_of(Going(going.selection, (last.updated_at, last.pk), going.sent + PER_ANSWER))
    size = max(total, going.sent + len(part[:PER_ANSWER]))
    add(answer, "resumptionToken", text, completeListSize=str(size), cursor=str(going.sent))


def _add_header(parent: Element, practice: Practice) -> None:
    header = add(parent, "header", **({} if practice.is_published else {"status": "deleted"}))
    add(header, "identifier", records.identifier_of(practice))
    add(header, "datestamp", stamp(practice.updated_at))
    for theme in practice.themes.all():
        add(header, "setSpec", f"{records.SET_PREFIX}{theme.slug}")


def _add_record(parent: Element, practice: Practice, prefix: str) -> None:
    record = add(parent, "record")
    _add_header(record, practice)
    if practice.is_published:
        add(record, "metadata").append(FORMATS[prefix].describe(practice))


def _existing(identifier: str) -> Practice:
    practice = records.find(identifier)
    if practice is None:
        raise ProtocolError("idDoesNotExist", "There is no such record.")
    return practice


def _require_format(prefix: str) -> None:
    if prefix not in FORMATS:
        raise ProtocolError("cannotDisseminateFormat", f"Choose one of: {', '.join(FORMATS)}.")


def now() -> str:
    return stamp(timezone.now())
