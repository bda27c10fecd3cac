"""Telephone calls: how a conversation is written, and where one stands."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, Index, Text, UniqueConstraint, bindparam, select
from sqlalchemy.orm import Mapped, Session, joinedload, mapped_column, relationship
from sqlalchemy.sql.base import ExecutableOption

from sandbox.core.codec import decode, encode
from sandbox.core.orm import SAME_RUN, Base, Referable, in_run
from sandbox.core.units import Minutes
from sandbox.crm.errors import NobodyOnTheLine, NoSuchReply, NotRinging, ReplyNeedsDate
from sandbox.crm.models import Customer

CALMEST, ANGRIEST = 3, -3


@dataclass(frozen=True, kw_only=True)
class Choice:
    """A reply: what is said, where it leads, how it is taken, what it takes of company time.

    ``proposal`` is what the reply decides (a date is added when it ``asks_date``); a reply that
    ``tells`` informs the other of something that matters.
    """

    text: str
    goes: str = ""
    mood: int = 0
    minutes: Minutes = 2
    proposal: str = ""
    tells: bool = False
    topic: str = ""
    asks_date: bool = False


@dataclass(frozen=True)
class Node:
    """What the other says, and the replies to choose from; without any, the call ends."""

    says: str
    choices: dict[str, Choice] = field(default_factory=dict)


@dataclass(frozen=True)
class Script:
    """A conversation: its passages by name, and the one it starts from."""

    start: str
    nodes: dict[str, Node]


class CallState(StrEnum):
    """Life of a call."""

    DIALLING = "dialling"
    RINGING = "ringing"
    MISSED = "missed"
    TALKING = "talking"
    ENDED = "ended"


class Call(Referable, Base):
    """A telephone call, taken or made (APP-); ``mood`` of the other goes from -3 to 3.

    ``said`` is the conversation so far: [who, words], who being « them » or « us ».
    """

    __tablename__ = "phone_call"
    __kind__ = "Appel"
    __table_args__ = (
        UniqueConstraint("run_id", "reference"),
        in_run("customer_id", "customer"),
        Index(None, "run_id", "state"),
    )

    state: Mapped[str]
    outgoing: Mapped[bool] = mapped_column(default=False)
    other_key: Mapped[str]
    other_name: Mapped[str]
    dialogue: Mapped[str] = mapped_column(default="")
    topic: Mapped[str]
    subject: Mapped[str] = mapped_column(default="")
    about: Mapped[str | None]
    customer_id: Mapped[int | None]
    began_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]
    script: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    node: Mapped[str] = mapped_column(default="")
    said: Mapped[list[Any]] = mapped_column(JSON, default=list)
    mood: Mapped[int] = mapped_column(default=0)
    proposal: Mapped[str] = mapped_column(default="")
    told: Mapped[bool] = mapped_column(default=False)
    notes: Mapped[str] = mapped_column(Text, default="")
    voicemail: Mapped[str] = mapped_column(Text, default="")

    customer: Mapped[Customer | None] = relationship(lazy="raise_on_sql", overlaps=SAME_RUN)

    @classmethod
    def full(cls) -> tuple[ExecutableOption, ...]:
        return (joinedload(cls.customer),)

    @property
    def open(self) -> bool:
        """Whether somebody is, or may soon be, on the line."""
        return self.state in (CallState.RINGING, CallState.TALKING, CallState.DIALLING)

    @property
    def passage(self) -> Node | None:
        """Where the conversation stands."""
        return self.written.nodes.get(self.node) if self.node else None

    @property
    def written(self) -> Script:
        """The conversation as it was written."""
        script: Script = decode(Script, self.script)
        return script

    @property
    def choices(self) -> dict[str, Choice]:
        """Replies that may be given now."""
        passage = self.passage if self.state == CallState.TALKING else None
        return passage.choices if passage else {}

    def begin(self, script: Script | None = None) -> None:
        """Somebody is on the line; raises NotRinging."""
        if self.state not in (CallState.RINGING, CallState.DIALLING):
            raise NotRinging(reference=self.reference)
        if script is not None:
            self.script = encode(script)
        self.state = CallState.TALKING
        self._go(self.written.start)

    def miss(self) -> None:
        """Nobody answered; raises NotRinging."""
        if self.state not in (CallState.RINGING, CallState.DIALLING):
            raise NotRinging(reference=self.reference)
        self.state = CallState.MISSED

    def say(self, name: str, dated: str) -> Choice:
        """Give a reply, and hear the answer.

        Raises NobodyOnTheLine, NoSuchReply, or ReplyNeedsDate.
        """
        self.talking()
        chosen = self.choices.get(name)
        if chosen is None:
            raise NoSuchReply(choice=name)
        if chosen.asks_date and not dated:
            raise ReplyNeedsDate
        self.said = [*self.said, ["us", chosen.text + (f" ({dated})" if dated else "")]]
        self.mood = max(ANGRIEST, min(CALMEST, self.mood + chosen.mood))
        self.told = self.told or chosen.tells or bool(chosen.proposal)
        self.topic = chosen.topic or self.topic
        if chosen.proposal:
            self.proposal = f"{chosen.proposal}:{dated}" if dated else chosen.proposal
        self._go(chosen.goes)
        return chosen

    def talking(self) -> None:
        """Raise NobodyOnTheLine unless a conversation is under way."""
        if self.state != CallState.TALKING:
            raise NobodyOnTheLine(reference=self.reference)

    def _go(self, node: str) -> None:
        self.node = node
        if self.passage is not None:
            self.said = [*self.said, ["them", self.passage.says]]


_RINGING = (
    select(Call)
    .where(Call.run_id == bindparam("run_id"), Call.state == CallState.RINGING)
    .order_by(Call.id)
    .limit(1)
)


def ringing(session: Session, run_id: int) -> Call | None:
    """The call that rings, if any."""
    return session.scalar(_RINGING, {"run_id": run_id})


def calls_of(session: Session, run_id: int, limit: int = 50) -> list[Call]:
    """Latest calls of a run, the last first."""
    found = select(Call).where(Call.run_id == run_id).order_by(Call.id.desc()).limit(limit)
    return list(session.scalars(found))
