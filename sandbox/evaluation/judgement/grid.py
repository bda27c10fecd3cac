"""The short grid of what only a person can judge in a text."""

from dataclasses import dataclass

LEVELS = (0, 1, 2, 3)
LEVEL_LABELS = ("insuffisant", "fragile", "satisfaisant", "très satisfaisant")
ITEMS = {
    "tone": "Ton",
    "register": "Registre",
    "english": "Anglais (B1)",
    "listening": "Écoute",
}
ITEM_HELP = {
    "tone": "Ferme ou chaleureux, comme la situation le demande ; jamais blessant.",
    "register": "Vouvoiement, formules, mots du métier expliqués au client.",
    "english": "Compris sans effort par un lecteur étranger ; B1 ne veut pas dire sans faute.",
    "listening": "Reformule la demande, reconnaît la gêne, répond à chaque point.",
}


@dataclass(frozen=True, slots=True)
class Mark:
    """What one person says of one item of one text: a level from 0 to 3."""

    text: str
    item: str
    level: int
    author: int


def settle(marks: list[Mark]) -> list[Mark]:
    """One mark a text and an item: the latest of each person, then the lower middle of them all."""
    latest = {(mark.text, mark.item, mark.author): mark for mark in marks}
    together: dict[tuple[str, str], list[Mark]] = {}
    for (text, item, _), mark in latest.items():
        together.setdefault((text, item), []).append(mark)
    return [_middle(said) for said in together.values()]


def _middle(said: list[Mark]) -> Mark:
    ordered = sorted(said, key=lambda mark: (mark.level, mark.author))
    return ordered[(len(ordered) - 1) // 2]
