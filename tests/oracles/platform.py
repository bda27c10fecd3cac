"""The law of e-invoices: roads, dates and fines."""

from sandbox.erp.platform import obligations
from sandbox.erp.platform.obligations import Form, Size
from sandbox.erp.platform.roads import Road
from tests.oracles.adapters import Inputs, answers, cents, day, money

SIZES = {"SME": Size.SMALL, "ETI": Size.LARGE}
SAID = {
    Form.FREE: "free (paper/PDF/e-invoice by choice)",
    Form.PLATFORM: "e-invoice through an approved platform",
    Form.REPORTING: "e-reporting",
}
RECEIVED = SAID | {Form.PLATFORM: "must be able to receive through an approved platform"}


def road(flow: str, country: str) -> Road:
    """The road of a sale of this kind."""
    if country != "FR":
        return Road.ABROAD
    return Road.CONSUMER if flow == "B2C" else Road.DOMESTIC


@answers("einvoice_decision")
def forms(given: Inputs) -> Inputs:
    return {
        "channel": [
            RECEIVED[obligations.received_as(day(on))]
            if flow == "receive"
            else SAID[obligations.issued_as(SIZES[size], road(flow, country), day(on))]
            for size, flow, country, on in given["cases_size_flow_country_date"]
        ]
    }


@answers("einvoice_fine")
def fines(given: Inputs) -> Inputs:
    return {"fine": [money(obligations.fine_off_platform(count)) for count in given["invoices"]]}


@answers("invoice_fines")
def mentions(given: Inputs) -> Inputs:
    fine = obligations.fine_for_mentions(given["missing_mentions"], cents(given["invoice_ttc"]))
    note = "15 EUR per mention, capped at one quarter of the invoice"
    return {"cgi_1737_II": money(fine), "note": note}
