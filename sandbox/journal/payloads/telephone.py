"""Verbs of the telephone: calls taken and made."""

from dataclasses import dataclass

from sandbox.journal.payloads.base import Payload


@dataclass(frozen=True)
class CallRang(Payload, verb="call.rang"):
    """The telephone rang; ``caller`` is a key such as customer:CLI-0001."""

    caller: str
    topic: str
    customer: str | None
    about: str | None


@dataclass(frozen=True)
class CallAnswered(Payload, verb="call.answered"):
    """Somebody picked up: the learner, or whoever the learner called."""

    other: str
    topic: str
    customer: str | None
    about: str | None


@dataclass(frozen=True)
class CallMissed(Payload, verb="call.missed"):
    """Nobody picked up."""

    other: str
    topic: str
    customer: str | None
    about: str | None


@dataclass(frozen=True)
class CallPlaced(Payload, verb="call.placed"):
    """The learner dialled somebody outside."""

    to: str
    topic: str
    customer: str | None
    about: str | None
    cautions: tuple[str, ...] = ()


@dataclass(frozen=True)
class ReplyChosen(Payload, verb="call.reply_chosen"):
    """A reply was given; ``mood`` of the other after it, from -3 to 3."""

    dialogue: str
    node: str
    choice: str
    to: str
    customer: str | None
    about: str | None
    proposal: str | None
    mood: int


@dataclass(frozen=True)
class CallNoted(Payload, verb="call.noted"):
    """Something was written down about a call."""

    customer: str | None
    about: str | None
    words: int
    cautions: tuple[str, ...] = ()


@dataclass(frozen=True)
class CallEnded(Payload, verb="call.ended"):
    """The conversation is over; ``noted`` says that notes were taken by then."""

    to: str
    topic: str
    customer: str | None
    about: str | None
    proposal: str | None
    mood: int
    noted: bool
