"""Which road an invoice takes: another platform, Chorus Pro, or e-reporting alone."""

from enum import StrEnum

from sandbox.core.vat import FRENCH_FOR_VAT
from sandbox.crm.models import Customer

OWN_PLATFORM = "Plateforme Alizé"
PUBLIC = "public"


class Road(StrEnum):
    """Business in France, public body, consumer, customer abroad."""

    DOMESTIC = "domestic"
    PUBLIC = "public"
    CONSUMER = "consumer"
    ABROAD = "abroad"

    @property
    def transmitted(self) -> bool:
        """Whether another platform receives the invoice."""
        return self in (Road.DOMESTIC, Road.PUBLIC)

    @property
    def label(self) -> str:
        """French name of the road."""
        return _LABELS[self]


_LABELS = {
    Road.DOMESTIC: "Entreprise en France : facture électronique par plateforme agréée",
    Road.PUBLIC: "Service public : facture électronique par Chorus Pro",
    Road.CONSUMER: "Particulier : e-reporting, totaux par jour",
    Road.ABROAD: "Client étranger : e-reporting, facture par facture",
}


def road_of(customer: Customer) -> Road:
    """The road of what is invoiced to a customer."""
    if customer.country not in FRENCH_FOR_VAT:
        return Road.ABROAD
    if customer.segment == PUBLIC:
        return Road.PUBLIC
    return Road.DOMESTIC if customer.business else Road.CONSUMER
