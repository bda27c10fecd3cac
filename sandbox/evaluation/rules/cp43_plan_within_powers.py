"""A payment plan beyond the delegation waits for an approval."""

from collections.abc import Iterator

from sandbox.evaluation.facts import Facts
from sandbox.evaluation.model import Fact, Said, met, missed
from sandbox.evaluation.registry import rule
from sandbox.evaluation.telling import asked_and_obtained


@rule("CP4.3/echeancier-dans-la-delegation", on=("payment_plan.agreed",), blocking=True)
def plan_within_powers(facts: Facts, plan: Fact) -> Iterator[Said]:
    """Un échéancier convenu tient dans la délégation, ou l'accord a été obtenu avant.

    Pourquoi : étaler une dette, c'est faire crédit avec l'argent de l'entreprise ; la délégation
    dit jusqu'où vous pouvez le décider seul.

    Mesure : chaque échéancier que vous convenez a un nombre de versements et une durée permis à
    votre poste ; sinon, une demande d'accord sur l'une de ses factures a reçu une réponse
    favorable avant.

    Conseil : proposez d'abord ce que vous pouvez décider seul ; au-delà, demandez avec des dates
    et des montants, puis rappelez le client.
    """
    name = f"{plan.subject} : {plan['count']} versements"
    if "PlanBeyondDelegation" not in plan["cautions"] and not plan["approval"]:
        yield met(f"{name}, dans la délégation.", plan)
        return
    found = asked_and_obtained(facts, "payment_plan", *plan["invoices"], before=plan)
    if found.granted:
        yield met(f"{name}, accord obtenu avant.", plan, found.asked, found.answer)
    else:
        yield missed(f"{name}, au-delà de la délégation : {found.lack}.", plan, found.asked)
