"""Like letters are written once."""

from collections import defaultdict
from collections.abc import Iterator

from sandbox.evaluation.facts import Facts
from sandbox.evaluation.model import Fact, Said, met, missed
from sandbox.evaluation.registry import rule

MANY = 5


@rule("CT3.1/modele-plutot-que-ressaisie", on=("run.opened",), anyone=True)
def templates(facts: Facts, _opened: Fact) -> Iterator[Said]:
    """Une même lettre à plusieurs clients part d'un modèle ou d'un publipostage.

    Pourquoi : retaper cinq fois la même lettre prend une heure et sème cinq fautes.

    Mesure : chaque jour où vous écrivez à cinq clients au moins sur un même sujet, ces messages
    viennent d'un modèle de lettre ou d'un publipostage.

    Conseil : « Publipostage » met le nom de chacun à votre place.
    """
    days: dict[tuple[str, str], list[Fact]] = defaultdict(list)
    for sent in facts.acts("message.sent"):
        if sent["channel"] != "phone" and sent["customer"]:
            days[sent["topic"], sent.at.date().isoformat()].append(sent)
    ready = {used.subject for used in facts.acts("message.template_used")}
    merged = {name for mail in facts.acts("mail.merged") for name in mail["customers"]}
    for letters in days.values():
        if len({letter["customer"] for letter in letters}) < MANY:
            continue
        typed = [w for w in letters if w.subject not in ready and w["customer"] not in merged]
        if len(typed) < MANY:
            yield met("La même lettre a été écrite une fois.", *letters)
        else:
            yield missed(f"{len(typed)} lettres semblables, tapées une à une.", *typed)
