"""Acts beyond the delegation wait for the answer."""

from collections.abc import Iterator

from sandbox.evaluation.facts import Facts
from sandbox.evaluation.model import Fact, Said, met, missed
from sandbox.evaluation.registry import rule
from sandbox.evaluation.telling import asked_and_obtained, beyond, granted_for_nothing


@rule("CP3.3/accord-obtenu-avant", on=("quote.sent", "order.recorded"), blocking=True)
def approval_before(facts: Facts, act: Fact) -> Iterator[Said]:
    """Au-delà de la délégation, l'accord est demandé et obtenu avant d'agir.

    Pourquoi : demander sans attendre, c'est mettre la direction devant le fait accompli.

    Mesure : chaque devis envoyé et chaque commande enregistrée au-delà de votre délégation
    (remise, montant, plafond) a été précédé d'une demande et d'une réponse favorable.
    Un accord dont rien n'avait besoin ne compte pas.

    Conseil : mettez le dossier en attente et dites au client quand il aura une réponse.
    """
    needed = beyond(facts, act)
    if not needed and (not act["approval"] or granted_for_nothing(facts, act)):
        return
    documents = (act.subject, act.get("quote"))
    found = [asked_and_obtained(facts, kind, *documents, before=act) for kind in needed]
    lacking = next((approval for approval in found if not approval.granted), None)
    proofs = [fact for each in found for fact in (each.asked, each.answer)]
    if lacking is not None:
        yield missed(f"{act.subject} : au-delà de la délégation, {lacking.lack}.", act, *proofs)
    else:
        answer = facts.last("approval.decided", of=act["approval"] or "", before=act)
        because = f"{act.subject} : au-delà de la délégation, accord obtenu avant."
        yield met(because, act, answer, *proofs)
