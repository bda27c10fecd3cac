"""Suppliers, and the items that they sell us."""

from datetime import date
from typing import Any

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, joinedload, mapped_column, relationship
from sqlalchemy.sql.base import ExecutableOption

from sandbox.core.orm import SAME_RUN, Base, Cents, Rate, Referable, UnitPrice, in_run
from sandbox.core.stock import Holding, cost_of
from sandbox.core.units import Days


def _opening_value(context: Any) -> Cents:
    """What the first units of a new item cost, in cents."""
    row = context.get_current_parameters()
    return cost_of(row["physical"] or 0, row["cost"]) if row["stocked"] else 0


class Supplier(Referable, Base):
    """Somebody we buy from; lead time in working days."""

    __tablename__ = "supplier"
    __kind__ = "Fournisseur"
    __table_args__ = (UniqueConstraint("run_id", "reference"),)

    name: Mapped[str]
    email: Mapped[str] = mapped_column(default="")
    phone: Mapped[str] = mapped_column(default="")
    town: Mapped[str] = mapped_column(default="")
    country: Mapped[str] = mapped_column(default="FR")
    lead_days: Mapped[int]
    marketplace: Mapped[bool] = mapped_column(default=False)


class Product(Referable, Base):
    """An item of the catalogue and its stock counters (units), which the moves add up to.

    ``value`` is what the units held cost, in cents; ``demand`` the hundredths of a unit sold a
    worked day; ``miscount`` what is really on the shelves less the books, until it is counted;
    ``made`` says that we produce it to order, in ``make_days`` worked days; ``stopped_on`` that it
    is bought no more, ``instead`` the product to offer in its place.
    """

    __tablename__ = "product"
    __kind__ = "Article"
    __table_args__ = (UniqueConstraint("run_id", "reference"), in_run("supplier_id", "supplier"))

    label: Mapped[str]
    family: Mapped[str]
    unit: Mapped[str] = mapped_column(default="pièce")
    price: Mapped[UnitPrice]
    cost: Mapped[UnitPrice]
    vat_rate: Mapped[Rate]
    eco: Mapped[Cents] = mapped_column(default=0)
    weight: Mapped[int] = mapped_column(default=0)
    ean: Mapped[str] = mapped_column(default="")
    supplier_id: Mapped[int | None]
    stocked: Mapped[bool] = mapped_column(default=True)
    pack: Mapped[int] = mapped_column(default=1)
    stopped_on: Mapped[date | None]
    instead: Mapped[str] = mapped_column(default="")
    reorder_point: Mapped[int] = mapped_column(default=0)
    reorder_quantity: Mapped[int] = mapped_column(default=0)
    minimum: Mapped[int] = mapped_column(default=1)
    made: Mapped[bool] = mapped_column(default=False)
    make_days: Mapped[int] = mapped_column(default=0)
    demand: Mapped[int] = mapped_column(default=0)
    safety: Mapped[int] = mapped_column(default=0)
    physical: Mapped[int] = mapped_column(default=0)
    reserved: Mapped[int] = mapped_column(default=0)
    quarantined: Mapped[int] = mapped_column(default=0)
    miscount: Mapped[int] = mapped_column(default=0)
    value: Mapped[Cents] = mapped_column(default=_opening_value)

    supplier: Mapped[Supplier | None] = relationship(lazy="raise_on_sql", overlaps=SAME_RUN)

    @classmethod
    def full(cls) -> tuple[ExecutableOption, ...]:
        return (joinedload(cls.supplier),)

    @property
    def available(self) -> int:
        """Units that nobody has claimed yet."""
        return self.physical - self.reserved - self.quarantined

    @property
    def lead_days(self) -> Days:
        """Worked days before units ordered or made today are here."""
        if self.made:
            return self.make_days
        return self.supplier.lead_days if self.supplier else 0

    @property
    def holding(self) -> Holding:
        """Units held and their cost."""
        return Holding(self.physical, self.value)

    @property
    def average_cost(self) -> UnitPrice:
        """Weighted average cost (CUMP) of a unit; the catalogue cost when nothing is held."""
        return self.holding.average or self.cost

    def must_be_reordered(self, on_order: int) -> bool:
        """Whether what is free and what is coming are below the reorder point, in units."""
        return self.stocked and self.available + on_order < self.reorder_point

    def set_aside(self, quantity: int) -> int:
        """Reserve what can be of these units and return it; a service is never short."""
        if not self.stocked:
            return quantity
        self.reserved += (kept := min(quantity, max(self.available, 0)))
        return kept

    def let_go(self, quantity: int) -> None:
        """Give reserved units back."""
        if self.stocked:
            self.reserved -= min(quantity, self.reserved)
