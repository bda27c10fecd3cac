"""The sales representative knows before a formal notice leaves."""

from collections.abc import Iterator

from sandbox.evaluation.facts import Facts
from sandbox.evaluation.model import Fact, Said
from sandbox.evaluation.registry import rule
from sandbox.evaluation.vocabulary import never_without


@rule("CP4.3/commercial-prevenu", on=("formal_notice.sent",))
def rep_told(facts: Facts, notice: Fact) -> Iterator[Said]:
    """Le commercial du client est prévenu avant la mise en demeure.

    Pourquoi : il est peut-être en rendez-vous chez ce client demain matin.

    Mesure : pour chaque mise en demeure que vous envoyez, une alerte au commercial sur cette
    facture ou ce client, avant l'envoi, quand l'entreprise a ce poste.

    Conseil : prévenez-le en demandant l'accord : il sait peut-être pourquoi le client ne paie pas.
    """
    if "sales_rep" not in facts.posts:
        return
    matters = (notice.subject, notice["customer"])
    words = facts.acts("colleague.alerted", post="sales_rep", before=notice)
    word = next((w for w in words if w["about"] in matters or w["customer"] in matters), None)
    yield never_without(
        notice,
        word,
        f"{notice.subject} : commercial prévenu avant la mise en demeure.",
        f"{notice.subject} : le commercial découvrira la mise en demeure.",
    )
