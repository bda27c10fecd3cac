"""Acts beyond the delegation wait for the answer."""

from collections.abc import Iterator

from sandbox.evaluation.facts import Facts
from sandbox.evaluation.model import Fact, Said, met, missed
from sandbox.evaluation.registry import rule
from sandbox.evaluation.telling import asked_and_obtained

KINDS = {
    "DiscountAboveDelegation": "discount",
    "AmountAboveDelegation": "order_amount",
    "OverLimit": "over_limit",
}


@rule("CP3.3/accord-obtenu-avant", on=("quote.sent", "order.recorded"), blocking=True)
def approval_before(facts: Facts, act: Fact) -> Iterator[Said]:
    """Au-delà de la délégation, l'accord est demandé et obtenu avant d'agir.

    Pourquoi : demander sans attendre, c'est mettre la direction devant le fait accompli.

    Mesure : chaque devis envoyé et chaque commande enregistrée au-delà de votre délégation
    (remise, montant, plafond) a été précédé d'une demande et d'une réponse favorable.

    Conseil : mettez le dossier en attente et dites au client quand il aura une réponse.
    """
    lacking = [KINDS[code] for code in act["cautions"] if code in KINDS]
    if not lacking and not act["approval"]:
        return
    found = [
        asked_and_obtained(facts, k, act.subject, act.get("quote"), before=act) for k in lacking
    ]
    if lacking:
        proofs = [fact for each in found for fact in (each.asked, each.answer)]
        because = f"{act.subject} : au-delà de la délégation, {found[0].lack}."
        yield missed(because, act, *proofs)
        return
    answer = facts.last("approval.decided", of=act["approval"], before=act)
    yield met(f"{act.subject} : au-delà de la délégation, accord obtenu avant.", act, answer)
