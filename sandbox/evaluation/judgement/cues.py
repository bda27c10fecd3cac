"""Words by which a text shows its language, its moves and its next step, in French and English."""

import re


def _cue(*phrases: str) -> re.Pattern[str]:
    """Any of these phrases, whole words, whatever their case and their apostrophes."""
    pieces = "|".join(phrase.replace("'", "['’]").replace(" ", r"\s+") for phrase in phrases)
    return re.compile(rf"(?<!\w)(?:{pieces})(?!\w)", re.IGNORECASE)


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Small words that one language has and the other has not.
FRENCH = _words(
    "le la les un une des du de et est vous nous votre vos notre nos que qui dans pour pas sur "
    "avec par ce cette bien avons avez être sera serons au aux à été merci bonjour"
)
ENGLISH = _words(
    "the a an of and is are you we your our that which in for not on with by this these have has "
    "be will would to at from thank thanks dear hello please been was were it"
)

_MONTHS = (
    "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|"
    "january|february|march|april|may|june|july|august|september|october|november|december"
)
_DAYS = (
    "lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|"
    "monday|tuesday|wednesday|thursday|friday|saturday|sunday"
)
_MONEY = r"\d(?:[\d\s.,]*\d)?"

REFERENCE = re.compile(r"\b[A-Z]{2,4}-\d{4}-\d{3,6}\b")
AMOUNT = _cue(rf"€\s?{_MONEY}", rf"{_MONEY}\s?(?:€|euros?|EUR)")
DATE = _cue(
    r"\d{4}-\d{2}-\d{2}",
    r"\d{1,2}/\d{1,2}(?:/\d{2,4})?",
    rf"\d{{1,2}}(?:er|st|nd|rd|th)? (?:of )?(?:{_MONTHS})(?: \d{{4}})?",
    rf"(?:{_MONTHS}) \d{{1,2}}(?:,? \d{{4}})?",
    rf"(?:{_DAYS})(?: \d{{1,2}})?(?!/)(?! (?:{_MONTHS}))",
    rf"le \d{{1,2}}(?!/)(?! (?:{_MONTHS}))",
    "demain",
    "tomorrow",
)
NEXT_STEP = _cue(
    r"je (?:vous )?(?:rappelle|recontacte|tiens|confirme|reviens|envoie|transmets)\w*",
    r"nous (?:vous )?(?:rappeler|recontacter|tiendr|confirmer|reviendr|enverr|livrer)ons",
    "vous (?:recevrez|serez|aurez)",
    "d'ici",
    "dès (?:que|réception|demain|lundi)",
    "merci de (?:me|nous|bien)",
    "pouvez-vous",
    "(?:i|we)(?:'ll| will)",
    "you will",
    "could you",
    "please (?:let|confirm|send|tell)",
)
MOVES = {
    "greeting": _cue(
        "bonjour",
        "bonsoir",
        "(?:chère? )?(?:madame|monsieur)",
        "dear",
        "hello",
        "good (?:morning|afternoon)",
    ),
    "acknowledgement": _cue(
        "bien (?:reçue?s?|notée?s?|comprise?s?|prise?s?)",
        r"merci (?:de|pour|d'\w+)",
        r"remerci\w+",
        "excuses",
        r"désolé\w*",
        r"regrett\w+",
        "compren(?:ds|ons)",
        "suite à votre",
        "vous (?:souhaitez|nous demandez|m'indiquez)",
        "thanks?(?: you)?",
        "sorry",
        r"apologi[sz]e",
        "understand",
        "received your",
    ),
    "explanation": _cue(
        "car",
        "parce que",
        "en effet",
        r"en raison d\w*",
        r"à cause d\w*",
        "puisque",
        "il s'agit",
        "suite à (?:une?|la|le)",
        "due to",
        "owing to",
        "because",
        "as (?:we|our|the)",
        "the reason",
    ),
    "solution": _cue(
        r"propos\w+",
        "pouvons",
        "peux",
        "pourrons",
        r"offr\w+",
        r"remplac\w+",
        r"livr(?:er|erons|ons)",
        "avoir de",
        "solution",
        "en deux (?:fois|livraisons)",
        "(?:we )?can (?:offer|send|deliver|replace)",
        r"suggest\w*",
        r"replace\w*",
        "refund",
        "option",
    ),
    "closing": _cue(
        "cordialement",
        "salutations",
        "bien à vous",
        "bonne (?:journée|réception|fin)",
        "rest(?:ons|e) à votre",
        "regards",
        "sincerely",
        "yours (?:faithfully|truly)",
        "have a (?:nice|good)",
    ),
}
