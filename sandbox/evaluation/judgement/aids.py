"""What a machine can point at in a text, beside a person who judges it: never a mark."""

import re
from dataclasses import dataclass

from sandbox.evaluation.judgement.cues import (
    AMOUNT,
    DATE,
    ENGLISH,
    FRENCH,
    MOVES,
    NEXT_STEP,
    REFERENCE,
)
from sandbox.evaluation.judgement.spelling import unknown_words

LANGUAGES = {"fr": "français", "en": "anglais", "": "indéterminée"}
FACTS = {"number": "Numéro", "amounts": "Montants", "dates": "Dates", "next_step": "Suite annoncée"}
MOVE_LABELS = {
    "greeting": "Salutation",
    "acknowledgement": "Prise en compte",
    "explanation": "Explication",
    "solution": "Solution",
    "closing": "Formule finale",
}
_TOKEN = re.compile(r"[^\W\d_]+")
# Where some moves are looked for; the others, anywhere.
_PLACES = {"greeting": slice(0, 80), "closing": slice(-240, None)}


@dataclass(frozen=True)
class Pointed:
    """One thing looked for: its French name and where it was found, nothing when it was not."""

    label: str
    found: tuple[str, ...]


@dataclass(frozen=True)
class Aids:
    """Everything shown beside a text."""

    language: str
    words: int
    facts: tuple[Pointed, ...]
    moves: tuple[Pointed, ...]
    unknown: tuple[str, ...]

    @property
    def language_label(self) -> str:
        """The language in French."""
        return LANGUAGES[self.language]


def aids(text: str, about: str = "") -> Aids:
    """Read a text; ``about`` is the document that it should name, when there is one."""
    language = language_of(text)
    return Aids(
        language,
        len(text.split()),
        tuple(_facts(text, about)),
        tuple(_move(name, text) for name in MOVES),
        unknown_words(text, language),
    )


def language_of(text: str) -> str:
    """« fr », « en », or nothing when the small words do not tell."""
    words = [word.lower() for word in _TOKEN.findall(text)]
    french = sum(word in FRENCH for word in words)
    english = sum(word in ENGLISH for word in words)
    if french == english:
        return ""
    return "fr" if french > english else "en"


def _move(name: str, text: str) -> Pointed:
    place = _PLACES.get(name, slice(None))
    return Pointed(MOVE_LABELS[name], _first(MOVES[name], text.strip()[place]))


def _facts(text: str, about: str) -> list[Pointed]:
    number = tuple(dict.fromkeys(REFERENCE.findall(text)))
    label = f"{FACTS['number']} ({about})" if about else FACTS["number"]
    expected = tuple(one for one in number if one == about) if about else number
    return [
        Pointed(label, expected),
        Pointed(FACTS["amounts"], _every(AMOUNT, text)),
        Pointed(FACTS["dates"], _every(DATE, text)),
        Pointed(FACTS["next_step"], _first(NEXT_STEP, text)),
    ]


def _every(cue: re.Pattern[str], text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(found.strip() for found in cue.findall(text)))


def _first(cue: re.Pattern[str], text: str) -> tuple[str, ...]:
    found = cue.search(text)
    return (found[0].strip(),) if found else ()
