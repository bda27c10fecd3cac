"""Suppliers' invoices: brought by the platform, answered with a status and a reason."""

import pytest

from sandbox.core.context import Context
from sandbox.erp.errors.billing import NotTheirStatus, PlatformHasAnswered, WrongReason
from sandbox.erp.queries.platform import events_received
from sandbox.erp.services.receiving import (
    answer_supplier_invoice,
    bring_supplier_invoice,
    relay_decision,
)
from sandbox.supply.models import SupplierInvoice
from sandbox.supply.services import receive_supplier_invoice, send_purchase_order
from sandbox.supply.services.matching import InvoicedLineDraft
from sandbox.supply.services.purchasing import PurchaseLineDraft
from tests.factories.world import World
from tests.supply.journal import said


def supplier_invoice(ctx: Context, world: World) -> SupplierInvoice:
    """An invoice for ten desks, from the supplier who was sent the order."""
    drafts = [PurchaseLineDraft(world.desk.reference, 10)]
    order = send_purchase_order(ctx, supplier=world.supplier, lines=drafts)
    lines = [InvoicedLineDraft(world.desk.reference, 10, world.desk.cost)]
    return receive_supplier_invoice(
        ctx.acting_as("supplier:FOU-0001"),
        order,
        number="F-2026-118",
        lines=lines,
        due_on=ctx.today(),
    )


@pytest.fixture
def invoice(ctx: Context, world: World) -> SupplierInvoice:
    return bring_supplier_invoice(ctx.acting_as("platform"), supplier_invoice(ctx, world))


def codes(ctx: Context, invoice: SupplierInvoice) -> list[int]:
    return [e.code for e in events_received(ctx.session, ctx.run.id, invoice.id)]


def test_the_platform_brings_an_invoice_once(ctx: Context, invoice: SupplierInvoice) -> None:
    bring_supplier_invoice(ctx.acting_as("platform"), invoice)
    assert codes(ctx, invoice) == [202, 203]


def test_an_approval_reaches_the_supplier_and_the_purchasing_desk(
    ctx: Context, invoice: SupplierInvoice
) -> None:
    answer_supplier_invoice(ctx, invoice, status=204)
    answer_supplier_invoice(ctx, invoice, status=205)
    assert (codes(ctx, invoice), invoice.status) == ([202, 203, 204, 205], "approved")
    assert [p["status"] for _, p in said(ctx, "supplier_invoice.status_set")] == [204, 205]
    assert said(ctx, "supplier_invoice.approved")


def test_a_dispute_then_a_refusal_bear_their_reasons(
    ctx: Context, invoice: SupplierInvoice
) -> None:
    answer_supplier_invoice(ctx, invoice, status=207, reason="PU_ERR")
    answer_supplier_invoice(ctx, invoice, status=210, reason="CMD_ERR")
    assert (codes(ctx, invoice), invoice.status) == ([202, 203, 207, 210], "disputed")
    with pytest.raises(PlatformHasAnswered):
        answer_supplier_invoice(ctx, invoice, status=205)


def test_a_price_quarrel_is_no_ground_for_refusal(ctx: Context, invoice: SupplierInvoice) -> None:
    with pytest.raises(WrongReason):
        answer_supplier_invoice(ctx, invoice, status=210, reason="PU_ERR")
    with pytest.raises(NotTheirStatus):
        answer_supplier_invoice(ctx, invoice, status=212)
    assert codes(ctx, invoice) == [202, 203]


def test_what_the_purchasing_desk_decides_is_relayed(
    ctx: Context, invoice: SupplierInvoice
) -> None:
    relay_decision(ctx.acting_as("platform"), invoice, status=207)
    relay_decision(ctx.acting_as("platform"), invoice, status=207)
    assert codes(ctx, invoice) == [202, 203, 207]


def test_an_invoice_that_came_by_mail_has_no_status(ctx: Context, world: World) -> None:
    by_mail = supplier_invoice(ctx, world)
    with pytest.raises(PlatformHasAnswered):
        answer_supplier_invoice(ctx, by_mail, status=205)
    assert codes(ctx, by_mail) == []
