"""What the screens of training read."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import or_, select, union_all
from sqlalchemy.orm import Session

from sandbox.accounts.models import Account
from sandbox.core.run import Mode, Run, RunStatus
from sandbox.core.setting import Setting, settings_of
from sandbox.crm.models import Customer, Message
from sandbox.journal.models import JournalEntry
from sandbox.supply.models import Carrier, Supplier

_PLAYED = (RunStatus.OPEN, RunStatus.CLOSED)


@dataclass(frozen=True)
class Played:
    """A run and what it is played in."""

    run: Run
    setting: Setting

    @property
    def mode(self) -> Mode:
        """How much help is given."""
        return Mode(self.run.mode)

    @property
    def is_new(self) -> bool:
        """Whether nothing has been done in it yet."""
        return self.run.move_seq == 0

    @property
    def is_open(self) -> bool:
        """Whether it can still be played."""
        return self.run.status == RunStatus.OPEN


def runs_of(session: Session, accounts: Iterable[Account]) -> list[Played]:
    """Runs that these people play or have played, latest first."""
    owners = [account.id for account in accounts]
    runs = session.scalars(
        select(Run)
        .where(Run.owner_id.in_(owners), Run.status.in_(_PLAYED))
        .order_by(Run.status != RunStatus.OPEN, Run.id.desc())
    ).all()
    settings = settings_of(session, (run.digest for run in runs))
    return [Played(run, settings[run.digest]) for run in runs]


def carriers_of(session: Session, run_id: int) -> Sequence[Carrier]:
    """Carriers and their conditions, cheapest first."""
    return session.scalars(
        select(Carrier).where(Carrier.run_id == run_id).order_by(Carrier.price, Carrier.id)
    ).all()


def practice_customers(session: Session, run_id: int) -> Sequence[str]:
    """Customers to practise on: what is done with them is not judged."""
    return session.scalars(
        select(Customer.name)
        .where(Customer.run_id == run_id, Customer.practice.is_(True))
        .order_by(Customer.name)
    ).all()


def names_in(session: Session, run_id: int) -> dict[str, str]:
    """Name behind the code of each customer, supplier and carrier; subject of each message."""
    models = (Customer, Supplier, Carrier)
    parts = [select(m.reference, m.name).where(m.run_id == run_id) for m in models]
    parts.append(select(Message.reference, Message.subject).where(Message.run_id == run_id))
    return dict(session.execute(union_all(*parts)).all())


def entries_on(session: Session, run_id: int, document: str = "") -> Sequence[JournalEntry]:
    """Entries of a run in order; those on a document, or that name it, when one is given.

    Several references, with a space between them, are those of one document: draft, then final.
    """
    query = select(JournalEntry).where(JournalEntry.run_id == run_id)
    if references := document.split():
        named = (
            JournalEntry.payload.contains(f'"{reference}"', autoescape=True)
            for reference in references
        )
        query = query.where(or_(JournalEntry.reference.in_(references), *named))
    return session.scalars(query.order_by(JournalEntry.seq)).all()


def entries_of_runs(session: Session, runs: Iterable[Run]) -> dict[int, list[JournalEntry]]:
    """Whole journals of several runs, in one statement."""
    journals: dict[int, list[JournalEntry]] = {run.id: [] for run in runs}
    for entry in session.scalars(
        select(JournalEntry)
        .where(JournalEntry.run_id.in_(journals))
        .order_by(JournalEntry.run_id, JournalEntry.seq)
    ):
        journals[entry.run_id].append(entry)
    return journals
