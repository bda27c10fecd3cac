"""What a company's procedures say of parcels and papers, unless its file says otherwise."""

from dataclasses import dataclass
from datetime import date

from sandbox.core.calendar import add_years
from sandbox.core.deadlines import invoice_retention
from sandbox.core.units import Cents, Grams

ACCOUNTING_YEARS = 10
# Papers of a sale, from the quote to the formal notice: the others are those of supply.
SALES_PAPERS = frozenset(
    {
        "quote",
        "signed_quote",
        "customer_order",
        "order_acknowledgement",
        "delivery_note",
        "signed_delivery_note",
    }
    | {"invoice", "credit_note", "statement", "dunning_letter", "formal_notice"}
)

# Who must have a paper, or be told of an event: posts, and the partner it concerns.
MATRIX: dict[str, tuple[str, ...]] = {
    "purchase_order": ("supplier", "purchasing"),
    "purchase_acknowledgement": ("purchasing",),
    "supplier_delay": ("purchasing", "sales_rep", "shipping", "customer"),
    "stockout": ("purchasing", "sales_rep"),
    "damage": ("carrier", "after_sales", "purchasing"),
    "receipt_difference": ("supplier", "purchasing"),
    "supplier_invoice": ("accounting",),
    "quote": ("customer",),
    "order": ("shipping",),
    "order_acknowledgement": ("customer", "shipping"),
    "delivery_note": ("customer", "shipping"),
    "signed_delivery_note": ("accounting",),
    "invoice": ("customer", "accounting"),
    "credit_note": ("customer", "accounting"),
    "dunning_letter": ("customer", "accounting"),
    "formal_notice": ("customer", "accounting", "director"),
    "carrier_protest": ("carrier", "after_sales"),
}


@dataclass(frozen=True)
class PackagingOption:
    """A way to pack: price and deposit a parcel in cents, weights in grams."""

    code: str
    label: str
    price: Cents
    deposit: Cents = 0
    grams: Grams = 0
    most_grams: Grams = 30_000
    note: str = ""

    @property
    def returnable(self) -> bool:
        """Whether it comes back against its deposit."""
        return self.deposit > 0


PACKAGING: tuple[PackagingOption, ...] = (
    PackagingOption("carton", "Carton recyclé", 180, grams=900, most_grams=30_000),
    PackagingOption("crate", "Caisse réutilisable", 90, 1500, 2500, 40_000, "À rendre."),
    PackagingOption("pallet", "Palette consignée", 450, 1200, 22_000, 800_000, "À rendre."),
)


@dataclass(frozen=True)
class Folder:
    """A folder of the filing plan, the kinds of papers it holds and how many years."""

    code: str
    label: str
    kinds: tuple[str, ...]
    years: int = 10

    def keeps_until(self, dated: date) -> date:
        """Last day to keep a paper: accounting ones ten years from the year end (L123-22)."""
        if self.years >= ACCOUNTING_YEARS:
            return invoice_retention(dated, date(dated.year, 12, 31)).keep_until
        return add_years(dated, self.years)


PLAN: tuple[Folder, ...] = (
    Folder("A1", "Achats : commandes et accusés", ("purchase_order", "purchase_acknowledgement")),
    Folder("A2", "Achats : réceptions et transport", ("supplier_slip", "carrier_protest"), 5),
    Folder("A3", "Achats : factures", ("supplier_invoice",)),
    Folder("V1", "Ventes : devis", ("quote",), 5),
    Folder(
        "V2",
        "Ventes : commandes et accusés",
        ("signed_quote", "customer_order", "order_acknowledgement"),
    ),
    Folder("V3", "Ventes : livraisons", ("delivery_note", "signed_delivery_note")),
    Folder("V4", "Ventes : factures et avoirs", ("invoice", "credit_note")),
    Folder("V5", "Ventes : relances", ("dunning_letter", "formal_notice", "statement"), 5),
    Folder("E1", "Environnement : emballages et reprises", ("take_back_slip",), 5),
    Folder("Z9", "Divers", (), 5),
)
