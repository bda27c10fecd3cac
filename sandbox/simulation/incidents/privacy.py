"""Incidents of data protection: an old prospect's record, an erasure asked by who owes money."""

from dataclasses import dataclass, field
from datetime import timedelta

from sandbox.core.context import Context
from sandbox.core.money import format_euros
from sandbox.core.units import Days
from sandbox.crm.services import add_contact, create_customer
from sandbox.simulation.filling import Facts, in_letters
from sandbox.simulation.incidents.finding import owed_invoice
from sandbox.simulation.incidents.kinds import Params, kind, told


@dataclass(frozen=True, kw_only=True)
class ProspectParams(Params):
    """Which prospect, and how long they have been silent."""

    name: str = field(default="Atelier des Trois Rives", metadata=told("Prospect"))
    person: str = field(default="Irène Valmondin", metadata=told("Personne rencontrée"))
    silent_for: Days = field(
        default=1120,
        metadata=told("Silencieux depuis", help_text="En jours ; trois ans font 1096 jours."),
    )


@kind("old_prospect", "Fiche d'un ancien prospect", ProspectParams)
def keep_prospect(ctx: Context, params: ProspectParams) -> Facts:
    """The record of somebody met long ago turns up, who has been silent since."""
    met_on = ctx.today() - timedelta(days=params.silent_for)
    seller = ctx.acting_as("sales_rep")
    prospect = create_customer(
        seller,
        name=params.name,
        street="7 quai des Essais",
        postcode="44000",
        town="Nantes",
        note="Rencontré sur un salon.",
        last_contact_on=met_on,
    )
    address = "prospect@trois-rives.example"
    add_contact(seller, prospect, name=params.person, email=address)
    return {"customer": prospect.reference, "date": in_letters(met_on)}


@dataclass(frozen=True, kw_only=True)
class ErasureParams(Params):
    """Who wants to be erased, and what their firm still owes."""

    customer: str = field(
        default="", metadata=told("Client", of="customer", help_text="Vide : un client qui doit.")
    )


@kind("erasure_asked", "Effacement demandé, facture impayée", ErasureParams)
def ask_erasure(ctx: Context, params: ErasureParams) -> Facts:
    """Nothing changes: somebody wants to be forgotten, whose firm has an invoice to pay."""
    invoice = owed_invoice(ctx, "", params.customer)
    return {
        "customer": invoice.customer.reference,
        "invoice": invoice.reference,
        "amount": format_euros(invoice.balance),
    }
