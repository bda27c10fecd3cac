"""One model for the three files: an issued invoice or credit note by EN 16931 terms (BT, BG)."""

import unicodedata
from typing import Any

from sandbox.core.money import divide_half_up
from sandbox.core.pricing import PRICE_UNITS_PER_CENT, equivalent_discount
from sandbox.core.units import Cents, UnitPrice
from sandbox.documents.einvoice import codes
from sandbox.documents.einvoice.notes import notes
from sandbox.documents.einvoice.vat import (
    Adjustment,
    allowances,
    carriage,
    exemption,
    key_of_line,
    key_of_row,
)
from sandbox.documents.parts import Address, Line, Party, VatRow
from sandbox.documents.snapshots import Bill, CreditNote, Invoice

Terms = dict[str, Any]
FRAMES = {"goods": "B", "services": "S", "mixed": "M"}
SHIPPED_ON = {"fr": "Bon de livraison", "en": "Delivery note"}
NORMAL, AFTER_DEPOSIT = "1", "4"


def terms(bill: Bill) -> Terms:
    """The terms of an invoice, amounts as decimal text; raises ValueError on an unknown country."""
    # Amounts are text from integers: a float would lose cents, and factur-x refuses Decimal.
    found: Terms = {
        "BT-1": bill.reference,
        "BT-2": bill.issued_on,
        "BT-5": codes.CURRENCY,
        "BT-23": FRAMES[bill.supply] + (AFTER_DEPOSIT if bill.totals.deposit else NORMAL),
        "BT-24": codes.GUIDELINE,
        "BG-1": [_note(code, said) for code, said in notes(bill)],
        "BG-4": _party(bill.seller),
        "BG-7": _party(bill.customer),
        "BG-13": _delivery(bill),
        "BG-20": [_adjustment(part) for part in allowances(bill)],
        "BG-21": [{**_adjustment(part), "reason_code": "FC"} for part in carriage(bill)],
        "BG-23": [_vat_row(bill, row) for row in bill.totals.vat_rows],
        "BG-25": [_line(bill, number, line) for number, line in enumerate(bill.lines, start=1)],
        **_totals(bill),
    }
    if bill.vat_on_debits:
        found["BT-8"] = "invoice"
    found |= _of_invoice(bill) if isinstance(bill, Invoice) else {}
    found |= _of_credit_note(bill) if isinstance(bill, CreditNote) else {}
    clean: Terms = _legible({key: value for key, value in found.items() if value})
    return clean


def decimal(value: int, places: int, least: int) -> str:
    """« 12.50 » from 1250 and two places; zeros beyond the `least` decimals are left out."""
    whole, part = divmod(abs(value), 10**places)
    digits = f"{part:0{places}d}"
    digits = digits[:least] + digits[least:].rstrip("0")
    return f"{'-' if value < 0 else ''}{whole}{'.' if digits else ''}{digits}"


def _euros(cents: Cents) -> str:
    return decimal(cents, 2, 2)


def _note(code: str, said: str) -> Terms:
    return {"BT-21": code, "BT-22": said} if code else {"BT-22": said}


def _of_invoice(invoice: Invoice) -> Terms:
    means = codes.means_code(invoice.payment_means, account=bool(invoice.seller.iban))
    transfer = means in codes.TRANSFERS
    return {
        "BT-3": codes.DEPOSIT_INVOICE if invoice.is_deposit else codes.INVOICE,
        "BT-9": invoice.due_on,
        "BT-13": invoice.customer_reference,
        "BT-14": invoice.order_reference,
        "BT-16": ", ".join(invoice.delivery_references),
        "BT-20": invoice.payment_terms,
        # A deposit is asked before anything leaves: it has no day of delivery.
        "BT-72": None if invoice.is_deposit else invoice.supplied_on,
        # The period that a periodic invoice covers.
        "BT-73": invoice.supplied_from,
        "BT-74": invoice.supplied_on if invoice.supplied_from else None,
        "BT-81": means,
        "BT-82": invoice.payment_means,
        "BT-83": invoice.reference,
        "BT-84": invoice.seller.iban if transfer else "",
        "BT-85": invoice.seller.name if transfer else "",
        "BT-86": invoice.seller.bic if transfer else "",
        "BG-3": [
            {"BT-25": prior.reference, "BT-26": prior.issued_on}
            for prior in (*invoice.deposits, *invoice.replaces[:1])
        ],
    }


def _of_credit_note(note: CreditNote) -> Terms:
    return {
        "BT-3": codes.CREDIT_NOTE,
        "BT-72": note.supplied_on,
        "BG-3": [{"BT-25": note.invoice_reference, "BT-26": note.invoice_issued_on}],
    }


