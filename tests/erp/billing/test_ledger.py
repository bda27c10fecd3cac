"""The entries shown beside an invoice: true to its figures, and balanced."""

from sandbox.core import ledger
from sandbox.core.context import Context
from sandbox.erp.models import CreditKind, CreditLineDraft, Invoice
from sandbox.erp.queries.billing import story
from sandbox.erp.queries.crediting import notes_on
from sandbox.erp.queries.depositing import deducted_by
from sandbox.erp.services import crediting
from sandbox.erp.services.depositing import invoice_deposit
from sandbox.erp.showing.ledger import Shown, ledger_page
from tests.erp.billing.test_deposits import agreed, pay
from tests.factories.billing import invoiced, recorded
from tests.factories.world import World


def shown(ctx: Context, invoice) -> list[Shown]:
    ctx.session.flush()
    invoice = ctx.get(Invoice, invoice.id)
    session, parts = ctx.session, deducted_by(ctx.session, invoice)
    notes = notes_on(session, invoice)
    found = ledger_page(invoice, story(session, invoice), notes, parts)["entries"]
    for entry in found:
        debit, credit = entry.sums
        assert debit == credit
    return found


def amounts(entry: Shown) -> dict[str, int]:
    return {line.account: line.debit - line.credit for line in entry.lines}


def test_an_invoice_debits_the_customer_and_credits_each_kind_of_sale(
    ctx: Context, world: World
) -> None:
    invoice = invoiced(ctx, world, recorded(ctx, world, carriage=4500))
    [entry] = shown(ctx, invoice)
    assert amounts(entry) == {
        ledger.CUSTOMERS: 73405,
        ledger.GOODS: -(2 * 24900 + 3 * 2370),
        ledger.ECO: -620,
        ledger.CARRIAGE: -4500,
        ledger.VAT: -11375,
    }


def test_the_final_invoice_clears_the_deposit(ctx: Context, world: World) -> None:
    order = agreed(ctx, world)
    deposit = invoice_deposit(ctx, order)
    pay(ctx, deposit)
    first, money = shown(ctx, deposit)
    assert amounts(first)[ledger.DEPOSITS] == -deposit.net
    assert amounts(money) == {ledger.BANK: deposit.gross, ledger.CUSTOMERS: -deposit.gross}
    final = invoiced(ctx, world, order)
    [entry] = shown(ctx, final)
    assert amounts(entry)[ledger.DEPOSITS] == deposit.net
    assert amounts(entry)[ledger.CUSTOMERS] == final.balance
    assert amounts(entry)[ledger.VAT] == -(final.vat - deposit.vat)


def test_a_gesture_is_a_reduction_and_a_whole_credit_note_undoes(
    ctx: Context, world: World
) -> None:
    invoice = invoiced(ctx, world)
    draft = CreditLineDraft(1, amount=1000)
    note = crediting.credit_part(
        ctx, invoice, kind=CreditKind.GOODWILL, lines=[draft], reason="Retard."
    )
    _, back = shown(ctx, invoice)
    assert amounts(back) == {
        ledger.REDUCTIONS: 1000,
        ledger.VAT: note.vat,
        ledger.CUSTOMERS: -note.gross,
    }
    other = invoiced(ctx, world)
    crediting.issue_credit_note(ctx, other, reason="Erreur")
    first, undone = shown(ctx, other)
    assert amounts(undone) == {account: -sum_ for account, sum_ in amounts(first).items()}


def test_an_escompte_agreed_is_shown_as_long_as_nothing_is_paid(ctx: Context, world: World) -> None:
    order = recorded(ctx, world, (world.desk, 2), early_payment=200, early_payment_days=8)
    invoice = invoiced(ctx, world, order)
    *_, early = shown(ctx, invoice)
    assert early.would_be
    assert amounts(early)[ledger.CUSTOMERS] == -invoice.gross
    pay(ctx, invoice)
    assert not any(entry.would_be for entry in shown(ctx, invoice))


def test_goods_that_come_back_take_the_sale_and_its_vat_back() -> None:
    # Two at 89.00 less 10 %: 160.20 and 32.04 of VAT.
    entry = ledger.of_credit_note(ledger.Sold(goods=16020, vat=3204))
    assert entry == (
        ledger.Posting(ledger.GOODS, debit=16020),
        ledger.Posting(ledger.VAT, debit=3204),
        ledger.Posting(ledger.CUSTOMERS, credit=19224),
    )
