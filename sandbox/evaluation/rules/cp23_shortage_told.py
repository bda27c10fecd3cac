"""Shortages found at recording are passed on."""

from collections.abc import Iterator

from sandbox.evaluation.facts import Facts
from sandbox.evaluation.model import Fact, Said, met, missed
from sandbox.evaluation.registry import rule
from sandbox.evaluation.telling import alerted, told
from sandbox.evaluation.vocabulary import earliest, notice_minutes, within


@rule("CP2.3/rupture-signalee", on=("order.recorded",), blocking=True)
def shortage_told(facts: Facts, order: Fact) -> Iterator[Said]:
    """Une rupture constatée à l'enregistrement est signalée au client ou au collègue concerné.

    Pourquoi : l'acheteur, l'entrepôt et le client ne voient pas votre écran ; ils agissent si
    on leur dit.

    Mesure : pour chaque commande que vous enregistrez et dont le stock manque, un message au
    client ou une alerte à un collègue sur cette commande ou cet article, entre la réception de
    la commande et la fin du délai de la procédure.

    Conseil : alertez les achats dès que vous voyez le manque, et convenez d'une date avec le
    client.
    """
    reserved = facts.find("stock.reserved", of=order.subject)
    short = next((fact for fact in reserved if fact["short"]), None)
    if short is None:
        return
    since = facts.first("order.received", of=order.subject) or facts.opening or order
    matters = (order.subject, order["quote"], short["product"])
    colleague = alerted(facts, *matters, after=since)
    customer = told(facts, order["customer"], *matters, after=since)
    word = earliest(colleague, customer)
    timing = within(facts, short.at, word, notice_minutes(facts, short, order))
    if timing is None:
        return
    name = f"{order.subject}, {short['short']} {short['product']} en rupture"
    if timing.kept:
        yield met(f"{name} : signalé à temps.", order, short, word)
    else:
        late = "signalé trop tard" if word else "signalé à personne"
        yield missed(f"{name} : {late} ({timing}).", order, short, word)