def _party(party: Party) -> Terms:
    address, scheme = _electronic_address(party)
    found = {
        "name": party.name,
        "identifiers": {codes.SIRET: party.siret} if party.siret else {},
        "legal_identifier": party.siren,
        "legal_identifier_schemeid": codes.SIREN if party.siren else "",
        "vat_identifier": party.vat_number,
        "einvoicing_addr": address,
        "einvoicing_addr_schemeid": scheme,
        "contacts": _contacts(party),
        **_place(party),
    }
    return {key: value for key, value in found.items() if value}


def _contacts(party: Party) -> list[Terms]:
    contact = {"name": party.contact, "phone": party.phone, "email": party.email}
    return (
        [{key: value for key, value in contact.items() if value}] if any(contact.values()) else []
    )


def _electronic_address(party: Party) -> tuple[str, str]:
    """Where the platform finds a party: its own address, its SIREN, else its e-mail."""
    if party.platform_address or party.siren:
        return party.platform_address or party.siren, codes.PLATFORM
    return (party.email, codes.EMAIL) if party.email else ("", "")


def _delivery(bill: Bill) -> Terms:
    """Where the goods went: the customer's own address when no other is given."""
    if bill.supply == "services" and bill.delivery_address is None:
        return {}
    place = bill.delivery_address or bill.customer
    return {"name": place.name, **_place(place)}


def _place(place: Party | Address) -> Terms:
    return {
        "addr_l1": place.street,
        "postcode": place.postcode,
        "city": place.town,
        "country_code": codes.country_code(place.country),
    }


def _adjustment(part: Adjustment) -> Terms:
    return {
        "amount": _euros(part.amount),
        "reason": part.label,
        "vat_category_code": part.key.category,
        "vat_rate": decimal(part.key.rate, 2, 2),
    }


def _vat_row(bill: Bill, row: VatRow) -> Terms:
    reason, code = exemption(bill, row)
    found = {
        "BT-116": _euros(row.base),
        "BT-117": _euros(row.vat),
        "BT-118": key_of_row(bill, row).category,
        "BT-119": decimal(row.rate, 2, 2),
        "BT-120": reason,
        "BT-121": code,
    }
    return {key: value for key, value in found.items() if value}


def _line(bill: Bill, number: int, line: Line) -> Terms:
    key = key_of_line(bill, line)
    found = {
        "BT-126": str(number),
        "BT-127-00": [{"BT-127": f"{SHIPPED_ON[bill.language]} {line.delivery}"}]
        if line.delivery
        else [],
        "BT-129": str(line.quantity),
        "BT-130": codes.unit_code(line.unit),
        "BT-131": _euros(line.net + (line.eco or 0)),
        "BT-146": decimal(line.unit_price, 4, 2),
        "BT-151": key.category,
        "BT-152": decimal(key.rate, 2, 2),
        "BT-153": line.label,
        "BT-155": line.reference,
        "BG-27": _line_discount(line),
        "BG-28": _line_eco(line),
        "BG-32": [{"BT-160": codes.NATURE, "BT-161": codes.NATURES[line.supply]}]
        if line.supply
        else [],
    }
    return {name: value for name, value in found.items() if value}


def _line_discount(line: Line) -> list[Terms]:
    """The discount of a line, so that quantity x price - discount + eco is its net, to the cent."""
    before = _gross(line.quantity, line.unit_price)
    if before == line.net:
        return []
    rate = equivalent_discount(line.discount_rate, *line.further_discounts)
    return [
        {
            "amount": _euros(before - line.net),
            "base_amount": _euros(before),
            "rate": decimal(rate, 2, 2),
            "reason": "Remise",
        }
    ]


def _gross(quantity: int, unit_price: UnitPrice) -> Cents:
    return divide_half_up(quantity * unit_price, PRICE_UNITS_PER_CENT)


def _line_eco(line: Line) -> list[Terms]:
    """The eco-contribution is a charge of its line: it bears the line's VAT, and no discount."""
    return [{"amount": _euros(line.eco), "reason": "Éco-contribution"}] if line.eco else []


def _totals(bill: Bill) -> Terms:
    totals = bill.totals
    lines = sum(line.net + (line.eco or 0) for line in bill.lines)
    taken_off = sum(part.amount for part in totals.allowances)
    found = {
        "BT-106": lines,
        "BT-107": taken_off or None,
        "BT-108": totals.carriage or None,
        "BT-109": totals.net,
        "BT-110": totals.vat,
        "BT-112": totals.gross,
        "BT-113": totals.deposit or None,
        "BT-115": totals.due,
    }
    return {term: _euros(cents) for term, cents in found.items() if cents is not None}


def _legible(value: Any) -> Any:
    """The same terms without the characters that XML forbids or that nobody sees."""
    if isinstance(value, dict):
        return {key: _legible(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_legible(item) for item in value]
    if isinstance(value, str):
        return "".join(filter(_seen, unicodedata.normalize("NFC", value))).strip()
    return value


def _seen(character: str) -> bool:
    hidden = unicodedata.category(character) in ("Cc", "Cf", "Cs", "Cn", "Co")
    return character in "\n\t" or not hidden
