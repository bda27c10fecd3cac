"""Customers know that their order waits for a decision."""

from collections.abc import Iterator

from sandbox.evaluation.facts import Facts
from sandbox.evaluation.model import Fact, Said, met, missed
from sandbox.evaluation.registry import rule
from sandbox.evaluation.telling import told
from sandbox.evaluation.vocabulary import within


@rule("CP3.3/attente-expliquee", on=("approval.requested",))
def waiting_explained(facts: Facts, request: Fact) -> Iterator[Said]:
    """Quand la décision tarde, le client sait qu'elle est demandée.

    Pourquoi : votre hiérarchie peut être absente ; le client, lui, attend.

    Mesure : pour chaque demande restée sans réponse plus longtemps que le délai de la procédure,
    un message au client avant la fin de ce délai.

    Conseil : « votre commande est à l'étude, réponse demain à midi » suffit.
    """
    if request["kind"] not in ("over_limit", "order_amount", "discount"):
        return
    minutes = facts.procedures.relation.holding_reply_minutes
    answer = facts.first("approval.decided", of=request.subject)
    waited = within(facts, request.at, answer, minutes)
    if waited is None or waited.kept:
        return
    customer = request["customer"]
    since = facts.first("order.received", of=request["about"]) or request
    word = told(facts, customer, request["about"], after=since)
    timing = within(facts, request.at, word, minutes)
    if timing is not None and timing.kept:
        yield met(f"{request['about']} : le client sait que l'on décide.", request, word)
    else:
        yield missed(f"{request['about']} : le client attend sans savoir.", request, word)
