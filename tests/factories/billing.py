"""Rows of shipping and billing, and the way that leads to them."""

from datetime import timedelta

import factory

from sandbox.core.calendar import paris
from sandbox.core.context import Context
from sandbox.erp.models import BankLine, DeliveryNote, Invoice, InvoiceLine, Order
from sandbox.erp.services.invoicing import issue_invoice
from sandbox.erp.services.shipping import choose_carrier, prepare_delivery, ship
from sandbox.journal.recording import write_entries
from sandbox.supply.services import reserve_lines
from tests.factories import InRunFactory
from tests.factories.erp import OrderFactory, priced
from tests.factories.world import World


def recorded(ctx: Context, world: World, *lines: tuple[object, ...], **details: object) -> Order:
    """An order recorded on Monday, its goods set aside; two desks and three books unless told."""
    wanted = lines or ((world.desk, 2), (world.book, 3))
    asked = {"customer": world.customer} | details
    order: Order = OrderFactory(recorded=True, lines=list(wanted), **asked)
    ctx.scratch.depth += 1
    reserve_lines(
        ctx, [(line.product, line.quantity) for line in order.lines], document=order.reference
    )
    ctx.scratch.depth -= 1
    write_entries(ctx)
    return order


def prepared(ctx: Context, world: World, order: Order | None = None) -> DeliveryNote:
    """A delivery note with its carrier, ready to go."""
    delivery = prepare_delivery(ctx, order or recorded(ctx, world))
    return choose_carrier(ctx, delivery, carrier=world.carrier)


def shipped(ctx: Context, world: World, order: Order | None = None) -> DeliveryNote:
    """A delivery that has left."""
    return ship(ctx, prepared(ctx, world, order))


def invoiced(ctx: Context, world: World, order: Order | None = None) -> Invoice:
    """An invoice issued by the front door."""
    return issue_invoice(ctx, shipped(ctx, world, order))


class InvoiceFactory(InRunFactory):
    """A desk (302.52 € with tax), due on 2 November; give ``customer`` and ``product``.

    ``due_on`` alone moves everything: it was issued thirty days before.
    """

    class Meta:
        model = Invoice
        exclude = ("product", "quantity")

    product = None
    quantity = 1
    reference = factory.Sequence(lambda n: f"FA-2026-9{n:05}")
    due_on = paris(2026, 11, 2).date()
    issued_on = factory.LazyAttribute(lambda o: o.due_on - timedelta(days=30))
    supplied_on = factory.SelfAttribute("issued_on")
    terms = "net_30"
    platform_status = "deposited"
    lines = factory.LazyAttribute(lambda o: [priced(InvoiceLine, 1, o.product, o.quantity)])
    balance = 0

    @classmethod
    def _create(cls, model_class: type[Invoice], *args: object, **kwargs: object) -> Invoice:
        invoice = model_class(*args, **kwargs)
        invoice.total_up(invoice.lines, 0, 2000)
        invoice.balance = invoice.gross
        created: Invoice = super()._create(lambda: invoice)
        return created


class BankLineFactory(InRunFactory):
    """A transfer on our account, not recorded yet."""

    class Meta:
        model = BankLine

    reference = factory.Sequence(lambda n: f"BQ-2026-9{n:05}")
    at = paris(2026, 11, 2, 8, 30)
    label = "VIR SEPA"
    payer = "ATELIER LUMEN"
    amount = 30252
