"""Lists of the warehouse and of purchases that leave as files."""

from collections.abc import Sequence
from typing import Any

from sandbox.core.listing import (
    ANY_TEXT,
    EVERY_PAGE,
    Grouping,
    Listing,
    Wanted,
    by_month,
    by_partner,
    by_words,
    in_euros,
    percent,
    unit_price,
)
from sandbox.supply import queries
from sandbox.supply.models import (
    PurchaseOrder,
    SupplierClaim,
    SupplierInvoice,
    SupplierInvoiceStatus,
)
from sandbox.supply.queries import StockRow
from sandbox.supply.queries.desk import claims_page, invoices_page
from sandbox.supply.saying import LABELS
from sandbox.supply.wording import FAMILIES, MOVES, purchase_state, stock_state


def stock(wanted: Wanted) -> Sequence[StockRow]:
    """Products found, and where each stands."""
    asked = wanted.said("q", "state", "sort")
    return queries.stock_page(wanted.session, wanted.run.id, **asked, number=EVERY_PAGE).rows


def moves(wanted: Wanted) -> Sequence[Any]:
    """The ledger of stock: move, reference and name of the product."""
    number, kind = wanted.said("article")["article"], wanted.said("state")["state"]
    product = int(number) if number.isdecimal() and len(number) < 10 else None
    at, run_id = wanted.session, wanted.run.id
    return queries.moves_page(at, run_id, product_id=product, kind=kind, number=EVERY_PAGE).rows


def purchases(wanted: Wanted) -> list[tuple[PurchaseOrder, str]]:
    """Purchase orders found, and their state in words."""
    asked, today = wanted.said("q", "state", "sort"), wanted.run.clock.date()
    found = queries.purchases_page(wanted.session, wanted.run.id, **asked, number=EVERY_PAGE)
    return [(order, purchase_state(order, today)[0]) for order in found.rows]


def claims(wanted: Wanted) -> Sequence[SupplierClaim]:
    """Claims on suppliers: those open, or all."""
    return claims_page(
        wanted.session, wanted.run.id, **wanted.said("state"), number=EVERY_PAGE
    ).rows


def invoices(wanted: Wanted) -> Sequence[SupplierInvoice]:
    """Suppliers' invoices, in one state if asked."""
    return invoices_page(
        wanted.session, wanted.run.id, **wanted.said("state"), number=EVERY_PAGE
    ).rows


def _family(row: StockRow) -> str:
    """Family of an article; a company's own word is shown as it is."""
    family = row.product.family
    return FAMILIES.get(family, family)


def _pill(family: str, code: str) -> str:
    said = LABELS[family][code]
    return str(said[0]) if isinstance(said, tuple) else str(said)


LISTINGS = {
    "stock": Listing(
        "Stock",
        (
            ("Référence", lambda r: r.product.reference),
            ("Article", lambda r: r.product.label),
            ("Famille", _family),
            ("Physique", lambda r: r.product.physical),
            ("Réservé", lambda r: r.product.reserved),
            ("Disponible", lambda r: r.product.available),
            ("En commande", lambda r: r.on_order),
            ("Prix HT (€)", lambda r: unit_price(r.product.price)),
            ("TVA (%)", lambda r: percent(r.product.vat_rate)),
            ("État", lambda r: stock_state(r)[0]),
        ),
        stock,
        screen="supply.stock",
        asks={"q": ANY_TEXT, "state": {"low", "out"}},
        sorts={"ref", "on_order", *queries.STOCK_SORTS},
        groupings={
            "famille": Grouping("Famille", by_words(_family)),
            "etat": Grouping("État", by_words(lambda r: stock_state(r)[0])),
        },
    ),
    "mouvements": Listing(
        "Mouvements de stock",
        (
            ("Date", lambda r: r[0].at),
            ("Référence", lambda r: r[1]),
            ("Article", lambda r: r[2]),
            ("Mouvement", lambda r: MOVES[r[0].kind]),
            ("Document", lambda r: r[0].document),
            ("Quantité", lambda r: r[0].quantity),
            ("Valeur (€)", lambda r: in_euros(r[0].value)),
        ),
        moves,
        screen="supply.moves",
        asks={"article": ANY_TEXT, "state": MOVES},
        groupings={
            "mouvement": Grouping("Mouvement", by_words(lambda r: MOVES[r[0].kind])),
            "mois": Grouping("Mois", by_month(lambda r: r[0].at)),
        },
    ),
    "achats": Listing(
        "Commandes fournisseurs",
        (
            ("Numéro", lambda r: r[0].reference),
            ("Fournisseur", lambda r: r[0].supplier.name),
            ("Envoyée le", lambda r: r[0].sent_at),
            ("Attendue le", lambda r: r[0].confirmed_on or r[0].expected_on),
            ("Total HT (€)", lambda r: in_euros(r[0].net)),
            ("État", lambda r: r[1]),
        ),
        purchases,
        screen="supply.purchases",
        asks={"q": ANY_TEXT, "state": {"open", "received"}},
        sorts={"ref", *queries.PURCHASE_SORTS},
        groupings={
            "fournisseur": Grouping("Fournisseur", by_partner(lambda r: r[0].supplier)),
            "mois": Grouping("Mois", by_month(lambda r: r[0].sent_at)),
            "etat": Grouping("État", by_words(lambda r: r[1])),
        },
    ),
    "litiges-fournisseurs": Listing(
        "Litiges fournisseurs",
        (
            ("Numéro", lambda c: c.reference),
            ("Fournisseur", lambda c: c.purchase_order.supplier.name),
            ("Commande", lambda c: c.purchase_order.reference),
            ("Article", lambda c: c.product.reference),
            ("Quantité", lambda c: c.quantity),
            ("Nature", lambda c: _pill("nature", c.nature)),
            ("Demande", lambda c: _pill("asks", c.asks)),
            ("Ouvert le", lambda c: c.opened_at),
            ("Avoir (€)", lambda c: in_euros(c.credit)),
            ("État", lambda c: _pill("claim", c.outcome)),
        ),
        claims,
        screen="supply.claims",
        asks={"state": {"all"}},
        groupings={
            "fournisseur": Grouping("Fournisseur", by_partner(lambda c: c.purchase_order.supplier)),
            "mois": Grouping("Mois", by_month(lambda c: c.opened_at)),
        },
    ),
    "factures-fournisseurs": Listing(
        "Factures fournisseurs",
        (
            ("Numéro", lambda i: i.reference),
            ("Leur numéro", lambda i: i.number),
            ("Fournisseur", lambda i: i.supplier.name),
            ("Commande", lambda i: i.purchase_order.reference),
            ("Reçue le", lambda i: i.received_at),
            ("Échéance", lambda i: i.due_on),
            ("Total HT (€)", lambda i: in_euros(i.net)),
            ("TVA (€)", lambda i: in_euros(i.vat)),
            ("Total TTC (€)", lambda i: in_euros(i.gross)),
            ("État", lambda i: _pill("invoice", i.status)),
        ),
        invoices,
        screen="supply.supplier_invoices",
        asks={"state": frozenset(SupplierInvoiceStatus)},
        groupings={
            "fournisseur": Grouping("Fournisseur", by_partner(lambda i: i.supplier)),
            "mois": Grouping("Mois", by_month(lambda i: i.received_at)),
            "etat": Grouping("État", by_words(lambda i: _pill("invoice", i.status))),
        },
    ),
}
