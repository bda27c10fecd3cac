"""French words for the people and the places of a customer."""

from sandbox.crm.people import Need

ROLES = {
    "buyer": "Achats",
    "accounts": "Comptabilité",
    "receiving": "Réception",
    "manager": "Direction",
    "other": "Autre",
}
NEEDS = {
    Need.NONE: "Aucun",
    Need.WRITTEN_ONLY: "Par écrit seulement",
    Need.VOICE_ONLY: "De vive voix seulement",
    Need.LARGE_PRINT: "Documents en gros caractères",
    Need.PLAIN_WORDS: "Phrases courtes, mots simples",
    Need.MORE_TIME: "Prendre son temps au téléphone",
}
LANGUAGES = {"fr": "Français", "en": "Anglais", "de": "Allemand", "es": "Espagnol"}
SITES = {"delivery": "Livraison", "billing": "Facturation"}
