"""The message of a status kept: who speaks to whom, and what was cashed at which rate."""

from sandbox.core.setting import Setting
from sandbox.erp.models import Invoice, PlatformEvent
from sandbox.erp.platform.cdar import CashedPart, Firm, Message
from sandbox.erp.platform.reasons import reason_of
from sandbox.erp.platform.statuses import Status
from sandbox.erp.services.lines import vat_of
from sandbox.erp.services.sending import said_to


def message_of(setting: Setting, invoice: Invoice, event: PlatformEvent) -> Message:
    """The message of a status of one of our invoices; load its customer and lines."""
    company, bears = setting.company, said_to(invoice)
    return Message(
        invoice=invoice.reference,
        issued_on=invoice.issued_on,
        status=event.status,
        party=event.set_by,
        at=event.at,
        seller=Firm(company.name, company.siren, company.siren),
        buyer=Firm(invoice.customer.name, bears["siren"], bears["address"] or bears["siren"]),
        reason=event.reason,
        meaning=reason_of(event.reason).meaning if event.reason else "",
        note=event.note or (f"Pièce jointe : {event.document}" if event.document else ""),
        cashed=cashed(setting, invoice) if event.status == Status.CASHED else (),
    )


def cashed(setting: Setting, invoice: Invoice) -> tuple[CashedPart, ...]:
    """What was cashed of an invoice wholly paid, rate by rate, tax included."""
    carriage_vat = vat_of(setting.procedures.sales.carriage_vat, invoice.customer)
    foot = invoice.foot(invoice.lines, invoice.carriage, carriage_vat)
    return tuple(CashedPart(row.base + row.vat, row.rate) for row in foot.vat_rows)
