"""The company's news feed: what changes, from when, and what was read of it."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, Index, Text, UniqueConstraint, bindparam, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from sandbox.core.orm import Base, Referable

SHOWN = 50
KINDS = {
    "tariff": ("Nouveau tarif", "tags"),
    "discontinued": ("Article arrêté", "slash-circle"),
    "procedure": ("Procédure changée", "journal-text"),
    "greener": ("Alternative plus écologique", "tree"),
    "other": ("Nouvelle", "megaphone"),
}


class News(Referable, Base):
    """A piece of news (ACT-); ``prices`` are the new ones by product, ten-thousandths of a euro."""

    __tablename__ = "news"
    __kind__ = "Actualité"
    __table_args__ = (UniqueConstraint("run_id", "reference"), Index(None, "run_id", "read_at"))

    at: Mapped[datetime]
    kind: Mapped[str]
    title: Mapped[str]
    text: Mapped[str] = mapped_column(Text)
    from_on: Mapped[date | None]
    prices: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    product: Mapped[str] = mapped_column(default="")
    instead: Mapped[str] = mapped_column(default="")
    applied_at: Mapped[datetime | None]
    read_at: Mapped[datetime | None]


UNREAD = (News.run_id == bindparam("run_id"), News.read_at.is_(None))


def news_of(session: Session, run_id: int) -> Sequence[News]:
    """The feed, the last first."""
    query = select(News).where(News.run_id == run_id).order_by(News.id.desc()).limit(SHOWN)
    return session.scalars(query).all()
