"""What an invoice says to the platform, and the platform's controls on it."""

from collections.abc import Sequence
from datetime import date

from sandbox.core.context import Context
from sandbox.core.setting import Setting
from sandbox.crm.models import Customer
from sandbox.erp.models import DirectoryLine, Invoice, Order
from sandbox.erp.platform.checks import Finding, Sent, SentLine, addressee_finding, finding
from sandbox.erp.queries.platform import deposited_as, directory_of
from sandbox.erp.services.lines import vat_of


def addressee_of(customer: Customer, *orders: Order | None) -> dict[str, str]:
    """Identifiers of a customer, and its own numbers for its orders, as an invoice bears them."""
    numbers = dict.fromkeys(order.customer_reference for order in orders if order)
    return {
        "siren": customer.siren,
        "siret": customer.siret,
        "vat_number": customer.vat_number,
        "address": customer.platform_address,
        "order_number": ", ".join(filter(None, numbers)),
    }


def sent(setting: Setting, invoice: Invoice, addressee: dict[str, str]) -> Sent:
    """An invoice as the platform reads it, to this addressee."""
    return Sent(
        number=invoice.reference,
        transmitted=invoice.road.transmitted,
        issued_on=invoice.issued_on,
        due_on=invoice.due_on,
        seller=setting.company.siren,
        lines=tuple(
            SentLine(
                quantity=line.quantity,
                unit_price=line.unit_price,
                discount=line.discount,
                further=line.further_discounts,
                eco=line.eco_total,
                vat_rate=line.vat_rate,
                net=line.net,
            )
            for line in invoice.lines
        ),
        carriage=invoice.carriage,
        carriage_vat=vat_of(setting.procedures.sales.carriage_vat, invoice.customer),
        net=invoice.net,
        vat=invoice.vat,
        gross=invoice.gross,
        **addressee,
    )


def control(ctx: Context, invoice: Invoice) -> Finding | None:
    """Why the platform rejects an invoice today, if it does."""
    file = sent(ctx.setting, invoice, said_to(invoice))
    lines = directory_of(ctx.session, ctx.run.id, file.siren)
    deposited = deposited_as(ctx.session, invoice, file.seller)
    return finding(file, lines, deposited, ctx.today())


def still_wrong(
    setting: Setting, invoice: Invoice, lines: Sequence[DirectoryLine], today: date
) -> Finding | None:
    """What would be wrong with the addressee if the invoice were issued anew today."""
    corrected = addressee_of(invoice.customer, invoice.order)
    if invoice.periodic:
        corrected["order_number"] = invoice.order_number
    return addressee_finding(sent(setting, invoice, corrected), lines, today)


def said_to(invoice: Invoice) -> dict[str, str]:
    """The addressee as the invoice bears it; as the record says, for the books of the opening."""
    return invoice.addressee or addressee_of(invoice.customer, invoice.order)
