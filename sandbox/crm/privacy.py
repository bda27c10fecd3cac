"""Data protection as it is lived: requests of people, and what is held on them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, Index, UniqueConstraint, func, select
from sqlalchemy.orm import Mapped, Session, joinedload, mapped_column, relationship
from sqlalchemy.sql.base import ExecutableOption

from sandbox.core.deadlines import rights_answer_by
from sandbox.core.errors import NotFound
from sandbox.core.orm import SAME_RUN, Base, Referable, in_run
from sandbox.crm.models import Contact, Customer
from sandbox.journal.models import JournalEntry
from sandbox.journal.payloads import CustomerUpdated
from sandbox.journal.payloads.people import ContactChanged
from sandbox.journal.payloads.privacy import PrivacyRequested

SHOWN = 50
CORRECTIONS = (ContactChanged.verb, CustomerUpdated.verb)


class Right(StrEnum):
    """What somebody may ask of the data held on them (GDPR art. 15 to 17, 21)."""

    ACCESS = "access"
    RECTIFICATION = "amendment"
    ERASURE = "erasure"
    OBJECTION = "objection"


class PrivacyRequest(Referable, Base):
    """A request (DEM-) of somebody about their own data; ``kept`` names what the law keeps."""

    __tablename__ = "privacy_request"
    __kind__ = "Demande sur les données"
    __played__ = "privacy_request"
    __table_args__ = (
        UniqueConstraint("run_id", "reference"),
        in_run("customer_id", "customer"),
        in_run("contact_id", "contact"),
        Index(None, "run_id", "customer_id"),
    )

    customer_id: Mapped[int]
    contact_id: Mapped[int]
    right: Mapped[str]
    received_on: Mapped[date]
    extended: Mapped[bool] = mapped_column(default=False)
    answered_at: Mapped[datetime | None]
    kept: Mapped[list[Any]] = mapped_column(JSON, default=list)

    customer: Mapped[Customer] = relationship(lazy="raise_on_sql", overlaps=SAME_RUN)
    contact: Mapped[Contact] = relationship(lazy="raise_on_sql", overlaps=SAME_RUN)

    @classmethod
    def full(cls) -> tuple[ExecutableOption, ...]:
        return joinedload(cls.customer), joinedload(cls.contact)

    @property
    def answer_by(self) -> date:
        """Last day of the answer: a month, three once extended (GDPR art. 12-3)."""
        return rights_answer_by(self.received_on, extended=self.extended)


@dataclass(frozen=True, slots=True)
class Held:
    """Data held on somebody under a heading: pairs of a label and a value, as they stand."""

    title: str
    values: tuple[tuple[str, str], ...]


Holder = Callable[[Session, Contact, Customer], Sequence[Held]]
_holders: dict[str, Holder] = {}


def register_held(name: str, read: Holder) -> None:
    """Let a room say what it holds on somebody."""
    _holders[name] = read


Keeper = Callable[[Session, Customer], Sequence[str]]
_keepers: dict[str, Keeper] = {}


def register_kept(name: str, read: Keeper) -> None:
    """Let a room name what the law makes it keep of a customer (codes of ``KEPT``)."""
    _keepers[name] = read


def kept_on(session: Session, customer: Customer) -> tuple[str, ...]:
    """What the law keeps of a customer in spite of an erasure (GDPR art. 17-3), room by room."""
    return tuple(code for read in _keepers.values() for code in read(session, customer))


def held_on(session: Session, contact: Contact, customer: Customer) -> list[Held]:
    """All that is held on somebody, room by room; headings without any value are left out."""
    found = (held for read in _holders.values() for held in read(session, contact, customer))
    return [held for held in found if held.values]


def requests(session: Session, run_id: int) -> Sequence[PrivacyRequest]:
    """Requests of a run: those that wait first, the oldest on top."""
    return session.scalars(
        select(PrivacyRequest)
        .where(PrivacyRequest.run_id == run_id)
        .order_by(PrivacyRequest.answered_at.is_not(None), PrivacyRequest.id)
        .limit(SHOWN)
        .options(*PrivacyRequest.full())
    ).all()


def request_of(session: Session, run_id: int, row_id: int) -> PrivacyRequest:
    """A request, the person and the customer; raises NotFound."""
    kept = (PrivacyRequest.run_id == run_id, PrivacyRequest.id == row_id)
    found = session.scalar(select(PrivacyRequest).where(*kept).options(*PrivacyRequest.full()))
    if found is None:
        raise NotFound(kind=PrivacyRequest.__kind__, reference=row_id)
    return found


def requests_of(session: Session, customer: Customer) -> Sequence[PrivacyRequest]:
    """Requests of the people of a customer, the latest first."""
    return session.scalars(
        select(PrivacyRequest)
        .where(PrivacyRequest.run_id == customer.run_id, PrivacyRequest.customer_id == customer.id)
        .order_by(PrivacyRequest.id.desc())
        .options(joinedload(PrivacyRequest.contact))
    ).all()


def corrected_since(session: Session, asked: PrivacyRequest) -> bool:
    """Whether something changed on the customer's record, or its people's, since a request."""
    entries = select(func.max(JournalEntry.seq)).where(JournalEntry.run_id == asked.run_id)
    noted = entries.where(
        JournalEntry.reference == asked.reference, JournalEntry.verb == PrivacyRequested.verb
    )
    changed = entries.where(
        JournalEntry.reference == asked.customer.reference, JournalEntry.verb.in_(CORRECTIONS)
    )
    return (session.scalar(changed) or 0) > (session.scalar(noted) or 0)
