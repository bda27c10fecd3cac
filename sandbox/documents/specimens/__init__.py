"""One plausible document of each kind: what the pictures of the docs show, and the tests read."""

from sandbox.documents.base import Snapshot
from sandbox.documents.specimens import (
    abroad,
    booklet,
    logistics,
    recovery,
    rights,
    selling,
    writing,
)


def one_of_each() -> tuple[Snapshot, ...]:
    """Every kind in French, then those that leave France in English."""
    return (
        selling.quote(), selling.order_acknowledgement(), selling.delivery_note(),
        selling.purchase_order(), selling.invoice(), selling.credit_note(),
        recovery.first_reminder(), recovery.second_reminder(), recovery.third_reminder(),
        recovery.formal_notice(), recovery.statement(), recovery.payment_plan(),
        recovery.carrier_protest(), recovery.claim_declaration(), recovery.litigation_slip(),
        rights.access_response(),
        logistics.shipping_instruction(), logistics.picking_list(), logistics.packing_list(),
        logistics.waybill(), logistics.cmr(), abroad.pro_forma(), writing.letter(),
        booklet.evaluation_booklet(), *in_english(),
    )  # fmt: skip


def in_english() -> tuple[Snapshot, ...]:
    """What a customer who reads English receives."""
    return (
        abroad.export_quote(), abroad.export_acknowledgement(), abroad.export_delivery_note(),
        abroad.export_invoice(), abroad.export_statement(), abroad.export_reminder(),
        abroad.export_formal_notice(),
    )  # fmt: skip
