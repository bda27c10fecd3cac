"""English words for our customers abroad: what the rows say in French, said again for them."""

from datetime import date

from sandbox.core.money import format_rate, format_unit_price
from sandbox.core.terms import PaymentTerm, payment_term
from sandbox.core.units import Cents
from sandbox.documents.mentions import in_english
from sandbox.erp.comparison import Row, compare
from sandbox.erp.models import Order

COUNTRIES = {
    "AT": "Austria",
    "BE": "Belgium",
    "CA": "Canada",
    "CH": "Switzerland",
    "DE": "Germany",
    "DK": "Denmark",
    "ES": "Spain",
    "FR": "France",
    "GB": "United Kingdom",
    "IE": "Ireland",
    "IT": "Italy",
    "LU": "Luxembourg",
    "MC": "Monaco",
    "NL": "Netherlands",
    "PL": "Poland",
    "PT": "Portugal",
    "SE": "Sweden",
    "US": "United States",
}
UNITS = {
    "boîte": "box",
    "carton": "carton",
    "forfait": "flat rate",
    "heure": "hour",
    "jour": "day",
    "lot": "set",
    "paire": "pair",
    "palette": "pallet",
    "pièce": "piece",
    "poste": "workstation",
}
TERMS = {
    PaymentTerm.NET_30: "30 days net",
    PaymentTerm.NET_60: "60 days net",
    PaymentTerm.EOM_30: "30 days, end of month",
    PaymentTerm.EOM_30_10: "30 days, end of month, on the 10th",
    PaymentTerm.EOM_45_A: "45 days, then end of month",
    PaymentTerm.EOM_45_B: "End of month, then 45 days",
    PaymentTerm.ON_RECEIPT: "On receipt of invoice",
    PaymentTerm.PREPAID: "Payment with order",
}
PACKAGING = {"carton": "Recycled carton", "crate": "Reusable crate", "pallet": "Returnable pallet"}
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
CARD = "Card"
CAPPED = "45 days from invoice date, by bank transfer."
PAID_ONLINE = "Paid online, by card."
TRANSFER = "Bank transfer"
SALES_DESK = "Sales department"
CANCELS = "Cancels the sum due on the invoice."
OFF_INVOICE = "Deducted from the invoice."
ADVANCE = "Deposit on order, part at {rate:g}% VAT"
CREDIT_LEFT = "{amount} to be set against a later invoice, or refunded on request."
DEPOSIT_OF = "Deposit: {packaging}"
LENT = "Deposit on packaging to be returned: outside the VAT base, exempt until its return."


def terms(code: str) -> str:
    """When and how to pay; raises ValueError for an unknown code."""
    return f"{TERMS[payment_term(code)]}, by bank transfer."


def delivery(carriage: Cents, wanted_on: date | None, *, promised: bool) -> str:
    """When goods come and who pays for it."""
    paid = "carriage extra" if carriage else "carriage paid"
    if wanted_on is None:
        return f"Delivered to your address, {paid}."
    word = "promised" if promised else "requested"
    return f"Delivery {word} on {day(wanted_on)}, {paid}."


def expected(arrives_on: date) -> str:
    """When goods on the road should be there."""
    return f"Expected on {day(arrives_on)}."


def day(on: date) -> str:
    """« 3 December 2026 »: figures alone would be read in two ways."""
    return f"{on.day} {MONTHS[on.month - 1]} {on.year}"


def differences(order: Order) -> tuple[str, ...]:
    """What differs between an order and its quote, one sentence each; raises NoQuote."""
    found = compare(order)
    said = [_difference(code, row) for row in found.rows for code in row.codes]
    if found.date_differs and found.quote_date and found.order_date:
        said.append(f"Delivery: quote {day(found.quote_date)}, order {day(found.order_date)}")
    return tuple(said)


def _difference(code: str, row: Row) -> str:
    head, before, after = f"{row.product} {row.label}", row.quote, row.order
    if before is None:
        return f"{head}: not in the quote"
    if after is None:
        return f"{head}: in the quote, not in the order"
    values = {
        "quantity": ("quantity", str(before.quantity), str(after.quantity)),
        "price": (
            "unit price excl. VAT",
            format_unit_price(before.unit_price),
            format_unit_price(after.unit_price),
        ),
        "discount": ("discount", format_rate(before.discount), format_rate(after.discount)),
    }
    what, offered, asked = values[code.partition(":")[0]]
    return f"{head}: {what}, quote {in_english(offered)}, order {in_english(asked)}"
