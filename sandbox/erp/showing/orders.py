"""Orders on the screen: the document, what was checked, and what it says of the decision."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from flask import url_for

from sandbox.core.run import Mode
from sandbox.core.setting import SalesProcedure, Setting
from sandbox.core.terms import label
from sandbox.core.units import Cents
from sandbox.erp.comparison import Comparison, Row, Side
from sandbox.erp.labels import CANCELLATION, DEFINITION, ORDER, ORDER_STEPS, RELEASE
from sandbox.erp.models import Order, OrderStatus, Quote
from sandbox.erp.queries.credit import Outstanding
from sandbox.erp.queries.ordering import OrderFile
from sandbox.erp.showing.common import feed, foot_of
from sandbox.erp.showing.offering import terms_shown
from sandbox.erp.showing.solvency import solvency_called
from sandbox.filters import eur, plural, rate, short_day, unit_price
from sandbox.journal.payloads import OutstandingConsulted

Cell = tuple[str, str, str, str, bool]


@dataclass(frozen=True)
class ComparedRow:
    """One product or term: a cell says (heading, quote, order, terms of sale, whether it differs).

    The terms of sale are the price list, the customer's usual discount, and the company's rules.
    """

    product: str
    label: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class CreditView:
    """A look-up of credit against the limit, cents; ``definition`` says what is counted."""

    found: OutstandingConsulted
    counted: Cents
    excess: Cents
    definition: str


@dataclass(frozen=True)
class StockRow:
    """One product of the order: units wanted, and what the look-up found."""

    product: str
    label: str
    wanted: int
    physical: int
    reserved: int
    available: int
    on_order: int
    expected_on: date | None


def order_page(file: OrderFile, setting: Setting, mode: str) -> dict[str, Any]:
    """An order, ready to show; differences are marked in discovery mode alone."""
    order = file.order
    sales = setting.procedures.sales
    return {
        "file": file,
        "order": order,
        "steps": ORDER_STEPS,
        "current": _step(file),
        "stopped": ORDER[order.status][0] if order.status in _OFF_ROAD else "",
        "terms": label(order.customer.terms),
        "solvency_called": solvency_called(order.customer, order.gross, setting),
        "offer": terms_shown(order),
        "foot_rows": foot_of(order, order.lines, sales, order.customer),
        "compared": file.comparison and compared_rows(order, file.comparison, sales),
        "marked": mode == Mode.DISCOVERY,
        "credit": file.credit and credit_view(file.credit.found, setting),
        "stock": file.stock and stock_rows(file),
        "feed": feed(file.entries, setting, order.customer.name),
        "grounds": RELEASE.items(),
        "cancel_grounds": CANCELLATION.items(),
        "smart": smart(file),
    }


_OFF_ROAD = (OrderStatus.HELD, OrderStatus.DECLINED, OrderStatus.CANCELLED)


def _step(file: OrderFile) -> str:
    status = file.order.status
    if status == OrderStatus.INVOICED and file.paid:
        return "paid"
    if status == OrderStatus.PARTLY_SHIPPED:
        return OrderStatus.SHIPPED
    return OrderStatus.RECEIVED if status in _OFF_ROAD else status


def compared_rows(order: Order, comparison: Comparison, sales: SalesProcedure) -> list[ComparedRow]:
    """Both documents and the terms of sale side by side, what is not a product last."""
    rows = [ComparedRow(row.product, row.label, _cells(row)) for row in comparison.rows]
    dates = (short_day(comparison.quote_date), short_day(comparison.order_date))
    rows.append(
        ComparedRow("", "Livraison souhaitée", (("Date", *dates, "", comparison.date_differs),))
    )
    return rows + _terms(order, order.quoted(), sales)


def _cells(row: Row) -> tuple[Cell, ...]:
    kinds = {code.partition(":")[0] for code in row.codes}
    whole = bool(kinds & {"missing", "product"})
    _, *listed = _written(row.listed)
    columns = zip(_written(row.quote), _written(row.order), ("", *listed), strict=True)
    names = (("Quantité", "quantity"), ("PU HT", "price"), ("Remise", "discount"))
    return tuple(
        (heading, *column, whole or kind in kinds)
        for (heading, kind), column in zip(names, columns, strict=True)
    )


def _terms(order: Order, quote: Quote, sales: SalesProcedure) -> list[ComparedRow]:
    """Carriage, and whether the order came while the quote was still good."""
    flat, free_from = eur(sales.carriage_flat), eur(sales.carriage_free_from)
    rule = f"{flat}, franco dès {free_from}"
    sent = (eur(quote.carriage), eur(order.carriage), rule, quote.carriage != order.carriage)
    rows = [ComparedRow("", "Port HT", (("Montant", *sent),))]
    if quote.valid_until is not None:
        came = order.received_at.date()
        stands = (f"jusqu’au {short_day(quote.valid_until)}", f"reçue le {short_day(came)}")
        usual = plural(sales.quote_validity_days, "jour")
        said = (("Date", *stands, usual, came > quote.valid_until),)
        rows.append(ComparedRow("", "Validité du devis", said))
    return rows


def _written(side: Side | None) -> tuple[str, str, str]:
    if side is None:
        return "—", "—", "—"
    return str(side.quantity), unit_price(side.unit_price), rate(side.discount)


def credit_view(found: OutstandingConsulted, setting: Setting) -> CreditView:
    """What a look-up of credit says, as the company's procedure counts."""
    credit = setting.procedures.credit
    owed = Outstanding(
        found.invoiced_unpaid,
        found.orders_not_invoiced,
        found.this_order,
        found.limit,
        found.oldest_overdue_days,
    )
    return CreditView(
        found, owed.counted(credit), owed.excess(credit), DEFINITION[credit.definition]
    )


def stock_rows(file: OrderFile) -> list[StockRow]:
    """What a look-up of stock said of the order's products."""
    if file.stock is None:
        return []
    order = file.order
    lines = {line.product.reference: line for line in order.lines}
    return [
        StockRow(
            position.product,
            lines[position.product].label,
            order.wanted[lines[position.product].product.id],
            position.physical,
            position.reserved,
            position.available,
            position.on_order,
            position.expected_on,
        )
        for position in file.stock.found.positions
        if position.product in lines
    ]


def smart(file: OrderFile) -> list[tuple[str, int, str, str]]:
    """Linked documents: icon, how many, what, and the address of the first."""
    quote = file.order.quote
    kinds = [document.kind for document in file.linked]
    url = _url(".quote", "quote_id", quote.id if quote else None)
    return [
        ("file-earmark-text", 1 if quote else 0, "Devis", url),
        ("truck", kinds.count("delivery"), "Livraison", _linked(file, "delivery")),
        ("receipt", kinds.count("invoice"), "Facture", _linked(file, "invoice")),
    ]


def _linked(file: OrderFile, kind: str) -> str:
    """Address of the first document of a kind, empty when there is none."""
    first = next((document.id for document in file.linked if document.kind == kind), None)
    return _url(f".{kind}", f"{kind}_id", first)


def _url(endpoint: str, argument: str, row_id: int | None) -> str:
    if row_id is None:
        return ""
    values: dict[str, Any] = {argument: row_id}
    return url_for(endpoint, **values)


def states() -> list[tuple[str, str]]:
    """Facet of the list."""
    return [
        ("", "Toutes"),
        ("received", "À vérifier"),
        ("held", "En attente"),
        ("under_way", "En cours"),
        ("invoiced", "Facturées"),
        ("declined", "Refusées"),
        ("cancelled", "Annulées"),
    ]
