"""The directory (annuaire): address lines, open between two days, never deleted."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from sandbox.core.identifiers import is_siren, is_siret

# SIREN, SIREN_SIRET, SIREN_SIRET_ROUTING CODE or SIREN_SUFFIX (BR-FR-21 to 26).
_FORM = re.compile(r"\d{9}(_\d{14}(_[A-Za-z0-9+\-./]{1,100})?|_[A-Za-z0-9+\-./]{1,115})?")
CHORUS_PRO = "Chorus Pro"


class Line(Protocol):
    """An address and the platform that receives for it."""

    @property
    def address(self) -> str: ...
    @property
    def siren(self) -> str: ...
    @property
    def opens_on(self) -> date: ...
    @property
    def closes_on(self) -> date | None: ...
    @property
    def wants_order_number(self) -> bool: ...


@dataclass(frozen=True)
class Found:
    """What the directory says of an address: its line, and whether the company has others."""

    line: Line | None
    company_known: bool


def well_formed(address: str) -> bool:
    """Whether an address has one of the four forms, its SIREN and SIRET with the right keys."""
    if not _FORM.fullmatch(address):
        return False
    siren, *rest = address.split("_")
    if not is_siren(siren):
        return False
    establishment = rest[0] if rest and len(rest[0]) == 14 and rest[0].isdigit() else ""
    return not establishment or (is_siret(establishment) and establishment.startswith(siren))


def is_open(line: Line, on: date) -> bool:
    """Whether a line receives on a day; the closing day itself is already shut."""
    return line.opens_on <= on and (line.closes_on is None or on < line.closes_on)


def look_up(lines: Iterable[Line], siren: str, address: str, on: date) -> Found:
    """The line of an address, an open one first, among the lines of a directory."""
    own = [line for line in lines if line.siren == siren]
    named = sorted(
        (line for line in own if line.address == address),
        key=lambda line: (not is_open(line, on), line.opens_on),
    )
    return Found(named[0] if named else None, bool(own))
