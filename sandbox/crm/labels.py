"""French words for what is stored under stable English names."""

TOPICS = {
    "enquiry": "Demande de prix",
    "quote": "Devis",
    "order": "Commande",
    "difference": "Écart entre devis et commande",
    "stock": "Stock et disponibilité",
    "delivery": "Livraison",
    "delay": "Retard",
    "purchase": "Achat",
    "invoice": "Facture",
    "payment": "Règlement",
    "dunning": "Relance",
    "credit": "Encours et plafond",
    "approval": "Demande d’accord",
    "claim": "Réclamation",
    "fraud": "Demande suspecte",
    "litigation": "Contentieux",
    "privacy": "Données personnelles",
    "prospecting": "Offre commerciale",
    "welcome": "Accueil",
    "date_agreed": "Date acceptée",
    "date_declined": "Date refusée",
    "offer_agreed": "Proposition acceptée",
    "offer_declined": "Proposition refusée",
    "negotiation": "Négociation",
    "letter": "Courrier et recommandés",
    "news": "Actualités",
    "filing": "Classement",
    "other": "Autre sujet",
}
# What somebody at this desk writes about by hand.
WRITTEN = (
    "enquiry",
    "quote",
    "order",
    "difference",
    "stock",
    "delivery",
    "delay",
    "invoice",
    "payment",
    "credit",
    "claim",
    "fraud",
    "litigation",
    "privacy",
    "prospecting",
    "other",
)

TASK_KINDS = {
    "to_do": "Chose à faire",
    "call_back": "Rappel téléphonique",
    "appointment": "Rendez-vous",
}
TASK_ICONS = {"to_do": "check2-square", "call_back": "telephone", "appointment": "people"}

CHANNELS = {
    "email": ("envelope", "Courriel"),
    "phone": ("telephone", "Appel téléphonique"),
    "letter": ("envelope-paper", "Courrier"),
    "registered": ("patch-check", "Lettre recommandée"),
    "chat": ("chat-dots", "Messagerie interne"),
}

FIELDS = {
    "name": "Nom ou raison sociale",
    "siren": "SIREN",
    "siret": "SIRET",
    "vat_number": "N° de TVA",
    "platform_address": "Adresse de facturation électronique",
    "street": "Rue",
    "postcode": "Code postal",
    "town": "Ville",
    "country": "Pays",
    "delivery_street": "Rue de livraison",
    "delivery_postcode": "Code postal de livraison",
    "delivery_town": "Ville de livraison",
    "terms": "Conditions de règlement",
    "monthly_invoice": "Facture périodique",
    "note": "Note",
    "last_contact_on": "Dernier contact",
    "email": "Courriel",
    "phone": "Téléphone",
}


def topic_label(topic: str) -> str:
    """French wording of a topic; a topic of a scenario's own is shown as any other."""
    return TOPICS.get(topic, TOPICS["other"])


def channel_icon(channel: str) -> str:
    """Icon of a channel."""
    return CHANNELS.get(channel, CHANNELS["email"])[0]


def channel_label(channel: str) -> str:
    """French wording of a channel."""
    return CHANNELS.get(channel, CHANNELS["email"])[1]


COUNTRIES = {
    "FR": "France",
    "BE": "Belgique",
    "CH": "Suisse",
    "DE": "Allemagne",
    "ES": "Espagne",
    "GB": "Royaume-Uni",
    "IT": "Italie",
    "LU": "Luxembourg",
    "NL": "Pays-Bas",
}
