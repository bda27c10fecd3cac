"""Lines as people state them, and what they come to: pure, but for finding the products."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from sqlalchemy import select

from sandbox.core.context import Context
from sandbox.core.money import WHOLE
from sandbox.core.pricing import Totals
from sandbox.core.pricing import carriage as carriage_for
from sandbox.core.setting import SalesProcedure
from sandbox.core.units import Cents, Rate, UnitPrice
from sandbox.core.vat import vat_treatment
from sandbox.crm.models import Customer
from sandbox.erp.errors.selling import (
    BadCarriage,
    BadDiscount,
    BadPrice,
    BadQuantity,
    UnknownProduct,
)
from sandbox.erp.models import Amounts, OrderLine, PricedLine, Quote, QuoteLine
from sandbox.journal.payloads import Line
from sandbox.supply.models import Product

Catalogue = Mapping[str, Product]
L = TypeVar("L", QuoteLine, OrderLine)


@dataclass(frozen=True)
class LineDraft:
    """A line as it is asked for; nothing said means the list price and the customer's discount."""

    product: str
    quantity: int
    discount: Rate | None = None
    unit_price: UnitPrice | None = None
    second_discount: Rate | None = None
    optional: bool = False


def catalogue(ctx: Context, drafts: Iterable[LineDraft]) -> Catalogue:
    """The products that some lines name, by reference."""
    named = {draft.product for draft in drafts}
    found = ctx.session.scalars(
        select(Product).where(Product.run_id == ctx.run.id, Product.reference.in_(named))
    )
    return {product.reference: product for product in found}


def vat_of(rate: Rate, customer: Customer) -> Rate:
    """VAT rate of a sale to this customer (CGI 258 A, 262 I, 262 ter I)."""
    valid = bool(customer.vat_number)
    business = customer.business
    return vat_treatment(
        customer.country, business=business, number_valid=valid, french_rate=rate
    ).rate


def check(draft: LineDraft, line: int) -> None:
    """Raise BadQuantity, BadDiscount or BadPrice for a line that cannot be (numbered from 1)."""
    if draft.quantity < 1:
        raise BadQuantity(line=line)
    for discount in (draft.discount, draft.second_discount):
        if discount is not None and not 0 <= discount <= WHOLE:
            raise BadDiscount(line=line)
    if draft.unit_price is not None and draft.unit_price < 0:
        raise BadPrice(line=line)


def price(
    kind: type[L],
    draft: LineDraft,
    products: Catalogue,
    customer: Customer,
    position: int,
    agreed: PricedLine | None = None,
    overall: Rate = 0,
) -> L:
    """A priced line; what the draft leaves out comes from the line agreed before, or the list.

    ``overall`` is the discount on the whole document.
    Raises UnknownProduct, BadQuantity, BadDiscount or BadPrice.
    """
    product = products.get(draft.product)
    if product is None:
        raise UnknownProduct(product=draft.product, line=position)
    check(draft, position)
    line = kind(position=position, product_id=product.id, product=product, label=product.label)
    line.quantity, line.eco = draft.quantity, product.eco
    line.unit_price = _either(draft.unit_price, agreed.unit_price if agreed else product.price)
    line.discount = _either(draft.discount, agreed.discount if agreed else customer.discount)
    line.second_discount = _either(draft.second_discount, agreed.second_discount if agreed else 0)
    line.overall_discount = overall
    line.vat_rate = vat_of(product.vat_rate, customer)
    line.price()
    return line


def _either(said: int | None, otherwise: int) -> int:
    return otherwise if said is None else said


def price_all(
    ctx: Context,
    kind: type[L],
    drafts: Sequence[LineDraft],
    customer: Customer,
    quote: Quote | None = None,
    overall: Rate = 0,
) -> list[L]:
    """Priced lines in order, numbered from 1; raises as `price` does."""
    products = catalogue(ctx, drafts)
    agreed = {line.product.reference: line for line in quote.lines} if quote else {}
    spread = (quote.overall_discount or 0) if quote else overall
    return [
        price(kind, draft, products, customer, number, agreed.get(draft.product), spread)
        for number, draft in enumerate(drafts, 1)
    ]


def carriage(lines: Sequence[PricedLine], stated: Cents | None, sales: SalesProcedure) -> Cents:
    """Carriage in cents: the one stated, else by the procedure on the net of goods.

    Nothing ordered, nothing carried. Raises BadCarriage for a negative one.
    """
    if stated is not None:
        if stated < 0:
            raise BadCarriage
        return stated
    goods = sum(line.net for line in lines)
    return carriage_for(goods, sales.carriage_flat, sales.carriage_free_from) if lines else 0


def total_up(
    document: Amounts,
    lines: Sequence[PricedLine],
    stated: Cents | None,
    sales: SalesProcedure,
    customer: Customer,
) -> Totals:
    """Set the totals of a document; raises BadCarriage."""
    found = carriage(lines, stated, sales)
    return document.total_up(lines, found, vat_of(sales.carriage_vat, customer))


def payload_lines(lines: Iterable[QuoteLine | OrderLine]) -> tuple[Line, ...]:
    """Lines as the journal keeps them."""
    return tuple(
        Line(
            line.product.reference,
            line.quantity,
            line.unit_price,
            line.discount,
            line.net,
            line.second_discount or 0,
            line.overall_discount or 0,
        )
        for line in lines
    )


def quote_lines(
    ctx: Context, drafts: Sequence[LineDraft], customer: Customer, overall: Rate
) -> list[QuoteLine]:
    """Lines of a quote, firm or optional; raises as `price` does."""
    found = price_all(ctx, QuoteLine, drafts, customer, overall=overall)
    for line, draft in zip(found, drafts, strict=True):
        line.optional = draft.optional
    return found
