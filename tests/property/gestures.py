"""What a desk may try at random: each gesture picks its rows from small numbers, even absurd."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from sqlalchemy import select

from sandbox.core.context import Context
from sandbox.core.errors import NotFound
from sandbox.core.litigation import PieceKind, Recipient
from sandbox.core.orm import Referable
from sandbox.crm.models import Customer
from sandbox.documents.filing.models import ArchiveItem
from sandbox.documents.filing.services import destroy_document, file_document
from sandbox.erp import services as erp
from sandbox.erp.models import (
    BankLine,
    CancelGround,
    CreditKind,
    CreditLineDraft,
    CreditNote,
    DeliveryNote,
    DepositKind,
    Invoice,
    OfferTerms,
    Order,
    Payment,
    Quote,
)
from sandbox.erp.models.dispatch import ReturnCause
from sandbox.erp.services.dispatching import ParcelDraft, pack_delivery
from sandbox.erp.services.dunning import send_formal_notice
from sandbox.erp.services.following import receive_return, return_packaging
from sandbox.erp.services.lines import LineDraft
from sandbox.erp.services.litigation import refer_debt
from sandbox.simulation.engine import advance_by
from sandbox.supply import services as supply
from sandbox.supply.models import (
    Arrival,
    Carrier,
    CountCause,
    Product,
    PurchaseOrder,
    StockCount,
    Supplier,
)

Gesture = Callable[[Context, int, int, int], Any]
gestures: dict[str, Gesture] = {}


def gesture(function: Gesture) -> Gesture:
    """Offer a gesture; it is called with three small numbers, which may mean nothing at all."""
    gestures[function.__name__] = function
    return function


def pick(ctx: Context, kind: type[Referable], number: int, *where: Any) -> Any:
    """One of the latest rows of a kind, relations loaded; raises NotFound without any."""
    found = (
        select(kind)
        .where(kind.run_id == ctx.run.id, *where)
        .order_by(kind.id.desc())
        .options(*kind.full())
        .limit(number % 4 + 1)
    )
    rows = ctx.session.scalars(found).all()
    if not rows:
        raise NotFound(kind=kind.__kind__, reference="aucun")
    return rows[-1]


def lines(ctx: Context, which: int, units: int) -> list[LineDraft]:
    """A line or two of the catalogue; absurd quantities too."""
    first, second = pick(ctx, Product, which), pick(ctx, Product, which + 1)
    return [LineDraft(first.reference, units), LineDraft(second.reference, 2)][: 1 + units % 2]


@gesture
def quote(ctx: Context, a: int, b: int, c: int) -> Any:
    kind = ("", "deposit", "forfeit")[c % 3]
    terms = OfferTerms(deposit_kind=DepositKind(kind), deposit_rate=3000 if kind else 0)
    buyer = pick(ctx, Customer, a)
    return erp.draw_up_quote(ctx, customer=buyer, lines=lines(ctx, a, b), terms=terms)


@gesture
def send(ctx: Context, a: int, _: int, __: int) -> Any:
    return erp.send_quote(ctx, pick(ctx, Quote, a))


@gesture
def accept(ctx: Context, a: int, _: int, __: int) -> Any:
    found = pick(ctx, Quote, a)
    return erp.accept_quote(ctx.acting_as(f"customer:{found.customer.reference}"), found)


@gesture
def order(ctx: Context, a: int, b: int, _: int) -> Any:
    buyer = pick(ctx, Customer, a)
    customer = ctx.acting_as(f"customer:{buyer.reference}")
    return erp.receive_order(customer, customer=buyer, lines=lines(ctx, a + b, b))


@gesture
def record_it(ctx: Context, a: int, _: int, __: int) -> Any:
    return erp.confirm_order(ctx, pick(ctx, Order, a))


@gesture
def decline(ctx: Context, a: int, _: int, __: int) -> Any:
    return erp.decline_order(ctx, pick(ctx, Order, a), reason="Rien de possible.")


@gesture
def prepare(ctx: Context, a: int, _: int, __: int) -> Any:
    return erp.prepare_delivery(ctx, pick(ctx, Order, a))


@gesture
def pack(ctx: Context, a: int, b: int, _: int) -> Any:
    delivery = pick(ctx, DeliveryNote, a)
    code = ("carton", "crate", "pallet")[b % 3]
    content = {line.product.reference: line.quantity for line in delivery.lines}
    return pack_delivery(ctx, delivery, parcels=[ParcelDraft(code, content)])


@gesture
def leave(ctx: Context, a: int, b: int, _: int) -> Any:
    delivery = pick(ctx, DeliveryNote, a)
    if b % 4:
        erp.choose_carrier(ctx, delivery, carrier=pick(ctx, Carrier, b))
    return erp.ship(ctx, delivery)


@gesture
def invoice(ctx: Context, a: int, _: int, __: int) -> Any:
    return erp.issue_invoice(ctx, pick(ctx, DeliveryNote, a))


@gesture
def invoice_together(ctx: Context, a: int, b: int, c: int) -> Any:
    notes = [pick(ctx, DeliveryNote, number) for number in (a, b, c)]
    return erp.issue_periodic_invoice(ctx, notes[0].customer, deliveries=notes)


@gesture
def pro_forma(ctx: Context, a: int, _: int, __: int) -> Any:
    return erp.issue_pro_forma(ctx, pick(ctx, Order, a))


@gesture
def advance(ctx: Context, a: int, b: int, c: int) -> Any:
    amount = c * 1000 if b % 2 else None
    return erp.invoice_deposit(ctx, pick(ctx, Order, a), amount=amount)


@gesture
def amend(ctx: Context, a: int, _: int, __: int) -> Any:
    return erp.amend_invoice(ctx, pick(ctx, Invoice, a))


@gesture
def cancel(ctx: Context, a: int, b: int, _: int) -> Any:
    return erp.issue_credit_note(ctx, pick(ctx, Invoice, a), reason="Erreur." if b % 5 else "")


@gesture
def credit(ctx: Context, a: int, b: int, c: int) -> Any:
    kind = tuple(CreditKind)[b % len(CreditKind)]
    units, cents = (c, 0) if kind.by_units else (0, c * 137)
    draft = CreditLineDraft(1 + b % 3, units, cents)
    return erp.credit_part(ctx, pick(ctx, Invoice, a), kind=kind, lines=[draft], reason="Motif.")


@gesture
def use_credit(ctx: Context, a: int, b: int, c: int) -> Any:
    note = pick(ctx, CreditNote, a)
    amount = c * 100 if c % 2 else None
    return erp.use_credit_note(ctx, note, invoice=pick(ctx, Invoice, b), amount=amount)


@gesture
def money(ctx: Context, a: int, b: int, _: int) -> Any:
    owed = pick(ctx, Invoice, a)
    amount = (owed.balance, owed.gross, owed.balance // 2, b * 100)[b % 4]
    return erp.credit_bank(ctx.acting_as("bank"), amount=amount, label="VIR", payer="Inconnu")


@gesture
def record_money(ctx: Context, a: int, b: int, _: int) -> Any:
    owed = pick(ctx, Invoice, b)
    return erp.record_payment(ctx, pick(ctx, BankLine, a), customer=owed.customer)


@gesture
def match_money(ctx: Context, a: int, b: int, c: int) -> Any:
    amount = c * 50 if c % 2 else None
    return erp.reconcile(ctx, pick(ctx, Payment, a), invoice=pick(ctx, Invoice, b), amount=amount)


@gesture
def change_order(ctx: Context, a: int, b: int, c: int) -> Any:
    return erp.change_order(ctx, pick(ctx, Order, a), quantities={1: b, 2: c})


@gesture
def cancel_order(ctx: Context, a: int, b: int, _: int) -> Any:
    ground = list(CancelGround)[b % 3]
    return erp.cancel_order(ctx, pick(ctx, Order, a), ground=ground, reason="Projet repoussé.")


@gesture
def come_back(ctx: Context, a: int, b: int, _: int) -> Any:
    delivery = pick(ctx, DeliveryNote, a)
    product = delivery.lines[b % len(delivery.lines)].product.reference
    return receive_return(
        ctx, delivery, product=product, quantity=b, cause=ReturnCause.UNWANTED, sound=bool(b % 2)
    )


@gesture
def give_back(ctx: Context, a: int, b: int, _: int) -> Any:
    code = ("carton", "crate", "pallet")[b % 3]
    return return_packaging(ctx, pick(ctx, Customer, a), packaging=code, quantity=1)


@gesture
def buy(ctx: Context, a: int, b: int, _: int) -> Any:
    product = pick(ctx, Product, a)
    wanted = [supply.PurchaseLineDraft(product.reference, b * product.pack)]
    return supply.send_purchase_order(ctx, supplier=pick(ctx, Supplier, b), lines=wanted)


@gesture
def truck(ctx: Context, a: int, b: int, _: int) -> Any:
    found = pick(ctx, PurchaseOrder, a)
    announced = {line.product.reference: line.ordered + b % 3 - 1 for line in found.lines}
    return supply.arrive_goods(ctx.acting_as("carrier:TRA-01"), found, announced=announced)


@gesture
def refer(ctx: Context, a: int, b: int, _: int) -> Any:
    found, recipients = pick(ctx, Invoice, a, Invoice.balance > 0), tuple(Recipient)
    if b % 4:
        send_formal_notice(ctx, found)
    wanted = {"recipient": recipients[b % len(recipients)], "pieces": list(PieceKind)[: b % 8]}
    return refer_debt(ctx, found, **wanted)


@gesture
def unload(ctx: Context, a: int, b: int, _: int) -> Any:
    found = pick(ctx, Arrival, a)
    counted = {product: max(units - b % 2, 0) for product, units in found.announced.items()}
    return supply.receive_goods(ctx, found, counted=counted, reserves="Une pièce manque." * (b % 2))


@gesture
def count(ctx: Context, a: int, _: int, __: int) -> Any:
    return supply.request_count(ctx, pick(ctx, Product, a))


@gesture
def counted(ctx: Context, a: int, b: int, _: int) -> Any:
    found = pick(ctx, StockCount, a)
    real = found.product.physical + b % 3 - 1
    return supply.report_count(ctx.acting_as("warehouse"), found, counted=real)


@gesture
def adjust(ctx: Context, a: int, b: int, _: int) -> Any:
    causes = tuple(CountCause)
    return supply.adjust_stock(ctx, pick(ctx, StockCount, a), cause=causes[b % len(causes)])


@gesture
def file(ctx: Context, a: int, b: int, _: int) -> Any:
    folders = [folder.code for folder in ctx.setting.procedures.filing.plan]
    folder = (*folders, "nulle part")[b % (len(folders) + 1)]
    return file_document(ctx, pick(ctx, ArchiveItem, a), folder=folder, name=f"piece-{b}")


@gesture
def destroy(ctx: Context, a: int, _: int, __: int) -> Any:
    return destroy_document(ctx, pick(ctx, ArchiveItem, a))


@gesture
def wait(ctx: Context, a: int, _: int, __: int) -> Any:
    return advance_by(ctx, minutes=int(timedelta(hours=1 + a % 6).total_seconds() // 60))
