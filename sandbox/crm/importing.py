"""A list of customers from a file: read, checked cell by cell, before anything is written."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from sandbox.core.errors import DomainError
from sandbox.core.terms import PaymentTerm, label
from sandbox.core.workbooks import Table
from sandbox.crm.doubles import keys_of, reasons_of
from sandbox.crm.errors import DuplicateCustomer, ImportTooLong, NobodyToImport, NoNameColumn
from sandbox.crm.identity import checked
from sandbox.crm.labels import COUNTRIES
from sandbox.crm.models import Customer

MOST = 60
LONGEST = 120
HEADINGS = {
    "name": "Nom",
    "business": "Type",
    "siren": "SIREN",
    "siret": "SIRET",
    "vat_number": "N° de TVA",
    "street": "Rue",
    "postcode": "Code postal",
    "town": "Ville",
    "country": "Pays",
    "email": "Courriel",
    "phone": "Téléphone",
    "terms": "Conditions de règlement",
}
_OTHER_WORDS = {
    "nom ou raison sociale": "name",
    "raison sociale": "name",
    "client": "name",
    "tva": "vat_number",
    "cp": "postcode",
    "adresse": "street",
    "email": "email",
    "e-mail": "email",
    "conditions": "terms",
}
_FIELDS = {words.lower(): name for name, words in HEADINGS.items()} | _OTHER_WORDS
_TERMS = {label(term): term.value for term in PaymentTerm}
_REMEDIES = {
    "name": "Écrivez le nom, ou décochez la ligne.",
    "siren": "Corrigez-le, ou videz la case : il se complétera plus tard.",
    "siret": "Corrigez-le, ou videz la case : il se complétera plus tard.",
    "vat_number": "Corrigez-le, ou videz la case : il se complétera plus tard.",
    "terms": f"Choisissez parmi : {', '.join(_TERMS)}.",
    "business": "Écrivez « Professionnel » ou « Particulier ».",
    "email": "Une adresse comme contact@entreprise.fr est attendue.",
    "country": f"Écrivez son code : {', '.join(COUNTRIES)}.",
}
_KINDS = {"": "1", "professionnel": "1", "1": "1", "particulier": "0", "0": "0"}
MODEL = Table(
    "Clients à importer",
    tuple(HEADINGS.values()),
    [
        (
            *("Menuiserie du Pont Neuf", "Professionnel", "", "", ""),
            *("4 rue du Bac", "35000", "Rennes", "FR"),
            *("contact@menuiserie-pontneuf.example", "02 61 91 00 14", "30 jours nets"),
        ),
    ],
)


@dataclass(frozen=True)
class Remark:
    """What is wrong in one cell, and what to do about it."""

    field: str
    column: str
    text: str
    remedy: str


@dataclass(frozen=True)
class ImportLine:
    """A line of the file: its number there, its cells as typed, and what is said of them.

    ``twins`` are the records or lines that it looks like; a line that has some is left aside
    until somebody takes it.
    """

    number: int
    cells: Mapping[str, str]
    taken: bool = True
    remarks: tuple[Remark, ...] = ()
    twins: tuple[str, ...] = ()
    values: Mapping[str, str | bool] = field(default_factory=dict)

    @property
    def blocks(self) -> bool:
        """Whether it must be corrected, or left aside, before anything is written."""
        return self.taken and bool(self.remarks)

    @property
    def wrong(self) -> frozenset[str]:
        """Fields that a remark is about."""
        return frozenset(remark.field for remark in self.remarks)


@dataclass(frozen=True)
class _Known:
    """A record, or an earlier line, that the next ones are compared with."""

    record: Customer
    keys: set[str]
    words: str


def read_lines(rows: Sequence[Sequence[str]]) -> list[ImportLine]:
    """Lines of a file whose first line names the columns, blank ones dropped.

    Raises NoNameColumn, NobodyToImport, ImportTooLong.
    """
    columns = {_FIELDS.get(cell.strip().lower(), ""): rank for rank, cell in enumerate(rows[0])}
    columns.pop("", None)
    if "name" not in columns:
        raise NoNameColumn
    lines = [
        ImportLine(number, _cells(row, columns))
        for number, row in enumerate(rows[1:], 2)
        if any(cell.strip() for cell in row)
    ]
    if not lines:
        raise NobodyToImport
    if len(lines) > MOST:
        raise ImportTooLong(count=len(lines), most=MOST)
    return lines


def _cells(row: Sequence[str], columns: Mapping[str, int]) -> dict[str, str]:
    found = {name: row[rank] if rank < len(row) else "" for name, rank in columns.items()}
    return {name: _cleaned(found.get(name, "")) for name in HEADINGS}


def _cleaned(cell: str) -> str:
    # Our own files put an apostrophe before what a spreadsheet would run: it is not in the value.
    text = cell.strip()
    return (text[1:] if text[:2] in ("'+", "'-", "'=", "'@") else text)[:LONGEST]


def look_over(session: Session, run_id: int, lines: Sequence[ImportLine]) -> list[ImportLine]:
    """The same lines, with what is wrong in each cell and the records that they look like."""
    records = session.scalars(
        select(Customer)
        .where(Customer.run_id == run_id, Customer.merged_into_id.is_(None))
        .order_by(Customer.id)
    ).all()
    known = [_Known(each, keys_of(each), f"{each.name} ({each.reference})") for each in records]
    seen: list[ImportLine] = []
    for line in lines:
        values, remarks = _checked(line.cells)
        drawn = Customer(**values)
        own = _Known(drawn, keys_of(drawn), f"la ligne {line.number}")
        near = [other for other in known if other.keys & own.keys]
        same = [remark for other in near for remark in _same_siren(drawn, other)]
        twins = tuple(words for other in near for words in _alike(drawn, other))
        seen.append(replace(line, remarks=(*remarks, *same), twins=twins, values=values))
        known += [own] * line.taken
    return seen


def _alike(drawn: Customer, other: _Known) -> Iterator[str]:
    """Why a line may be a record already there; one SIREN for two is a mistake of its own."""
    reasons = reasons_of(drawn, other.record)
    if reasons and not (drawn.siren and drawn.siren == other.record.siren):
        yield f"{other.words} : {', '.join(reasons)}"


def _same_siren(drawn: Customer, other: _Known) -> Iterator[Remark]:
    record = other.record
    if drawn.siren and drawn.siren == record.siren:
        said = (
            str(DuplicateCustomer(name=record.name, reference=record.reference))
            if record.reference
            else f"Ce SIREN est déjà celui de {other.words}."
        )
        yield Remark("siren", HEADINGS["siren"], said, "Décochez la ligne, ou corrigez le SIREN.")


def _checked(cells: Mapping[str, str]) -> tuple[dict[str, str | bool], list[Remark]]:
    """Values of a record, and every cell that is wrong: one after the other, none hides another."""
    remarks = list(_misread(cells))
    wrong = {remark.field for remark in remarks}
    values: dict[str, str | bool] = {
        name: "" if name in wrong else text for name, text in _read(cells).items()
    }
    values["business"] = _KINDS.get(cells["business"].strip().lower(), "1") == "1"
    for _ in HEADINGS:
        try:
            return checked(values | {"name": values["name"] or "?"}), remarks
        except DomainError as error:
            at = error.field or "name"
            remarks.append(Remark(at, HEADINGS[at], str(error), _REMEDIES[at]))
            values[at] = ""
    return values, remarks


def _read(cells: Mapping[str, str]) -> dict[str, str]:
    """Cells as a record holds them: terms by their code, a French postcode with its zero."""
    country = cells["country"].upper() or "FR"
    postcode = cells["postcode"]
    short = country == "FR" and postcode.isdecimal() and len(postcode) == 4
    terms = cells["terms"].strip()
    return dict(cells) | {
        "country": country,
        "postcode": f"0{postcode}" if short else postcode,
        "terms": _TERMS.get(terms.lower(), terms) or PaymentTerm.NET_30.value,
    }


def _misread(cells: Mapping[str, str]) -> Iterator[Remark]:
    """What no record could hold, whatever the numbers."""
    before, _, after = cells["email"].rpartition("@")
    country = cells["country"].upper()
    told = {
        "name": ("" if cells["name"] else "Le nom manque."),
        "business": ("" if cells["business"].lower() in _KINDS else "Type inconnu."),
        "email": ("Adresse illisible." if cells["email"] and not (before and "." in after) else ""),
        "country": ("" if not country or country in COUNTRIES else "Pays inconnu."),
    }
    for name, text in told.items():
        if text:
            yield Remark(name, HEADINGS[name], text, _REMEDIES[name])


def set_aside(lines: Sequence[ImportLine]) -> list[ImportLine]:
    """On the first look, what resembles a record already there is not taken."""
    return [replace(line, taken=not line.twins) for line in lines]
