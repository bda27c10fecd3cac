"""The incident of a customer who can no longer pay anybody."""

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Literal

from sandbox.core.context import Context
from sandbox.core.money import format_euros
from sandbox.crm.models import Customer
from sandbox.erp.labels import PROCEEDINGS
from sandbox.erp.models.insolvency import Insolvency, Proceedings
from sandbox.erp.services.credit import outstanding_of
from sandbox.erp.services.insolvency import publish_insolvency
from sandbox.simulation.filling import Facts, in_letters
from sandbox.simulation.incidents.finding import owed_invoice
from sandbox.simulation.incidents.kinds import Params, kind, told

GAZETTE = "registry"
RECEIVER, STREET = "Étude Brisemur, mandataire judiciaire", "3 passage du Greffe"
# The gazette comes out some days after the judgment.
JUDGED_AGO = timedelta(days=6)


@dataclass(frozen=True, kw_only=True)
class InsolvencyParams(Params):
    """Whose proceedings, and which."""

    customer: str = field(
        default="", metadata=told("Client", of="customer", help_text="Vide : un client qui doit.")
    )
    proceedings: Literal["safeguard", "recovery", "winding_up"] = field(
        default="recovery",
        metadata=told("Procédure", help_text="Sauvegarde, redressement ou liquidation."),
    )


@kind("insolvency", "Procédure collective d'un client", InsolvencyParams)
def open_proceedings(ctx: Context, params: InsolvencyParams) -> Facts:
    """A court opens proceedings against a customer who owes us something."""
    if params.customer:
        customer = ctx.find(Customer, params.customer)
    else:
        customer = owed_invoice(ctx, "", "").customer
    opened = publish_insolvency(
        ctx.acting_as(GAZETTE),
        customer,
        proceedings=Proceedings(params.proceedings),
        judged_on=ctx.today() - JUDGED_AGO,
        court=f"Tribunal de commerce de {customer.town}",
        receiver=RECEIVER,
        street=STREET,
        postcode=customer.postcode,
        town=customer.town,
    )
    return {
        "customer": customer.reference,
        "about": opened.reference,
        "date": in_letters(opened.judged_on),
        "amount": format_euros(outstanding_of(ctx, customer).invoiced_unpaid),
        "list": _extract(opened),
    }


def _extract(opened: Insolvency) -> str:
    """The notice as the gazette prints it."""
    lines = (
        f"{PROCEEDINGS[opened.proceedings]}, jugement du {in_letters(opened.judged_on)}",
        f"{opened.court} ; annonce du {in_letters(opened.published_on)}",
        f"Mandataire judiciaire : {opened.receiver}, {opened.receiver_street}, "
        f"{opened.receiver_postcode} {opened.receiver_town}",
    )
    return "\n".join(f"- {line}" for line in lines)
