"""Lists of sales and of money that leave as files."""

from collections.abc import Callable, Sequence
from typing import Any

from sqlalchemy import select

from sandbox.core.listing import (
    ANY_TEXT,
    EVERY_PAGE,
    Grouping,
    Listing,
    Wanted,
    by_month,
    by_partner,
    by_words,
    customer_groupings,
    in_euros,
)
from sandbox.erp.accounts_listings import ACCOUNTS
from sandbox.erp.labels import CREDIT_KIND, ORDER, ORDER_CHANNEL, QUOTE
from sandbox.erp.models import (
    CreditNote,
    DeliveryNote,
    Invoice,
    Order,
    OrderStatus,
    Payment,
    Quote,
    QuoteStatus,
)
from sandbox.erp.models.plan import PlanInstalment
from sandbox.erp.queries import selling
from sandbox.erp.queries.billing import SORTS as INVOICE_SORTS
from sandbox.erp.queries.billing import invoices, open_invoices
from sandbox.erp.queries.collecting import Overdue, overdue
from sandbox.erp.queries.crediting import SORTS as CREDIT_SORTS
from sandbox.erp.queries.crediting import credit_notes
from sandbox.erp.queries.planning import plans
from sandbox.erp.queries.shipping import SORTS as DELIVERY_SORTS
from sandbox.erp.queries.shipping import deliveries
from sandbox.erp.queries.statements import statements
from sandbox.erp.showing import billing, crediting, shipping
from sandbox.erp.wording import DELIVERY, METHODS

_METHOD = dict(METHODS)
_NETS: tuple[tuple[str, Callable[[Any], Any]], ...] = (
    ("Total HT (€)", lambda d: in_euros(d.net)),
    ("TVA (€)", lambda d: in_euros(d.vat)),
    ("Total TTC (€)", lambda d: in_euros(d.gross)),
)


def _asked(wanted: Wanted) -> dict[str, Any]:
    return wanted.said("q", "state", "sort") | {"page": EVERY_PAGE}


def quotes(wanted: Wanted) -> Sequence[Quote]:
    """Quotes found."""
    return selling.quotes(wanted.session, wanted.run.id, **_asked(wanted)).rows


def orders(wanted: Wanted) -> Sequence[Order]:
    """Orders found."""
    return selling.orders(wanted.session, wanted.run.id, **_asked(wanted)).rows


def delivery_notes(wanted: Wanted) -> Sequence[DeliveryNote]:
    """Delivery notes found."""
    return deliveries(wanted.session, wanted.run.id, **_asked(wanted)).rows


def invoices_listed(wanted: Wanted) -> Sequence[Invoice]:
    """Invoices found."""
    today = wanted.run.clock.date()
    return invoices(wanted.session, wanted.run.id, today, **_asked(wanted)).rows


def notes(wanted: Wanted) -> Sequence[CreditNote]:
    """Credit notes found."""
    return credit_notes(wanted.session, wanted.run.id, **_asked(wanted)).rows


def payments(wanted: Wanted) -> Sequence[Payment]:
    """Every payment recorded, the latest first."""
    return wanted.session.scalars(
        select(Payment)
        .where(Payment.run_id == wanted.run.id)
        .order_by(Payment.id.desc())
        .options(*Payment.full())
    ).all()


def late(wanted: Wanted) -> list[Overdue]:
    """Overdue invoices, and the step that each calls for."""
    owed = open_invoices(wanted.session, wanted.run.id)
    return overdue(owed, wanted.setting, wanted.run.clock.date())


def instalments(wanted: Wanted) -> list[PlanInstalment]:
    """Instalments of the payment plans, the latest plan first."""
    found = plans(wanted.session, wanted.run.id)
    return [each for plan in found for each in plan.instalments]


