"""Specimen of a letter sent by the post."""

from datetime import date

from sandbox.documents.snapshots import Letter
from sandbox.documents.specimens.parties import BALISIERS, HEVEA


def letter() -> Letter:
    return Letter(
        reference="LET-000042",
        issued_on=date(2026, 11, 25),
        seller=HEVEA,
        customer=BALISIERS,
        handled_by="Camille Renaud",
        subject="Votre réclamation du 20 novembre 2026",
        tracking="1A 048 217 3305 9",
        paragraphs=(
            "Madame, Monsieur,",
            "Nous revenons vers vous au sujet de la commande CDE-2026-000123. Après examen des "
            "photos, nous remplaçons les deux plateaux fendus ; ils partiront le 2 décembre.",
            "Recevez, Madame, Monsieur, nos salutations les meilleures.",
        ),
    )
