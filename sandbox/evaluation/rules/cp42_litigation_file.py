"""A debt is handed over with every paper that proves it, and is dunned no more."""

from collections.abc import Iterator

from sandbox.evaluation.facts import Facts
from sandbox.evaluation.model import Fact, Said, met, missed
from sandbox.evaluation.registry import rule

REMINDERS = ("dunning.sent", "formal_notice.sent")
PIECES = {
    "order": "la commande",
    "acknowledgement": "l'accusé de réception",
    "delivery": "le bon de livraison signé",
    "invoice": "la facture",
    "reminders": "les relances",
    "formal_notice": "la mise en demeure",
    "statement": "le relevé de compte",
}


@rule("CP4.2/dossier-complet", on=("litigation.handed",), blocking=False)
def complete_file(facts: Facts, handed: Fact) -> Iterator[Said]:
    """Une créance est confiée avec un dossier complet, et n'est plus relancée ensuite.

    Pourquoi : ce qui manque est redemandé, et les semaines perdues sont celles où le débiteur
    cesse de pouvoir payer ; deux voix qui réclament la même somme se gênent.

    Mesure : au jour de la remise, le dossier joint les sept pièces qui prouvent la créance
    (commande, accusé de réception, bon de livraison signé, facture, relances, mise en demeure,
    relevé de compte) ; ensuite, aucune relance de votre part sur cette facture avant le compte
    rendu du destinataire.

    Conseil : avant de remettre, lisez la colonne « État » : demandez la preuve de livraison au
    transporteur, envoyez un relevé de compte, puis cochez tout.
    """
    invoice = handed["invoice"]
    missing = [PIECES[kind] for kind in handed["missing"] if kind in PIECES]
    report = facts.first("litigation.reported", invoice=invoice, after=handed)
    reminders = facts.acts(*REMINDERS, of=invoice, after=handed, before=report)
    if missing:
        yield missed(f"{invoice} : confiée sans {', '.join(missing)}.", handed)
    for act in reminders:
        yield missed(f"{invoice} : relancée alors qu'elle est confiée.", handed, act)
    if not missing and not reminders:
        yield met(f"{invoice} : confiée avec ses sept pièces.", handed)
