"""A prospect's data goes when its period is over, and not before."""

from collections.abc import Iterator

from sandbox.evaluation.facts import Facts
from sandbox.evaluation.model import Fact, Said, met, missed
from sandbox.evaluation.registry import rule
from sandbox.evaluation.wording import day


@rule("CP1.4/prospect-efface", on=("prospect.erased",))
def prospect_erased(facts: Facts, act: Fact) -> Iterator[Said]:
    """Les données d'un prospect s'effacent trois ans après son dernier contact, pas avant.

    Pourquoi : garder sans fin est interdit, et effacer trop tôt fait perdre une affaire.

    Mesure : chaque effacement d'un prospect vient après trois ans comptés du dernier contact venu
    de lui.

    Conseil : l'écran « Conservation » fait le compte ; ouvrir un courriel n'est pas un contact.
    """
    due_on = act.date("due_on")
    if act.at.date() >= due_on:
        yield met(f"{act.subject} : effacé, le délai était passé.", act)
    else:
        yield missed(f"{act.subject} : effacé avant le {day(due_on)}.", act)
