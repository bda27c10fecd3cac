"""Words that a customer's file does not hold: health, beliefs, private life, insults."""

import re
import unicodedata

# Beginnings of words, without accents: « malad » finds malade and maladie. What follows « (?! » is
# let through: maladroit, droguerie; an « enceinte » may be a wall, or a loudspeaker.
WATCHED = (
    *(
        "malad(?!r)",
        "cancer",
        "depress",
        "(?:est|tombee|femme|salariee) enceinte",
        "handicap",
        "alcool",
        "drogu(?!eri|ist)",
        "hospitalis",
    ),
    *("divorc", "syndiqu", "syndicalist", "musulman", "juif", "juive", "catholique", "protestant"),
    *("homosexuel", "origine ethnique", "prison", "casier judiciaire"),
    *("radin", "idiot", "imbecile", "cretin", "stupide", "menteu", "escroc"),
)
_FOUND = re.compile(rf"\b(?:{'|'.join(WATCHED)})\w*")


def sensitive_words(text: str) -> list[str]:
    """Words of a text that should not be noted, as they were written, each once."""
    composed = unicodedata.normalize("NFC", text).lower()
    plain = "".join(unicodedata.normalize("NFD", char)[0] for char in composed)
    spans = (found.span() for found in _FOUND.finditer(plain))
    return list(dict.fromkeys(composed[start:end] for start, end in spans))
