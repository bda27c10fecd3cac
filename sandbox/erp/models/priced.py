"""Priced lines and totals, whatever the document."""

from collections.abc import Sequence

from sqlalchemy.orm import Mapped, mapped_column

from sandbox.core.money import WHOLE, divide_half_up
from sandbox.core.orm import Cents, InRun, Rate, UnitPrice
from sandbox.core.pricing import Totals, line_net, totals


class PricedLine(InRun):
    """A priced line, whatever the document: net in cents, discount applied, rounded half up.

    ``eco`` is the eco-contribution of one unit, in cents, never discounted and not in ``net``.
    """

    position: Mapped[int]
    label: Mapped[str]
    quantity: Mapped[int]
    unit_price: Mapped[UnitPrice]
    discount: Mapped[Rate] = mapped_column(default=0)
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
        return self.quantity, self.unit_price, self.discount

    def price(self) -> None:
        """Reckon the net of the line; raises ValueError for a discount outside 0-100 %."""
        self.net = line_net(self.quantity, self.unit_price, self.discount)

    def discount_from(self, list_price: UnitPrice) -> Rate:
        """What the line gives away against the list, whether by its discount or by its price."""
        if list_price <= 0:
            return self.discount
        asked = divide_half_up(self.unit_price * (WHOLE - self.discount), list_price)
        return max(self.discount, WHOLE - asked)


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
