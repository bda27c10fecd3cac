"""What company files hold: the company, its people and procedures, and its master records."""

from dataclasses import dataclass, field
from datetime import date
from itertools import combinations

from sandbox.core import identifiers
from sandbox.core.identifiers import check_siren, make_siret, make_vat_fr
from sandbox.core.setting import Colleague, CompanyProfile, MessageTemplate, Procedures, Provider
from sandbox.core.terms import PaymentTerm
from sandbox.core.units import Cents, Days, Grams, Rate, UnitPrice
from sandbox.crm.merging import MERGED, fields_named
from sandbox.crm.models import Channel
from sandbox.erp.platform.directory import well_formed
from sandbox.simulation.characters import Characters
from sandbox.simulation.past_year.recipe import PastYear


@dataclass(frozen=True)
class SupplierSheet:
    """A supplier; lead time in working days."""

    name: str
    lead_days: Days
    town: str = ""
    country: str = "FR"
    email: str = ""
    phone: str = ""
    marketplace: bool = False


@dataclass(frozen=True)
class CarrierSheet:
    """A carrier: price of a delivery, delay in working days, last hour to hand goods over."""

    name: str
    price: Cents
    delay_days: Days
    cut_off: str = "16:00"
    grams_co2: Grams = 0
    conditions: str = ""


@dataclass(frozen=True)
class ProductSheet:
    """An article; prices net of VAT, ``stock`` is what stands in the warehouse at the start.

    ``demand`` in hundredths of a unit a worked day; ``miscount`` what the shelves hold more (or
    less) than the books; ``made`` in our own workshop, in ``make_days`` worked days.
    """

    label: str
    family: str
    price: UnitPrice
    cost: UnitPrice
    supplier: str | None = None
    vat_rate: Rate = 2000
    eco: Cents = 0
    weight: Grams = 0
    ean: str = ""
    unit: str = "pièce"
    stocked: bool = True
    pack: int = 1
    reorder_point: int = 0
    reorder_quantity: int = 0
    stock: int = 0
    minimum: int = 1
    made: bool = False
    make_days: Days = 0
    demand: int = 0
    safety: int = 0
    miscount: int = 0


@dataclass(frozen=True)
class OfferSheet:
    """An offer of the marketplace; rating in tenths of a star out of five."""

    product: str
    supplier: str
    unit_price: UnitPrice
    delay_days: Days
    rating: int
    carriage: Cents = 0
    minimum: int = 1
    conditions: str = ""


@dataclass(frozen=True)
class ContactSheet:
    """Somebody at a customer's."""

    name: str
    title: str = ""
    email: str = ""
    phone: str = ""


@dataclass(frozen=True)
class CustomerSheet:
    """A customer; SIRET and VAT number follow from the SIREN unless they are written."""

    name: str
    street: str
    postcode: str
    town: str
    business: bool = True
    segment: str = "small"
    siren: str = ""
    siret: str = ""
    vat_number: str = ""
    platform_address: str = ""
    country: str = "FR"
    delivery_street: str = ""
    delivery_postcode: str = ""
    delivery_town: str = ""
    email: str = ""
    phone: str = ""
    preferred_channel: Channel = Channel.EMAIL
    terms: PaymentTerm = PaymentTerm.NET_30
    monthly_invoice: bool = False
    discount: Rate = 0
    credit_limit: Cents = 0
    mean_order: Cents = 0
    known_since: date | None = None
    practice: bool = False
    note: str = ""
    contacts: tuple[ContactSheet, ...] = ()

    def __post_init__(self) -> None:
        for check, text in (
            (identifiers.check_siren, self.siren),
            (identifiers.check_siret, self.siret),
            # The keys of foreign numbers are for the authorities of their countries.
            (identifiers.check_vat_fr, self.vat_number if self.country == "FR" else ""),
        ):
            if text:
                check(text)

    def establishment(self) -> str:
        """SIRET: as written, or that of the head office."""
        return self.siret or (make_siret(check_siren(self.siren)) if self.siren else "")

    def vat(self) -> str:
        """VAT number: as written, or that of the SIREN."""
        return self.vat_number or (make_vat_fr(self.siren) if self.siren else "")


@dataclass(frozen=True)
class DirectorySheet:
    """A line of the directory: SIREN, SIREN_SIRET…, and the days between which it receives."""

    address: str
    name: str = ""
    platform: str = ""
    opens_on: date = date(2026, 9, 1)
    closes_on: date | None = None
    wants_order_number: bool = False

    def __post_init__(self) -> None:
        if not well_formed(self.address):
            raise ValueError(
                f"« {self.address} » n'est pas une adresse de l'annuaire : écrire SIREN, "
                "SIREN_SIRET, SIREN_SIRET_CODE ou SIREN_SUFFIXE."
            )
        if self.closes_on and self.closes_on <= self.opens_on:
            raise ValueError("une adresse ne ferme qu'après avoir ouvert.")

    @property
    def siren(self) -> str:
        """The company that the address belongs to."""
        return self.address[:9]

    def overlaps(self, other: "DirectorySheet") -> bool:
        """Whether two lines of one address are open on the same day."""
        first, second = sorted((self, other), key=lambda line: line.opens_on)
        shut = first.closes_on
        return self.address == other.address and (shut is None or second.opens_on < shut)


@dataclass(frozen=True)
class Core:
    """The part of a company that scenarios use unless they say otherwise (all, where empty)."""

    customers: tuple[str, ...] = ()
    products: tuple[str, ...] = ()
    suppliers: tuple[str, ...] = ()
    carriers: tuple[str, ...] = ()


@dataclass(frozen=True)
class CompanyFile:
    """``scenarios/companies/*.yaml``: everything that a company is before a scenario begins.

    ``habits`` says, for a segment of customers, by how many days they pay late (days to weight).
    """

    company: CompanyProfile
    colleagues: tuple[Colleague, ...]
    procedures: Procedures
    suppliers: dict[str, SupplierSheet]
    carriers: dict[str, CarrierSheet]
    products: dict[str, ProductSheet]
    customers: dict[str, CustomerSheet]
    habits: dict[str, dict[str, int]] = field(default_factory=dict)
    characters: Characters = field(default_factory=Characters)
    directory: tuple[DirectorySheet, ...] = ()
    offers: dict[str, OfferSheet] = field(default_factory=dict)
    core: Core = Core()
    past_year: PastYear | None = None
    templates: tuple[MessageTemplate, ...] = ()
    providers: tuple[Provider, ...] = ()

    def __post_init__(self) -> None:
        for template in self.templates:
            if unknown := fields_named(f"{template.subject} {template.body}") - MERGED:
                raise ValueError(
                    f"le modèle « {template.code} » nomme un champ inconnu : "
                    f"« {min(unknown)} » ; choisir parmi {', '.join(sorted(MERGED))}."
                )
        for first, second in combinations(self.directory, 2):
            if first.overlaps(second):
                raise ValueError(f"deux lignes de l'annuaire se chevauchent : « {first.address} ».")
