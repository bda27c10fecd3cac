"""Words that a dictionary does not know: an aid to the trainer, never a mark."""

import re
from functools import cache

from spellchecker import SpellChecker

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*", re.UNICODE)
_NOT_WORDS = re.compile(r"\S*[@/]\S*|\b[A-Z]{2,}-\S+")
_SHORTEST = 3
# Words of the trade that general dictionaries lack.
_OF_THE_TRADE = {
    "fr": frozenset({"lettrage", "lettrer", "reliquat", "escompte", "siren", "siret", "incoterm"}),
    "en": frozenset({"incoterm", "backorder"}),
}


@cache
def _dictionary(language: str) -> SpellChecker:
    return SpellChecker(language=language)


def unknown_words(text: str, language: str) -> tuple[str, ...]:
    """Words in lower case that the dictionary of « fr » or « en » lacks, in their order.

    Names, references and addresses are left out; a language without a dictionary gives nothing.
    """
    if language not in _OF_THE_TRADE:
        return ()
    known, trade = _dictionary(language), _OF_THE_TRADE[language]
    written = dict.fromkeys(_words(text))
    unknown = known.unknown([word for word in written if word not in trade])
    return tuple(word for word in written if word in unknown)


def _words(text: str) -> list[str]:
    plain = _NOT_WORDS.sub(" ", text)
    parts = [part for word in _WORD.findall(plain) for part in word.split("-")]
    return [part for part in parts if len(part) >= _SHORTEST and part == part.lower()]
