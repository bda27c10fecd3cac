"""The law of e-invoices: roads, dates and fines."""

from sandbox.erp.platform import obligations
from sandbox.erp.platform.obligations import Channel, Flow, Size
from tests.oracles.adapters import Inputs, answers, cents, day, money

SIZES = {"SME": Size.SMALL, "ETI": Size.LARGE}
FLOWS = {"B2B": Flow.BUSINESS, "B2C": Flow.CONSUMER, "receive": Flow.RECEIVE}
SAID = {
    Channel.FREE: "free (paper/PDF/e-invoice by choice)",
    Channel.PLATFORM: "e-invoice through an approved platform",
    Channel.REPORTING: "e-reporting",
    Channel.MUST_RECEIVE: "must be able to receive through an approved platform",
}


@answers("einvoice_decision")
def roads(given: Inputs) -> Inputs:
    found = [
        obligations.channel(SIZES[size], FLOWS[flow], country, day(on))
        for size, flow, country, on in given["cases_size_flow_country_date"]
    ]
    return {"channel": [SAID[road] for road in found]}


@answers("einvoice_fine")
def fines(given: Inputs) -> Inputs:
    return {"fine": [money(obligations.fine_off_platform(count)) for count in given["invoices"]]}


@answers("invoice_fines")
def mentions(given: Inputs) -> Inputs:
    fine = obligations.fine_for_mentions(given["missing_mentions"], cents(given["invoice_ttc"]))
    note = "15 EUR per mention, capped at one quarter of the invoice"
    return {"cgi_1737_II": money(fine), "note": note}
