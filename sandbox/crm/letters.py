"""What goes by post: ordinary letters, and registered ones with their receipt."""

from collections.abc import Sequence
from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import Index, UniqueConstraint, select
from sqlalchemy.orm import Mapped, Session, joinedload, mapped_column, relationship
from sqlalchemy.sql.base import ExecutableOption

from sandbox.core.orm import SAME_RUN, Base, Cents, Referable, in_run
from sandbox.crm.errors import AlreadyReturned
from sandbox.crm.models import Channel, Customer

SHOWN = 100
PAPER = (Channel.LETTER, Channel.REGISTERED)


class LetterStatus(StrEnum):
    """Life of a letter; an ordinary one leaves no proof, and stays posted."""

    POSTED = "posted"
    SIGNED = "signed"
    UNCLAIMED = "unclaimed"


class Letter(Referable, Base):
    """A letter posted (LET-): its cost in cents, and for a registered one its number and receipt.

    ``message`` is the message that it carries; ``presented_on`` the day that counts in law.
    """

    __tablename__ = "letter"
    __kind__ = "Courrier"
    __table_args__ = (
        UniqueConstraint("run_id", "reference"),
        in_run("customer_id", "customer"),
        Index(None, "run_id", "posted_at"),
    )

    message: Mapped[str]
    registered: Mapped[bool] = mapped_column(default=False)
    to_key: Mapped[str]
    to_name: Mapped[str]
    subject: Mapped[str]
    about: Mapped[str | None]
    customer_id: Mapped[int | None]
    posted_at: Mapped[datetime]
    cost: Mapped[Cents] = mapped_column(default=0)
    tracking: Mapped[str] = mapped_column(default="")
    status: Mapped[str] = mapped_column(default=LetterStatus.POSTED)
    presented_on: Mapped[date | None]
    signed_on: Mapped[date | None]
    returned_at: Mapped[datetime | None]

    customer: Mapped[Customer | None] = relationship(lazy="raise_on_sql", overlaps=SAME_RUN)

    @classmethod
    def full(cls) -> tuple[ExecutableOption, ...]:
        return (joinedload(cls.customer),)

    def come_back(self, at: datetime, presented_on: date, signed_on: date | None) -> None:
        """Its receipt, or the letter itself, comes back; raises AlreadyReturned."""
        if not self.registered or self.status != LetterStatus.POSTED:
            raise AlreadyReturned(reference=self.reference)
        self.status = LetterStatus.UNCLAIMED if signed_on is None else LetterStatus.SIGNED
        self.presented_on, self.signed_on, self.returned_at = presented_on, signed_on, at


def letters_of(session: Session, run_id: int) -> Sequence[Letter]:
    """Latest letters posted, the last first."""
    query = select(Letter).where(Letter.run_id == run_id).order_by(Letter.id.desc()).limit(SHOWN)
    return session.scalars(query).all()
