"""What makes a PDF with an XML inside a Factur-X: the declaration in its XMP metadata."""

from io import BytesIO

import pikepdf
from lxml import etree

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
EXTENSION = "http://www.aiim.org/pdfa/ns/extension/"
SCHEMA = "http://www.aiim.org/pdfa/ns/schema#"
PROPERTY = "http://www.aiim.org/pdfa/ns/property#"
FX = "urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#"

VALUES = {
    "DocumentType": "INVOICE",
    "DocumentFileName": "factur-x.xml",
    "Version": "1.0",
    "ConformanceLevel": "EN 16931",
}
_MEANINGS = {
    "DocumentType": "Type of the hybrid document",
    "DocumentFileName": "Name of the embedded XML file",
    "Version": "Version of the XML schema",
    "ConformanceLevel": "Profile of the XML file",
}
_BAG = f".//{{{EXTENSION}}}schemas/{{{RDF}}}Bag"
_HEAD = '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'.encode()
_TAIL = b'<?xpacket end="r"?>'


def declare(pdf: bytes) -> bytes:
    """The same PDF, saying that it carries an invoice; the same bytes for the same PDF."""
    written = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as document:
        metadata = document.Root.Metadata
        metadata.write(_with_declaration(metadata.read_bytes()))
        document.save(written, deterministic_id=True, fix_metadata_version=False)
    return written.getvalue()


def _with_declaration(xmp: bytes) -> bytes:
    root = etree.fromstring(xmp, etree.XMLParser(resolve_entities=False, no_network=True))
    bag = root.find(_BAG)
    if bag is None:
        raise ValueError("the PDF declares no extension schema: it is not one of our own")
    # PDF/A allows one bag of extension schemas: ours joins those that are already there.
    bag.append(_schema())
    description = etree.SubElement(_descriptions(bag), f"{{{RDF}}}Description", nsmap={"fx": FX})
    description.set(f"{{{RDF}}}about", "")
    for name, value in VALUES.items():
        etree.SubElement(description, f"{{{FX}}}{name}").text = value
    return _HEAD + etree.tostring(root, encoding="utf-8") + _TAIL


def _descriptions(bag: etree._Element) -> etree._Element:
    return next(bag.iterancestors(f"{{{RDF}}}RDF"))


def _schema() -> etree._Element:
    schema = _resource(
        {"schema": "Factur-X PDFA Extension Schema", "namespaceURI": FX, "prefix": "fx"}
    )
    properties = etree.SubElement(schema, f"{{{SCHEMA}}}property")
    sequence = etree.SubElement(properties, f"{{{RDF}}}Seq")
    for name, meaning in _MEANINGS.items():
        said = {"name": name, "valueType": "Text", "category": "external", "description": meaning}
        sequence.append(_resource(said, PROPERTY))
    return schema


def _resource(values: dict[str, str], namespace: str = SCHEMA) -> etree._Element:
    item = etree.Element(f"{{{RDF}}}li")
    item.set(f"{{{RDF}}}parseType", "Resource")
    for name, value in values.items():
        etree.SubElement(item, f"{{{namespace}}}{name}").text = value
    return item
