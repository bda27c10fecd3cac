"""What a quote comes to while it is being typed: pure, nothing is read or kept."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from sandbox.core.errors import Caution, DomainError
from sandbox.core.pricing import Totals
from sandbox.core.setting import Procedures
from sandbox.core.units import Cents, Rate
from sandbox.crm.models import Customer
from sandbox.erp.forms.selling import TypedLine, named
from sandbox.erp.models import Amounts, ApprovalKind, QuoteLine
from sandbox.erp.services.lines import LineDraft, carriage, price, vat_of
from sandbox.erp.services.quoting import breaches
from sandbox.supply.models import Product


@dataclass(frozen=True)
class PreviewLine:
    """One line of the grid: what it comes to, or why it cannot be read."""

    typed: TypedLine
    priced: QuoteLine | None = None
    draft: LineDraft | None = None
    product: Product | None = None
    error: str = ""

    @property
    def unfinished(self) -> bool:
        """Whether only the quantity lacks: nobody is told off for what they are about to type."""
        return self.product is not None and not self.typed.quantity


@dataclass(frozen=True)
class Preview:
    """The whole quote as typed: lines, goods and carriage in cents, totals, breaches.

    ``overall`` is what the discount on the whole takes off; ``with_options`` the total with tax if
    every option were taken, 0 when there is none.
    """

    lines: list[PreviewLine]
    goods: Cents
    eco: Cents
    carriage: Cents
    totals: Totals
    breaches: dict[ApprovalKind, Caution] = field(default_factory=dict)
    overall: Cents = 0
    with_options: Cents = 0

    @property
    def drafts(self) -> list[LineDraft]:
        """Lines that can be read."""
        return [line.draft for line in self.lines if line.draft is not None]

    @property
    def readable(self) -> bool:
        """Whether every line can be."""
        return not any(line.error for line in self.lines)


def preview(
    typed: Sequence[TypedLine],
    products: Sequence[Product],
    customer: Customer | None,
    procedures: Procedures,
    post: str,
    stated_carriage: Cents | None = None,
    overall: Rate = 0,
) -> Preview:
    """Price what was typed, line by line; a line that cannot be read says why and counts for 0."""
    buyer = customer or Customer(country="FR", business=True, vat_number="", discount=0)
    lines = [_line(number, each, products, buyer, overall) for number, each in enumerate(typed, 1)]
    priced = [line.priced for line in lines if line.priced is not None]
    firm = [line.priced for line in lines if line.priced is not None and not line.typed.optional]
    port, port_vat = (
        carriage(firm, stated_carriage, procedures.sales),
        procedures.sales.carriage_vat,
    )
    totals = Amounts.foot(firm, port, vat_of(port_vat, buyer))
    everything = Amounts.foot(priced, port, vat_of(port_vat, buyer))
    discount = _highest(priced)
    return Preview(
        lines=lines,
        goods=sum(line.net for line in firm),
        eco=sum(line.eco_total for line in firm),
        overall=sum(line.before_overall - line.net for line in firm),
        with_options=everything.gross if len(priced) > len(firm) else 0,
        carriage=port,
        totals=totals,
        breaches=breaches(totals.net, discount, procedures.level(post), buyer),
    )


def _highest(lines: Sequence[QuoteLine]) -> Rate:
    return max((line.discount_from(line.product.price) for line in lines), default=0)


def _line(
    number: int, typed: TypedLine, products: Sequence[Product], buyer: Customer, overall: Rate
) -> PreviewLine:
    if typed.blank:
        return PreviewLine(typed)
    product: Product | None = None
    try:
        product = named(typed.product, products)
        draft = typed.draft(products)
        line = price(QuoteLine, draft, {product.reference: product}, buyer, number, overall=overall)
    except (DomainError, ValueError) as error:
        text = str(error).removeprefix(f"Ligne {number} : ")
        return PreviewLine(typed, product=product, error=text[:1].upper() + text[1:])
    return PreviewLine(typed, line, draft, product)
