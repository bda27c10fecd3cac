"""Priced lines and totals, whatever the document."""

from collections.abc import Sequence

from sqlalchemy.orm import Mapped, mapped_column

from sandbox.core.money import WHOLE, divide_half_up
from sandbox.core.orm import Cents, InRun, Rate, UnitPrice
from sandbox.core.pricing import Totals, equivalent_discount, line_net, totals


class PricedLine(InRun):
    """A priced line, whatever the document: net in cents, discount applied, rounded half up.

    ``eco`` is the eco-contribution of one unit, in cents, never discounted and not in ``net``.
    ``second_discount`` is taken on what the first leaves, ``overall_discount`` is the part of the
    discount on the whole document: spread so, it follows the VAT rate of each line.
    """

    position: Mapped[int]
    label: Mapped[str]
    quantity: Mapped[int]
    unit_price: Mapped[UnitPrice]
    discount: Mapped[Rate] = mapped_column(default=0)
    second_discount: Mapped[Rate] = mapped_column(default=0)
    overall_discount: Mapped[Rate] = mapped_column(default=0)
    vat_rate: Mapped[Rate]
    eco: Mapped[Cents] = mapped_column(default=0)
    net: Mapped[Cents]

    @property
    def lent(self) -> str:
        """Code of the packaging whose deposit it charges, which is no sale; empty for a sale."""
        return ""

    @property
    def eco_total(self) -> Cents:
        """Eco-contribution of the line."""
        return self.quantity * self.eco

    @property
    def terms(self) -> tuple[int, UnitPrice, Rate]:
        """Quantity, price and discount: what two parties agree on."""
        return self.quantity, self.unit_price, self.whole_discount

    @property
    def own_discounts(self) -> tuple[Rate, Rate]:
        """Discounts of the line itself, the second on what the first leaves."""
        return self.discount, self.second_discount or 0

    @property
    def further_discounts(self) -> tuple[Rate, ...]:
        """Discounts after the first, in their order; those that are nothing are left out."""
        found = (self.second_discount or 0, self.overall_discount or 0)
        return tuple(discount for discount in found if discount)

    @property
    def discount_steps(self) -> tuple[Rate, ...]:
        """Every discount of the line, in the order in which they are taken."""
        first = (self.discount,) if self.discount else ()
        return (*first, *self.further_discounts)

    @property
    def whole_discount(self) -> Rate:
        """The single discount that they come to: 10 % then 5 % make 14.5 %."""
        return equivalent_discount(*self.discount_steps)

    @property
    def before_overall(self) -> Cents:
        """Net of the line without the discount on the whole document."""
        return line_net(self.quantity, self.unit_price, *self.own_discounts)

    def price(self) -> None:
        """Reckon the net of the line; raises ValueError for a discount outside 0-100 %."""
        steps = (self.discount, *self.further_discounts)
        self.net = line_net(self.quantity, self.unit_price, *steps)

    def discount_from(self, list_price: UnitPrice) -> Rate:
        """What the line gives away against the list, whether by its discount or by its price."""
        if list_price <= 0:
            return self.whole_discount
        asked = divide_half_up(self.unit_price * (WHOLE - self.whole_discount), list_price)
        return max(self.whole_discount, WHOLE - asked)


class Amounts:
    """Totals of a document in cents; VAT reckoned once per rate on the sum of rounded lines."""

    carriage: Mapped[Cents] = mapped_column(default=0)
    net: Mapped[Cents] = mapped_column(default=0)
    vat: Mapped[Cents] = mapped_column(default=0)
    gross: Mapped[Cents] = mapped_column(default=0)

    @staticmethod
    def foot(lines: Sequence[PricedLine], carriage: Cents, carriage_vat: Rate) -> Totals:
        """Totals of these lines and the carriage (cents), eco-contribution in the VAT base."""
        rows = [(line.vat_rate, line.net + line.eco_total) for line in lines]
        return totals([*rows, (carriage_vat, carriage)] if carriage else rows)

    def total_up(self, lines: Sequence[PricedLine], carriage: Cents, carriage_vat: Rate) -> Totals:
        """Set the totals of the document from its lines and carriage, in cents."""
        found = self.foot(lines, carriage, carriage_vat)
        self.carriage, self.net, self.vat, self.gross = (
            carriage,
            found.net,
            found.vat,
            found.gross,
        )
        return found
