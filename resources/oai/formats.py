"""A practice as metadata: Dublin Core, and NL-LOM in its IMS binding (NL-LOM, as Edurep harvests it)."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from resources.choices import Licence
from resources.models import Practice
from resources.oai.records import identifier_of
from resources.oai.xml import DC, LANGUAGE, LOM, OAI_DC, add, add_in, root
from resources.reading.citing import address_of
from schools.models import Sector

NO_LANGUAGE = "x-none"
LOM_SOURCE = "LOMv1.0"
CONTEXT = "http://purl.edustandaard.nl/vdex_context_czp_20060628.xml"
RESOURCE_TYPE = "http://purl.edustandaard.nl/vdex_learningresourcetype_czp_20060628.xml"
PURPOSE = "http://purl.edustandaard.nl/classification_purpose_nllom_20180530"
ACCESS = "http://purl.edustandaard.nl/classification_accessrights_nllom_20180530"
COPYRIGHT = "https://purl.edustandaard.nl/copyrightsandotherrestrictions_nllom_20180530"
CONCEPTS = "http://purl.edustandaard.nl/begrippenkader"
# Names and numbers of the Dutch framework of concepts (onderwijsbegrippenkader); it has none of ours for SO and HBO.
LEVELS: dict[str, tuple[str, str]] = {
    Sector.PO: ("512e4729-03a4-43a2-95ba-758071d1b725", "Primair onderwijs"),
    Sector.VO: ("2a1401e9-c223-493b-9b86-78f6993b1a8d", "Voortgezet onderwijs"),
    Sector.MBO: ("f3ac3fbb-5eae-49e0-8494-0a44855fff25", "Middelbaar beroepsonderwijs"),
}
CONTEXTS = {Sector.MBO: "BVE"}  # the others are called as we call them
LICENCES = {
    Licence.CC_BY: "cc-by-40",
    Licence.CC_BY_SA: "cc-by-sa-40",
    Licence.CC_BY_NC: "cc-by-nc-40",
    Licence.CC_BY_NC_SA: "cc-by-nc-sa-40",
    Licence.CC_ZERO: "cc0-10",
}


@dataclass(frozen=True)
class Format:
    namespace: str
    schema: str
    describe: Callable[[Practice], Element]


def dublin_core(practice: Practice) -> Element:
    """As `oai_dc`."""
    element = root(OAI_DC, "dc", "http://www.openarchives.org/OAI/2.0/oai_dc.xsd")
    facts: dict[str, Iterable[object]] = {
        "title": [practice.title],
        "creator": [person.name for person in practice.authors],
        "subject": _subjects(practice),
        "description": [practice.teaser],
        "publisher": ["Leernetwerk"],
        "contributor": [practice.school],
        "date": [practice.published_at.date().isoformat() if practice.published_at else ""],
        "type": ["Text"],
        "format": sorted({it.content_type for it in practice.materials.all() if it.content_type}),
        "identifier": [address_of(practice)],
        "language": ["nl"],
        "coverage": practice.year_labels,
        "rights": [practice.licence_facts.deed],
    }
    for name, texts in facts.items():
        add_in(element, DC, name, texts)
    return element


def nl_lom(practice: Practice) -> Element:
    """As NL-LOM."""
    element = root(LOM, "lom", "http://www.imsglobal.org/xsd/imsmd_v1p2p4.xsd")
    _general(add(element, "general"), practice)
    _lifecycle(add(element, "lifecycle"), practice)
    _metametadata(add(element, "metametadata"), practice)
    technical = add(element, "technical")
    add(technical, "format", "text/html")
    add(technical, "location", address_of(practice), type="URI")
    _educational(add(element, "educational"), practice)
    _rights(add(element, "rights"), practice)
    _classified(add(element, "classification"), "access rights", ACCESS, ("OpenAccess", "open toegang"))
    if level := LEVELS.get(practice.sector):
        _classified(add(element, "classification"), "educational level", CONCEPTS, level)
    return element


def _general(general: Element, practice: Practice) -> None:
    _langstring(add(general, "title"), practice.title)
    _identified(general, address_of(practice))
    add(general, "language", "nl")
    _langstring(add(general, "description"), practice.teaser)
    for subject in _subjects(practice) or ["praktijkvoorbeeld"]:  # NL-LOM wants one
        _langstring(add(general, "keyword"), subject)
    _vocabulary(add(general, "aggregationlevel"), LOM_SOURCE, "2")


def _lifecycle(lifecycle: Element, practice: Practice) -> None:
    _vocabulary(add(lifecycle, "status"), LOM_SOURCE, "final")
    authors = [("author", person.name) for person in practice.authors]
    for role, name in (*authors, ("publisher", "Leernetwerk")):
        contribute = add(lifecycle, "contribute")
        _vocabulary(add(contribute, "role"), LOM_SOURCE, role)
        card = f"BEGIN:VCARD\nVERSION:3.0\nFN:{_for_card(name)}\nN:{_for_card(name)}\nEND:VCARD"
        add(add(contribute, "centity"), "vcard", card)
        if practice.published_at and role == "publisher":
            add(add(contribute, "date"), "datetime", practice.published_at.date().isoformat())


def _metametadata(metametadata: Element, practice: Practice) -> None:
    """Of the description itself: its own identifier is the one by which it is harvested."""
    _identified(metametadata, identifier_of(practice))
    for name in ("LOMv1.0", "nl_lom_v1p0"):
        add(metametadata, "metadatascheme", name)
    add(metametadata, "language", "nl")


def _educational(educational: Element, practice: Practice) -> None:
    _vocabulary(add(educational, "learningresourcetype"), RESOURCE_TYPE, "informatiebron")
    for role in ("manager", "teacher"):
        _vocabulary(add(educational, "intendedenduserrole"), LOM_SOURCE, role)
    if practice.sector in Sector.values:
        context = CONTEXTS.get(Sector(practice.sector), practice.sector)
        _vocabulary(add(educational, "context"), CONTEXT, context)


def _rights(rights: Element, practice: Practice) -> None:
    _vocabulary(add(rights, "cost"), LOM_SOURCE, "no")
    _vocabulary(add(rights, "copyrightandotherrestrictions"), COPYRIGHT, LICENCES[practice.licence_facts])
    _langstring(add(rights, "description"), practice.licence_facts.deed, NO_LANGUAGE)


def _classified(classification: Element, purpose: str, source: str, taxon: tuple[str, str]) -> None:
    """taxon: number and name of the one place in this source."""
    _vocabulary(add(classification, "purpose"), PURPOSE, purpose)
    path = add(classification, "taxonpath")
    _langstring(add(path, "source"), source, NO_LANGUAGE)
    place = add(path, "taxon")
    add(place, "id", taxon[0])
    _langstring(add(place, "entry"), taxon[1])


def _identified(parent: Element, address: str) -> None:
    entry = add(parent, "catalogentry")
    add(entry, "catalog", "URI")
    _langstring(add(entry, "entry"), address, NO_LANGUAGE)


def _langstring(parent: Element, text: object, language: str = "nl") -> None:
    add(parent, "langstring", text).set(LANGUAGE, language)


def _vocabulary(parent: Element, source: str, value: str) -> None:
    _langstring(add(parent, "source"), source, NO_LANGUAGE)
    _langstring(add(parent, "value"), value, NO_LANGUAGE)


def _subjects(practice: Practice) -> list[str]:
    """Themes before keywords; what differs in capitals only is one."""
    found: dict[str, str] = {}
    for name in (*(theme.name for theme in practice.themes.all()), *(it.name for it in practice.tags.all())):
        found.setdefault(name.casefold(), name)
    return list(found.values())


def _for_card(name: str) -> str:
    """As vCard writes a text in one line (RFC 6350)."""
    line = " ".join(name.split())
    return line.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")


FORMATS = {
    "oai_dc": Format(OAI_DC, "http://www.openarchives.org/OAI/2.0/oai_dc.xsd", dublin_core),
    "nl_lom": Format(LOM, "http://www.imsglobal.org/xsd/imsmd_v1p2p4.xsd", nl_lom),
}
