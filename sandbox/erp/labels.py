"""French words of the sales desk for what is stored under stable English names."""

from sandbox.core.context import LEARNER, TRAINER
from sandbox.core.setting import Setting

# Label, and the colour of its pill.
QUOTE = {
    "draft": ("Brouillon", "neutral"),
    "sent": ("Envoyé", "info"),
    "accepted": ("Accepté", "ok"),
    "declined": ("Refusé", "bad"),
    "expired": ("Expiré", "warn"),
    "replaced": ("Remplacé", "neutral"),
}
REFUSAL = {
    "price": "Prix",
    "timing": "Délai",
    "competitor": "Concurrent",
    "stopped": "Projet abandonné",
    "other": "Autre motif",
}
DEPOSIT = {"": "Aucun", "deposit": "Acompte", "forfeit": "Arrhes"}
ORDER = {
    "received": ("Reçue, à vérifier", "violet"),
    "held": ("En attente", "warn"),
    "declined": ("Refusée", "bad"),
    "cancelled": ("Annulée", "bad"),
    "recorded": ("Enregistrée", "info"),
    "partly_shipped": ("Expédiée en partie", "info"),
    "shipped": ("Expédiée", "info"),
    "invoiced": ("Facturée", "ok"),
}
ORDER_CHANNEL = {
    "mail": "Courriel",
    "phone": "Téléphone",
    "web_shop": "Boutique en ligne",
    "marketplace": "Place de marché",
}
CANCELLATION = {
    "agreed": "D'un commun accord, sans frais",
    "kept": "Somme versée d'avance gardée",
    "withdrawal": "Rétractation d'un consommateur",
}
APPROVAL = {
    "requested": ("En attente de réponse", "warn"),
    "granted": ("Accordé", "ok"),
    "refused": ("Refusé", "bad"),
    "passed_on": ("Reprise par un autre poste", "neutral"),
}
APPROVAL_KIND = {
    "discount": "Remise au-delà de la délégation",
    "over_limit": "Dépassement du plafond d'encours",
    "order_amount": "Montant au-delà de la délégation",
    "formal_notice": "Mise en demeure",
    "goodwill": "Geste commercial (facture, réclamation)",
    "payment_plan": "Échéancier au-delà de la délégation",
    "debt_claim": "Déclaration de créance",
    "credit_limit": "Plafond d'encours",
    "litigation": "Remise au contentieux ou à un prestataire",
}
PIECES = {
    "order": "Commande acceptée",
    "acknowledgement": "Accusé de réception de la commande",
    "delivery": "Bon de livraison signé",
    "invoice": "Facture",
    "reminders": "Relances",
    "formal_notice": "Mise en demeure",
    "statement": "Relevé de compte",
    "exchanges": "Échanges avec le client",
}
RECIPIENTS = {
    "own": "Service contentieux de l'entreprise",
    "agency": "Cabinet de recouvrement",
    "bailiff": "Commissaire de justice",
}
LITIGATION = {
    "handed": ("Remis", "info"),
    "incomplete": ("Pièces demandées", "warn"),
    "taken": ("Pris en charge", "info"),
    "paid": ("Réglé", "ok"),
    "by_instalments": ("Échéancier", "violet"),
    "uncollectable": ("Irrécouvrable", "bad"),
}
SOURCES = {
    "register": "Registre des entreprises",
    "notices": "Bulletin officiel des annonces",
    "accounts": "Comptes déposés",
    "privileges": "État des privilèges",
    "agency": "Rapport d'une agence",
}
SECTORS = {"low": "faible", "medium": "moyen", "high": "élevé"}
DECISION = {
    "credit": "Crédit, dans un plafond",
    "credit_with_deposit": "Crédit, avec un acompte",
    "prepayment": "Paiement à la commande",
    "refusal": "Refus",
}
PROCEEDINGS = {
    "safeguard": "Sauvegarde",
    "recovery": "Redressement judiciaire",
    "winding_up": "Liquidation judiciaire",
}
CREDIT_KIND = {
    "cancellation": "Annulation",
    "return": "Retour de marchandises",
    "price": "Erreur de prix ou de quantité facturée",
    "goodwill": "Geste commercial (rabais)",
    "packaging": "Consigne rendue",
    "early_payment": "Escompte pris au paiement",
}
QUOTE_STEPS = (("draft", "Brouillon"), ("sent", "Envoyé"), ("accepted", "Accepté"))
ORDER_STEPS = (
    ("received", "Reçue, à vérifier"),
    ("recorded", "Enregistrée"),
    ("shipped", "Expédiée"),
    ("invoiced", "Facturée"),
    ("paid", "Réglée"),
)
DEFINITION = {
    "exposure": "L'entreprise compte tout ce qui est en cours : factures impayées, commandes à "
    "facturer et la commande présente.",
    "outstanding": "L'entreprise compte les factures impayées et la commande présente.",
}

# What lets a held order go on.
RELEASE = {
    "paid": "Le client a payé",
    "approved": "L'accord est donné",
    "limit_raised": "Le plafond est relevé",
    "settled": "La question posée est réglée",
}

# Icon and participle of what happened, as the follow-up of a document tells it.
STORY = {
    "quote.drawn_up": ("pencil", "établi le devis"),
    "quote.sent": ("send", "envoyé le devis"),
    "quote.version_made": ("files", "préparé une nouvelle version"),
    "quote.replaced": ("arrow-repeat", "remplacé ce devis par une nouvelle version"),
    "quote.followed_up": ("telephone", "relancé le client"),
    "quote.accepted": ("check-circle", "accepté le devis"),
    "quote.declined": ("x-circle", "refusé le devis"),
    "quote.expired": ("hourglass-bottom", "laissé passer la validité"),
    "order.received": ("cart3", "passé la commande"),
    "order.compared": ("layout-split", "comparé la commande au devis"),
    "order.differences_raised": ("chat-left-text", "signalé les écarts au client"),
    "order.corrected": ("pencil", "aligné la commande sur le devis"),
    "order.recorded": ("check-circle", "enregistré la commande"),
    "order.held": ("pause-circle", "mis la commande en attente"),
    "order.released": ("play-circle", "levé l'attente de la commande"),
    "order.declined": ("x-circle", "refusé la commande"),
    "order.changed": ("pencil-square", "modifié la commande"),
    "order.cancelled": ("x-octagon", "annulé la commande"),
    "order.number_noted": ("hash", "noté le numéro de commande du client"),
    "order.backorder_dated": ("calendar-event", "daté le reliquat"),
    "order.acknowledged": ("send", "envoyé l'accusé de réception"),
    "outstanding.consulted": ("bank", "consulté l'encours"),
    "stock.consulted": ("box-seam", "consulté le stock"),
}


def who(actor: str, setting: Setting, customer: str) -> str:
    """Name of an actor of the journal on a document of this customer."""
    if actor in (LEARNER, TRAINER):
        return "Vous" if actor == LEARNER else "La formation"
    if actor.startswith("customer:"):
        return customer
    person = setting.colleague(actor)
    return person.name if person else "Le temps"
