"""What the screens of the mailbox and of the customers read."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, bindparam, func, or_, select
from sqlalchemy.orm import Session, joinedload

from sandbox.core.errors import NotFound
from sandbox.core.listing import EVERY_PAGE
from sandbox.core.run import Run
from sandbox.crm.calls import Call, CallState
from sandbox.crm.models import Contact, Customer, MailFolder, Message
from sandbox.crm.news import UNREAD as UNREAD_NEWS
from sandbox.crm.news import News
from sandbox.crm.offers import read_offer
from sandbox.crm.tasks import OVERDUE, Task
from sandbox.journal.models import JournalEntry
from sandbox.journal.payloads import HistoryConsulted

MAILS = 200
PAGE = 25
TIMELINE = 20

SORTS = {
    "ref": Customer.reference,
    "name": func.lower(Customer.name),
    "town": func.lower(Customer.town),
    "limit": Customer.credit_limit,
}


@dataclass(frozen=True, slots=True)
class CustomerSearch:
    """What the list of customers shows: words, kind (business, private, new), sort key, page.

    ``only`` keeps these rows, when a segment is asked for.
    """

    words: str = ""
    kind: str = ""
    sort: str = "name"
    page: int = 1
    only: frozenset[int] | None = None


_UNREAD = (
    select(func.count())
    .select_from(Message)
    .where(
        Message.run_id == bindparam("run_id"),
        Message.outgoing.is_(False),
        Message.read_at.is_(None),
        Message.folder == MailFolder.BOX,
    )
)


def unread_count(session: Session, run_id: int) -> int:
    """Messages received and not read yet."""
    return session.scalar(_UNREAD, {"run_id": run_id}) or 0


@dataclass(frozen=True, slots=True)
class Pulse:
    """What changes by itself on every page: mail, the ringing call, late tasks, the clock."""

    unread: int
    ringing_id: int | None = None
    caller: str = ""
    overdue: int = 0
    news: int = 0
    clock: datetime | None = None
    paused: bool = False
    pace: int = 0

    @property
    def state(self) -> str:
        """The clock and its pace in one word: whether they have changed since a page was shown."""
        at = f"{self.clock:%Y%m%d%H%M}" if self.clock else ""
        return f"{at}-{self.paused:d}-{self.pace}"


_RINGS = (Call.run_id == bindparam("run_id"), Call.state == CallState.RINGING)
_PULSE = select(
    _UNREAD.scalar_subquery(),
    select(func.min(Call.id)).where(*_RINGS).scalar_subquery(),
    select(func.min(Call.other_name)).where(*_RINGS).scalar_subquery(),
    select(func.count(Task.id)).where(*OVERDUE).scalar_subquery(),
    select(func.count(News.id)).where(*UNREAD_NEWS).scalar_subquery(),
)


def pulse(session: Session, run: Run) -> Pulse:
    """The counters, the telephone and the clock, in one statement."""
    told = session.execute(_PULSE, {"run_id": run.id, "now": run.clock}).one()
    unread, ringing_id, caller, overdue, news = told
    return Pulse(
        unread or 0,
        ringing_id,
        caller or "",
        overdue or 0,
        news or 0,
        run.clock,
        run.paused,
        run.pace,
    )


def mails(
    session: Session,
    run_id: int,
    *,
    sent: bool = False,
    family: str = "",
    words: str = "",
    folder: MailFolder = MailFolder.BOX,
    label: str = "",
    flagged: bool = False,
) -> Sequence[Message]:
    """Latest messages of a folder, filtered by family, label, flag, and by words.

    What was put away, or thrown away, keeps received and sent together.
    """
    query = select(Message).where(Message.run_id == run_id, Message.folder == folder)
    if folder == MailFolder.BOX and not (label or flagged):
        query = query.where(Message.outgoing.is_(sent))
    if family:
        query = query.where(Message.family == family)
    if flagged:
        query = query.where(Message.flagged.is_(True))
    if label:
        query = query.where(Message.labels.contains(f"|{label}|", autoescape=True))
    if words:
        names = (Message.to_name, Message.sender_name)
        said = (Message.subject, Message.body, Message.about, Message.labels)
        query = query.where(_says(words, *names, *said))
    return session.scalars(query.order_by(Message.at.desc(), Message.id.desc()).limit(MAILS)).all()


def _says(words: str, *columns: Any) -> ColumnElement[bool]:
    """Whether one of the columns holds these words, whatever their case."""
    sought = words.strip().lower()
    return or_(*(func.lower(column).contains(sought, autoescape=True) for column in columns))


def message_of(session: Session, run_id: int, message_id: int) -> Message:
    """A message and its customer; raises NotFound."""
    found = session.scalar(
        select(Message)
        .where(Message.run_id == run_id, Message.id == message_id)
        .options(*Message.full())
    )
    if found is None:
        raise NotFound(kind=Message.__kind__, reference=message_id)
    return found


def call_of(session: Session, run_id: int, call_id: int) -> Call:
    """A call and its customer; raises NotFound."""
    found = session.scalar(
        select(Call).where(Call.run_id == run_id, Call.id == call_id).options(*Call.full())
    )
    if found is None:
        raise NotFound(kind=Call.__kind__, reference=call_id)
    return found


def exchange_of(session: Session, message: Message) -> Sequence[Message]:
    """What this one answers, what answers it, and every round of the same negotiation."""
    same = [
        Message.answers == message.reference,
        Message.reference == (message.answers or ""),
    ]
    if message.proposal and message.about:
        same.append(
            (Message.about == message.about)
            & Message.proposal.startswith(f"{read_offer(message.proposal).kind}:")
        )
    return session.scalars(
        select(Message)
        .where(Message.run_id == message.run_id, or_(*same), Message.id != message.id)
        .order_by(Message.id)
    ).all()


def correspondents(session: Session, run_id: int) -> list[tuple[str, str]]:
    """Key and name of those outside, customers apart, who wrote to us."""
    rows = session.execute(
        select(Message.sender_key, func.max(Message.sender_name))
        .where(
            Message.run_id == run_id,
            Message.outgoing.is_(False),
            Message.family.in_(("fournisseur", "logistique", "banque")),
        )
        .group_by(Message.sender_key)
        .order_by(Message.sender_key)
    )
    return [(key, name) for key, name in rows]


def customer_names(session: Session, run_id: int) -> list[tuple[str, str]]:
    """Reference and name of every customer, by name."""
    rows = session.execute(
        select(Customer.reference, Customer.name)
        .where(Customer.run_id == run_id, Customer.merged_into_id.is_(None))
        .order_by(func.lower(Customer.name), Customer.id)
    )
    return [(reference, name) for reference, name in rows]


def customer_called(session: Session, run_id: int, reference: str) -> Customer | None:
    """The customer of this reference, if there is one."""
    query = select(Customer).where(Customer.run_id == run_id, Customer.reference == reference)
    return session.scalar(query)


def customers(
    session: Session, run_id: int, search: CustomerSearch
) -> tuple[Sequence[Customer], int]:
    """One page of customers, and how many there are in all."""
    alive = Customer.merged_into_id.is_(None)
    kept = [Customer.run_id == run_id, alive, *_of_kind(search.kind)]
    if search.only is not None:
        kept.append(Customer.id.in_(sorted(search.only)))
    if search.words:
        kept.append(
            _says(search.words, Customer.name, Customer.reference, Customer.town, Customer.siren)
        )
    key = SORTS.get(search.sort.lstrip("-"), SORTS["name"])
    order = key.desc() if search.sort.startswith("-") else key.asc()
    wanted = select(Customer).where(*kept).order_by(order, Customer.id)
    if search.page == EVERY_PAGE:
        everybody = session.scalars(wanted).all()
        return everybody, len(everybody)
    rows = session.scalars(wanted.limit(PAGE).offset(PAGE * (search.page - 1))).all()
    total = session.scalar(select(func.count()).select_from(Customer).where(*kept)) or 0
    return rows, total


def pages(total: int) -> int:
    """How many pages a list of so many customers takes."""
    return -(-total // PAGE)


def _of_kind(kind: str) -> Sequence[ColumnElement[bool]]:
    return {
        "business": [Customer.business.is_(True)],
        "private": [Customer.business.is_(False)],
        "new": [Customer.known_since.is_(None)],
    }.get(kind, [])


def customer_of(session: Session, run_id: int, customer_id: int) -> Customer:
    """A customer and the people there; raises NotFound."""
    query = (
        select(Customer)
        .where(Customer.run_id == run_id, Customer.id == customer_id)
        .options(joinedload(Customer.contacts), joinedload(Customer.consents))
    )
    found = session.scalars(query).unique().one_or_none()
    if found is None:
        raise NotFound(kind=Customer.__kind__, reference=customer_id)
    return found


def timeline(session: Session, run_id: int, customer_id: int) -> Sequence[Message]:
    """Latest messages from and to a customer."""
    return session.scalars(
        select(Message)
        .where(Message.run_id == run_id, Message.customer_id == customer_id)
        .order_by(Message.at.desc(), Message.id.desc())
        .limit(TIMELINE)
    ).all()


def history_opened(session: Session, run_id: int, reference: str) -> bool:
    """Whether the customer's history has been looked up."""
    found = session.scalar(
        select(JournalEntry.seq)
        .where(
            JournalEntry.run_id == run_id,
            JournalEntry.reference == reference,
            JournalEntry.verb == HistoryConsulted.verb,
        )
        .limit(1)
    )
    return found is not None


def contact_of(session: Session, run_id: int, customer_id: int, contact_id: int) -> Contact:
    """Somebody at a customer's; raises NotFound."""
    kept = (Contact.run_id == run_id, Contact.customer_id == customer_id, Contact.id == contact_id)
    found = session.scalar(select(Contact).where(*kept))
    if found is None:
        raise NotFound(kind="Contact", reference=contact_id)
    return found
