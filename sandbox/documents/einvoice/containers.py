"""Marks of a PDF/A-3 that carries a Factur-X: those that a mistake of ours could lose.

Not a validator of PDF/A: see docs/facturation-electronique.md.
"""

from collections.abc import Iterator
from io import BytesIO

import pikepdf
from lxml import etree

from sandbox.documents.einvoice.packing import FX, RDF, VALUES
from sandbox.documents.einvoice.reading import Unreadable, invoice_file, parse
from sandbox.documents.einvoice.results import Problem

PDFAID = "http://www.aiim.org/pdfa/ns/id/"
SCHEMA = "http://www.aiim.org/pdfa/ns/schema#"
_RELATIONS = (pikepdf.Name.Data, pikepdf.Name.Alternative, pikepdf.Name.Source)
_PROGRAMS = ("/FontFile", "/FontFile2", "/FontFile3")


def container_problems(pdf: bytes, level: str) -> list[Problem]:
    """What is missing in a PDF for it to be a Factur-X of this level."""
    try:
        with pikepdf.open(BytesIO(pdf)) as document:
            return [*_document(document), *_attachment(document), *_metadata(document, level)]
    except (pikepdf.PdfError, AttributeError, KeyError, TypeError, ValueError) as error:
        return [Problem("PDF-LECTURE", f"La structure du PDF ne se lit pas : {error}.")]


def _document(document: pikepdf.Pdf) -> Iterator[Problem]:
    root = document.Root
    if document.is_encrypted:
        yield Problem("PDF-CHIFFRE", "Un PDF/A-3 n’est jamais chiffré.")
    if not any(one.get("/S") == pikepdf.Name.GTS_PDFA1 for one in root.get("/OutputIntents", [])):
        yield Problem("PDF-COULEUR", "Le PDF ne dit pas son espace de couleurs (OutputIntent).")
    if "/OpenAction" in root and root.OpenAction.get("/S") == pikepdf.Name.JavaScript:
        yield Problem("PDF-SCRIPT", "Le PDF lance un script à l’ouverture.")
    if "/JavaScript" in root.get("/Names", {}):
        yield Problem("PDF-SCRIPT", "Le PDF contient un script.")
    if not all(map(_embedded, _font_descriptors(document))):
        yield Problem("PDF-POLICE", "Une police de caractères n’est pas incorporée.")


def _font_descriptors(document: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    for one in document.objects:
        if isinstance(one, pikepdf.Dictionary) and one.get("/Type") == pikepdf.Name.FontDescriptor:
            yield one


def _embedded(descriptor: pikepdf.Object) -> bool:
    return any(program in descriptor for program in _PROGRAMS)


def _attachment(document: pikepdf.Pdf) -> Iterator[Problem]:
    specification = invoice_file(document)
    if specification is None:
        return
    associated = [one.objgen for one in document.Root.get("/AF", pikepdf.Array())]
    if specification.objgen not in associated:
        yield Problem("PDF-AF", "La pièce jointe n’est pas associée au document (AF).")
    if specification.get("/AFRelationship") not in _RELATIONS:
        yield Problem("PDF-RELATION", "La pièce jointe ne dit pas son lien avec la facture.")
    stream = specification.EF.F
    if "/" not in str(stream.get("/Subtype", "")).removeprefix("/"):
        yield Problem("PDF-MIME", "La pièce jointe ne dit pas son type (text/xml).")
    if "/ModDate" not in stream.get("/Params", {}):
        yield Problem("PDF-DATE", "La pièce jointe ne dit pas sa date.")


def _metadata(document: pikepdf.Pdf, level: str) -> Iterator[Problem]:
    if "/Metadata" not in document.Root:
        yield Problem("PDF-XMP", "Le PDF n’a pas de métadonnées XMP.")
        return
    try:
        xmp = parse(document.Root.Metadata.read_bytes())
    except Unreadable:
        yield Problem("PDF-XMP", "Les métadonnées XMP du PDF ne se lisent pas.")
        return
    if _value(xmp, PDFAID, "part") != "3" or _value(xmp, PDFAID, "conformance") not in "ABU":
        yield Problem("PDF-PARTIE", "Le PDF ne se déclare pas PDF/A-3.")
    for name, wanted in {**VALUES, "ConformanceLevel": level}.items():
        if _value(xmp, FX, name) != wanted:
            sentence = f"La déclaration Factur-X « {name} » devrait dire « {wanted} »."
            yield Problem("PDF-FACTURX", sentence)
    if FX not in {one.text for one in xmp.iter(f"{{{SCHEMA}}}namespaceURI")}:
        yield Problem("PDF-EXTENSION", "Le schéma d’extension Factur-X n’est pas déclaré.")


def _value(xmp: etree._Element, namespace: str, name: str) -> str:
    """A property of the XMP, written as an element or as an attribute."""
    key = f"{{{namespace}}}{name}"
    for description in xmp.iter(f"{{{RDF}}}Description"):
        written = description.get(key) or description.findtext(key)
        if written:
            return str(written).strip()
    return "absent"
