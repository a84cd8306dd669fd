"""Elements of XML, with texts that XML can hold."""

import re
from collections.abc import Iterable
from xml.etree.ElementTree import Element, SubElement, register_namespace, tostring

OAI = "http://www.openarchives.org/OAI/2.0/"
OAI_DC = "http://www.openarchives.org/OAI/2.0/oai_dc/"
DC = "http://purl.org/dc/elements/1.1/"
LOM = "http://www.imsglobal.org/xsd/imsmd_v1p2"
SCHEMA_LOCATION = "{http://www.w3.org/2001/XMLSchema-instance}schemaLocation"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
UNFIT = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

for _prefix, _uri in (("oai_dc", OAI_DC), ("dc", DC), ("", OAI), ("xsi", "http://www.w3.org/2001/XMLSchema-instance")):
    register_namespace(_prefix, _uri)
register_namespace("lom", LOM)


def root(namespace: str, name: str, schema: str) -> Element:
    """An element that says where its schema is."""
    return Element(f"{{{namespace}}}{name}", {SCHEMA_LOCATION: f"{namespace} {schema}"})


def add(parent: Element, name: str, text: object = "", **attributes: str) -> Element:
    """A child in the parent's namespace."""
    namespace = parent.tag.partition("}")[0]
    return _filled(SubElement(parent, f"{namespace}}}{name}", attributes), text)


def add_in(parent: Element, namespace: str, name: str, texts: Iterable[object]) -> None:
    """One child in another namespace for each text that is not empty."""
    for text in filter(None, texts):
        _filled(SubElement(parent, f"{{{namespace}}}{name}"), text)


def written(element: Element) -> bytes:
    return b'<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(element, encoding="utf-8")


def _filled(element: Element, text: object) -> Element:
    if text not in ("", None):
        element.text = UNFIT.sub("", str(text))
    return element