LISTINGS = {
    **ACCOUNTS,
    "devis": Listing(
        "Devis",
        (
            ("Numéro", lambda q: q.reference),
            ("Client", lambda q: q.customer.name),
            ("Établi le", lambda q: q.drawn_up_at),
            ("Valable jusqu’au", lambda q: q.valid_until),
            *_NETS,
            ("État", lambda q: QUOTE[q.status][0]),
        ),
        quotes,
        screen="erp.quotes",
        asks={"q": ANY_TEXT, "state": frozenset(QuoteStatus)},
        sorts=selling.QUOTE_SORTS,
        groupings=customer_groupings(lambda q: q.drawn_up_at, lambda q: QUOTE[q.status][0]),
    ),
    "commandes": Listing(
        "Commandes",
        (
            ("Numéro", lambda o: o.reference),
            ("Client", lambda o: o.customer.name),
            ("Réf. client", lambda o: o.customer_reference),
            ("Par", lambda o: ORDER_CHANNEL[o.channel]),
            ("Reçue le", lambda o: o.received_at),
            ("Promise le", lambda o: o.promised_on),
            *_NETS,
            ("État", lambda o: ORDER[o.status][0]),
        ),
        orders,
        screen="erp.orders",
        asks={"q": ANY_TEXT, "state": frozenset(OrderStatus) | {"under_way"}},
        sorts=selling.ORDER_SORTS,
        groupings=customer_groupings(lambda o: o.received_at, lambda o: ORDER[o.status][0])
        | {"canal": Grouping("Canal", by_words(lambda o: ORDER_CHANNEL[o.channel]))},
    ),
    "livraisons": Listing(
        "Bons de livraison",
        (
            ("Numéro", lambda d: d.reference),
            ("Commande", lambda d: d.order.reference),
            ("Client", lambda d: d.customer.name),
            ("Transporteur", lambda d: d.carrier.name if d.carrier else ""),
            ("Préparé le", lambda d: d.prepared_at),
            ("Expédié le", lambda d: d.shipped_at),
            ("Arrive le", lambda d: d.arrives_on),
            ("Facturé", lambda d: d.invoiced),
            ("État", lambda d: DELIVERY[d.status][0]),
        ),
        delivery_notes,
        screen="erp.deliveries",
        asks={"q": ANY_TEXT, "state": dict(shipping.STATES)},
        sorts=DELIVERY_SORTS,
        groupings=customer_groupings(lambda d: d.prepared_at, lambda d: DELIVERY[d.status][0]),
    ),
    "factures": Listing(
        "Factures",
        (
            ("Numéro", lambda i: i.reference),
            ("Client", lambda i: i.customer.name),
            ("Émise le", lambda i: i.issued_on),
            ("Échéance", lambda i: i.due_on),
            *_NETS,
            ("Reste dû (€)", lambda i: in_euros(i.balance)),
            ("État", lambda i: billing.state_of(i)[0]),
        ),
        invoices_listed,
        screen="erp.invoices",
        asks={"q": ANY_TEXT, "state": dict(billing.STATES)},
        sorts=INVOICE_SORTS,
        groupings=customer_groupings(lambda i: i.issued_on, lambda i: billing.state_of(i)[0]),
    ),
    "avoirs": Listing(
        "Avoirs",
        (
            ("Numéro", lambda n: n.reference),
            ("Facture", lambda n: n.invoice.reference),
            ("Client", lambda n: n.customer.name),
            ("Émis le", lambda n: n.issued_on),
            ("Nature", lambda n: CREDIT_KIND[n.kind]),
            *_NETS,
            ("À imputer (€)", lambda n: in_euros(n.left)),
        ),
        notes,
        screen="erp.credit_notes",
        asks={"q": ANY_TEXT, "state": dict(crediting.STATES)},
        sorts=CREDIT_SORTS,
        groupings=customer_groupings(lambda n: n.issued_on)
        | {"nature": Grouping("Nature", by_words(lambda n: CREDIT_KIND[n.kind]))},
    ),
    "reglements": Listing(
        "Règlements",
        (
            ("Numéro", lambda p: p.reference),
            ("Client", lambda p: p.customer.name),
            ("Enregistré le", lambda p: p.recorded_at),
            ("Moyen", lambda p: _METHOD.get(p.method, p.method)),
            ("Montant (€)", lambda p: in_euros(p.amount)),
            ("À lettrer (€)", lambda p: in_euros(p.left)),
        ),
        payments,
        screen="erp.payments",
        groupings=customer_groupings(lambda p: p.recorded_at)
        | {"moyen": Grouping("Moyen", by_words(lambda p: _METHOD.get(p.method, p.method)))},
    ),
    "relances": Listing(
        "Relances",
        (
            ("Facture", lambda r: r.invoice.reference),
            ("Client", lambda r: r.invoice.customer.name),
            ("Échéance", lambda r: r.invoice.due_on),
            ("Jours de retard", lambda r: r.claim.days_late),
            ("Reste dû (€)", lambda r: in_euros(r.claim.balance)),
            ("Étape", lambda r: r.step.label if r.step else ""),
            ("Prévue le", lambda r: r.on),
        ),
        late,
        screen="erp.dunning",
        groupings={
            "client": Grouping("Client", by_partner(lambda r: r.invoice.customer)),
            "mois": Grouping("Mois", by_month(lambda r: r.invoice.due_on)),
            "etape": Grouping("Étape", by_words(lambda r: r.step.label if r.step else "")),
        },
    ),
    "echeanciers": Listing(
        "Échéanciers",
        (
            ("Échéancier", lambda i: i.plan.reference),
            ("Client", lambda i: i.plan.customer.name),
            ("Rang", lambda i: i.rank),
            ("Date", lambda i: i.due_on),
            ("Montant (€)", lambda i: in_euros(i.amount)),
            ("Payée", lambda i: i.paid),
        ),
        instalments,
        screen="erp.plans",
        groupings={
            "client": Grouping("Client", by_partner(lambda i: i.plan.customer)),
            "mois": Grouping("Mois", by_month(lambda i: i.due_on)),
        },
    ),
    "releves": Listing(
        "Relevés de compte",
        (
            ("Numéro", lambda s: s.reference),
            ("Client", lambda s: s.customer.name),
            ("Arrêté au", lambda s: s.closed_on),
            ("Solde (€)", lambda s: in_euros(s.balance)),
            ("Dont échu (€)", lambda s: in_euros(s.overdue)),
        ),
        lambda wanted: statements(wanted.session, wanted.run.id),
        screen="erp.statements",
        groupings=customer_groupings(lambda s: s.closed_on),
    ),
}
