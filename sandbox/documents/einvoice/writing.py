"""The three files of an invoice: CII and UBL through factur-x, Factur-X around the printed page.

Pure: the same snapshot gives the same bytes.
"""

import copy
import threading
from collections.abc import Callable

from facturx import generate_cii_xml, generate_ubl_xml

from sandbox.documents.einvoice.model import Terms, terms
from sandbox.documents.einvoice.packing import declare
from sandbox.documents.rendering import render
from sandbox.documents.snapshots import Bill, Snapshot

LEVEL = "en16931"
_lock = threading.Lock()


class Dropped(RuntimeError):
    """The writer left a term out: our model asked for more than the profile holds."""


def cii(bill: Bill) -> bytes:
    """An invoice or credit note in UN/CEFACT Cross Industry Invoice, the XML of Factur-X."""
    return _written(generate_cii_xml, terms(bill))


def ubl(bill: Bill) -> bytes:
    """An invoice in UBL 2.1 Invoice, a credit note in UBL 2.1 CreditNote."""
    return _written(generate_ubl_xml, terms(bill))


def facturx(bill: Bill) -> bytes:
    """The printed invoice (PDF/A-3a, PDF/UA-1) with its CII inside: Factur-X, profile EN 16931."""
    return declare(render(bill, cii(bill)))


def file_of(snapshot: Snapshot) -> bytes:
    """The file of any document: a Factur-X for an invoice or a credit note, else a plain PDF."""
    return facturx(snapshot) if isinstance(snapshot, Bill) else render(snapshot)


def _written(write: Callable[..., bytes], asked: Terms) -> bytes:
    # factur-x changes what it is given and its own tables, checks against a server of its own,
    # and only logs what it leaves out: hence the copy, the lock, the flags and the comparison.
    given = copy.deepcopy(asked)
    with _lock:
        xml = write(given, level=LEVEL, check_xsd=False, check_schematron=None)
    dropped = asked.keys() - given.keys()
    if dropped:
        raise Dropped(f"terms left out of the e-invoice: {', '.join(sorted(dropped))}")
    return xml
