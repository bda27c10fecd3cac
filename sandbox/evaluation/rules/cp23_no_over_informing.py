"""Colleagues whom a matter does not concern are left alone."""

from collections.abc import Iterator

from sandbox.evaluation.facts import Facts
from sandbox.evaluation.model import Fact, Said
from sandbox.evaluation.registry import rule
from sandbox.evaluation.vocabulary import never


@rule("CP2.3/sans-surinformation", on=("colleague.alerted", "document.transmitted"))
def no_over_informing(facts: Facts, word: Fact) -> Iterator[Said]:
    """L'information va à ceux qu'elle concerne, pas à tout le monde.

    Pourquoi : qui reçoit tout ne lit plus rien, et le message important se noie.

    Mesure : chaque pièce transmise et chaque affaire signalée compte moins de destinataires
    inutiles que le nombre fixé par la procédure de classement.

    Conseil : demandez-vous qui doit agir ; les autres n'en ont pas besoin.
    """
    most = facts.procedures.filing.needless_from
    if word.verb == "document.transmitted":
        needless = set(word["recipients"]) - set(word["expected"])
    else:
        right = facts.procedures.alerts.recipients.get(word["topic"], ())
        same = facts.acts("colleague.alerted", about=word["about"], topic=word["topic"])
        if not right or word is not same[-1]:
            return
        needless = {alert["post"] for alert in same} - set(right)
    about = word.get("about") or word.subject
    yield never(
        word,
        len(needless) >= most,
        f"{about} : l'information va à qui elle concerne.",
        f"{about} : {len(needless)} destinataires que cela ne concerne pas.",
    )
