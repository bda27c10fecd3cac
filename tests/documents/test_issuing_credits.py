"""Partial credit notes and deposits of packaging, on paper and in the file that travels."""

import pytest
from sqlalchemy import select

from sandbox.core.context import Context
from sandbox.documents.building.account import statement_snapshot
from sandbox.documents.einvoice import cii, facturx, ubl
from sandbox.documents.einvoice.checks import check
from sandbox.documents.einvoice.results import Verdict
from sandbox.documents.models import StoredDocument
from sandbox.documents.snapshots import CreditNote, Invoice, from_json
from sandbox.erp.models import CreditKind, CreditLineDraft, DeliveryNote, Order
from sandbox.erp.services import choose_carrier, issue_invoice, ship
from sandbox.erp.services.crediting import credit_part
from sandbox.erp.services.dispatching import ParcelDraft, pack_delivery
from sandbox.erp.services.following import return_packaging
from tests.documents.reading import pages
from tests.factories.billing import invoiced, prepared, recorded
from tests.factories.world import World

FORMS = {"facturx": facturx, "cii": cii, "ubl": ubl}
each_form = pytest.mark.parametrize("form", FORMS.values(), ids=FORMS.keys())


def frozen(ctx: Context, kind: str) -> Invoice | CreditNote:
    """The last document of a kind, as it was frozen."""
    ctx.session.flush()
    found = ctx.session.scalars(
        select(StoredDocument)
        .where(StoredDocument.run_id == ctx.run.id, StoredDocument.kind == kind)
        .order_by(StoredDocument.id.desc())
    ).first()
    return from_json(found.snapshot)


def in_a_crate(ctx: Context, world: World, order: Order | None = None) -> DeliveryNote:
    """A delivery that leaves in a crate to be given back."""
    found = prepared(ctx, world, order)
    content = {line.product.reference: line.quantity for line in found.lines if line.quantity}
    pack_delivery(ctx, found, parcels=[ParcelDraft("crate", content)])
    choose_carrier(ctx, found, carrier=world.carrier)
    ship(ctx, found)
    return found


def accepted(file: bytes) -> bool:
    report = check(file)
    assert [layer.problems for layer in report.layers if layer.problems] == []
    return report.verdict == Verdict.PASSED


@each_form
def test_a_partial_credit_note_passes_every_control(ctx: Context, world: World, form) -> None:
    lines = [CreditLineDraft(1, amount=1234), CreditLineDraft(2, amount=99)]
    credit_part(ctx, invoiced(ctx, world), kind=CreditKind.PRICE, lines=lines, reason="Prix.")
    assert accepted(form(frozen(ctx, "credit_note")))


@each_form
def test_an_invoice_with_a_deposit_passes_every_control(ctx: Context, world: World, form) -> None:
    issue_invoice(ctx, in_a_crate(ctx, world))
    snapshot = frozen(ctx, "invoice")
    deposit = next(row for row in snapshot.totals.vat_rows if row.category == "E")
    assert (deposit.base, deposit.vat) == (1500, 0)
    assert accepted(form(snapshot))


@each_form
def test_the_credit_note_of_a_crate_passes_every_control(ctx: Context, world: World, form) -> None:
    issue_invoice(ctx, in_a_crate(ctx, world))
    return_packaging(ctx, world.customer, packaging="crate", quantity=1)
    assert accepted(form(frozen(ctx, "credit_note")))


def test_the_page_says_what_is_lent_and_why_it_bears_no_vat(ctx: Context, world: World) -> None:
    issue_invoice(ctx, in_a_crate(ctx, world))
    text = " ".join(" ".join(pages(facturx(frozen(ctx, "invoice")))).split())
    assert "Consigne : caisse réutilisable" in text
    assert "hors base de TVA" in text


def test_abroad_the_deposit_keeps_its_own_category(ctx: Context, world: World) -> None:
    buyer = world.customer
    buyer.country, buyer.siren, buyer.siret, buyer.platform_address = "NL", "", "", ""
    buyer.vat_number = "NL123400004B01"
    order = recorded(ctx, world)
    for line in order.lines:
        line.vat_rate = 0
    order.total_up(order.lines, 0, 0)
    issue_invoice(ctx, in_a_crate(ctx, world, order))
    snapshot = frozen(ctx, "invoice")
    assert snapshot.lines[-1].label == "Deposit: reusable crate"
    text = cii(snapshot).decode()
    assert "<ram:CategoryCode>K</ram:CategoryCode>" in text
    assert "<ram:CategoryCode>E</ram:CategoryCode>" in text
    assert accepted(cii(snapshot))


def test_a_statement_counts_what_was_credited(ctx: Context, world: World) -> None:
    invoice = invoiced(ctx, world)
    lines = [CreditLineDraft(1, amount=10_000)]
    credit_part(ctx, invoice, kind=CreditKind.PRICE, lines=lines, reason="Prix.")
    found = statement_snapshot(ctx, world.customer)
    assert found.closing_balance == invoice.balance == invoice.gross - 12_000
    assert found.rows[1].label == f"Avoirs sur {invoice.reference}"
