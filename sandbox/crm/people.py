"""People and places of a customer: who to speak to, how, and where to deliver or bill."""

from collections.abc import Sequence
from datetime import date
from enum import StrEnum

from sqlalchemy import Index, select
from sqlalchemy.orm import Mapped, Session, relationship

from sandbox.core.orm import SAME_RUN, Base, InRun, in_run
from sandbox.crm.models import Channel, Contact, Customer


class Role(StrEnum):
    """What somebody does at a customer's, for us."""

    BUYER = "buyer"
    ACCOUNTS = "accounts"
    RECEIVING = "receiving"
    MANAGER = "manager"
    OTHER = "other"


class Need(StrEnum):
    """How somebody must be reached: what they need, never why."""

    NONE = ""
    WRITTEN_ONLY = "written_only"
    VOICE_ONLY = "voice_only"
    LARGE_PRINT = "large_print"
    PLAIN_WORDS = "plain_words"
    MORE_TIME = "more_time"


class SiteKind(StrEnum):
    """What a site is for."""

    DELIVERY = "delivery"
    BILLING = "billing"


# Channels that do not suit a need.
UNFIT = {
    Need.WRITTEN_ONLY: frozenset({Channel.PHONE}),
    Need.VOICE_ONLY: frozenset({Channel.EMAIL, Channel.LETTER}),
}


class Site(InRun, Base):
    """Another address of a customer, until it closes."""

    __tablename__ = "site"
    __table_args__ = (in_run("customer_id", "customer"), Index(None, "run_id", "customer_id"))

    customer_id: Mapped[int]
    kind: Mapped[str]
    label: Mapped[str]
    street: Mapped[str]
    postcode: Mapped[str]
    town: Mapped[str]
    closed_on: Mapped[date | None]

    customer: Mapped[Customer] = relationship(lazy="raise_on_sql", overlaps=SAME_RUN)


def sites_of(session: Session, run_id: int, customer_id: int) -> Sequence[Site]:
    """A customer's other addresses, those closed last."""
    kept = (Site.run_id == run_id, Site.customer_id == customer_id)
    order = (Site.closed_on.is_not(None), Site.id)
    return session.scalars(select(Site).where(*kept).order_by(*order)).all()


def unfit_for(session: Session, run_id: int, key: str, channel: str) -> Sequence[Contact]:
    """People of a customer (« customer:CLI-0001 ») whom this channel does not suit."""
    kind, _, reference = key.partition(":")
    needs = [need for need, channels in UNFIT.items() if channel in channels]
    if kind != "customer" or not needs:
        return ()
    return session.scalars(
        select(Contact)
        .join(Contact.customer)
        .where(
            Contact.run_id == run_id,
            Customer.reference == reference,
            Contact.need.in_(needs),
            Contact.left_on.is_(None),
        )
        .order_by(Contact.id)
    ).all()
