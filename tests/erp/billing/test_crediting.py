"""Credit notes on a part of an invoice: what came back, a wrong price, a gesture, a deposit."""

import pytest

from sandbox.core.context import Context
from sandbox.erp.errors.billing import AlreadyCredited, BadAmount, NothingLeft
from sandbox.erp.errors.crediting import (
    DepositNotCharged,
    MoreThanInvoiced,
    MoreThanLineNet,
    MustBeWhole,
    NothingCredited,
    OneOrTheOther,
    OtherDebtor,
    UnknownLine,
    WrongKindOfLine,
)
from sandbox.erp.errors.selling import MissingReason
from sandbox.erp.models import (
    ApprovalKind,
    CreditKind,
    CreditLineDraft,
    CreditNote,
    DeliveryNote,
    Invoice,
)
from sandbox.erp.models.dispatch import ReturnCause
from sandbox.erp.queries.credit import outstanding
from sandbox.erp.services import (
    choose_carrier,
    decide_approval,
    issue_invoice,
    request_approval,
    ship,
)
from sandbox.erp.services.crediting import credit_part, issue_credit_note, use_credit_note
from sandbox.erp.services.dispatching import ParcelDraft, pack_delivery
from sandbox.erp.services.following import receive_return, return_packaging
from sandbox.erp.services.paying import reconcile, record_payment
from sandbox.erp.services.platform import reject_invoice
from tests.factories.billing import BankLineFactory, invoiced, prepared
from tests.factories.crm import CustomerFactory
from tests.factories.world import World
from tests.supply.journal import cautions, said

DESKS, BOOKS = 1, 2


@pytest.fixture
def invoice(ctx: Context, world: World) -> Invoice:
    """Two desks at 249.00 with 3.10 of eco-contribution, three books at 23.70 and 5.5 %."""
    return invoiced(ctx, world)


def back(ctx: Context, invoice: Invoice, position: int, units: int) -> CreditNote:
    """Units come back, and are credited."""
    draft = CreditLineDraft(position, quantity=units)
    return credit_part(ctx, invoice, kind=CreditKind.RETURN, lines=[draft], reason="Rayé.")


def off(
    ctx: Context, invoice: Invoice, position: int, cents: int, kind: CreditKind = CreditKind.PRICE
) -> CreditNote:
    """So much is taken off the price."""
    draft = CreditLineDraft(position, amount=cents)
    return credit_part(ctx, invoice, kind=kind, lines=[draft], reason="Prix du devis.")


def paid(ctx: Context, world: World, invoice: Invoice) -> None:
    """The whole invoice is paid."""
    line = BankLineFactory(amount=invoice.balance)
    reconcile(ctx, record_payment(ctx, line, customer=world.customer), invoice=invoice)


def test_a_desk_that_came_back_is_owed_no_longer(
    ctx: Context, invoice: Invoice, world: World
) -> None:
    receive_return(
        ctx,
        invoice.delivery,
        product="MOB-001",
        quantity=1,
        cause=ReturnCause.DAMAGED,
        sound=False,
    )
    before = invoice.balance
    note = back(ctx, invoice, DESKS, 1)
    # The eco-contribution comes back with the desk, and VAT is reckoned on both.
    assert (note.net, note.vat, note.gross) == (25210, 5042, 30252)
    assert (invoice.balance, invoice.paid) == (before - 30252, 0)
    assert (note.left, cautions(ctx)) == (0, [])
    payload = said(ctx, "credit_note.issued")[0][1]
    assert (payload["kind"], payload["gross"]) == ("return", 30252)


def test_goods_credited_that_never_came_back_are_warned_of(ctx: Context, invoice: Invoice) -> None:
    back(ctx, invoice, DESKS, 1)
    assert cautions(ctx) == ["NothingCameBack"]


