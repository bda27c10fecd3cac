"""The filing plan applied to one paper: where it goes, what it is called, who must have it."""

from sandbox.core.paperwork import Folder
from sandbox.core.setting import Setting
from sandbox.documents.filing.models import ArchiveItem
from sandbox.filters import slug

LABELS = {
    "quote": "Devis",
    "signed_quote": "Devis signé, bon pour accord",
    "customer_order": "Commande client",
    "order_acknowledgement": "Accusé de réception",
    "delivery_note": "Bon de livraison",
    "signed_delivery_note": "Bon de livraison signé",
    "invoice": "Facture",
    "credit_note": "Avoir",
    "dunning_letter": "Relance",
    "formal_notice": "Mise en demeure",
    "statement": "Relevé de compte",
    "payment_plan": "Échéancier",
    "claim_declaration": "Déclaration de créance",
    "litigation_slip": "Bordereau de remise au contentieux",
    "access_response": "Réponse à une demande d'accès",
    "purchase_order": "Commande fournisseur",
    "purchase_acknowledgement": "Accusé du fournisseur",
    "supplier_slip": "Bordereau du fournisseur",
    "supplier_invoice": "Facture fournisseur",
    "carrier_protest": "Protestation au transporteur",
    "take_back_slip": "Bon de reprise",
    "letter": "Courrier",
    "letter_receipt": "Avis de réception",
}
EVENTS = {
    "supplier_delay": "Retard d'un fournisseur",
    "stockout": "Rupture",
    "damage": "Avarie",
    "receipt_difference": "Écart à la réception",
    "order": "Commande enregistrée",
}
PARTNERS = {"customer": "Le client", "supplier": "Le fournisseur", "carrier": "Le transporteur"}


def label(kind: str) -> str:
    """A kind of paper, or an event, in French."""
    return LABELS.get(kind) or EVENTS.get(kind, kind)


def folder_of(setting: Setting, kind: str) -> Folder:
    """Where the company's plan puts a kind of paper."""
    return setting.procedures.filing.folder_of(kind)


def folder_called(setting: Setting, code: str) -> Folder | None:
    """The folder with this code, if the plan has it."""
    return next((f for f in setting.procedures.filing.plan if f.code == code), None)


def expected_name(setting: Setting, item: ArchiveItem) -> str:
    """The name that the company's rule gives to a paper."""
    return setting.procedures.filing.naming.format(
        date=item.dated.isoformat(),
        kind=slug(label(item.kind)),
        number=item.number,
        partner=slug(item.partner_name),
    )


def well_named(setting: Setting, item: ArchiveItem) -> bool:
    """Whether a paper bears the name that the rule gives, capitals and accents aside."""
    return slug(item.name) == slug(expected_name(setting, item))


def must_have(setting: Setting, item: ArchiveItem) -> tuple[str, ...]:
    """Posts and partners who must have a paper, among those that exist."""
    wanted = setting.procedures.alerts.matrix.get(item.kind, ())
    return tuple(who for who in wanted if who in PARTNERS or setting.colleague(who))


def said(setting: Setting, recipient: str) -> str:
    """A recipient in French."""
    colleague = setting.colleague(recipient)
    return colleague.title.capitalize() if colleague else PARTNERS.get(recipient, recipient)
