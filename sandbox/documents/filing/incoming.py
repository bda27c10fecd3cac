"""Papers that others send us land in the archive by themselves; filing them is the learner's."""

from sqlalchemy import select

from sandbox.core.context import Context
from sandbox.crm.letters import Letter
from sandbox.crm.models import Message
from sandbox.documents.filing.keeping import keep
from sandbox.documents.filing.models import ArchiveItem, Direction
from sandbox.documents.filing.plan import expected_name, folder_of, label
from sandbox.erp.models import DeliveryNote, Order, Quote
from sandbox.journal import subscribe
from sandbox.journal.payloads import (
    CarrierProtested,
    DeliveryDelivered,
    GoodsArrived,
    MessageReceived,
    OldPapersFound,
    OrderReceived,
    PurchaseOrderAcknowledged,
    QuoteAccepted,
    SupplierInvoiceReceived,
    TakenBack,
)
from sandbox.journal.payloads.mailbox import LetterReturned
from sandbox.supply.models import Supplier

SIGNED, ORDERED = "signed_quote", "customer_order"
# Entries of the journal that each bring one paper.
RECEIVED = (
    QuoteAccepted,
    OrderReceived,
    PurchaseOrderAcknowledged,
    GoodsArrived,
    SupplierInvoiceReceived,
    DeliveryDelivered,
    LetterReturned,
)


@subscribe(QuoteAccepted)
def keep_signed_quote(ctx: Context, reference: str, _payload: QuoteAccepted) -> None:
    """The customer sent a quote back with « bon pour accord », a date and a signature."""
    quote = ctx.find(Quote, reference)
    keep(
        ctx,
        SIGNED,
        reference,
        direction=Direction.RECEIVED,
        partner="customer",
        partner_name=quote.customer.name,
        about=reference,
        text=f"Bon pour accord {quote.signed_by}",
    )


@subscribe(MessageReceived)
def join_to_the_order(ctx: Context, reference: str, payload: MessageReceived) -> None:
    """The mail that brings an order brings its paper, and the signed quote."""
    if payload.topic != "order" or not payload.about:
        return
    quote = ctx.session.scalar(
        select(Quote.reference)
        .join(Order, (Order.run_id == Quote.run_id) & (Order.quote_id == Quote.id))
        .where(Order.run_id == ctx.run.id, Order.reference == payload.about)
    )
    papers = ctx.session.scalars(
        select(ArchiveItem)
        .where(
            ArchiveItem.run_id == ctx.run.id,
            ArchiveItem.about.in_([payload.about, quote or payload.about]),
            ArchiveItem.kind.in_([SIGNED, ORDERED]),
        )
        .order_by(ArchiveItem.id)
    )
    joined = [[item.id, f"{label(item.kind)} {item.number}"] for item in papers]
    ctx.find(Message, reference).attachments = joined


@subscribe(OrderReceived)
def keep_customer_order(ctx: Context, reference: str, _payload: OrderReceived) -> None:
    """A customer's order came in."""
    order = ctx.find(Order, reference)
    keep(
        ctx,
        ORDERED,
        order.customer_reference or reference,
        direction=Direction.RECEIVED,
        partner="customer",
        partner_name=order.customer.name,
        about=reference,
        text=f"{reference} " + " ".join(line.label for line in order.lines),
    )


def _from_supplier(ctx: Context, kind: str, number: str, supplier: str, about: str) -> ArchiveItem:
    name = ctx.find(Supplier, supplier).name
    return keep(
        ctx,
        kind,
        number,
        direction=Direction.RECEIVED,
        partner="supplier",
        partner_name=name,
        about=about,
        text=about,
    )


@subscribe(PurchaseOrderAcknowledged)
def keep_acknowledgement(ctx: Context, reference: str, payload: PurchaseOrderAcknowledged) -> None:
    """A supplier confirmed a date in writing."""
    number = f"AR {reference}"
    _from_supplier(ctx, "purchase_acknowledgement", number, payload.supplier, reference)


@subscribe(GoodsArrived)
def keep_slip(ctx: Context, reference: str, payload: GoodsArrived) -> None:
    """A truck left its slip."""
    _from_supplier(ctx, "supplier_slip", f"BL {reference}", payload.supplier, reference)


@subscribe(SupplierInvoiceReceived)
def keep_supplier_invoice(ctx: Context, _: str, payload: SupplierInvoiceReceived) -> None:
    """A supplier's invoice came in."""
    about, number = payload.purchase_order, payload.number
    _from_supplier(ctx, "supplier_invoice", number, payload.supplier, about)


def _of_delivery(ctx: Context, kind: str, reference: str, direction: Direction) -> None:
    delivery = ctx.find(DeliveryNote, reference)
    keep(
        ctx,
        kind,
        reference,
        direction=direction,
        partner="customer",
        partner_name=delivery.customer.name,
        about=delivery.order.reference,
        text=delivery.order.reference,
    )


@subscribe(DeliveryDelivered)
def keep_signed_note(ctx: Context, reference: str, _payload: DeliveryDelivered) -> None:
    """The customer signed a delivery note."""
    _of_delivery(ctx, "signed_delivery_note", reference, Direction.RECEIVED)


@subscribe(OldPapersFound)
def keep_old_papers(ctx: Context, _: str, payload: OldPapersFound) -> None:
    """A box of old papers was opened: they are filed already, some for too long."""
    for paper in payload.papers:
        item = keep(
            ctx,
            paper.kind,
            paper.number,
            direction=Direction(paper.direction),
            partner=paper.partner,
            partner_name=paper.partner_name,
            dated=paper.dated,
        )
        item.folder, item.filed_at = folder_of(ctx.setting, paper.kind).code, ctx.now()
        item.name = expected_name(ctx.setting, item)


@subscribe(TakenBack)
def keep_take_back(ctx: Context, reference: str, _payload: TakenBack) -> None:
    """Used goods were taken back, against a slip."""
    _of_delivery(ctx, "take_back_slip", reference, Direction.ISSUED)


@subscribe(CarrierProtested)
def keep_protest(ctx: Context, reference: str, payload: CarrierProtested) -> None:
    """A protest went to a carrier."""
    keep(
        ctx,
        "carrier_protest",
        reference,
        direction=Direction.ISSUED,
        partner="carrier",
        partner_name="Transporteur",
        about=payload.purchase_order,
        text=payload.arrival,
    )


@subscribe(LetterReturned)
def keep_receipt(ctx: Context, reference: str, payload: LetterReturned) -> None:
    """The post brought a signed receipt, or the letter that nobody fetched."""
    letter = ctx.find(Letter, reference)
    keep(
        ctx,
        "letter_receipt",
        f"AR {reference}",
        direction=Direction.RECEIVED,
        partner=payload.to.partition(":")[0],
        partner_name=letter.to_name,
        about=payload.about or reference,
        text=f"{letter.tracking} {letter.subject}",
    )
