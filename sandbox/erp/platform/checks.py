"""The platform's controls: pure, on the data of the invoice alone; the first wrong thing decides.

Which control gives which code is ours: no public text says it (docs/plateforme-agreee.md).
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from sandbox.core.identifiers import is_siren, is_siret, is_vat_fr
from sandbox.core.pricing import Totals, line_net, totals
from sandbox.core.units import Cents, Rate, UnitPrice
from sandbox.erp.platform.directory import Line, is_open, look_up, well_formed

_NUMBER = re.compile(r"[A-Za-z0-9+\-_/]{1,35}")


@dataclass(frozen=True)
class SentLine:
    """A line as the file says it; eco-contribution of the line in cents."""

    quantity: int
    unit_price: UnitPrice
    discount: Rate
    eco: Cents
    vat_rate: Rate
    net: Cents
    further: tuple[Rate, ...] = ()


@dataclass(frozen=True)
class Sent:
    """What the platform reads in an invoice; amounts in cents.

    What is not ``transmitted`` (to consumers, abroad) has no addressee in the directory.
    """

    number: str
    transmitted: bool
    issued_on: date
    due_on: date
    seller: str
    siren: str
    siret: str
    vat_number: str
    address: str
    order_number: str
    lines: tuple[SentLine, ...]
    carriage: Cents
    carriage_vat: Rate
    net: Cents
    vat: Cents
    gross: Cents


@dataclass(frozen=True)
class Finding:
    """Why an invoice is rejected: the official code, and a French sentence with the values."""

    code: str
    sentence: str


# Invoices already deposited: seller's SIREN, year, number.
Deposited = frozenset[tuple[str, int, str]]


def finding(
    sent: Sent, directory: Iterable[Line], deposited: Deposited, on: date
) -> Finding | None:
    """The first thing wrong in an invoice sent on a day, or nothing."""
    others = (_duplicate(deposited), _lines, _totals, _number, _dates)
    return addressee_finding(sent, directory, on) or _first(sent, others)


def addressee_finding(sent: Sent, directory: Iterable[Line], on: date) -> Finding | None:
    """The same, of the addressee alone: identifiers, then the directory."""
    if not sent.transmitted:
        return None
    return _first(sent, (_siren, _siret, _vat, _address)) or _directory(sent, directory, on)


Check = Callable[[Sent], Finding | None]


def _first(sent: Sent, checks: Iterable[Check]) -> Finding | None:
    return next((found for check in checks if (found := check(sent))), None)


def _siren(sent: Sent) -> Finding | None:
    if is_siren(sent.siren):
        return None
    said = f"Le SIREN « {sent.siren} » est faux" if sent.siren else "Le SIREN du client manque"
    return Finding("DEST_INC", f"{said} : aucun client ne peut être trouvé dans l’annuaire.")


def _siret(sent: Sent) -> Finding | None:
    if not sent.siret or (is_siret(sent.siret) and sent.siret.startswith(sent.siren)):
        return None
    sentence = f"Le SIRET « {sent.siret} » n’est pas un établissement du SIREN {sent.siren}."
    return Finding("REJ_COH", sentence)


def _vat(sent: Sent) -> Finding | None:
    number = sent.vat_number
    if not number or (is_vat_fr(number) and number.endswith(sent.siren)):
        return None
    sentence = f"La clé du numéro de TVA « {number} » n’est pas celle du SIREN {sent.siren}."
    return Finding("REJ_COH", sentence)


def _address(sent: Sent) -> Finding | None:
    if not sent.address:
        return Finding("ADR_ERR", "L’adresse de facturation électronique du client manque.")
    if not well_formed(sent.address):
        return Finding("ADR_ERR", f"L’adresse « {sent.address} » n’a pas une forme permise.")
    if not sent.address.startswith(sent.siren):
        sentence = f"L’adresse « {sent.address} » n’est pas celle du SIREN {sent.siren}."
        return Finding("REJ_COH", sentence)
    return None


def _directory(sent: Sent, directory: Iterable[Line], on: date) -> Finding | None:
    found = look_up(directory, sent.siren, sent.address, on)
    line = found.line
    if not found.company_known:
        return Finding("DEST_INC", f"Le SIREN {sent.siren} ne figure pas à l’annuaire.")
    if line is None:
        return Finding("REJ_ADR", f"L’adresse « {sent.address} » ne figure pas à l’annuaire.")
    if not is_open(line, on):
        return Finding("REJ_ADR", _shut(line, on))
    if line.wants_order_number and not sent.order_number:
        return Finding("REJ_CONT_B2G", "Le numéro d’engagement du service public manque.")
    return None


def _shut(line: Line, on: date) -> str:
    if line.opens_on > on:
        return f"L’adresse « {line.address} » n’ouvre que le {line.opens_on:%d/%m/%Y}."
    return f"L’adresse « {line.address} » est fermée depuis le {line.closes_on:%d/%m/%Y}."


def _duplicate(deposited: Deposited) -> Check:
    def check(sent: Sent) -> Finding | None:
        if (sent.seller, sent.issued_on.year, sent.number) not in deposited:
            return None
        return Finding("DOUBLON", f"Le numéro {sent.number} a déjà été déposé cette année.")

    return check


def _lines(sent: Sent) -> Finding | None:
    for position, line in enumerate(sent.lines, start=1):
        if line.net != line_net(line.quantity, line.unit_price, line.discount, *line.further):
            return Finding("CALCUL_ERR", f"Le montant de la ligne {position} est faux.")
    if sent.vat != _reckoned(sent).vat:
        return Finding("CALCUL_ERR", "La TVA n’est pas celle des lignes, taux par taux.")
    return None


def _totals(sent: Sent) -> Finding | None:
    if sent.net != _reckoned(sent).net:
        return Finding("MONTANTTOTAL_ERR", "Le total hors taxe n’est pas la somme des lignes.")
    if sent.gross != sent.net + sent.vat:
        return Finding("MONTANTTOTAL_ERR", "Le total TTC n’est pas le total HT plus la TVA.")
    return None


def _reckoned(sent: Sent) -> Totals:
    rows = [(line.vat_rate, line.net + line.eco) for line in sent.lines]
    return totals([*rows, (sent.carriage_vat, sent.carriage)] if sent.carriage else rows)


def _number(sent: Sent) -> Finding | None:
    if _NUMBER.fullmatch(sent.number):
        return None
    return Finding("REJ_SEMAN", f"Le numéro « {sent.number} » n’a pas une forme permise.")


def _dates(sent: Sent) -> Finding | None:
    if sent.due_on >= sent.issued_on:
        return None
    return Finding("REJ_COH", "L’échéance précède la date de la facture.")
