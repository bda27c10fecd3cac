"""Twelve months of books: whatever the company, everything in them adds up."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import TypeVar

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from sandbox.core.calendar import add_months, is_working_day, working_days_between
from sandbox.core.numbering import date_regressions, missing_references
from sandbox.core.orm import InRun
from sandbox.core.run import Run
from sandbox.core.setting import setting_of
from sandbox.core.terms import due_date
from sandbox.crm.models import Customer
from sandbox.erp import collection
from sandbox.erp.models import (
    BankLine,
    CreditNote,
    DeliveryLine,
    DeliveryNote,
    Dunning,
    Invoice,
    Order,
    Payment,
    Quote,
    Reconciliation,
)
from sandbox.erp.queries.credit import outstanding
from sandbox.erp.services.lines import vat_of
from sandbox.simulation.opening import open_run
from sandbox.simulation.world import install
from sandbox.supply.models import Product, ProductionRequest, PurchaseOrder, StockMove
from tests.simulation.companies.whole import COMPANIES, whole_company

START = date(2026, 11, 17)
Row = TypeVar("Row", bound=InRun)


@dataclass
class Books:
    """Everything that a fresh run of a whole company holds."""

    session: Session
    run: Run

    def all(self, kind: type[Row]) -> list[Row]:
        found = select(kind).where(kind.run_id == self.run.id).order_by(kind.id)
        return list(self.session.scalars(found.options(*kind.full())))


@pytest.fixture(params=COMPANIES)
def books(request: pytest.FixtureRequest, session: Session, tmp_path: Path) -> Books:
    template = install(session, "entiere", whole_company(tmp_path, request.param))
    return Books(session, open_run(session, template, seed=1))


def test_the_year_of_a_company_adds_up(books: Books) -> None:
    """One opening for all, since it is what takes time."""
    for promise in PROMISES:
        promise(books)


def papers_are_there(books: Books) -> None:
    sales = len(books.all(Order))
    assert 380 <= sales <= 560
    assert len(books.all(DeliveryNote)) == sales
    assert len(books.all(Invoice)) == sales + len(books.all(CreditNote))
    assert len(books.all(Customer)) == 120
    assert len(books.all(Quote)) > 60
    buyers = {order.customer_id for order in books.all(Order)}
    assert len(buyers) >= 110


def outstanding_is_what_was_invoiced_less_what_came_back(books: Books) -> None:
    owed: defaultdict[int, int] = defaultdict(int)
    for invoice in books.all(Invoice):
        owed[invoice.customer_id] += invoice.gross
    for note in books.all(CreditNote):
        owed[note.customer_id] -= note.gross
    for payment in books.all(Payment):
        owed[payment.customer_id] -= payment.amount
    for customer in books.all(Customer):
        found = outstanding(books.session, books.run.id, customer, START)
        assert found.invoiced_unpaid == owed[customer.id] >= 0
        assert found.orders_not_invoiced == 0


def payments_match_invoices_and_the_bank(books: Books) -> None:
    paid: defaultdict[int, int] = defaultdict(int)
    for link in books.all(Reconciliation):
        paid[link.invoice_id] += link.amount
    bank = {line.id: line for line in books.all(BankLine)}
    for payment in books.all(Payment):
        line = bank[payment.bank_line_id or 0]
        assert (line.amount, line.recorded, payment.left) == (payment.amount, True, 0)
    for invoice in books.all(Invoice):
        assert invoice.paid == paid[invoice.id]
        assert invoice.balance in (0, invoice.gross)


def vat_adds_up(books: Books) -> None:
    for document in (*books.all(Invoice), *books.all(Order), *books.all(Quote)):
        rate = setting_of(books.session, books.run.digest).procedures.sales.carriage_vat
        vat = vat_of(rate, document.customer)
        assert {line.vat_rate for line in document.lines} <= {
            vat_of(2000, document.customer),
            vat_of(550, document.customer),
        }
        found = document.foot(document.lines, document.carriage, vat)
        assert (document.net, document.vat) == (found.net, found.vat)
        assert document.gross == document.net + document.vat


def stock_is_the_sum_of_its_moves(books: Books) -> None:
    moves: defaultdict[int, list[StockMove]] = defaultdict(list)
    for move in sorted(books.all(StockMove), key=lambda move: (move.at, move.id)):
        moves[move.product_id].append(move)
    for product in books.all(Product):
        held = 0
        for move in moves[product.id]:
            held += move.quantity
            assert held >= 0, product.reference
        assert held == product.physical
        assert sum(move.value for move in moves[product.id]) == product.value
    stocked = {product.id for product in books.all(Product) if product.stocked}
    shipped = sum(line.quantity for line in books.all(DeliveryLine) if line.product_id in stocked)
    moved = (move for found in moves.values() for move in found if move.kind == "shipment")
    assert -sum(move.quantity for move in moved) == shipped


def series_have_no_gap_and_follow_the_days(books: Books) -> None:
    dated: list[tuple[str, date]] = []
    dated += [(row.reference, row.issued_on) for row in books.all(Invoice)]
    dated += [(row.reference, row.issued_on) for row in books.all(CreditNote)]
    dated += [(row.reference, row.received_at.date()) for row in books.all(Order)]
    dated += [
        (row.reference, (row.shipped_at or row.prepared_at).date())
        for row in books.all(DeliveryNote)
    ]
    dated += [(row.reference, row.left_on) for row in books.all(Quote)]
    dated += [(row.reference, row.recorded_at.date()) for row in books.all(Payment)]
    dated += [(row.reference, row.sent_at.date()) for row in books.all(PurchaseOrder)]
    dated += [(row.reference, row.asked_at.date()) for row in books.all(ProductionRequest)]
    assert missing_references(reference for reference, _ in dated) == ()
    assert date_regressions(dated) == ()


def days_follow_one_another(books: Books) -> None:
    first = add_months(START, -12)
    for note in books.all(DeliveryNote):
        order = note.order
        assert note.shipped_at is not None
        assert note.arrives_on is not None
        assert (
            first <= order.received_at.date() <= note.shipped_at.date() <= note.arrives_on < START
        )
        assert is_working_day(order.received_at.date())
    for invoice in books.all(Invoice):
        assert invoice.due_on == due_date(invoice.customer.terms, invoice.issued_on)
        assert invoice.issued_on < START
    for quote in books.all(Quote):
        assert quote.ends_on == quote.left_on + timedelta(
            days=setting_of(books.session, books.run.digest).procedures.sales.quote_validity_days
        )
        assert quote.left_on < START


def the_usual_order_is_the_mean_of_the_year(books: Books) -> None:
    spent: defaultdict[int, list[int]] = defaultdict(list)
    for order in books.all(Order):
        spent[order.customer_id].append(order.gross)
    for customer in books.all(Customer):
        if amounts := spent[customer.id]:
            assert abs(customer.mean_order * len(amounts) - sum(amounts)) <= len(amounts)


def late_payers_were_chased_by_the_procedure(books: Books) -> None:
    rules = setting_of(books.session, books.run.digest).procedures.dunning
    taken: defaultdict[int, list[str]] = defaultdict(list)
    for act in books.all(Dunning):
        taken[act.invoice_id].append(act.level)
    steps = sorted(rules.steps, key=lambda step: step.after_days)
    late = 0
    for invoice in books.all(Invoice):
        due = [s.level for s in steps if collection.falls_on(s, invoice.due_on) < START]
        assert taken[invoice.id] == (due if invoice.balance else [])
        assert invoice.dunning_level == (taken[invoice.id] or [""])[-1]
        late += invoice.days_late(START) > 0
    assert 5 <= late <= 45


def most_customers_are_under_their_limit(books: Books) -> None:
    over = [
        customer.reference
        for customer in books.all(Customer)
        if outstanding(books.session, books.run.id, customer, START).invoiced_unpaid
        > customer.credit_limit
    ]
    assert len(over) <= 6


def made_to_order_means_made_for_somebody(books: Books) -> None:
    orders = {order.reference: order for order in books.all(Order)}
    made = {product.id for product in books.all(Product) if product.made}
    wanted = sum(
        units
        for order in orders.values()
        for product, units in order.wanted.items()
        if product in made
    )
    requests = books.all(ProductionRequest)
    for request in requests:
        taken = working_days_between(request.asked_at.date(), request.due_on)
        assert taken >= request.product.make_days
        assert orders[request.needed_for].wanted[request.product_id] == request.quantity
    assert sum(request.quantity for request in requests) == wanted


PROMISES = (
    papers_are_there,
    outstanding_is_what_was_invoiced_less_what_came_back,
    payments_match_invoices_and_the_bank,
    vat_adds_up,
    stock_is_the_sum_of_its_moves,
    series_have_no_gap_and_follow_the_days,
    days_follow_one_another,
    the_usual_order_is_the_mean_of_the_year,
    late_payers_were_chased_by_the_procedure,
    most_customers_are_under_their_limit,
    made_to_order_means_made_for_somebody,
)
