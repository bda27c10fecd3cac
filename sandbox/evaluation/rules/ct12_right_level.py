"""Each decision is taken at its level."""

from collections.abc import Iterator

from sandbox.evaluation.facts import Facts
from sandbox.evaluation.model import Fact, Said
from sandbox.evaluation.registry import rule
from sandbox.evaluation.vocabulary import never


@rule("CT1.2/decide-a-son-niveau", on=("approval.requested",))
def right_level(facts: Facts, request: Fact) -> Iterator[Said]:
    """Chaque question est posée à qui peut y répondre.

    Pourquoi : une demande à la mauvaise personne revient, et le client attend.

    Mesure : chaque demande d'accord utile part à un poste que la table de délégation autorise à
    décider de ce montant ou de cette remise.

    Conseil : lisez la table de délégation de bas en haut : le premier qui peut décide.
    """
    if not request["needed"] or request["kind"] not in ("order_amount", "over_limit"):
        return
    level = facts.procedures.level(request["post"])
    able = (
        level.order_net >= request["amount"]
        if request["kind"] == "order_amount"
        else (level.over_limit > 0)
    )
    yield never(
        request,
        not able,
        f"{request['about']} : demandé à qui peut décider.",
        f"{request['about']} : demandé à qui ne peut pas décider.",
    )
