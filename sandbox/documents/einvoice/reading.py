"""Reading a file that somebody hands in: nothing in it is trusted, and a refusal says why."""

import re
import zlib
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import pikepdf
from lxml import etree
from pypdf import PdfReader

from sandbox.documents.einvoice.codes import FILE_NAME
from sandbox.documents.einvoice.profiles import (
    CII,
    UBL_CREDIT_NOTE,
    UBL_INVOICE,
    Profile,
    profile,
)

MAX_BYTES = 20_000_000
# Some three thousand lines: beyond, the official rules would take minutes.
MAX_XML_BYTES = 5_000_000
MAX_PAGES = 200
_TOO_LARGE = "Ce fichier dépasse {limit} Mo : il n’est pas lu."
_GUIDELINES = {
    CII: "{*}ExchangedDocumentContext/{*}GuidelineSpecifiedDocumentContextParameter/{*}ID",
    UBL_INVOICE: "{*}CustomizationID",
    UBL_CREDIT_NOTE: "{*}CustomizationID",
}
_DECLARATIONS = re.compile(rb"<!(DOCTYPE|ENTITY)", re.IGNORECASE)


class Unreadable(ValueError):
    """A file from which no invoice can be read; the message is a French sentence."""


@dataclass(frozen=True, slots=True)
class Received:
    """An invoice read from a file: `pdf` is the page around it, when it is a Factur-X."""

    root: etree._Element
    profile: Profile
    pdf: bytes | None = None

    @property
    def form(self) -> str:
        """Factur-X, CII or UBL."""
        if self.pdf is not None:
            return "Factur-X"
        return "CII" if etree.QName(self.root).namespace == CII else "UBL"


def load(path: Path) -> bytes:
    """The bytes of a file; raises Unreadable when it is missing or too large to be an invoice."""
    try:
        _bounded(path.stat().st_size, MAX_BYTES)
        return path.read_bytes()
    except OSError as error:
        raise Unreadable(f"Ce fichier ne s’ouvre pas : {error.strerror}.") from error


def read(data: bytes) -> Received:
    """The invoice in a file, XML or PDF; raises Unreadable with a French sentence."""
    _bounded(len(data), MAX_BYTES)
    if not data.strip():
        raise Unreadable("Ce fichier est vide.")
    if b"%PDF-" not in data[:1024]:
        _bounded(len(data), MAX_XML_BYTES)
        return _recognised(parse(data), None)
    received = _recognised(parse(attached(data)), data)
    if not received.profile.level:
        raise Unreadable(f"Le profil {received.profile.name} n’est pas permis dans un Factur-X.")
    return received


def parse(xml: bytes) -> etree._Element:
    """The root of an XML document without DOCTYPE nor entity; raises Unreadable."""
    if _DECLARATIONS.search(xml):
        raise Unreadable("Ce fichier XML porte un DOCTYPE ou une entité : il est refusé.")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    try:
        root = etree.fromstring(xml, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise Unreadable(f"Ce fichier n’est pas un XML lisible : {error}.") from error
    # Said again after reading: another encoding may have hidden it from the first look.
    if root.getroottree().docinfo.internalDTD is not None:
        raise Unreadable("Ce fichier XML porte un DOCTYPE ou une entité : il est refusé.")
    return root


def attached(pdf: bytes) -> bytes:
    """The `factur-x.xml` that a PDF carries; raises Unreadable."""
    try:
        with pikepdf.open(BytesIO(pdf)) as document:
            found = invoice_file(document)
            if found is None:
                raise Unreadable("Ce PDF ne porte pas de fichier factur-x.xml : pas de facture.")
            return _unpacked(found.EF.F)
    except pikepdf.PasswordError as error:
        raise Unreadable("Ce PDF est protégé par un mot de passe.") from error
    except (pikepdf.PdfError, zlib.error, AttributeError, KeyError, TypeError) as error:
        raise Unreadable("Ce PDF est abîmé : sa pièce jointe ne se lit pas.") from error


def invoice_file(document: pikepdf.Pdf) -> pikepdf.Object | None:
    """The file specification named `factur-x.xml`: its own name counts, not that of its entry."""
    files = (item.obj for item in document.attachments.values())
    return next((one for one in files if str(one.get("/UF", one.get("/F"))) == FILE_NAME), None)


def text_of(pdf: bytes) -> str:
    """The text of a PDF, page after page; raises Unreadable."""
    try:
        pages = PdfReader(BytesIO(pdf)).pages
        if len(pages) > MAX_PAGES:
            raise Unreadable(f"Ce PDF dépasse {MAX_PAGES} pages : son texte n’est pas lu.")
        return "\n".join(page.extract_text() for page in pages)
    except Unreadable:
        raise
    # A hostile PDF may break its reader in any way.
    except Exception as error:
        raise Unreadable("Le texte de ce PDF ne se lit pas.") from error


def _bounded(size: int, limit: int) -> None:
    if size > limit:
        raise Unreadable(_TOO_LARGE.format(limit=limit // 1_000_000))


def _recognised(root: etree._Element, pdf: bytes | None) -> Received:
    namespace = etree.QName(root).namespace or ""
    if namespace not in _GUIDELINES or (pdf is not None and namespace != CII):
        raise Unreadable("Ce fichier XML n’est ni une facture CII ni une facture UBL.")
    guideline = (root.findtext(_GUIDELINES[namespace]) or "").strip()
    found = profile(namespace, guideline)
    if found is None:
        raise Unreadable(f"Le profil « {guideline} » n’est pas de ceux que la France retient.")
    return Received(root, found, pdf)


def _unpacked(stream: pikepdf.Object) -> bytes:
    """The bytes of an embedded file; a little file may unpack to gigabytes, so it is bounded."""
    raw = stream.read_raw_bytes()
    kinds = stream.get("/Filter")
    if kinds is None:
        _bounded(len(raw), MAX_XML_BYTES)
        return raw
    if kinds not in (pikepdf.Name.FlateDecode, pikepdf.Array([pikepdf.Name.FlateDecode])):
        raise Unreadable("La pièce jointe de ce PDF est comprimée d’une façon inattendue.")
    unpacked = zlib.decompressobj().decompress(raw, MAX_XML_BYTES + 1)
    _bounded(len(unpacked), MAX_XML_BYTES)
    return unpacked
