"""Who must go through a platform, for what and since when; what it costs not to (CGI 289 bis)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sandbox.core.units import Cents

EVERYBODY_RECEIVES = date(2026, 9, 1)
LARGE_FIRMS_ISSUE = date(2026, 9, 1)
SMALL_FIRMS_ISSUE = date(2027, 9, 1)
FRANCE = "FR"
FINE_AN_INVOICE: Cents = 5_000
FINE_A_YEAR: Cents = 1_500_000
FINE_A_MENTION: Cents = 1_500


class Size(StrEnum):
    """Size of a firm: small and medium ones issue a year later."""

    SMALL = "small"
    LARGE = "large"


class Flow(StrEnum):
    """What is invoiced, or received."""

    BUSINESS = "business"
    CONSUMER = "consumer"
    RECEIVE = "receive"


class Channel(StrEnum):
    """The road that the law sets for an invoice."""

    FREE = "free"
    PLATFORM = "platform"
    REPORTING = "reporting"
    MUST_RECEIVE = "must_receive"

    @property
    def label(self) -> str:
        """In French, for whoever asks."""
        return _LABELS[self]


_LABELS = {
    Channel.FREE: "Au choix : papier, PDF ou facture électronique",
    Channel.PLATFORM: "Facture électronique, par une plateforme agréée",
    Channel.REPORTING: "E-reporting : les montants sont transmis à l’administration",
    Channel.MUST_RECEIVE: "À recevoir par une plateforme agréée",
}


@dataclass(frozen=True)
class Duty:
    """What an invoice of a kind calls for on a day."""

    what: str
    channel: Channel


def channel(size: Size, flow: Flow, country: str, on: date) -> Channel:
    """The road of an invoice on a day, by the size of who issues it and the customer's country.

    CGI 289 bis and 290; loi de finances 2024, art. 91.
    """
    if flow == Flow.RECEIVE:
        return Channel.MUST_RECEIVE if on >= EVERYBODY_RECEIVES else Channel.FREE
    begins = LARGE_FIRMS_ISSUE if size == Size.LARGE else SMALL_FIRMS_ISSUE
    if on < begins:
        return Channel.FREE
    if flow == Flow.CONSUMER or country != FRANCE:
        return Channel.REPORTING
    return Channel.PLATFORM


def duties(size: Size, on: date) -> tuple[Duty, ...]:
    """What a firm must do today, by what it invoices."""
    return (
        Duty("Facture reçue d’un fournisseur français", channel(size, Flow.RECEIVE, FRANCE, on)),
        Duty("Facture à une entreprise en France", channel(size, Flow.BUSINESS, FRANCE, on)),
        Duty("Facture à un particulier", channel(size, Flow.CONSUMER, FRANCE, on)),
        Duty("Facture à l’étranger", channel(size, Flow.BUSINESS, "", on)),
    )


def fine_off_platform(invoices: int) -> Cents:
    """Fine for invoices not issued electronically: 50 € each, 15,000 € a year (CGI 1737 III)."""
    return min(invoices * FINE_AN_INVOICE, FINE_A_YEAR)


def fine_for_mentions(missing: int, gross: Cents) -> Cents:
    """Fine for mentions an invoice lacks: 15 € each, a quarter of it at most (CGI 1737 II)."""
    return min(missing * FINE_A_MENTION, gross // 4)
