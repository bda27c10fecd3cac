"""A plausible booklet of assessments: one criterion decided, one left to be seen."""

from datetime import date

from sandbox.documents.parts import Party
from sandbox.documents.snapshots_booklet import (
    BookletCriterion,
    BookletRun,
    BookletText,
    EvaluationBooklet,
)


def evaluation_booklet() -> EvaluationBooklet:
    return EvaluationBooklet(
        reference="LIVRET-apprenant1-1",
        issued_on=date(2026, 11, 26),
        seller=_named("Classe de démonstration"),
        customer=_named("Awa Diallo"),
        handled_by="Camille Formateur",
        version=1,
        qualification="Assistant commercial",
        login="apprenant1",
        class_name="Classe de démonstration",
        trainer="Camille Formateur",
        rules_version="5f0c1d2e77ab34d1",
        runs=(
            BookletRun(
                title="Premiers pas",
                scenario="premiers-pas",
                scenario_digest="9a4be1f0c2d3",
                mode="Découverte",
                seed=1,
                company_day=date(2026, 11, 13),
                entries=204,
                journal_head="c3b53a7d09e1",
                is_over=True,
            ),
        ),
        criteria=(
            BookletCriterion(
                code="CP1.1",
                title="Le processus de traitement des commandes est respecté",
                occasions=9,
                met=8,
                proposed="Acquis",
                proposed_because=("8 occasions réussies sur 9.",),
                decided="Acquis",
                decided_by="Camille Formateur",
                decided_on=date(2026, 11, 26),
                reason="Contrôles faits avant chaque enregistrement.",
                observations=("A relu le devis avec sa voisine avant de l'envoyer.",),
            ),
            BookletCriterion(
                code="CP4.3",
                title="Le niveau de délégation est respecté",
                occasions=0,
                met=0,
                proposed="Non observé",
                proposed_because=("Aucune occasion.",),
            ),
        ),
        texts=(
            BookletText(
                run="Premiers pas",
                subject="Votre commande ATL-2026-118",
                levels=("Ton : adapté", "Clarté : adaptée"),
                comments=("La date de livraison vient en premier : c'est bien vu.",),
            ),
        ),
        remarks=("Assidue, demande quand elle doute.",),
    )


def _named(name: str) -> Party:
    """Somebody at school: a name, and no address."""
    return Party(name=name, street="", postcode="", town="")
