"""Who must go through a platform, for what and since when; what it costs not to (CGI 289 bis)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sandbox.core.units import Cents
from sandbox.erp.platform.roads import Road

EVERYBODY_RECEIVES = date(2026, 9, 1)
LARGE_FIRMS_ISSUE = date(2026, 9, 1)
SMALL_FIRMS_ISSUE = date(2027, 9, 1)
FINE_AN_INVOICE: Cents = 5_000
FINE_A_YEAR: Cents = 1_500_000
FINE_A_MENTION: Cents = 1_500


class Size(StrEnum):
    """Size of a firm: small and medium ones issue a year later."""

    SMALL = "small"
    LARGE = "large"


class Form(StrEnum):
    """What the law makes of an invoice."""

    FREE = "free"
    PLATFORM = "platform"
    REPORTING = "reporting"

    @property
    def label(self) -> str:
        """In French, for whoever asks."""
        return _LABELS[self]


_LABELS = {
    Form.FREE: "Au choix : papier, PDF ou facture électronique",
    Form.PLATFORM: "Facture électronique, par une plateforme agréée",
    Form.REPORTING: "E-reporting : les montants sont transmis à l’administration",
}


@dataclass(frozen=True)
class Duty:
    """What an invoice of a kind calls for on a day."""

    what: str
    form: Form


def issued_as(size: Size, road: Road, on: date) -> Form:
    """What a firm of this size makes of an invoice on a day, by the road that it takes.

    CGI 289 bis and 290; loi de finances 2024, art. 91.
    """
    if on < (LARGE_FIRMS_ISSUE if size == Size.LARGE else SMALL_FIRMS_ISSUE):
        return Form.FREE
    return Form.PLATFORM if road.transmitted else Form.REPORTING


def received_as(on: date) -> Form:
    """How any firm receives a French firm's invoice on a day (CGI 289 bis)."""
    return Form.PLATFORM if on >= EVERYBODY_RECEIVES else Form.FREE


def duties(size: Size, on: date) -> tuple[Duty, ...]:
    """What a firm must do today, by what it invoices."""
    return (
        Duty("Facture reçue d’un fournisseur français", received_as(on)),
        Duty("Facture à une entreprise en France", issued_as(size, Road.DOMESTIC, on)),
        Duty("Facture à un particulier", issued_as(size, Road.CONSUMER, on)),
        Duty("Facture à l’étranger", issued_as(size, Road.ABROAD, on)),
    )


def fine_off_platform(invoices: int) -> Cents:
    """Fine for invoices not issued electronically: 50 € each, 15,000 € a year (CGI 1737 III)."""
    return min(invoices * FINE_AN_INVOICE, FINE_A_YEAR)


def fine_for_mentions(missing: int, gross: Cents) -> Cents:
    """Fine for mentions an invoice lacks: 15 € each, a quarter of it at most (CGI 1737 II)."""
    return min(missing * FINE_A_MENTION, gross // 4)
