"""The stable names of the supply desk in French: label, and colour where there is one."""

from sandbox.supply.models import (
    ClaimNature,
    ClaimRequest,
    CountCause,
    CountStatus,
    ProductionStatus,
    ProtestChannel,
    QuarantineCause,
    QuarantineOutcome,
    SupplierInvoiceStatus,
)

LABELS: dict[str, dict[str, object]] = {
    "count": {
        CountStatus.REQUESTED: ("À compter", "info"),
        CountStatus.COUNTED: ("Compté", "violet"),
        CountStatus.SUBMITTED: ("Accord demandé", "info"),
        CountStatus.APPROVED: ("Écart accepté", "ok"),
        CountStatus.REFUSED: ("Écart refusé", "bad"),
        CountStatus.ADJUSTED: ("Stock corrigé", "neutral"),
    },
    "count_cause": {
        CountCause.BREAKAGE: "Casse",
        CountCause.THEFT: "Vol ou perte",
        CountCause.INPUT_ERROR: "Erreur de saisie",
        CountCause.MISPLACED: "Mauvais emplacement",
        CountCause.SUPPLIER_SHORT: "Manquant du fournisseur",
        CountCause.UNKNOWN: "Cause inconnue",
    },
    "quarantine_cause": {
        QuarantineCause.DAMAGED: "Abîmé",
        QuarantineCause.WRONG_ITEM: "Mauvais article",
        QuarantineCause.RETURNED: "Retour à vérifier",
        QuarantineCause.TO_CHECK: "À contrôler",
    },
    "quarantine": {
        "": ("À part", "warn"),
        QuarantineOutcome.RELEASED: ("Remis en vente", "ok"),
        QuarantineOutcome.SCRAPPED: ("Détruit", "bad"),
        QuarantineOutcome.SENT_BACK: ("Renvoyé", "neutral"),
    },
    "nature": {
        ClaimNature.MISSING: "Manquant",
        ClaimNature.DAMAGED: "Abîmé",
        ClaimNature.WRONG_ITEM: "Mauvais article",
        ClaimNature.LATE: "En retard",
        ClaimNature.PRICE: "Prix",
    },
    "asks": {
        ClaimRequest.DELIVERY: "Livrer ce qui manque",
        ClaimRequest.CREDIT: "Un avoir",
        ClaimRequest.TAKE_BACK: "Reprendre la marchandise",
    },
    "claim": {
        "": ("Ouvert", "warn"),
        "delivery": ("Livraison promise", "ok"),
        "credit": ("Avoir obtenu", "ok"),
        "refused": ("Refusé", "bad"),
    },
    "channel": {
        ProtestChannel.REGISTERED: "Lettre recommandée",
        ProtestChannel.BAILIFF: "Acte de commissaire de justice",
        ProtestChannel.EMAIL: "Courriel",
        ProtestChannel.PHONE: "Téléphone",
    },
    "invoice": {
        SupplierInvoiceStatus.RECEIVED: ("À rapprocher", "info"),
        SupplierInvoiceStatus.APPROVED: ("Bon à payer", "ok"),
        SupplierInvoiceStatus.DISPUTED: ("Contestée", "bad"),
    },
    "production": {
        ProductionStatus.REQUESTED: ("Demandée", "info"),
        ProductionStatus.PROMISED: ("Date promise", "violet"),
        ProductionStatus.DONE: ("Terminée", "ok"),
    },
}
