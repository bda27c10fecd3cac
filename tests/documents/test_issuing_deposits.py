"""Deposit, final and corrected invoices, on paper and in the file that travels."""

import pytest

from sandbox.core.context import Context
from sandbox.documents.einvoice import ubl
from sandbox.erp.services import issue_credit_note, issue_invoice
from sandbox.erp.services.depositing import invoice_deposit
from tests.documents.reading import pages
from tests.documents.test_issuing_credits import FORMS, accepted, each_form, frozen
from tests.erp.billing.test_deposits import agreed, pay
from tests.factories.billing import invoiced
from tests.factories.world import World


@each_form
@pytest.mark.parametrize("kind", ["deposit", "forfeit"])
def test_a_deposit_invoice_passes_every_control(ctx: Context, world: World, kind, form) -> None:
    invoice_deposit(ctx, agreed(ctx, world, deposit_kind=kind))
    assert accepted(form(frozen(ctx, "invoice")))


@each_form
def test_a_final_invoice_passes_every_control(ctx: Context, world: World, form) -> None:
    order = agreed(ctx, world)
    pay(ctx, invoice_deposit(ctx, order))
    invoiced(ctx, world, order)
    assert accepted(form(frozen(ctx, "invoice")))


def test_a_deposit_invoice_says_what_it_is(ctx: Context, world: World) -> None:
    invoice_deposit(ctx, agreed(ctx, world))
    paper = frozen(ctx, "invoice")
    assert (paper.is_deposit, paper.is_forfeit, paper.supply) == (True, False, "goods")
    assert any("exigible à l’encaissement" in said for said in paper.mentions)
    assert b">386<" in ubl(paper)
    assert b"ActualDeliveryDate" not in ubl(paper)


def test_arrhes_are_told_apart(ctx: Context, world: World) -> None:
    invoice_deposit(ctx, agreed(ctx, world, deposit_kind="forfeit"))
    paper = frozen(ctx, "invoice")
    assert paper.is_forfeit
    assert any("en rendant le double" in said for said in paper.mentions)


def test_the_final_invoice_names_the_deposit_with_its_vat(ctx: Context, world: World) -> None:
    order = agreed(ctx, world)
    deposit = invoice_deposit(ctx, order)
    final = invoiced(ctx, world, order)
    paper = frozen(ctx, "invoice")
    [prior] = paper.deposits
    assert (prior.reference, prior.net, prior.vat) == (deposit.reference, deposit.net, deposit.vat)
    assert (paper.totals.deposit, paper.totals.due) == (deposit.gross, final.balance)
    assert deposit.reference.encode() in ubl(paper)


@each_form
def test_an_invoice_issued_anew_names_what_it_replaces(ctx: Context, world: World, form) -> None:
    first = invoiced(ctx, world)
    note = issue_credit_note(ctx, first, reason="Mauvais prix")
    issue_invoice(ctx, first.delivery)
    paper = frozen(ctx, "invoice")
    assert [prior.reference for prior in paper.replaces] == [first.reference, note.reference]
    assert accepted(form(paper))
    assert first.reference.encode() in ubl(paper)
    if form is FORMS["facturx"]:
        shown = " ".join(pages(form(paper)))
        assert "Annule et remplace" in shown
        assert note.reference in shown
