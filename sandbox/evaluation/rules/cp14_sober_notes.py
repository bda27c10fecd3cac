"""Notes hold neither health, nor beliefs, nor insults."""

from collections.abc import Iterator

from sandbox.evaluation.facts import Facts
from sandbox.evaluation.model import Fact, Said, met, missed
from sandbox.evaluation.registry import rule

NOTES = (
    *("call.noted", "task.created", "contact.added", "contact.changed"),
    *("customer.created", "customer.updated", "complaint.opened", "handover.written"),
)
# A record opened or changed holds no new note, unless it says so.
RECORDS = ("customer.created", "customer.updated")


@rule("CP1.4/notes-sobres", on=NOTES, blocking=True)
def sober_notes(facts: Facts, note: Fact) -> Iterator[Said]:
    """Ce qui se note d'une personne reste objectif : ni santé, ni opinions, ni jugement.

    Pourquoi : la personne a le droit de lire ce que l'on écrit d'elle, et la loi interdit de
    garder ces données.

    Mesure : chaque note d'appel, tâche, réclamation, passation, fiche de contact ou note de fiche
    client que vous écrivez ne contient aucun des mots surveillés. Le mot est une alerte : le
    formateur peut en décider autrement.

    Conseil : écrivez le besoin (« demande un rappel après 14 h »), jamais la raison.
    """
    if "SensitiveWords" in note.get("cautions", ()):
        yield missed(f"{note.subject} : des mots qui ne se notent pas.", note)
    elif note.verb not in RECORDS or "note" in note.get("changed", ()):
        yield met(f"{note.subject} : une note sobre.", note)
