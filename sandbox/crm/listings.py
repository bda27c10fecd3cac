"""Lists of the customers' desk that leave as files."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import joinedload

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
)
from sandbox.core.terms import label
from sandbox.crm import queries
from sandbox.crm.complaint_labels import NATURES, REMEDIES
from sandbox.crm.complaint_showing import ComplaintRow, complaint_rows
from sandbox.crm.complaints import complaints
from sandbox.crm.labels import TASK_KINDS
from sandbox.crm.models import Contact, Customer
from sandbox.crm.segments import member_ids
from sandbox.crm.tasks import Task

TASK_STATES = {"open": "À faire", "done": "Faite", "dropped": "Abandonnée"}


def customers(wanted: Wanted) -> Sequence[Customer]:
    """Customers found."""
    asked = wanted.said("q", "type", "sort", "segment")
    rules, code = wanted.setting.procedures.segments, asked["segment"]
    only = member_ids(wanted.session, wanted.run, rules, code) if code else None
    search = queries.CustomerSearch(
        asked["q"], asked["type"], asked["sort"] or "name", EVERY_PAGE, only
    )
    return queries.customers(wanted.session, wanted.run.id, search)[0]


def contacts(wanted: Wanted) -> Sequence[Contact]:
    """People of the customers found who have not left, in the order of the customers."""
    by_customer: dict[int, list[Contact]] = {each.id: [] for each in customers(wanted)}
    people = wanted.session.scalars(
        select(Contact)
        .where(Contact.run_id == wanted.run.id, Contact.left_on.is_(None))
        .order_by(Contact.id)
        .options(joinedload(Contact.customer))
    )
    for person in people:
        by_customer.get(person.customer_id, []).append(person)
    return [person for those in by_customer.values() for person in those]


def complaints_listed(wanted: Wanted) -> list[ComplaintRow]:
    """Complaints still to be settled, or all."""
    closed = wanted.said("state")["state"] == "all"
    found = complaints(wanted.session, wanted.run.id, closed=closed)
    return complaint_rows(found, wanted.run.clock)


def tasks(wanted: Wanted) -> Sequence[Task]:
    """Every task of the diary, by hour."""
    return wanted.session.scalars(
        select(Task)
        .where(Task.run_id == wanted.run.id)
        .order_by(Task.due_at, Task.id)
        .options(*Task.full())
    ).all()


def _kind(customer: Customer) -> str:
    return "Professionnel" if customer.business else "Particulier"


LISTINGS = {
    "clients": Listing(
        "Clients",
        (
            ("Référence", lambda c: c.reference),
            ("Nom", lambda c: c.name),
            ("Type", _kind),
            ("SIREN", lambda c: c.siren),
            ("SIRET", lambda c: c.siret),
            ("N° de TVA", lambda c: c.vat_number),
            ("Rue", lambda c: c.street),
            ("Code postal", lambda c: c.postcode),
            ("Ville", lambda c: c.town),
            ("Pays", lambda c: c.country),
            ("Courriel", lambda c: c.email),
            ("Téléphone", lambda c: c.phone),
            ("Conditions de règlement", lambda c: label(c.terms)),
            ("Remise (%)", lambda c: percent(c.discount)),
            ("Plafond d’encours (€)", lambda c: in_euros(c.credit_limit)),
        ),
        customers,
        screen="crm.customers",
        asks={"q": ANY_TEXT, "type": {"business", "private", "new"}, "segment": ANY_TEXT},
        sorts=queries.SORTS,
        groupings={
            "type": Grouping("Type", by_words(_kind)),
            "ville": Grouping("Ville", by_words(lambda c: c.town)),
            "conditions": Grouping("Conditions", by_words(lambda c: label(c.terms))),
        },
    ),
    "contacts": Listing(
        "Contacts",
        (
            ("Client", lambda p: p.customer.reference),
            ("Nom du client", lambda p: p.customer.name),
            ("Contact", lambda p: p.name),
            ("Fonction", lambda p: p.title),
            ("Courriel", lambda p: p.email),
            ("Téléphone", lambda p: p.phone),
        ),
        contacts,
    ),
    "reclamations": Listing(
        "Réclamations",
        (
            ("Numéro", lambda r: r.complaint.reference),
            ("Client", lambda r: r.complaint.customer.name),
            ("Nature", lambda r: NATURES[r.complaint.nature]),
            ("Demande", lambda r: REMEDIES[r.complaint.asks]),
            ("Document", lambda r: r.complaint.about or ""),
            ("Ouverte le", lambda r: r.complaint.opened_at),
            ("Âge (jours ouvrés)", lambda r: r.age),
            ("Prochaine étape", lambda r: r.next),
            ("En retard", lambda r: r.late),
            ("État", lambda r: r.status[0]),
        ),
        complaints_listed,
        screen="crm.complaint_list",
        asks={"state": {"all"}},
        groupings={
            "client": Grouping("Client", by_partner(lambda r: r.complaint.customer)),
            "nature": Grouping("Nature", by_words(lambda r: NATURES[r.complaint.nature])),
            "mois": Grouping("Mois", by_month(lambda r: r.complaint.opened_at)),
            "etat": Grouping("État", by_words(lambda r: r.status[0])),
        },
    ),
    "taches": Listing(
        "Tâches",
        (
            ("Numéro", lambda t: t.reference),
            ("À faire", lambda t: t.text),
            ("Nature", lambda t: TASK_KINDS[t.kind]),
            ("Avant le", lambda t: t.due_at),
            ("Client", lambda t: t.customer.name if t.customer else ""),
            ("Document", lambda t: t.about or ""),
            ("État", lambda t: TASK_STATES[t.status]),
        ),
        tasks,
        screen="crm.diary",
        groupings={
            "nature": Grouping("Nature", by_words(lambda t: TASK_KINDS[t.kind])),
            "mois": Grouping("Mois", by_month(lambda t: t.due_at)),
            "etat": Grouping("État", by_words(lambda t: TASK_STATES[t.status])),
        },
    ),
}
