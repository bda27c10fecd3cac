"""Lists of the accounts that leave as files: postings, what is to invoice, due dates, debts."""

from sandbox.core.calendar import end_of_month
from sandbox.core.fec import FecLine
from sandbox.core.listing import (
    Grouping,
    Listing,
    Wanted,
    by_month,
    by_partner,
    by_words,
    customer_groupings,
    in_euros,
)
from sandbox.erp.labels import LITIGATION
from sandbox.erp.queries.accounting import fec_lines, pieces
from sandbox.erp.queries.due_dates import due_dates
from sandbox.erp.queries.litigation import litigation_files
from sandbox.erp.queries.periodic import to_invoice
from sandbox.erp.showing.accounting import wanted_month
from sandbox.erp.showing.periodic import Unbilled, by_customer


def postings(wanted: Wanted) -> list[FecLine]:
    """Postings of the month asked for."""
    first = wanted_month(wanted.args.get("mois", ""), wanted.run.clock.date())
    found = pieces(wanted.session, wanted.run.id, first, end_of_month(first))
    return list(fec_lines(found))


def unbilled(wanted: Wanted) -> list[Unbilled]:
    """Deliveries that left and are not invoiced, by customer."""
    groups = by_customer(to_invoice(wanted.session, wanted.run.id))
    return [row for group in groups for row in group.rows]


ACCOUNTS = {
    "ecritures": Listing(
        "Journal comptable",
        (
            ("Journal", lambda p: p.journal[0]),
            ("Pièce", lambda p: p.piece),
            ("Date", lambda p: p.on),
            ("Compte", lambda p: p.account[0]),
            ("Intitulé", lambda p: p.account[1]),
            ("Client", lambda p: p.third[1]),
            ("Libellé", lambda p: p.label),
            ("Débit (€)", lambda p: in_euros(p.debit)),
            ("Crédit (€)", lambda p: in_euros(p.credit)),
        ),
        postings,
    ),
    "contentieux": Listing(
        "Contentieux",
        (
            ("Dossier", lambda f: f.reference),
            ("Client", lambda f: f.customer.name),
            ("Facture", lambda f: f.invoice.reference),
            ("Chez", lambda f: f.recipient_name),
            ("Remis le", lambda f: f.handed_at),
            ("Réclamé (€)", lambda f: in_euros(f.total)),
            ("Obtenu (€)", lambda f: in_euros(f.recovered)),
            ("État", lambda f: LITIGATION[f.state][0]),
        ),
        lambda wanted: litigation_files(wanted.session, wanted.run.id),
        screen="erp.litigation_files",
        groupings=customer_groupings(lambda f: f.handed_at, lambda f: LITIGATION[f.state][0])
        | {"chez": Grouping("Chez", by_words(lambda f: f.recipient_name))},
    ),
    "a-facturer": Listing(
        "Livré, pas encore facturé",
        (
            ("Bon", lambda r: r.note.reference),
            ("Client", lambda r: r.note.customer.name),
            ("Facture périodique", lambda r: r.note.customer.monthly_invoice),
            ("Commande", lambda r: r.note.order.reference),
            ("Parti le", lambda r: r.note.shipped_at),
            ("Valeur HT (€)", lambda r: in_euros(r.net)),
        ),
        unbilled,
        screen="erp.to_invoice",
        groupings={
            "client": Grouping("Client", by_partner(lambda r: r.note.customer)),
            "mois": Grouping("Mois", by_month(lambda r: r.note.shipped_at)),
        },
    ),
    "echeances": Listing(
        "Échéances",
        (
            ("Facture", lambda d: d.reference),
            ("De, à", lambda d: d.who),
            ("Échéance", lambda d: d.on),
            ("Promis le", lambda d: d.promised_on),
            ("À recevoir (€)", lambda d: in_euros(d.amount) if d.incoming else None),
            ("À payer (€)", lambda d: None if d.incoming else in_euros(-d.amount)),
        ),
        lambda wanted: due_dates(wanted.session, wanted.run.id),
        screen="erp.due_dates",
        groupings={
            "qui": Grouping("De, à", by_words(lambda d: d.who)),
            "mois": Grouping("Mois", by_month(lambda d: d.on)),
        },
    ),
}
