"""Whom the learner may write to or ring beside customers: suppliers, carriers, and others."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from sandbox.core.run import Run
from sandbox.core.setting import setting_of
from sandbox.crm.directory import register_address_book
from sandbox.erp.queries.insolvency import proceedings_of
from sandbox.erp.services.insolvency import receiver_key
from sandbox.erp.services.litigation import BAILIFF, BAILIFF_NAME
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


def providers(session: Session, run_id: int) -> Pairs:
    """Key and name of each outside provider of the company."""
    found = setting_of(session, session.get_one(Run, run_id).digest).providers
    return [(f"provider:{each.reference}", each.name) for each in found]


def receivers(session: Session, run_id: int) -> Pairs:
    """Key and name of the creditors' representative of each customer in proceedings."""
    return [(receiver_key(each), each.receiver) for each in proceedings_of(session, run_id)]


def bailiffs(_session: Session, _run_id: int) -> Pairs:
    """Key and name of the commissaires de justice whom the company knows."""
    return [(BAILIFF, BAILIFF_NAME)]


register_address_book("Fournisseurs", suppliers)
register_address_book("Transporteurs", carriers)
register_address_book("Prestataires", providers)
register_address_book("Mandataires judiciaires", receivers)
register_address_book("Commissaires de justice", bailiffs)
