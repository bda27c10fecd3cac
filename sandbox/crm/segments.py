"""Who is in which segment: the company's rules applied to figures that rooms give."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from sqlalchemy import Index, UniqueConstraint, select
from sqlalchemy.orm import Mapped, Session, relationship

from sandbox.core.orm import SAME_RUN, Base, InRun, in_run
from sandbox.core.run import Run
from sandbox.core.segments import Figures, SegmentRule
from sandbox.crm.models import Customer


class SegmentMember(InRun, Base):
    """A customer whom somebody put in a segment made by hand."""

    __tablename__ = "segment_member"
    __table_args__ = (
        in_run("customer_id", "customer"),
        UniqueConstraint("run_id", "customer_id", "code"),
        Index(None, "run_id", "code"),
    )

    customer_id: Mapped[int]
    code: Mapped[str]

    customer: Mapped[Customer] = relationship(lazy="raise_on_sql", overlaps=SAME_RUN)


Reader = Callable[[Session, Run], Mapping[int, Figures]]
_readers: list[Reader] = []


def register_figures(read: Reader) -> None:
    """Let ``read(session, run)`` give turnover and last order by customer (row id)."""
    _readers.append(read)


@dataclass(frozen=True, slots=True)
class Segment:
    """A segment and its customers, by name."""

    rule: SegmentRule
    members: tuple[Customer, ...]


def segments_of(session: Session, run: Run, rules: tuple[SegmentRule, ...]) -> list[Segment]:
    """Every segment of the company, filled."""
    kept = (Customer.run_id == run.id, Customer.merged_into_id.is_(None))
    everybody = session.scalars(select(Customer).where(*kept).order_by(Customer.name)).all()
    figures: dict[int, Figures] = {}
    for read in _readers:
        figures |= read(session, run)
    chosen = session.execute(
        select(SegmentMember.code, SegmentMember.customer_id).where(SegmentMember.run_id == run.id)
    )
    by_hand = {(code, customer_id) for code, customer_id in chosen}
    today = run.clock.date()

    def belongs(rule: SegmentRule, customer: Customer) -> bool:
        known = replace(figures.get(customer.id, Figures()), business=customer.business)
        return (rule.code, customer.id) in by_hand or rule.holds(known, today)

    return [Segment(rule, tuple(c for c in everybody if belongs(rule, c))) for rule in rules]


def member_ids(
    session: Session, run: Run, rules: tuple[SegmentRule, ...], code: str
) -> frozenset[int]:
    """Rows of the customers of one segment; nobody for a segment that does not exist."""
    wanted = tuple(rule for rule in rules if rule.code == code)
    found = segments_of(session, run, wanted)
    return frozenset(customer.id for segment in found for customer in segment.members)
