"""Specimen of an answer to a person who asks what we hold on them."""

from datetime import date

from sandbox.documents.parts import Party
from sandbox.documents.snapshots import AccessResponse
from sandbox.documents.snapshots_rights import HeldData, HeldValue, Processing
from sandbox.documents.specimens.parties import HEVEA

PERSON = Party(
    name="Inès Caradec",
    street="18 rue du Papier Calque",
    postcode="35700",
    town="Rennes",
    consumer=True,
)
HELD = {
    "Identité et coordonnées": {
        "Nom": "Inès Caradec",
        "Adresse": "18 rue du Papier Calque, 35700 Rennes",
        "Courriel": "ines.caradec@courrier.example",
        "Téléphone": "06 39 98 00 18",
        "Numéro de client": "CLI-0042, depuis le 14 mars 2025",
    },
    "Achats et règlements": {
        "Commandes": "CDE-2025-000210 du 18 mars 2025, CDE-2026-000154 du 2 septembre 2026",
        "Factures": "FA-2025-000233 (249,00 €, réglée), FA-2026-000097 (589,00 €, réglée)",
        "Retards de paiement": "Aucun",
    },
    "Échanges": {
        "Courriels": "4 messages du 2 au 9 septembre 2026, joints",
        "Note d’appel du 4 septembre 2026": "Demande un rappel après 14 h ; souhaite une livraison "
        "au rez-de-chaussée.",
    },
    "Prospection": {
        "Consentement": "Lettre d’information acceptée le 14 mars 2025 (case cochée sur le site)",
        "Dernier contact": "9 septembre 2026, réponse de votre part",
    },
}


def access_response() -> AccessResponse:
    return AccessResponse(
        reference="DA-2026-000001",
        issued_on=date(2026, 11, 20),
        requested_on=date(2026, 11, 2),
        answer_by=date(2026, 12, 2),
        seller=HEVEA,
        customer=PERSON,
        handled_by="Camille Renaud",
        contact="vie-privee@hevea-mobilier.example",
        data=tuple(
            HeldData(
                title=title, values=tuple(HeldValue(label=k, value=v) for k, v in kept.items())
            )
            for title, kept in HELD.items()
        ),
        processings=(
            Processing(
                purpose="Exécuter vos commandes",
                basis="Contrat",
                retention="5 ans après la dernière commande",
                recipients="Ventes, entrepôt, transporteur",
            ),
            Processing(
                purpose="Tenir la comptabilité",
                basis="Obligation légale",
                retention="10 ans, en archive restreinte",
                recipients="Comptabilité, expert-comptable",
            ),
            Processing(
                purpose="Vous écrire sur nos produits",
                basis="Consentement",
                retention="3 ans après votre dernier contact",
                recipients="Ventes",
            ),
        ),
        source="De vous-même : compte ouvert sur notre site, commandes et échanges.",
        transfers="Aucun.",
        automated_decisions="Aucune.",
    )
