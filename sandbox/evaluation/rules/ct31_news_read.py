"""What the company announces is read."""

from collections.abc import Iterator

from sandbox.evaluation.facts import Facts
from sandbox.evaluation.model import Fact, Said
from sandbox.evaluation.registry import rule
from sandbox.evaluation.vocabulary import in_time


@rule("CT3.1/actualites-lues", on=("news.published",), anyone=True)
def news_read(facts: Facts, news: Fact) -> Iterator[Said]:
    """Les actualités de l'entreprise sont lues sans tarder.

    Pourquoi : un tarif ou un article arrêté que l'on ignore finit dans un devis faux.

    Mesure : chaque actualité est lue dans le délai de lecture de la procédure (minutes ouvrées).

    Conseil : le nombre à côté d'« Actualités » dit ce qui vous attend ; lisez-le en arrivant.
    """
    read = facts.first("news.read", of=news.subject, mine=True)
    minutes = facts.procedures.relation.reading_minutes
    yield from in_time(facts, news.subject, "lecture", news, read, minutes)
