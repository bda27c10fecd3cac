"""Legal information is looked up: what was read, and when, is kept."""

from sandbox.core.context import Context
from sandbox.crm.errors import UnknownLegalPage
from sandbox.crm.legal import PAGES
from sandbox.journal import record, use_case
from sandbox.journal.consulting import consulted_already
from sandbox.journal.payloads.legal import LegalPageConsulted

ABOUT = "legal"


@use_case(minutes=3, emits=(LegalPageConsulted,), refuses=(UnknownLegalPage,))
def consult_legal_page(ctx: Context, *, page: str) -> None:
    """Read a page of legal information by its code; read again within the hour, it is no news."""
    found = PAGES.get(page)
    if found is None:
        raise UnknownLegalPage(page=page)
    payload = LegalPageConsulted(page=found.code, body=found.body)
    if not consulted_already(ctx, payload.verb, ABOUT, payload):
        record(ctx, ABOUT, payload)
