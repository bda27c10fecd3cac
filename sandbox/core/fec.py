"""The file of accounting entries that tax inspectors ask for (FEC, LPF art. A47 A-1).

Text of eighteen columns parted by tabs, a line for each posting: dates as 20261231, amounts with a
comma.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sandbox.core.units import Cents

COLUMNS = (
    "JournalCode",
    "JournalLib",
    "EcritureNum",
    "EcritureDate",
    "CompteNum",
    "CompteLib",
    "CompAuxNum",
    "CompAuxLib",
    "PieceRef",
    "PieceDate",
    "EcritureLib",
    "Debit",
    "Credit",
    "EcritureLet",
    "DateLet",
    "ValidDate",
    "Montantdevise",
    "Idevise",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class FecLine:
    """One posting with its document; ``third`` is a customer's reference and name, or nothing."""

    journal: tuple[str, str]
    number: str
    on: date
    account: tuple[str, str]
    third: tuple[str, str] = ("", "")
    piece: str
    label: str
    debit: Cents = 0
    credit: Cents = 0


def file_name(siren: str, year_end: date) -> str:
    """« 000123455FEC20261231.txt »: who, and the last day of their accounting year."""
    return f"{siren}FEC{year_end:%Y%m%d}.txt"


def fec_text(lines: Iterable[FecLine]) -> str:
    """The whole file, its heading first."""
    rows = ["\t".join(COLUMNS)]
    rows += ["\t".join(map(_clean, _row(line))) for line in lines]
    return "\r\n".join(rows) + "\r\n"


def _row(line: FecLine) -> tuple[str, ...]:
    on = f"{line.on:%Y%m%d}"
    return (
        *line.journal,
        line.number,
        on,
        *line.account,
        *line.third,
        line.piece,
        on,
        line.label,
        _amount(line.debit),
        _amount(line.credit),
        "",
        "",
        on,
        "",
        "",
    )


def _amount(cents: Cents) -> str:
    sign = "-" if cents < 0 else ""
    return f"{sign}{abs(cents) // 100},{abs(cents) % 100:02d}"


def _clean(value: str) -> str:
    """A value that can neither end a column nor a line."""
    return " ".join(value.split())
