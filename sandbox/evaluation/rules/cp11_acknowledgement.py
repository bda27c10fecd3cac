"""The order acknowledgement leaves in time and says the same."""

from collections.abc import Iterator

from sandbox.evaluation.facts import Facts
from sandbox.evaluation.looking import as_agreed, cancelled
from sandbox.evaluation.model import Fact, Said, met, missed
from sandbox.evaluation.registry import rule
from sandbox.evaluation.vocabulary import within


@rule("CP1.1/accuse-de-reception", on=("order.recorded",))
def acknowledgement(facts: Facts, order: Fact) -> Iterator[Said]:
    """L'accusé de réception part vite, avec la date promise.

    Pourquoi : c'est la trace écrite de ce qui est vendu, et pour quand ; sans elle, le client
    attend sans savoir.

    Mesure : pour chaque commande que vous enregistrez, un accusé de réception dans le délai de
    la procédure commerciale (minutes ouvrées), qui porte la même date et le même montant. Une
    commande annulée avant n'en appelle plus ; une commande modifiée se confirme comme modifiée.

    Conseil : envoyez l'accusé de réception dans la foulée de l'enregistrement.
    """
    minutes = facts.procedures.sales.acknowledgement_minutes
    sent = facts.first("order.acknowledged", of=order.subject, after=order)
    timing = within(facts, order.at, sent, minutes)
    if timing is None or facts.others(sent) or (sent is None and cancelled(facts, order)):
        return
    order = as_agreed(facts, order, before=sent)
    if sent is None:
        yield missed(f"{order.subject} : aucun accusé de réception ({timing}).", order)
    elif not timing.kept:
        yield missed(f"{order.subject} : accusé de réception tardif ({timing}).", order, sent)
    elif any(sent[key] != order[key] for key in ("promised_on", "gross")):
        because = f"{order.subject} : l'accusé de réception ne dit pas ce qui est enregistré."
        yield missed(because, order, sent)
    else:
        yield met(f"{order.subject} : accusé de réception à temps ({timing}).", order, sent)