def test_a_price_is_mended_at_the_rate_of_its_line(ctx: Context, invoice: Invoice) -> None:
    note = off(ctx, invoice, BOOKS, 1000)
    assert (note.net, note.vat, note.gross) == (1000, 55, 1055)
    assert note.lines[0].label.startswith("Correction de prix : ")


def test_no_more_comes_back_than_was_invoiced(ctx: Context, invoice: Invoice) -> None:
    back(ctx, invoice, DESKS, 1)
    with pytest.raises(MoreThanInvoiced):
        back(ctx, invoice, DESKS, 2)
    with pytest.raises(MoreThanLineNet):
        off(ctx, invoice, DESKS, 24901)
    off(ctx, invoice, DESKS, 24900)


def test_units_come_back_at_the_price_that_was_mended(ctx: Context, invoice: Invoice) -> None:
    off(ctx, invoice, DESKS, 4901)
    # 498.00 less 49.01 is 448.99 for two desks: 224.50 for one of them, then what is left.
    first, last = back(ctx, invoice, DESKS, 1), back(ctx, invoice, DESKS, 1)
    assert [note.net for note in (first, last)] == [22450 + 310, 22449 + 310]
    assert last.lines[0].label.endswith("(lot de 1)")
    with pytest.raises(MoreThanLineNet):
        off(ctx, invoice, DESKS, 1)


def test_the_last_units_take_back_what_is_left_of_their_line(
    ctx: Context, invoice: Invoice
) -> None:
    line = invoice.lines[BOOKS - 1]
    line.unit_price, line.discount = 237050, 1250
    line.price()
    assert line.net == 6223  # thrice 20.74 would leave a cent
    nets = [back(ctx, invoice, BOOKS, 1).net for _ in range(3)]
    assert nets == [2074, 2074, 2075]


def test_what_is_asked_must_make_sense(ctx: Context, invoice: Invoice) -> None:
    for error, kind, draft in (
        (NothingCredited, CreditKind.PRICE, CreditLineDraft(DESKS)),
        (UnknownLine, CreditKind.PRICE, CreditLineDraft(9, amount=1)),
        (OneOrTheOther, CreditKind.PRICE, CreditLineDraft(DESKS, quantity=1)),
        (OneOrTheOther, CreditKind.RETURN, CreditLineDraft(DESKS, amount=1)),
        (WrongKindOfLine, CreditKind.PACKAGING, CreditLineDraft(DESKS, quantity=1)),
        (MustBeWhole, CreditKind.CANCELLATION, CreditLineDraft(DESKS, quantity=1)),
    ):
        with pytest.raises(error):
            credit_part(ctx, invoice, kind=kind, lines=[draft], reason="Essai.")
    with pytest.raises(MissingReason):
        credit_part(ctx, invoice, kind=CreditKind.PRICE, lines=[], reason=" ")
    assert said(ctx, "credit_note.issued") == []


def test_what_was_paid_already_is_owed_to_the_customer(
    ctx: Context, invoice: Invoice, world: World
) -> None:
    paid(ctx, world, invoice)
    note = off(ctx, invoice, BOOKS, 1000)
    assert (note.left, invoice.balance, invoice.paid) == (1055, 0, invoice.gross)
    other = invoiced(ctx, world)
    owed = outstanding(ctx.session, ctx.run.id, world.customer, ctx.today())
    assert owed.outstanding == other.gross - 1055
    use_credit_note(ctx, note, invoice=other)
    assert (note.left, other.balance) == (0, other.gross - 1055)
    with pytest.raises(NothingLeft):
        use_credit_note(ctx, note, invoice=other)


def test_a_credit_note_is_used_by_the_one_who_holds_it(
    ctx: Context, invoice: Invoice, world: World
) -> None:
    paid(ctx, world, invoice)
    note = off(ctx, invoice, BOOKS, 1000)
    other = invoiced(ctx, world)
    with pytest.raises(BadAmount):
        use_credit_note(ctx, note, invoice=other, amount=1056)
    other.customer = CustomerFactory()
    ctx.session.flush()
    with pytest.raises(OtherDebtor):
        use_credit_note(ctx, note, invoice=other)


