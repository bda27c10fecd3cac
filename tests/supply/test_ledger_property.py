"""Whatever is done at the desk, the books add up: stock, reservations, purchases, archive."""

import contextlib
from collections.abc import Callable
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select

from sandbox.core.context import Context
from sandbox.core.errors import DomainError
from sandbox.documents.filing.incoming import RECEIVED
from sandbox.documents.filing.models import ArchiveItem
from sandbox.documents.models import StoredDocument
from sandbox.journal.models import JournalEntry
from sandbox.journal.recording import reversible, write_entries
from sandbox.supply import services
from sandbox.supply.matching import match
from sandbox.supply.models import (
    Arrival,
    CountCause,
    MoveKind,
    Product,
    PurchaseOrder,
    Quarantine,
    QuarantineCause,
    Reservation,
    StockMove,
    Supplier,
    SupplierInvoice,
)
from sandbox.supply.services import InvoicedLineDraft, PurchaseLineDraft

Act = tuple[str, int, int]
ACTS = st.lists(
    st.tuples(
        st.sampled_from(
            [
                "reserve",
                "release",
                "ship",
                "buy",
                "arrive",
                "receive",
                "invoice",
                "count",
                "apart",
                "settle",
            ]
        ),
        st.integers(0, 2),
        st.integers(0, 12),
    ),
    max_size=14,
)
QUIET = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow]


class Desk:
    """The supply desk under a shower of acts, some of them absurd."""

    def __init__(self, ctx: Context) -> None:
        self.ctx, self.supplier = ctx, ctx.find(Supplier, "FOU-0001")
        self.products = [ctx.find(Product, name) for name in ("MOB-001", "MOB-009", "MOB-011")]
        self.before = {p.id: (p.physical, p.value) for p in self.products}

    def do(self, act: Act) -> None:
        name, which, units = act
        with contextlib.suppress(DomainError), reversible(self.ctx):
            getattr(self, name)(self.products[which], units)
        write_entries(self.ctx)
        self.ctx.session.flush()

    def last(self, kind: type, *where: object) -> object:
        found = select(kind).where(*where).order_by(kind.id.desc()).options(*kind.full()).limit(1)
        row = self.ctx.session.scalar(found)
        if row is None:
            raise DomainError
        return row

    def reserve(self, product: Product, units: int) -> None:
        services.reserve(self.ctx, product, quantity=units, document=f"CDE-{units % 3}")

    def release(self, _: Product, units: int) -> None:
        services.release(self.ctx, f"CDE-{units % 3}")

    def ship(self, product: Product, units: int) -> None:
        services.ship_out(self.ctx, product, units, "BL-1", reserved_for=f"CDE-{units % 3}")

    def buy(self, product: Product, units: int) -> None:
        lines = [PurchaseLineDraft(product.reference, units)]
        services.send_purchase_order(self.ctx, supplier=self.supplier, lines=lines)

    def arrive(self, _: Product, units: int) -> None:
        order = self.last(PurchaseOrder)
        announced = {line.product.reference: units for line in order.lines}
        services.arrive_goods(self.ctx, order, announced=announced)

    def receive(self, _: Product, units: int) -> None:
        arrival = self.last(Arrival, Arrival.booked_at.is_(None))
        counted = dict.fromkeys(arrival.announced, units)
        damaged = dict.fromkeys(arrival.announced, units // 3)
        services.receive_goods(self.ctx, arrival, counted=counted, damaged=damaged)

    def invoice(self, _: Product, units: int) -> None:
        order = self.last(PurchaseOrder)
        lines = [InvoicedLineDraft(x.product.reference, units, x.unit_price) for x in order.lines]
        due = self.ctx.today() + timedelta(days=30)
        services.receive_supplier_invoice(self.ctx, order, number="F", lines=lines, due_on=due)

    def count(self, product: Product, units: int) -> None:
        count = services.request_count(self.ctx, product)
        services.report_count(self.ctx, count, counted=units * 3)
        services.adjust_stock(self.ctx, count, cause=CountCause.UNKNOWN)

    def apart(self, product: Product, units: int) -> None:
        services.quarantine_units(self.ctx, product, quantity=units, cause=QuarantineCause.DAMAGED)

    def settle(self, _: Product, units: int) -> None:
        kept = self.last(Quarantine, Quarantine.outcome == "")
        acts: list[Callable] = [services.scrap, services.send_back, services.release_quarantine]
        acts[units % 3](self.ctx, kept)

    def total(self, column: object, *where: object) -> int:
        return self.ctx.session.scalar(select(func.coalesce(func.sum(column), 0)).where(*where))

    def rows(self, kind: object, *where: object) -> int:
        return self.ctx.session.scalar(select(func.count()).select_from(kind).where(*where))

    def adds_up(self) -> None:
        for product in self.products:
            units, value = self.before[product.id]
            mine = StockMove.product_id == product.id
            assert product.physical == units + self.total(StockMove.quantity, mine)
            assert product.value == value + self.total(StockMove.value, mine)
            kept = self.total(Reservation.quantity, Reservation.product_id == product.id)
            assert product.reserved == kept
            assert 0 <= product.reserved + product.quarantined <= product.physical
            assert product.quarantined >= 0

    def purchases_agree_or_show_it(self) -> None:
        received = self.total(StockMove.quantity, StockMove.kind == MoveKind.RECEIPT)
        orders = self.ctx.session.scalars(select(PurchaseOrder).options(*PurchaseOrder.full()))
        lines = [line for order in orders for line in order.lines]
        assert received == sum(line.received for line in lines)
        for invoice in self.ctx.session.scalars(
            select(SupplierInvoice).options(*SupplierInvoice.full())
        ):
            found = match(invoice)
            too_many = any(line.invoiced > line.received for line in found.lines)
            assert too_many == any(code.startswith("quantity") for code in found.differences)

    def every_paper_is_kept(self) -> None:
        received = JournalEntry.verb.in_([payload.verb for payload in RECEIVED])
        issued = self.rows(StoredDocument)
        assert self.rows(ArchiveItem) == issued + self.rows(JournalEntry, received)


def play(ctx: Context, acts: list[Act]) -> None:
    """Do the acts, check the books after each, and leave no trace."""
    position, desk = ctx.run.position(), Desk(ctx)
    savepoint = ctx.session.begin_nested()
    try:
        for act in acts:
            desk.do(act)
            desk.adds_up()
        desk.purchases_agree_or_show_it()
        desk.every_paper_is_kept()
    finally:
        savepoint.rollback()
        # A row made and deleted since the savepoint would haunt the session.
        ctx.session.refresh(ctx.run)
        ctx.session.expunge_all()
        ctx.run.return_to(position)
        ctx.scratch.cautions.clear()


@settings(max_examples=25, deadline=None, suppress_health_check=QUIET)
@given(acts=ACTS)
def test_the_books_add_up_after_anything(ctx: Context, acts: list[Act]) -> None:
    play(ctx, acts)


@pytest.mark.nightly
@settings(max_examples=1500, deadline=None, suppress_health_check=QUIET)
@given(acts=ACTS)
def test_the_books_add_up_after_many_things(ctx: Context, acts: list[Act]) -> None:
    play(ctx, acts)
