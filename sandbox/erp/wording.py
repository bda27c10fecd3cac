"""French words of shipping and billing for what is stored under stable English names."""

# Label, and the colour of its pill.
DELIVERY = {
    "prepared": ("Préparé", "neutral"),
    "shipped": ("Expédié", "info"),
    "delivered": ("Livré", "ok"),
    "cancelled": ("Annulé", "bad"),
}
DELIVERY_STEPS = tuple((key, DELIVERY[key][0]) for key in ("prepared", "shipped", "delivered"))
PLATFORM = {
    "pending": ("Émise", "neutral"),
    "deposited": ("Déposée", "info"),
    "rejected": ("Rejetée", "bad"),
    "refused": ("Refusée", "bad"),
    "cashed": ("Réglée", "ok"),
}
INVOICE_STEPS = (("pending", "Émise"), ("deposited", "Déposée"), ("cashed", "Réglée"))
CREDITED = ("Annulée par avoir", "neutral")
CHANNEL = {
    "email": "par courriel",
    "phone": "par téléphone",
    "letter": "par courrier",
    "registered": "en recommandé",
    "chat": "par messagerie",
}
CHANNELS = (
    ("registered", "Lettre recommandée avec avis de réception"),
    ("letter", "Courrier simple"),
    ("email", "Courriel"),
)
METHODS = (
    ("transfer", "Virement"),
    ("cheque", "Chèque"),
    ("card", "Carte"),
    ("direct_debit", "Prélèvement"),
    ("bill", "Effet de commerce (LCR)"),
    ("cash", "Espèces"),
)

# What a letter's reference adds to the one of its invoice.
LETTERS = {
    "reminder_1": "-R1",
    "reminder_2": "-R2",
    "reminder_3": "-R3",
    "formal_notice": "-MED",
}

# Icon of what happened, and words that follow « vous avez » or « le client a ».
STORY = {
    "delivery.prepared": ("box-seam", "préparé la livraison"),
    "delivery.carrier_chosen": ("truck", "choisi le transporteur"),
    "delivery.shipped": ("truck", "expédié les marchandises"),
    "delivery.instructed": ("card-checklist", "donné l’ordre d’expédition"),
    "delivery.packed": ("boxes", "noté le colisage"),
    "delivery.tracked": ("geo-alt", "suivi la livraison"),
    "delivery.delivered": ("check-circle", "livré le client"),
    "delivery.contested": ("chat-quote", "contesté la livraison"),
    "delivery.proof_asked": ("question-circle", "demandé la preuve de livraison"),
    "delivery.proof_received": ("file-earmark-check", "remis la preuve de livraison"),
    "delivery.taken_back": ("recycle", "repris l’ancien matériel"),
    "invoice.issued": ("receipt", "émis la facture"),
    "deposit.invoiced": ("receipt", "émis la facture d’une somme d’avance"),
    "deposit.deducted": ("dash-circle", "déduit une somme d’avance"),
    "invoice.deposited": ("cloud-check", "pris la facture en charge"),
    "invoice.rejected": ("x-circle", "rejeté la facture"),
    "invoice.refused": ("x-circle", "refusé la facture"),
    "invoice.cashed": ("bank", "soldé la facture"),
    "invoice.status_set": ("arrow-repeat", "mis à jour le statut de la facture"),
    "payment.reconciled": ("bank", "lettré un règlement"),
    "payment.unmatched": ("arrow-counterclockwise", "défait un lettrage"),
    "credit_note.issued": ("file-earmark-minus", "émis un avoir"),
    "credit_note.used": ("arrow-left-right", "imputé un avoir"),
    "payment.promised": ("calendar-check", "promis de payer"),
    "dunning.sent": ("alarm", "relancé le client"),
    "formal_notice.sent": ("exclamation-triangle", "mis le client en demeure"),
}


def who(actor: str, customer: str) -> str:
    """Name of an actor on a document of this customer."""
    kind = actor.partition(":")[0]
    names = {
        "learner": "Vous",
        "trainer": "La formation",
        "customer": customer,
        "carrier": "Le transporteur",
        "platform": "La plateforme",
        "bank": "La banque",
    }
    return names.get(kind, "Le temps")
