"""What a request for approval begins with: figures, never the reasoning."""

from sandbox.core.money import format_euros, format_rate
from sandbox.core.setting import Setting
from sandbox.crm.complaints import Complaint
from sandbox.erp.labels import DECISION, PROCEEDINGS
from sandbox.erp.models import Invoice, Order, Quote
from sandbox.erp.models.insolvency import Insolvency
from sandbox.erp.models.solvency import SolvencyFile
from sandbox.erp.queries.approvals import Document
from sandbox.journal.payloads import OutstandingConsulted


def facts_about(document: Document, setting: Setting, owed: OutstandingConsulted | None) -> str:
    """Figures of the document; what a customer owes only if it has been looked up."""
    head = f"{type(document).__kind__} {document.reference}, {document.customer.name}"
    if isinstance(document, Complaint):
        return "\n".join((head, f"Le client écrit : {document.text}", document.finding)).strip()
    if isinstance(document, Insolvency):
        kind = PROCEEDINGS[document.proceedings]
        judged = f"{kind}, jugement du {document.judged_on:%d/%m/%Y}."
        return f"{head}\n{judged} À déclarer avant le {document.last_day:%d/%m/%Y}."
    if isinstance(document, SolvencyFile):
        if not document.decision:
            return f"{head}\nDossier en cours : rien n'est encore conclu."
        return f"{head}\nProposé : {DECISION[document.decision].lower()}, {document.reason}"
    lines = [f"{head} : {format_euros(document.gross)} TTC ({format_euros(document.net)} HT)."]
    if isinstance(document, Quote):
        level = setting.procedures.level(setting.learner_post)
        lines.append(
            f"Remise la plus forte : {format_rate(document.highest_discount)} "
            f"(délégation : {format_rate(level.discount)})."
        )
    if isinstance(document, Invoice):
        due = f"échéance le {document.due_on:%d/%m/%Y}"
        lines.append(f"Reste dû : {format_euros(document.balance)}, {due}.")
    if isinstance(document, Order) and owed is not None:
        lines.append(
            f"Factures impayées : {format_euros(owed.invoiced_unpaid)} ; "
            f"commandes à facturer : {format_euros(owed.orders_not_invoiced)} ; "
            f"plafond : {format_euros(owed.limit)}."
        )
    return "\n".join(lines)
