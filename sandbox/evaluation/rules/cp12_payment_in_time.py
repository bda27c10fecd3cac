"""Payments are recorded soon after the bank line."""

from collections.abc import Iterator

from sandbox.core.money import format_euros
from sandbox.evaluation.facts import Facts
from sandbox.evaluation.model import Fact, Said, met, missed
from sandbox.evaluation.registry import rule
from sandbox.evaluation.vocabulary import within


@rule("CP1.2/reglement-enregistre", on=("bank.credited",), anyone=True)
def payment_in_time(facts: Facts, line: Fact) -> Iterator[Said]:
    """Un règlement reçu en banque est enregistré dans le délai, au bon client.

    Pourquoi : tant qu'il n'est pas enregistré, l'encours est faux et le client risque une
    relance injuste.

    Mesure : pour chaque ligne de crédit du relevé, un règlement enregistré dans le délai de la
    procédure commerciale (minutes ouvrées), pour le client et le montant du relevé.

    Conseil : ouvrez la banque chaque matin et enregistrez tout ce qui y est.
    """
    minutes = facts.procedures.sales.payment_minutes
    payment = facts.first("payment.recorded", bank_line=line.subject)
    timing = within(facts, line.at, payment, minutes)
    if timing is None or facts.others(payment):
        return
    name = f"Virement de {format_euros(line['amount'])}"
    if payment is None:
        yield missed(f"{name} : pas enregistré ({timing}).", line)
    elif line["customer"] not in (None, payment["customer"]):
        yield missed(f"{name} : enregistré pour un autre client que le payeur.", line, payment)
    elif payment["amount"] != line["amount"]:
        yield missed(f"{name} : enregistré pour un autre montant.", line, payment)
    elif timing.kept:
        yield met(f"{name} : enregistré à temps ({timing}).", line, payment)
    else:
        yield missed(f"{name} : enregistré trop tard ({timing}).", line, payment)
