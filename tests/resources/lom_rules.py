"""What NL-LOM asks of a description in the binding IMS MD 1.2.4, as far as we use it; `problems_of` tells.

By the public documentation: the fields of NL-LOM (wiki.surfnet.nl/display/nllom), what Edurep asks for
(developers.wiki.kennisnet.nl, Edurep:Metadata) and the order of elements in the binding.
"""

import re
from xml.etree.ElementTree import Element

LOM = "{http://www.imsglobal.org/xsd/imsmd_v1p2}"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
PURL = r"https?://purl\.edustandaard\.nl/"

# Children in their order: once, ? not always, * any number, + one or more.
ORDER = {
    "lom": "general lifecycle metametadata technical educational rights relation* annotation* classification+",
    "general": "title catalogentry+ language+ description+ keyword+ coverage* structure? aggregationlevel",
    "catalogentry": "catalog entry",
    "lifecycle": "version? status? contribute+",
    "contribute": "role centity+ date?",
    "centity": "vcard",
    "date": "datetime? description?",
    "metametadata": "catalogentry+ contribute* metadatascheme+ language?",
    "technical": "format+ size? location+",
    "educational": "learningresourcetype+ intendedenduserrole+ context* typicalagerange*",
    "rights": "cost copyrightandotherrestrictions description?",
    "classification": "purpose taxonpath+ description? keyword*",
    "taxonpath": "source taxon+",
    "taxon": "id entry",
}
TERMS = {
    "aggregationlevel": ("LOMv1.0", "1 2 3 4"),
    "status": ("LOMv1.0", "draft final revised unavailable"),
    "role": ("LOMv1.0", "author publisher unknown editor validator"),
    "learningresourcetype": (PURL + r"vdex_learningresourcetype_czp_20060628\.xml", "informatiebron"),
    "intendedenduserrole": ("LOMv1.0", "teacher author learner manager"),
    "context": (PURL + r"vdex_context_czp_20060628\.xml", "VVE PO SBaO SO VO BVE HBO WO"),
    "cost": ("LOMv1.0", "yes no"),
    "copyrightandotherrestrictions": (
        PURL + "copyrightsandotherrestrictions_nllom_20180530",
        "cc-by-40 cc-by-sa-40 cc-by-nc-40 cc-by-nc-sa-40 cc0-10",
    ),
    "purpose": (PURL + "classification_purpose_nllom_20180530", "discipline|access rights|educational level"),
}
ACCESS = PURL + "classification_accessrights_nllom_20180530"
SCHEMES = ["LOMv1.0", "nl_lom_v1p0"]
IN_WORDS = {"title", "entry", "description", "keyword", "coverage", "structure", "version", "source", "value"}
CARD = re.compile(r"BEGIN:VCARD\nVERSION:3\.0\nFN:[^\n]+\nN:[^\n]+\nEND:VCARD")
A_DAY = re.compile(r"\d{4}-\d\d-\d\d")
AN_ADDRESS = re.compile(r"(https?|oai|urn):\S+")


def problems_of(lom: Element) -> list[str]:
    """One sentence for each rule that is broken."""
    return [*_of_order(lom), *_of_terms(lom), *_of_words(lom), *_of_facts(lom)]


def _of_order(lom):
    for element in lom.iter():
        name = _name(element)
        if name in ORDER or name in TERMS:
            children = "".join(f"{_name(child)} " for child in element)
            wanted = ORDER.get(name, "source value")
            pattern = re.sub(r"(\w+)([?*+]?) ?", r"(?:\1 )\2", wanted)
            if not re.fullmatch(pattern, children):
                yield f"{name} has “{children}”, and should have “{wanted}”"


def _of_terms(lom):
    for name, (source, values) in TERMS.items():
        allowed = values.split("|") if "|" in values else values.split()
        for element in lom.iter(LOM + name):
            told = [_text(element, part) for part in ("source", "value")]
            if not re.fullmatch(source, told[0] or "") or told[1] not in allowed:
                yield f"{name} is {told}"


def _of_words(lom):
    for element in lom.iter():
        children = list(element)
        if _name(element) in IN_WORDS and any(_name(child) != "langstring" for child in children or [element]):
            yield f"{_name(element)} has no langstring"
        if _name(element) == "langstring" and not (element.get(LANGUAGE) and (element.text or "").strip()):
            yield "a langstring without a language or words"
        if not children and not (element.text or "").strip():
            yield f"{_name(element)} is empty"


def _of_facts(lom):
    schemes = [it.text for it in lom.iterfind(f"{LOM}metametadata/{LOM}metadatascheme")]
    if schemes != SCHEMES:
        yield f"metadatascheme is {schemes}"
    for card in lom.iter(f"{LOM}vcard"):
        if not CARD.fullmatch(card.text or ""):
            yield f"a card is {card.text!r}"
    for day in lom.iter(f"{LOM}datetime"):
        if not A_DAY.fullmatch(day.text or ""):
            yield f"a day is {day.text!r}"
    for path in ("general/catalogentry/entry/langstring", "metametadata/catalogentry/entry/langstring"):
        if not AN_ADDRESS.fullmatch(_text(lom, *path.split("/")[:-1])):
            yield f"{path} is no address"
    if "publisher" not in [_text(it, "role", "value") for it in lom.iter(f"{LOM}contribute")]:
        yield "no publisher"
    access = [it for it in lom.iter(f"{LOM}classification") if _text(it, "purpose", "value") == "access rights"]
    if len(access) != 1 or not re.fullmatch(ACCESS, _text(access[0], "taxonpath", "source")):
        yield "the access rights are not told"


def _name(element):
    return element.tag.removeprefix(LOM)


def _text(element, *path):
    """The words at the end of this path; empty when there is none."""
    return element.findtext("/".join(LOM + part for part in (*path, "langstring")), default="")
