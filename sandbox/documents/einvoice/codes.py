"""Codes that e-invoices use where people read words: units, countries, means of payment."""

import unicodedata

CURRENCY = "EUR"
GUIDELINE = "urn:cen.eu:en16931:2017"
FILE_NAME = "factur-x.xml"

# Schemes of identifiers (ISO 6523) and of electronic addresses (EAS).
SIREN = "0002"
SIRET = "0009"
PLATFORM = "0225"
EMAIL = "EM"

# Kinds of document (UNTDID 1001).
INVOICE, DEPOSIT_INVOICE, CREDIT_NOTE = "380", "386", "381"

# Subjects of notes (UNTDID 4451).
LATE_PENALTIES, RECOVERY_FEE, EARLY_DISCOUNT = "PMD", "PMT", "AAB"
LEGAL_FORM, REGISTER, PROCESSING = "REG", "ABL", "BAR"

# Name and values of the line attribute that says goods or services (BG-32).
NATURE = "Nature de l’opération"
NATURES = {"goods": "Livraison de biens", "services": "Prestation de services"}

_ONE = "C62"
_UNITS = {
    "boite": "XBX",
    "box": "XBX",
    "carton": "XCT",
    "day": "DAY",
    "flat rate": "LS",
    "forfait": "LS",
    "g": "GRM",
    "gramme": "GRM",
    "heure": "HUR",
    "hour": "HUR",
    "jour": "DAY",
    "kg": "KGM",
    "kilogramme": "KGM",
    "km": "KMT",
    "litre": "LTR",
    "lot": "SET",
    "m2": "MTK",
    "metre": "MTR",
    "mois": "MON",
    "pair": "PR",
    "paire": "PR",
    "palette": "XPX",
    "pallet": "XPX",
    "semaine": "WEE",
    "set": "SET",
    "tonne": "TNE",
}
_MEANS = {
    "virement": "30",
    "bank transfer": "30",
    "virement sepa": "58",
    "cheque": "20",
    "carte": "48",
    "carte bancaire": "48",
    "card": "48",
    "prelevement": "49",
    "prelevement sepa": "59",
    "especes": "10",
}
TRANSFERS = ("30", "58")
UNDEFINED_MEANS = "1"
_COUNTRIES = {
    "allemagne": "DE",
    "autriche": "AT",
    "belgique": "BE",
    "bulgarie": "BG",
    "canada": "CA",
    "chypre": "CY",
    "croatie": "HR",
    "danemark": "DK",
    "espagne": "ES",
    "estonie": "EE",
    "etats-unis": "US",
    "finlande": "FI",
    "france": "FR",
    "grece": "GR",
    "hongrie": "HU",
    "irlande": "IE",
    "italie": "IT",
    "japon": "JP",
    "lettonie": "LV",
    "lituanie": "LT",
    "luxembourg": "LU",
    "malte": "MT",
    "maroc": "MA",
    "monaco": "MC",
    "norvege": "NO",
    "pays-bas": "NL",
    "pologne": "PL",
    "portugal": "PT",
    "republique tcheque": "CZ",
    "roumanie": "RO",
    "royaume-uni": "GB",
    "senegal": "SN",
    "slovaquie": "SK",
    "slovenie": "SI",
    "suede": "SE",
    "suisse": "CH",
    "tchequie": "CZ",
    "tunisie": "TN",
    # As our papers in English say them.
    "austria": "AT",
    "belgium": "BE",
    "denmark": "DK",
    "germany": "DE",
    "ireland": "IE",
    "italy": "IT",
    "netherlands": "NL",
    "poland": "PL",
    "spain": "ES",
    "sweden": "SE",
    "switzerland": "CH",
    "united kingdom": "GB",
    "united states": "US",
}


def unit_code(unit: str) -> str:
    """UN/ECE Rec. 20 or 21 code of a unit, French or English; « one » when there is no better."""
    plain = _plain(unit)
    return _UNITS.get(plain) or _UNITS.get(plain.removesuffix("s"), _ONE)


def means_code(means: str, *, account: bool) -> str:
    """UNTDID 4461 code of a means of payment; a transfer without an account is « undefined »."""
    code = _MEANS.get(_plain(means), UNDEFINED_MEANS)
    return UNDEFINED_MEANS if code in TRANSFERS and not account else code


def country_code(country: str) -> str:
    """ISO 3166 code of a country given by its code or its name; raises ValueError."""
    if len(country) == 2 and country.isascii() and country.isupper():
        return country
    code = _COUNTRIES.get(_plain(country))
    if code is None:
        raise ValueError(f"Pays inconnu : « {country} ». Écrivez son code à deux lettres.")
    return code


def _plain(text: str) -> str:
    """Lower case, no accent, no exponent: « Pièces » and « pieces » are one unit."""
    letters = unicodedata.normalize("NFKD", text.strip().casefold())
    return "".join(sign for sign in letters if not unicodedata.combining(sign))
