"""French words of complaints."""

NATURES = {
    "damaged": "Marchandise abîmée",
    "missing": "Manquant",
    "wrong": "Erreur d’article",
    "quality": "Défaut de qualité",
    "late": "Retard de livraison",
    "invoice": "Erreur de facture",
    "service": "Accueil ou service",
}
REMEDIES = {
    "replacement": "Remplacer l’article",
    "redelivery": "Livrer de nouveau",
    "full_credit": "Avoir total",
    "partial_credit": "Avoir partiel",
    "discount": "Remise commerciale",
    "refusal": "Refuser, en disant pourquoi",
}
ASKS = {key: text for key, text in REMEDIES.items() if key != "refusal"}
LIABILITIES = {
    "ours": "Nous",
    "carrier": "Le transporteur",
    "supplier": "Le fournisseur",
    "customer": "Le client",
}
STATUSES = {
    "open": ("À traiter", "warn"),
    "answered": ("Réponse envoyée", "info"),
    "agreed": ("Solution acceptée", "ok"),
    "disagreed": ("Solution refusée", "bad"),
    "settled": ("Close", "neutral"),
}
STEPS = (
    ("acknowledge", "Accuser réception"),
    ("qualify", "Qualifier"),
    ("check", "Vérifier les faits"),
    ("answer", "Répondre"),
    ("settle", "Clore"),
)
NEXT = {
    "acknowledge": "Accuser réception : le client sait quand il aura sa réponse.",
    "qualify": "Qualifier : de quoi s’agit-il, de qui cela vient, le délai est-il tenu ?",
    "check": "Vérifier les faits sur pièces : commande, bon de livraison, échanges.",
    "answer": "Répondre : une solution et sa date, dans votre délégation, ou un refus expliqué.",
    "wait": "Attendre la réaction du client : avancez le temps.",
    "settle": "Faire ce qui est annoncé, puis clore sur la pièce qui le prouve.",
    "none": "Rien : la réclamation est close.",
}
