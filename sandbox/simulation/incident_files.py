"""What incident files hold: what strikes, what is a good answer to it, and what follows."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Literal

from sandbox.core.units import Minutes
from sandbox.crm.models import Channel
from sandbox.simulation.happening import After, Condition, Happening

Language = Literal["fr", "en"]
ACCEPTED, TOLERATED, WRONG = "accepted", "tolerated", "wrong"
WORTHS = (ACCEPTED, TOLERATED, WRONG)


@dataclass(frozen=True)
class Variant:
    """One wording: tone from 1 (polite) to 3 (angry); the subject of the message unless given."""

    body: str
    lang: Language = "fr"
    tone: int = 1
    subject: str = ""

    def __post_init__(self) -> None:
        if self.tone not in (1, 2, 3):
            raise ValueError("« tone » va de 1 (aimable) à 3 (en colère).")


@dataclass(frozen=True)
class IncidentMessage:
    """How an incident is told: by whom (a reference, a post, or {customer}), in which words."""

    sender: str = field(metadata={"key": "from"})
    topic: str
    subject: str
    variants: tuple[Variant, ...]
    channel: Channel = Channel.EMAIL
    about: str = "{about}"
    link: str = ""
    fraudulent: bool = False

    def __post_init__(self) -> None:
        if not self.variants:
            raise ValueError("il faut au moins une variante.")


@dataclass(frozen=True, kw_only=True)
class Consequence(Happening):
    """What follows, so many working minutes later, unless another entry has been made."""

    wait: Minutes = 0
    unless: Condition | None = None

    def __post_init__(self) -> None:
        if self.empty:
            raise ValueError("rien n'arrive : écrire « message », « order », « call »…")


@dataclass(frozen=True, kw_only=True)
class Reaction:
    """A reaction of the learner: every entry of ``when``, or nothing at all for ``idle`` minutes.

    ``within`` is the working time it must come in to be recognised; one that is ``spared`` is wrong
    only as long as nothing good has been done.
    """

    label: str
    when: tuple[Condition, ...] = ()
    idle: Minutes | None = None
    within: Minutes | None = None
    spared: bool = False
    loyalty: int = 0
    then: tuple[Consequence, ...] = ()

    def __post_init__(self) -> None:
        if bool(self.when) == (self.idle is not None):
            raise ValueError("il faut « when » (des entrées du journal) ou « idle » (un délai).")


@dataclass(frozen=True)
class LegalSource:
    """A text that the incident rests on, and when somebody last checked it."""

    text: str
    checked_on: date
    url: str = ""


@dataclass(frozen=True)
class IncidentFile:
    """``scenarios/incidents/*.yaml``: an incident on one of the kinds that the code knows.

    ``planted`` is what the learner can find by looking, ``hidden`` what the trainer alone reads.
    """

    title: str
    kind: str
    level: Literal[1, 2, 3]
    number: int = 0
    false_alarm: bool = False
    summary: str = ""
    params: dict[str, Any] = field(default_factory=dict)
    message: IncidentMessage | None = None
    call: str = ""
    planted: tuple[str, ...] = ()
    hidden: str = ""
    then: tuple[Consequence, ...] = ()
    accepted: tuple[Reaction, ...] = ()
    tolerated: tuple[Reaction, ...] = ()
    wrong: tuple[Reaction, ...] = ()
    criteria: tuple[str, ...] = ()
    debrief: tuple[str, ...] = ()
    refs: tuple[LegalSource, ...] = ()

    def __post_init__(self) -> None:
        if not self.false_alarm and len(self.accepted) + len(self.tolerated) < 2:
            raise ValueError(
                "il faut au moins deux bonnes réactions (« accepted », « tolerated »)."
            )

    def reactions(self, worth: str) -> tuple[Reaction, ...]:
        """Reactions of one worth: accepted, tolerated or wrong."""
        found: tuple[Reaction, ...] = getattr(self, worth)
        return found


@dataclass(frozen=True)
class Window:
    """Some moment between two, drawn for each run."""

    opens: datetime = field(metadata={"key": "from"})
    closes: datetime = field(metadata={"key": "to"})

    def __post_init__(self) -> None:
        if self.closes <= self.opens:
            raise ValueError("« to » doit venir après « from ».")


@dataclass(frozen=True)
class Planned:
    """An incident of a scenario: which, with what parameters, and what sets it off."""

    incident: str
    name: str = ""
    at: datetime | None = None
    after: After | None = None
    window: Window | None = None
    armed: bool = False
    unless: Condition | None = None
    params: dict[str, Any] = field(default_factory=dict, metadata={"key": "with"})

    def __post_init__(self) -> None:
        given = (self.at is not None, self.after is not None, self.window is not None, self.armed)
        if sum(given) != 1:
            raise ValueError("il faut « at », « after », « window » ou « armed: true », un seul.")

    @property
    def known_as(self) -> str:
        """Its own name in the scenario, or that of the incident."""
        return self.name or self.incident
