"""Insolvency in the life of the company: the representative acknowledges what is declared."""

from sandbox.core.calendar import add_working_days, opening
from sandbox.core.context import Context
from sandbox.core.money import format_euros
from sandbox.crm.services import receive_message
from sandbox.erp.models.insolvency import DebtClaim
from sandbox.erp.services.insolvency import receiver_key
from sandbox.journal import subscribe
from sandbox.journal.payloads.insolvency import DebtClaimDeclared
from sandbox.simulation.engine import happens, schedule
from sandbox.simulation.scene import scene

READ_IN = 3


@subscribe(DebtClaimDeclared)
def be_declared_to(ctx: Context, reference: str, _payload: DebtClaimDeclared) -> None:
    """The declaration reaches the representative some days later."""
    if scene(ctx) is not None:
        at = opening(add_working_days(ctx.today(), READ_IN))
        schedule(ctx, at, "receiver_answers", reference)


@happens("receiver_answers")
def answer(ctx: Context, subject: str) -> None:
    """In time, the debt is on the list to be checked; late, nothing is shared out to it."""
    claim = ctx.find(DebtClaim, subject)
    insolvency = claim.insolvency
    if claim.declared_at.date() <= insolvency.last_day:
        said = (
            f"J'ai bien reçu votre déclaration de créance de {format_euros(claim.total)}. Elle est "
            "portée sur la liste des créances, sous réserve de leur vérification."
        )
    else:
        said = (
            "Votre déclaration m'est parvenue hors délai : votre créance ne prendra pas part aux "
            "répartitions, sauf relevé de forclusion accordé par le juge-commissaire avant le "
            f"{insolvency.deadlines.relief:%d/%m/%Y}."
        )
    key = receiver_key(insolvency)
    receive_message(
        ctx.acting_as(key),
        sender=key,
        sender_name=insolvency.receiver,
        family="mandataire",
        topic="litigation",
        subject=f"Votre déclaration de créance, {insolvency.customer.name}",
        body=f"Madame, Monsieur,\n\n{said}\n\n{insolvency.receiver}",
        customer=insolvency.customer,
        about=claim.reference,
    )
