"""Carriers."""

from sqlalchemy import Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from sandbox.core.orm import Base, Cents, Referable


class Carrier(Referable, Base):
    """Somebody who carries goods; delay in working days, cut-off as HH:MM company time."""

    __tablename__ = "carrier"
    __kind__ = "Transporteur"
    __table_args__ = (UniqueConstraint("run_id", "reference"),)

    name: Mapped[str]
    price: Mapped[Cents]
    delay_days: Mapped[int]
    cut_off: Mapped[str] = mapped_column(default="16:00")
    grams_co2: Mapped[int] = mapped_column(default=0)
    conditions: Mapped[str] = mapped_column(Text, default="")
