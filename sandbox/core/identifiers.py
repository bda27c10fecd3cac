"""Identifiers of companies, accounts, articles and payments: checked, and built for fiction."""

from collections.abc import Callable
from string import ascii_uppercase, digits

from stdnum import ean, iban, iso11649, luhn
from stdnum.exceptions import ValidationError
from stdnum.fr import siren, siret, tva
from stdnum.iso7064 import mod_97_10

# No real bank has this code: an IBAN built here can never reach an account.
FICTITIOUS_BANK = "99999"
FICTITIOUS_BRANCH = "00001"

_ALPHANUMERIC = digits + ascii_uppercase
_RIB_DIGITS = str.maketrans(ascii_uppercase, "12345678912345678923456789")


def check_siren(text: str) -> str:
    """The nine digits of a SIREN; raises ValueError with a French sentence."""
    return _check(siren.validate, text, "un SIREN (9 chiffres, clé de Luhn)")


def check_siret(text: str) -> str:
    """The fourteen digits of a SIRET; raises ValueError with a French sentence."""
    return _check(siret.validate, text, "un SIRET (SIREN, puis 5 chiffres)")


def check_vat_fr(text: str) -> str:
    """A French VAT number whose key and SIREN are right; raises ValueError in French."""
    return _check(_validate_vat_fr, text, "un numéro de TVA français (FR, clé, SIREN)")


def check_iban(text: str) -> str:
    """An IBAN without spaces; raises ValueError with a French sentence."""
    return _check(iban.validate, text, "un IBAN")


def check_ean13(text: str) -> str:
    """The thirteen digits of an EAN; raises ValueError with a French sentence."""
    return _check(_validate_ean13, text, "un code EAN-13 (13 chiffres)")


def check_rf(text: str) -> str:
    """A structured payment reference (ISO 11649); raises ValueError with a French sentence."""
    return _check(iso11649.validate, text, "une référence de paiement RF")


def is_siren(text: str) -> bool:
    """Whether a text is a valid SIREN."""
    return _passes(check_siren, text)


def is_siret(text: str) -> bool:
    """Whether a text is a valid SIRET."""
    return _passes(check_siret, text)


def is_vat_fr(text: str) -> bool:
    """Whether a text is a valid French VAT number."""
    return _passes(check_vat_fr, text)


def is_iban(text: str) -> bool:
    """Whether a text is a valid IBAN."""
    return _passes(check_iban, text)


def is_ean13(text: str) -> bool:
    """Whether a text is a valid EAN-13."""
    return _passes(check_ean13, text)


def is_rf(text: str) -> bool:
    """Whether a text is a valid structured payment reference."""
    return _passes(check_rf, text)


def make_siren(body: str) -> str:
    """SIREN from its first eight digits; raises ValueError for any other body."""
    return body + luhn.calc_check_digit(_digits(body, 8, "SIREN"))


def make_siret(company: str, establishment: str = "0001") -> str:
    """SIRET from a SIREN and the four digits of an establishment; raises ValueError."""
    body = check_siren(company) + _digits(establishment, 4, "SIRET")
    return body + luhn.calc_check_digit(body)


def make_vat_fr(company: str) -> str:
    """French VAT number of a SIREN: key = (12 + 3 x (SIREN mod 97)) mod 97; raises ValueError."""
    number = check_siren(company)
    return f"FR{(12 + 3 * (int(number) % 97)) % 97:02d}{number}"


def rib_key(bank: str, branch: str, account: str) -> str:
    """Two-digit RIB key: 97 - ((89 bank + 15 branch + 3 account) mod 97), letters as digits."""
    numbers = (int(part.upper().translate(_RIB_DIGITS)) for part in (bank, branch, account))
    weighted = sum(w * n for w, n in zip((89, 15, 3), numbers, strict=True))
    return f"{97 - weighted % 97:02d}"


def make_iban_fr(account: str, bank: str = FICTITIOUS_BANK, branch: str = FICTITIOUS_BRANCH) -> str:
    """French IBAN from an account of eleven letters and digits; raises ValueError."""
    account = account.upper()
    if len(account) != 11 or set(account) - set(_ALPHANUMERIC):
        raise ValueError(f"« {account} » n'est pas un numéro de compte de 11 caractères.")
    bban = bank + branch + account + rib_key(bank, branch, account)
    return f"FR{mod_97_10.calc_check_digits(f'{bban}FR')}{bban}"


def make_ean13(body: str) -> str:
    """EAN-13 from its first twelve digits; 20 to 29 are for internal use; raises ValueError."""
    return body + ean.calc_check_digit(_digits(body, 12, "EAN-13"))


def rf_reference(document: str) -> str:
    """Structured payment reference (ISO 11649) of a document's; raises ValueError when too long."""
    body = "".join(sign for sign in document.upper() if sign in _ALPHANUMERIC)
    if not 1 <= len(body) <= 21:
        raise ValueError("Une référence RF porte de 1 à 21 lettres et chiffres.")
    return f"RF{mod_97_10.calc_check_digits(f'{body}RF')}{body}"


def format_iban(text: str) -> str:
    """IBAN in groups of four, as printed on a document."""
    return iban.format(text)


def _check(validate: Callable[[str], str], text: str, what: str) -> str:
    try:
        return validate(text)
    except ValidationError:
        raise ValueError(f"« {text} » n'est pas {what} valide.") from None


def _passes(check: Callable[[str], str], text: str) -> bool:
    try:
        check(text)
    except ValueError:
        return False
    return True


def _validate_vat_fr(text: str) -> str:
    # stdnum takes « FR.. 000 » for Monaco and skips the SIREN: ours are fictitious, and begin so.
    # It also drops the country, which we ask for.
    number = tva.validate(text)
    siren.validate(number[2:])
    if not text.strip().upper().startswith("FR"):
        raise ValidationError
    return f"FR{number}"


def _validate_ean13(text: str) -> str:
    number = ean.validate(text)
    if len(number) != 13:
        raise ValidationError
    return number


def _digits(text: str, length: int, what: str) -> str:
    if len(text) != length or set(text) - set(digits):
        raise ValueError(f"Le corps d'un {what} compte {length} chiffres, pas « {text} ».")
    return text
