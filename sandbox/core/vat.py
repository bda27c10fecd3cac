"""Which VAT a sale bears by destination, customer and nature, and the mention it calls for."""

from dataclasses import dataclass
from enum import StrEnum

from sandbox.core.units import Rate

STANDARD_RATE: Rate = 2_000
FRENCH_FOR_VAT = frozenset({"FR", "MC"})
EUROPEAN_UNION = frozenset(
    {
        *("AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "GR", "HR", "HU"),
        *("IE", "IT", "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK"),
    }
)


class VatReason(StrEnum):
    """Why a sale bears the VAT it bears."""

    DOMESTIC = "domestic"
    INTRA_EU_SUPPLY = "intra_eu_supply"
    NUMBER_NOT_VALID = "number_not_valid"
    DISTANCE_SALE = "distance_sale"
    DISTANCE_SALE_OSS = "distance_sale_oss"
    EXPORT = "export"
    REVERSE_CHARGE = "reverse_charge"

    @property
    def mention(self) -> str:
        """French mention to print on the invoice, empty when none is called for."""
        return _MENTIONS.get(self, "")


_MENTIONS = {
    VatReason.INTRA_EU_SUPPLY: "Exonération de TVA, article 262 ter I du CGI",
    VatReason.EXPORT: "Exonération de TVA, article 262 I du CGI",
    VatReason.REVERSE_CHARGE: "Autoliquidation, article 283-2 du CGI",
}


@dataclass(frozen=True, slots=True)
class VatTreatment:
    """Rate of a sale, and why."""

    rate: Rate
    reason: VatReason


def vat_treatment(
    destination: str,
    *,
    business: bool,
    services: bool = False,
    number_valid: bool | None = None,
    oss_rate: Rate | None = None,
    french_rate: Rate = STANDARD_RATE,
) -> VatTreatment:
    """VAT of a sale from mainland France to a country or French department (ISO 3166 code).

    `number_valid` is the VIES answer on the invoice date; `oss_rate` the destination's rate once
    the seller's distance sales pass 10 000 euros. CGI 258 A, 259-1°, 262 I, 262 ter I, 283-2, 294.
    """
    if destination in FRENCH_FOR_VAT:
        return VatTreatment(french_rate, VatReason.DOMESTIC)
    if services:
        return _services(french_rate, business=business)
    if destination not in EUROPEAN_UNION:
        return VatTreatment(0, VatReason.EXPORT)
    if business:
        if number_valid:
            return VatTreatment(0, VatReason.INTRA_EU_SUPPLY)
        return VatTreatment(french_rate, VatReason.NUMBER_NOT_VALID)
    if oss_rate is not None:
        return VatTreatment(oss_rate, VatReason.DISTANCE_SALE_OSS)
    return VatTreatment(french_rate, VatReason.DISTANCE_SALE)


def _services(french_rate: Rate, *, business: bool) -> VatTreatment:
    if business:
        return VatTreatment(0, VatReason.REVERSE_CHARGE)
    return VatTreatment(french_rate, VatReason.DOMESTIC)
