"""What a customer's timeline shows of the sales desk and of the money."""

from sqlalchemy import select

from sandbox.crm.story import RUN, THEIRS, Branch, StoryKind, register_story
from sandbox.erp.models import CreditNote, DeliveryNote, Dunning, Invoice, Order, Payment, Quote
from sandbox.erp.models.litigation import LitigationFile

_INVOICES = select(Invoice.id).where(Invoice.run_id == RUN, Invoice.customer_id.in_(THEIRS))

register_story(
    "erp",
    (
        Branch(
            StoryKind.SALES,
            "file-earmark-text",
            "Devis envoyé",
            "erp.quote",
            Quote,
            Quote.reference,
            at=Quote.sent_at,
        ),
        Branch(
            StoryKind.SALES,
            "cart3",
            "Commande reçue",
            "erp.order",
            Order,
            Order.reference,
            at=Order.received_at,
        ),
        Branch(
            StoryKind.SALES,
            "truck",
            "Livraison partie",
            "erp.delivery",
            DeliveryNote,
            DeliveryNote.reference,
            at=DeliveryNote.shipped_at,
        ),
        Branch(
            StoryKind.SALES,
            "house-check",
            "Livraison signée",
            "erp.delivery",
            DeliveryNote,
            DeliveryNote.reference,
            at=DeliveryNote.delivered_at,
        ),
        Branch(
            StoryKind.MONEY,
            "receipt",
            "Facture",
            "erp.invoice",
            Invoice,
            Invoice.reference,
            on=Invoice.issued_on,
            amount=Invoice.gross,
        ),
        Branch(
            StoryKind.MONEY,
            "arrow-counterclockwise",
            "Avoir",
            "erp.invoice",
            CreditNote,
            CreditNote.reference,
            on=CreditNote.issued_on,
            row_id=CreditNote.invoice_id,
        ),
        Branch(
            StoryKind.MONEY,
            "bank",
            "Règlement",
            "",
            Payment,
            Payment.reference,
            at=Payment.recorded_at,
            amount=Payment.amount,
        ),
        Branch(
            StoryKind.MONEY,
            "alarm",
            "Relance",
            "erp.invoice",
            Dunning,
            Dunning.channel,
            at=Dunning.at,
            amount=Dunning.balance,
            where=Dunning.invoice_id.in_(_INVOICES),
            row_id=Dunning.invoice_id,
        ),
        Branch(
            StoryKind.MONEY,
            "folder-symlink",
            "Créance confiée",
            "erp.litigation",
            LitigationFile,
            LitigationFile.reference,
            at=LitigationFile.handed_at,
            amount=LitigationFile.principal + LitigationFile.penalties + LitigationFile.indemnity,
        ),
    ),
)