def test_a_gesture_beyond_the_delegation_is_warned_of(ctx: Context, invoice: Invoice) -> None:
    limit = ctx.setting.procedures.level("assistant").goodwill
    off(ctx, invoice, DESKS, limit, CreditKind.GOODWILL)
    assert cautions(ctx) == []
    off(ctx, invoice, DESKS, 100, CreditKind.GOODWILL)
    assert cautions(ctx) == ["GoodwillAboveDelegation"]


def test_an_approval_covers_a_gesture_up_to_its_amount(ctx: Context, invoice: Invoice) -> None:
    limit = ctx.setting.procedures.level("assistant").goodwill
    asked = {"kind": ApprovalKind.GOODWILL, "about": invoice.reference, "amount": limit + 500}
    approval = request_approval(ctx, **asked, facts="Bureaux rayés.", recommendation="Accorder.")
    decide_approval(ctx.acting_as("director"), approval, granted=True)
    off(ctx, invoice, DESKS, limit + 500, CreditKind.GOODWILL)
    assert cautions(ctx) == []
    off(ctx, invoice, DESKS, 100, CreditKind.GOODWILL)
    assert cautions(ctx) == ["GoodwillAboveDelegation"]


def test_what_the_platform_stopped_is_cancelled_wholly(ctx: Context, invoice: Invoice) -> None:
    reject_invoice(ctx.acting_as("platform"), invoice, reason="DEST_INC")
    with pytest.raises(MustBeWhole):
        off(ctx, invoice, DESKS, 100)


def test_what_was_partly_credited_is_not_cancelled_wholly(ctx: Context, invoice: Invoice) -> None:
    off(ctx, invoice, DESKS, 100)
    with pytest.raises(AlreadyCredited):
        issue_credit_note(ctx, invoice, reason="Erreur.")


# The deposit of packaging


@pytest.fixture
def delivery(ctx: Context, world: World) -> DeliveryNote:
    """Desks and books packed in one crate that is lent, 15.00 of deposit."""
    found = prepared(ctx, world)
    content = {line.product.reference: line.quantity for line in found.lines if line.quantity}
    pack_delivery(ctx, found, parcels=[ParcelDraft("crate", content)])
    choose_carrier(ctx, found, carrier=world.carrier)
    ship(ctx, found)
    return found


def test_the_deposit_of_a_crate_is_invoiced_outside_vat(
    ctx: Context, world: World, delivery: DeliveryNote
) -> None:
    plain, invoice = invoiced(ctx, world), issue_invoice(ctx, delivery)
    assert invoice.gross == plain.gross - plain.carriage + 1500
    assert (invoice.vat, invoice.packaging_deposit) == (plain.vat, 1500)
    assert invoice.lines[-1].label == "Consigne : caisse réutilisable"
    assert said(ctx, "invoice.issued")[-1][1]["packaging_deposit"] == 1500


def test_a_crate_given_back_is_credited(ctx: Context, world: World, delivery: DeliveryNote) -> None:
    invoice = issue_invoice(ctx, delivery)
    return_packaging(ctx, world.customer, packaging="crate", quantity=1)
    [(reference, payload)] = said(ctx, "credit_note.issued")
    assert (payload["kind"], payload["gross"]) == ("packaging", 1500)
    assert invoice.balance == invoice.gross - 1500
    note = ctx.find(CreditNote, reference)
    assert (note.vat, note.lines[0].packaging) == (0, "crate")


def test_no_deposit_is_given_back_that_was_not_charged(
    ctx: Context, world: World, delivery: DeliveryNote
) -> None:
    with pytest.raises(DepositNotCharged):
        return_packaging(ctx, world.customer, packaging="crate", quantity=1)
    assert said(ctx, "packaging.returned") == []
