"""Controls that no official Schematron does, on the terms read back from the file."""

from collections.abc import Iterator
from typing import Any

from facturx import parse_ubl_cii_xml
from lxml import etree

from sandbox.core.identifiers import is_iban, is_siren, is_siret, is_vat_fr
from sandbox.core.vat import FRENCH_FOR_VAT
from sandbox.documents.einvoice import codes
from sandbox.documents.einvoice.model import FRAMES, Terms
from sandbox.documents.einvoice.results import Problem
from sandbox.documents.einvoice.vat import EXEMPTION_CODES

SELLER, CUSTOMER = "BG-4", "BG-7"
_WHO = {SELLER: "du vendeur", CUSTOMER: "du client"}
_BUSINESS = "B2B"
_DEBITS = "les débits"


def read_terms(root: etree._Element) -> Terms:
    """EN 16931 terms of a document, in CII or UBL alike; raises ValueError when it cannot be."""
    try:
        found: Terms = parse_ubl_cii_xml(root, check_xsd=False)
    # factur-x raises whatever a strange document causes.
    except Exception as error:
        raise ValueError("Les termes de cette facture ne se lisent pas.") from error
    return found


def house_problems(terms: Terms) -> list[Problem]:
    """What is wrong in an invoice, and no official file would say."""
    rules = (_processing, _identifiers, _delivery, _nature, _debits, _exemptions)
    return [problem for rule in rules for problem in rule(terms)]


def notes_of(terms: Terms, code: str) -> list[str]:
    """Texts of the notes under a code (BT-21)."""
    return [note.get("BT-22", "") for note in terms.get("BG-1", ()) if note.get("BT-21") == code]


def _party(terms: Terms, group: str) -> dict[str, Any]:
    party: dict[str, Any] = terms.get(group) or {}
    return party


def _french(terms: Terms, group: str) -> bool:
    return _party(terms, group).get("country_code") in FRENCH_FOR_VAT


def _processing(terms: Terms) -> Iterator[Problem]:
    """The official rules on the customer's SIREN sleep until the note BAR says « B2B »."""
    said = notes_of(terms, codes.PROCESSING)
    if not said:
        yield Problem("C-BAR", "La note BAR manque : elle dit le traitement (B2B, B2BINT, B2C…).")
    domestic = _french(terms, SELLER) and _french(terms, CUSTOMER)
    if _BUSINESS in said and not domestic:
        yield Problem(
            "C-BAR", "La note BAR dit « B2B », mais l’une des parties n’est pas en France."
        )
    if "B2BINT" in said and domestic:
        yield Problem("C-BAR", "La note BAR dit « B2BINT », mais les deux parties sont en France.")
    if _BUSINESS in said and not _siren(_party(terms, CUSTOMER)):
        sentence = "Le SIREN du client manque : il est obligatoire entre entreprises françaises."
        yield Problem("C-SIREN-CLIENT", sentence)


def _siren(party: dict[str, Any]) -> str:
    known = party.get("legal_identifier_schemeid") == codes.SIREN
    return str(party.get("legal_identifier", "")) if known else ""


def _identifiers(terms: Terms) -> Iterator[Problem]:
    for group, who in _WHO.items():
        party = _party(terms, group)
        siren, siret = _siren(party), (party.get("identifiers") or {}).get(codes.SIRET, "")
        vat = str(party.get("vat_identifier", "")).replace(" ", "")
        if siren and not is_siren(siren):
            yield Problem("C-SIREN", f"Le SIREN {who} « {siren} » est faux (clé de Luhn).")
        if siret and not is_siret(siret):
            yield Problem("C-SIRET", f"Le SIRET {who} « {siret} » est faux (clé de Luhn).")
        if vat.startswith("FR") and not is_vat_fr(vat):
            yield Problem("C-TVA", f"Le numéro de TVA {who} « {vat} » est faux (clé).")
        if siren and vat.startswith("FR") and not vat.endswith(siren):
            yield Problem(
                "C-TVA", f"Le numéro de TVA {who} « {vat} » n’est pas celui de son SIREN."
            )
    account = str(terms.get("BT-84", ""))
    if account and not is_iban(account):
        yield Problem("C-IBAN", f"L’IBAN « {account} » est faux (clé).")


def _delivery(terms: Terms) -> Iterator[Problem]:
    """Goods go somewhere: due when it is not the customer's own address (ours always says it)."""
    place = _party(terms, "BG-13")
    if _frame(terms) in (FRAMES["goods"], FRAMES["mixed"]) and not (
        place.get("city") and place.get("country_code")
    ):
        yield Problem("C-LIVRAISON", "L’adresse de livraison des biens manque (BG-13).")


def _frame(terms: Terms) -> str:
    return str(terms.get("BT-23", ""))[:1]


def _nature(terms: Terms) -> Iterator[Problem]:
    """The category of the operation (BT-23) against the nature that each line says."""
    names = {label: nature for nature, label in codes.NATURES.items()}
    attributes = [one for line in terms.get("BG-25", ()) for one in line.get("BG-32", ())]
    said = {
        names.get(one.get("BT-161", ""), "")
        for one in attributes
        if one.get("BT-160") == codes.NATURE
    }
    wanted = FRAMES["mixed"] if len(said) > 1 else FRAMES.get(next(iter(said), ""), "")
    if wanted and wanted != _frame(terms) and (said_by_all(terms) or _frame(terms) != "M"):
        sentence = (
            f"La facture se dit « {_frame(terms)} » (biens B, services S, mixte M), "
            f"mais ses lignes font d’elle une facture « {wanted} »."
        )
        yield Problem("C-NATURE", sentence)


def said_by_all(terms: Terms) -> bool:
    """Whether every line says its nature: otherwise a silent line may make the invoice mixed."""
    lines = terms.get("BG-25", ())
    return all(
        any(one.get("BT-160") == codes.NATURE for one in line.get("BG-32", ())) for line in lines
    )


def _debits(terms: Terms) -> Iterator[Problem]:
    texts = [note.get("BT-22", "") for note in terms.get("BG-1", ())]
    mentioned = any(_DEBITS in text for text in texts)
    if terms.get("BT-8") == "invoice":
        if _frame(terms) == FRAMES["goods"]:
            yield Problem(
                "C-DEBITS", "La TVA sur les débits ne concerne pas les livraisons de biens."
            )
        if not mentioned:
            yield Problem("C-DEBITS", "La mention de l’option pour la TVA sur les débits manque.")
    elif mentioned:
        yield Problem("C-DEBITS", "L’option pour les débits est dite, mais BT-8 ne la porte pas.")


def _exemptions(terms: Terms) -> Iterator[Problem]:
    """The invoice says in words why it bears no VAT (CGI ann. II 242 nonies A, I-12° and 13°)."""
    for row in terms.get("BG-23", ()):
        if row.get("BT-118") in ("E", *EXEMPTION_CODES) and not row.get("BT-120"):
            category = row.get("BT-118")
            sentence = f"La mention qui justifie l’absence de TVA manque (catégorie {category})."
            yield Problem("C-EXONERATION", sentence)
