"""French words of shipping and billing for what is stored under stable English names."""

# Label, and the colour of its pill.
DELIVERY = {
    "prepared": ("Préparé", "neutral"),
    "shipped": ("Expédié", "info"),
    "delivered": ("Livré", "ok"),
}
DELIVERY_STEPS = tuple((key, label) for key, (label, _kind) in DELIVERY.items())
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
METHODS = (("transfer", "Virement"), ("cheque", "Chèque"), ("card", "Carte"))

# What a letter's reference adds to the one of its invoice.
LETTERS = {"reminder_1": "-R1", "reminder_2": "-R2", "formal_notice": "-MED"}

# What the official codes of a rejection or a refusal mean, and what to do about it.
REASONS = {
    "ADR_ERR": (
        "l’adresse de facturation électronique du client manque ou est fausse",
        "complétez la fiche du client",
    ),
    "CALCUL_ERR": ("un calcul de la facture est faux", "vérifiez les lignes et la TVA"),
    "CMD_ERR": (
        "la commande citée n’est pas celle du client",
        "vérifiez la référence et les lignes de la commande",
    ),
    "DEST_ERR": ("la facture n’est pas adressée au bon client", "vérifiez la fiche du client"),
    "DEST_INC": (
        "le client est inconnu de l’annuaire des entreprises",
        "vérifiez le SIREN sur la fiche du client",
    ),
    "DOUBLE_FACT": ("cette livraison est déjà facturée", "vérifiez les factures du client"),
    "DOUBLON": ("une facture porte déjà ce numéro", "vérifiez la suite des numéros"),
    "MONTANTTOTAL_ERR": ("le total ne correspond pas aux lignes", "vérifiez les montants"),
    "NON_CONFORME": ("une mention obligatoire manque", "vérifiez les mentions légales"),
    "REJ_COH": ("des données de la facture se contredisent", "vérifiez la fiche du client"),
    "REJ_SEMAN": ("une règle du format n’est pas respectée", "vérifiez la fiche du client"),
    "TX_TVA_ERR": ("le taux de TVA est faux", "vérifiez les articles et le pays du client"),
}
UNKNOWN_REASON = ("le motif est « {code} »", "vérifiez la facture avec le client")

# Icon of what happened, and words that follow « vous avez » or « le client a ».
STORY = {
    "delivery.prepared": ("box-seam", "préparé la livraison"),
    "delivery.carrier_chosen": ("truck", "choisi le transporteur"),
    "delivery.shipped": ("truck", "expédié les marchandises"),
    "delivery.delivered": ("check-circle", "livré le client"),
    "invoice.issued": ("receipt", "émis la facture"),
    "invoice.deposited": ("cloud-check", "pris la facture en charge"),
    "invoice.rejected": ("x-circle", "rejeté la facture"),
    "invoice.refused": ("x-circle", "refusé la facture"),
    "invoice.cashed": ("bank", "soldé la facture"),
    "payment.promised": ("calendar-check", "promis de payer"),
    "dunning.sent": ("alarm", "relancé le client"),
    "formal_notice.sent": ("exclamation-triangle", "mis le client en demeure"),
}


def reason_of(code: str) -> tuple[str, str]:
    """What an official code means, and what to do about it."""
    meaning, remedy = REASONS.get(code, UNKNOWN_REASON)
    return meaning.format(code=code), remedy


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
