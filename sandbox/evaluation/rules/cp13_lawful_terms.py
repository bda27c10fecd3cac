"""Payment terms stay within the law."""

from collections.abc import Iterator
from datetime import timedelta

from sandbox.core.calendar import end_of_month
from sandbox.core.terms import periodic_latest
from sandbox.evaluation.facts import Facts
from sandbox.evaluation.model import Fact, Said, met, missed
from sandbox.evaluation.registry import rule
from sandbox.evaluation.wording import day

NET, END_OF_MONTH = 60, 45


@rule("CP1.3/delai-de-paiement", on=("invoice.issued",), blocking=True)
def lawful_terms(facts: Facts, invoice: Fact) -> Iterator[Said]:
    """Le délai de paiement accordé reste dans la loi et dans le contrat.

    Pourquoi : au-delà de soixante jours nets, ou de quarante-cinq jours fin de mois, l'amende est
    pour nous (C. com. L441-10).

    Mesure : pour chaque facture à un client dont vous avez ouvert la fiche ou changé les
    conditions, une échéance dans ces limites ; quarante-cinq jours pour une facture périodique.

    Conseil : laissez les conditions du contrat ; un délai plus long se décide plus haut.
    """
    created = facts.first("customer.created", of=invoice["customer"], mine=True, before=invoice)
    changes = facts.acts("customer.updated", of=invoice["customer"], before=invoice)
    changed = next((change for change in changes if "terms" in change["changed"]), None)
    ours = created or changed
    if ours is None or not invoice["business"]:
        return
    issued, due = invoice.at.date(), invoice.date("due_on")
    limits = [
        end_of_month(issued + timedelta(days=END_OF_MONTH)),
        end_of_month(issued) + timedelta(days=END_OF_MONTH),
    ]
    last = max(issued + timedelta(days=NET), *limits)
    if invoice.get("parts"):
        last = periodic_latest(issued)
    name = f"{invoice.subject}, échéance {day(due)}"
    if due <= last:
        yield met(f"{name} : dans la loi.", invoice, ours)
    else:
        yield missed(f"{name} : plus tard que la loi ne permet.", invoice, ours)
