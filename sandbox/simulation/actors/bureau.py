"""The credit bureau: its report comes some hours after it was ordered."""

from sandbox.core.context import Context
from sandbox.crm.services import receive_message
from sandbox.erp.models.solvency import SolvencyFile, Source
from sandbox.erp.services.solvency import send_report
from sandbox.journal import subscribe
from sandbox.journal.payloads.solvency import SolvencyAsked
from sandbox.simulation.actors.speaking import soon
from sandbox.simulation.engine import happens
from sandbox.simulation.scene import scene

KEY, NAME = "bureau", "Agence Clairvue, renseignement commercial"
WRITES_IN = (120, 300)


@subscribe(SolvencyAsked)
def be_asked(ctx: Context, reference: str, payload: SolvencyAsked) -> None:
    """A report is ordered."""
    if scene(ctx) is not None:
        soon(ctx, WRITES_IN, "bureau_reports", KEY, reference, source=payload.source)


@happens("bureau_reports")
def report(ctx: Context, subject: str, source: str) -> None:
    """It is written, and a message says so."""
    file, bureau = ctx.find(SolvencyFile, subject), ctx.acting_as(KEY)
    if source in file.looked:
        return
    send_report(bureau, file, source=Source(source))
    receive_message(
        bureau,
        sender=KEY,
        sender_name=NAME,
        family="prestataire",
        topic="credit",
        subject=f"Votre rapport sur {file.customer.name}",
        body=(
            f"Madame, Monsieur,\n\nLe rapport que vous avez commandé sur {file.customer.name} est "
            f"dans votre dossier {file.reference}. Note : {file.looked[source]['score']} sur 100. "
            f"Elle résume des faits ; la décision vous appartient.\n\n{NAME}"
        ),
        customer=file.customer,
        about=file.reference,
    )
