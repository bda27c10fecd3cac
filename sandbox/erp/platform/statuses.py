"""The life of an e-invoice (XP Z12-014): statuses 200 to 213, who may set which, and from where."""

from dataclasses import dataclass, field
from enum import IntEnum, StrEnum


class Party(StrEnum):
    """Whoever sets a status."""

    SENDING_PLATFORM = "sending_platform"
    RECEIVING_PLATFORM = "receiving_platform"
    BUYER = "buyer"
    SELLER = "seller"

    @property
    def label(self) -> str:
        """French name of the party, with its article."""
        return _PARTIES[self]


_PARTIES = {
    Party.SENDING_PLATFORM: "la plateforme d’émission",
    Party.RECEIVING_PLATFORM: "la plateforme de réception",
    Party.BUYER: "l’acheteur",
    Party.SELLER: "le vendeur",
}


class Status(IntEnum):
    """Official code of a status; ``NONE`` before the platform has said anything."""

    NONE = 0
    DEPOSITED = 200
    ISSUED = 201
    RECEIVED = 202
    AVAILABLE = 203
    IN_HAND = 204
    APPROVED = 205
    PARTLY_APPROVED = 206
    DISPUTED = 207
    SUSPENDED = 208
    COMPLETED = 209
    REFUSED = 210
    PAYMENT_SENT = 211
    CASHED = 212
    REJECTED = 213

    @property
    def label(self) -> str:
        """French name of the status."""
        return RULES[self].label if self else "Pas encore déposée"

    @property
    def is_terminal(self) -> bool:
        """Whether nothing may follow: another invoice, with another number, is needed."""
        return self in TERMINAL


TERMINAL = frozenset({Status.REFUSED, Status.REJECTED})
# What the platforms say, in this order, before the buyer can.
TRANSMISSION = (Status.DEPOSITED, Status.ISSUED, Status.RECEIVED, Status.AVAILABLE)
# Once the buyer can see the invoice, the processing statuses come in any order.
OPEN = frozenset(
    {
        Status.AVAILABLE,
        Status.IN_HAND,
        Status.APPROVED,
        Status.PARTLY_APPROVED,
        Status.DISPUTED,
        Status.SUSPENDED,
        Status.COMPLETED,
        Status.PAYMENT_SENT,
        Status.CASHED,
    }
)
_ON_THE_WAY = frozenset({Status.DEPOSITED, Status.ISSUED, Status.RECEIVED})


@dataclass(frozen=True)
class Rule:
    """One status: its French name, its action code (UNCL 1373), after what each party sets it."""

    label: str
    action: int
    after: dict[Party, frozenset[Status]]
    mandatory: bool = False
    processing: bool = field(init=False)

    def __post_init__(self) -> None:
        by_people = not {Party.BUYER, Party.SELLER}.isdisjoint(self.after)
        object.__setattr__(self, "processing", by_people)


def _sending(*before: Status) -> dict[Party, frozenset[Status]]:
    return {Party.SENDING_PLATFORM: frozenset(before)}


def _receiving(*before: Status) -> dict[Party, frozenset[Status]]:
    return {Party.RECEIVING_PLATFORM: frozenset(before)}


def _buyer(*but: Status) -> dict[Party, frozenset[Status]]:
    return {Party.BUYER: OPEN - set(but)}


RULES: dict[Status, Rule] = {
    Status.DEPOSITED: Rule("Déposée", 10, _sending(Status.NONE), mandatory=True),
    Status.ISSUED: Rule("Émise par la plateforme", 51, _sending(Status.DEPOSITED)),
    Status.RECEIVED: Rule("Reçue par la plateforme", 43, _receiving(Status.ISSUED)),
    Status.AVAILABLE: Rule("Mise à disposition", 48, _receiving(Status.RECEIVED)),
    Status.IN_HAND: Rule("Prise en charge", 45, _buyer(Status.IN_HAND)),
    Status.APPROVED: Rule("Approuvée", 1, _buyer(Status.APPROVED)),
    Status.PARTLY_APPROVED: Rule("Approuvée partiellement", 49, _buyer(Status.PARTLY_APPROVED)),
    Status.DISPUTED: Rule("En litige", 46, _buyer(Status.DISPUTED)),
    Status.SUSPENDED: Rule("Suspendue", 39, _buyer(Status.SUSPENDED)),
    Status.COMPLETED: Rule("Complétée", 37, {Party.SELLER: frozenset({Status.SUSPENDED})}),
    # What was paid is disputed, not refused.
    Status.REFUSED: Rule("Refusée", 50, _buyer(Status.CASHED), mandatory=True),
    Status.PAYMENT_SENT: Rule("Paiement transmis", 47, _buyer(Status.PAYMENT_SENT, Status.CASHED)),
    Status.CASHED: Rule(
        "Encaissée",
        47,
        {Party.SELLER: OPEN - {Status.CASHED} | _ON_THE_WAY},
        mandatory=True,
    ),
    Status.REJECTED: Rule(
        "Rejetée",
        8,
        _sending(Status.NONE) | _receiving(Status.ISSUED, Status.RECEIVED),
        mandatory=True,
    ),
}


def may_set(party: Party, status: Status) -> bool:
    """Whether a status is this party's to set, whatever came before."""
    return status in RULES and party in RULES[status].after


def may_follow(party: Party, status: Status, last: Status) -> bool:
    """Whether this party may set a status now."""
    return may_set(party, status) and last in RULES[status].after[party]


def offered(party: Party, last: Status) -> tuple[Status, ...]:
    """Statuses that a party may set now, by code."""
    return tuple(status for status in RULES if may_follow(party, status, last))
