"""French words of data protection, and the register of what the company does with data."""

from dataclasses import dataclass

RIGHTS = {
    "access": "Accès",
    "amendment": "Rectification",
    "erasure": "Effacement",
    "objection": "Opposition à la prospection",
}
ARTICLES = {"access": "15", "amendment": "16", "erasure": "17", "objection": "21"}
# What an erasure leaves, and the law that keeps it.
KEPT = {
    "invoices": "Les factures et pièces comptables : dix ans (C. com. L123-22)",
    "orders": "Les commandes et contrats : cinq ans (C. civ. 2224)",
    "claims": "Ce qui nous est encore dû : le temps du recouvrement (RGPD, art. 17-3 e)",
    "objection": "Le strict nécessaire pour respecter l'opposition : trois ans",
}
ERASED = "Personne effacée"


@dataclass(frozen=True, slots=True)
class Processing:
    """One line of the register (GDPR art. 30)."""

    purpose: str
    people: str
    data: str
    basis: str
    retention: str
    recipients: str


REGISTER = (
    Processing(
        "Traiter les devis, commandes et livraisons",
        "Contacts des clients, particuliers",
        "Identité, coordonnées, échanges",
        "Contrat",
        "Cinq ans après la dernière commande",
        "Ventes, entrepôt, transporteur",
    ),
    Processing(
        "Facturer et tenir la comptabilité",
        "Clients",
        "Identité, factures, règlements",
        "Obligation légale",
        "Dix ans, en archive restreinte",
        "Comptabilité, expert-comptable",
    ),
    Processing(
        "Suivre la relation et recouvrer les impayés",
        "Contacts des clients",
        "Échanges, réclamations, notes d'appel",
        "Intérêt légitime",
        "Trois ans après le dernier contact",
        "Ventes, direction, mandataire s'il le faut",
    ),
    Processing(
        "Écrire sur nos produits et nos offres",
        "Contacts qui ne s'y opposent pas, particuliers qui y consentent",
        "Identité, adresse électronique",
        "Consentement (particuliers), intérêt légitime (professionnels)",
        "Trois ans après le dernier contact venu de la personne",
        "Ventes",
    ),
)
