"""Declarative base, column types and the keys of a run: plain SQLAlchemy, no Flask."""

from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, Dialect, ForeignKey, ForeignKeyConstraint, MetaData
from sqlalchemy import DateTime as SqlDateTime
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.sql.base import ExecutableOption
from sqlalchemy.types import TypeDecorator

from sandbox.core.calendar import PARIS
from sandbox.core.units import Cents, Rate, UnitPrice

NAMING = {
    "ix": "ix_%(column_0_N_label)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


# Relations of a run all write the same ``run_id``: SQLAlchemy need not warn of the overlap.
SAME_RUN = "__*"


class CompanyTime(TypeDecorator[datetime]):
    """Aware Paris datetime, stored as Paris wall time so that both databases sort it alike."""

    impl = SqlDateTime(timezone=False)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return None if value is None else value.astimezone(PARIS).replace(tzinfo=None)

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        return None if value is None else value.replace(tzinfo=PARIS)


class Base(DeclarativeBase):
    """Parent of every mapped class."""

    metadata = MetaData(naming_convention=NAMING)
    type_annotation_map = {
        Cents: BigInteger(),
        UnitPrice: BigInteger(),
        Rate: BigInteger(),
        datetime: CompanyTime(),
    }


class InRun:
    """Key of every business table: the run, then an id from the run's own counter.

    A fresh run copies the rows of its template, table by table, unless ``copied`` is false.
    """

    copied = True

    run_id: Mapped[int] = mapped_column(ForeignKey("run.id"), primary_key=True)
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)

    @classmethod
    def full(cls) -> tuple[ExecutableOption, ...]:
        """Loader options that a use case on one such row needs."""
        return ()


class Referable(InRun):
    """A row that people call by a reference, unique in its run.

    A draft bears an alias such as ``DE-B17``; issuing it gives the final number. ``__played__`` is
    what play files call it, where the room that plays them may not know its class.
    """

    __kind__ = "L'élément"
    __played__ = ""

    reference: Mapped[str]


def in_run(column: str, table: str) -> ForeignKeyConstraint:
    """Composite foreign key to a row of the same run."""
    return ForeignKeyConstraint(["run_id", column], [f"{table}.run_id", f"{table}.id"])


__all__ = [
    "SAME_RUN",
    "Base",
    "Cents",
    "CompanyTime",
    "InRun",
    "Rate",
    "Referable",
    "UnitPrice",
    "in_run",
]
