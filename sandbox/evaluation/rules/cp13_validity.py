"""Quotes bind the company as long as the procedure says."""

from collections.abc import Iterator
from datetime import timedelta

from sandbox.evaluation.facts import Facts
from sandbox.evaluation.model import Fact, Said
from sandbox.evaluation.registry import rule
from sandbox.evaluation.vocabulary import never, value_within


@rule("CP1.3/validite-du-devis", on=("quote.sent",))
def validity(facts: Facts, quote: Fact) -> Iterator[Said]:
    """La durée de validité du devis est celle de l'entreprise.

    Pourquoi : une offre qui court trop longtemps nous engage à un prix que nos achats auront
    quitté.

    Mesure : pour chaque devis que vous envoyez, une fin de validité qui ne dépasse pas la durée
    de la procédure commerciale.

    Conseil : gardez la durée proposée ; pour l'allonger, demandez d'abord.
    """
    last = quote.at.date() + timedelta(days=facts.procedures.sales.quote_validity_days)
    ends = quote.date("valid_until")
    name = f"{quote.subject}, valable jusqu'au {ends:%d/%m/%Y}"
    yield never(
        quote,
        not value_within(ends.toordinal(), most=last.toordinal()),
        f"{name} : la durée de l'entreprise.",
        f"{name} : plus longtemps que la procédure ne le dit.",
    )
