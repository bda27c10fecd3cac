"""What the screens of judgement read."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import Select, exists, select
from sqlalchemy.orm import Session

from sandbox.accounts.models import Account, Cohort
from sandbox.core.context import LEARNER
from sandbox.core.run import Run
from sandbox.crm.models import Customer, Message
from sandbox.journal.models import JournalEntry
from sandbox.journal.payloads import ColleagueAlerted, MessageSent
from sandbox.training.judging.models import JudgementEntry, Kind
from sandbox.training.judging.stream import NEXT, Stream

# Messages written by hand have their own entry; letters that an act sends have not.
_BY_HAND = (MessageSent.verb, ColleagueAlerted.verb)


@dataclass(frozen=True)
class Text:
    """A free text of a learner, and the run that it was written in."""

    message: Message
    run: Run
    customer: str | None


def stream_of(session: Session, run_id: int) -> Stream:
    """Everything said of one run."""
    return streams_of(session, [run_id])[run_id]


def streams_of(session: Session, run_ids: Iterable[int]) -> dict[int, Stream]:
    """Everything said of several runs, in one statement."""
    said: dict[int, list[JudgementEntry]] = defaultdict(list)
    wanted = list(run_ids)
    for entry in session.scalars(
        select(JudgementEntry)
        .where(JudgementEntry.run_id.in_(wanted))
        .order_by(JudgementEntry.run_id, JudgementEntry.seq)
    ):
        said[entry.run_id].append(entry)
    return {run_id: Stream(said[run_id]) for run_id in wanted}


def earlier_commitment(session: Session, run: Run) -> JudgementEntry | None:
    """What the learner undertook to do after the run before this one."""
    return session.scalar(
        select(JudgementEntry)
        .join(Run, Run.id == JudgementEntry.run_id)
        .where(
            Run.owner_id == run.owner_id,
            Run.id < run.id,
            JudgementEntry.kind == Kind.COMMITMENT,
            JudgementEntry.key == NEXT,
        )
        .order_by(JudgementEntry.run_id.desc(), JudgementEntry.seq.desc())
        .limit(1)
    )


def letters_of(session: Session, run_id: int) -> Sequence[tuple[Message, str, str]]:
    """Messages about customers in order, with their reference and name; those of practice apart."""
    rows = session.execute(
        select(Message, Customer.reference, Customer.name)
        .join(Customer, (Customer.run_id == Message.run_id) & (Customer.id == Message.customer_id))
        .where(Message.run_id == run_id, Customer.practice.is_(False))
        .order_by(Message.at, Message.id)
    )
    return [(message, reference, name) for message, reference, name in rows]


def texts_of(session: Session, cohort: Cohort) -> list[Text]:
    """Free texts of the learners of a class, oldest run first."""
    query = _texts().join(Account, Account.id == Run.owner_id)
    rows = session.execute(query.where(Account.cohort_id == cohort.id))
    return [Text(message, run, customer) for message, run, customer in rows]


def run_ids_of(session: Session, cohorts: Iterable[Cohort]) -> Sequence[int]:
    """Runs of the learners of several classes."""
    numbers = [cohort.id for cohort in cohorts]
    return session.scalars(
        select(Run.id)
        .join(Account, Account.id == Run.owner_id)
        .where(Account.cohort_id.in_(numbers))
        .order_by(Run.id)
    ).all()


def text_of(session: Session, run_id: int, message_id: int) -> Text | None:
    """One free text of a run; None for a letter that an act sent, or a message received."""
    row = session.execute(
        _texts().where(Message.run_id == run_id, Message.id == message_id)
    ).one_or_none()
    return Text(*row) if row else None


def answered_by(session: Session, message: Message) -> Message | None:
    """The message that a text answers."""
    if message.answers is None:
        return None
    return session.scalar(
        select(Message).where(
            Message.run_id == message.run_id, Message.reference == message.answers
        )
    )


def _texts() -> Select[Message, Run, str]:
    by_hand = exists().where(
        JournalEntry.run_id == Message.run_id,
        JournalEntry.reference == Message.reference,
        JournalEntry.verb.in_(_BY_HAND),
        JournalEntry.post == LEARNER,
    )
    return (
        select(Message, Run, Customer.name)
        .join(Run, Run.id == Message.run_id)
        .outerjoin(
            Customer, (Customer.run_id == Message.run_id) & (Customer.id == Message.customer_id)
        )
        .where(Message.outgoing.is_(True), by_hand)
        .order_by(Message.run_id, Message.id)
    )
