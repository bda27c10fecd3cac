"""Whom the learner may write to or ring beside the customers: suppliers and carriers."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from sandbox.crm.directory import register_address_book
from sandbox.supply.models import Carrier, Supplier

Pairs = list[tuple[str, str]]


def suppliers(session: Session, run_id: int) -> Pairs:
    """Key and name of each supplier of a run, by name."""
    found = select(Supplier.reference, Supplier.name).where(Supplier.run_id == run_id)
    rows = session.execute(found.order_by(Supplier.name, Supplier.id))
    return [(f"supplier:{reference}", name) for reference, name in rows]


def carriers(session: Session, run_id: int) -> Pairs:
    """Key and name of each carrier of a run, by name."""
    found = select(Carrier.reference, Carrier.name).where(Carrier.run_id == run_id)
    rows = session.execute(found.order_by(Carrier.name, Carrier.id))
    return [(f"carrier:{reference}", name) for reference, name in rows]


register_address_book("Fournisseurs", suppliers)
register_address_book("Transporteurs", carriers)
