"""What the trainer's controls show: incidents to choose, senders, moves to go back to."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import select, union_all
from sqlalchemy.orm import Session, joinedload

from sandbox.core.context import LEARNER, TRAINER
from sandbox.core.run import Run
from sandbox.core.setting import Setting
from sandbox.crm.models import Customer
from sandbox.erp.labels import ORDER_CHANNEL, PROCEEDINGS
from sandbox.erp.models import Approval, ApprovalStatus
from sandbox.journal.models import JournalEntry, Move
from sandbox.simulation.actors.stage import NEWS, NEWS_NAME
from sandbox.simulation.incident_files import IncidentFile
from sandbox.simulation.incidents.forms import FormField, catalogue, form_of
from sandbox.simulation.incidents.kinds import kinds
from sandbox.simulation.incidents.queries import incidents_of, sheets_of
from sandbox.simulation.models import Incident, IncidentStatus
from sandbox.supply.models import Carrier, Product, Supplier
from sandbox.training.wording import label

Pairs = list[tuple[str, str]]
PREFIX = "p-"
_STATES = {
    IncidentStatus.ARMED: ("Armé", "violet"),
    IncidentStatus.PLANNED: ("Prévu", "info"),
    IncidentStatus.STRUCK: ("Survenu", "neutral"),
    IncidentStatus.CANCELLED: ("Abandonné", "neutral"),
}


@dataclass(frozen=True)
class Cast:
    """Who and what a run holds, to choose from."""

    customers: Pairs
    suppliers: Pairs
    carriers: Pairs
    products: Pairs

    def of(self, what: str) -> Pairs:
        """References of a sort, with their names."""
        found: Pairs = getattr(self, f"{what}s", [])
        return found


def cast_of(session: Session, run_id: int) -> Cast:
    """Customers, suppliers, carriers and products of a run, by name, in one statement."""
    named: tuple[tuple[Any, Any], ...] = (
        (Customer, Customer.name),
        (Supplier, Supplier.name),
        (Carrier, Carrier.name),
        (Product, Product.label),
    )
    parts = [select(m.reference, name).where(m.run_id == run_id) for m, name in named]
    rows = sorted(session.execute(union_all(*parts)), key=lambda row: (row[1], row[0]))
    pairs = [(reference, f"{name} ({reference})") for reference, name in rows]

    def those(*prefixes: str) -> Pairs:
        return [pair for pair in pairs if pair[0].startswith(prefixes)]

    known = ("CLI-", "FOU-", "TRA-")
    others = [pair for pair in pairs if not pair[0].startswith(known)]
    return Cast(those("CLI-"), those("FOU-"), those("TRA-"), others)


def senders(setting: Setting, cast: Cast) -> list[tuple[str, Pairs]]:
    """Everybody that the trainer may write as, by family."""
    colleagues = [(each.post, f"{each.name}, {each.title}") for each in setting.colleagues]
    return [
        ("Collègues", colleagues),
        ("Clients", cast.customers),
        ("Fournisseurs", cast.suppliers),
        ("Transporteurs", cast.carriers),
        ("Actualités", [(NEWS, NEWS_NAME)]),
    ]


@dataclass(frozen=True)
class Field:
    """A field of an incident's form, what was typed in it, and what may be chosen."""

    shown: FormField
    choices: Pairs

    @property
    def name(self) -> str:
        """Its name on the page, apart from the other fields of the page."""
        return PREFIX + self.shown.name


@dataclass(frozen=True)
class Injection:
    """The form of one incident."""

    name: str
    sheet: IncidentFile
    fields: Sequence[Field]


_TONES = {"": "Au hasard", "0": "Au hasard", "1": "Aimable", "2": "Ferme", "3": "En colère"}
_LANGUAGES = {"": "Celle du client", "fr": "Français", "en": "Anglais"}
_WORDS: dict[str, Mapping[str, str]] = {
    "lang": _LANGUAGES,
    "tone": _TONES,
    "channel": ORDER_CHANNEL,
    "proceedings": PROCEEDINGS,
    "by": {"platform": "la plateforme", "buyer": "le client"},
}


def choices(sheets: Mapping[str, IncidentFile]) -> Pairs:
    """Incidents that may be injected: level, then title."""
    mark = " (fausse alerte)"
    return [
        (name, f"Niveau {sheet.level} · {sheet.title}{mark if sheet.false_alarm else ''}")
        for name, sheet, _ in catalogue(sheets)
    ]


def injection(
    sheets: Mapping[str, IncidentFile], name: str, cast: Cast, typed: Mapping[str, str]
) -> Injection | None:
    """The form of an incident, as the file fills it or as it was typed; None if unknown."""
    if name not in sheets:
        return None
    sheet = sheets[name]
    fields = form_of(kinds[sheet.kind], sheet)
    return Injection(name, sheet, [_field(each, cast, typed) for each in fields])


def _field(shown: FormField, cast: Cast, typed: Mapping[str, str]) -> Field:
    shown = replace(shown, value=typed.get(PREFIX + shown.name, shown.value))
    if shown.choices:
        words = _WORDS.get(shown.name, {})
        return Field(shown, [(each, words.get(each, each)) for each in shown.choices])
    return Field(shown, cast.of(shown.of))


def typed_params(form: Mapping[str, str]) -> dict[str, str]:
    """What was typed of an incident's parameters."""
    return {k.removeprefix(PREFIX): v for k, v in form.items() if k.startswith(PREFIX)}


@dataclass(frozen=True)
class IncidentLine:
    """An incident of a run, on the trainer's page."""

    row: Incident
    title: str
    false_alarm: bool

    @property
    def state(self) -> tuple[str, str]:
        """Its state in French, and its colour."""
        return _STATES[IncidentStatus(self.row.status)]

    @property
    def is_to_come(self) -> bool:
        """Whether it may still be set off or given up."""
        return self.row.status in (IncidentStatus.ARMED, IncidentStatus.PLANNED)


def incident_lines(session: Session, run: Run) -> list[IncidentLine]:
    """Incidents of a run, those to come first."""
    sheets = sheets_of(session, run)
    lines = [
        IncidentLine(row, sheets[row.incident].title, sheets[row.incident].false_alarm)
        for row in incidents_of(session, run.id)
        if row.incident in sheets
    ]
    return sorted(lines, key=lambda line: not line.is_to_come)


def requests_of(session: Session, run_id: int) -> Sequence[Approval]:
    """Requests for approval that nobody has answered."""
    return session.scalars(
        select(Approval)
        .where(Approval.run_id == run_id, Approval.status == ApprovalStatus.REQUESTED)
        .options(joinedload(Approval.customer))
        .order_by(Approval.id)
    ).all()


@dataclass(frozen=True)
class Checkpoint:
    """A move that a run may go back to, and what came of it in French."""

    move: Move
    who: str
    what: str


_WHO = {LEARNER: "Apprenant", TRAINER: "Formateur"}


def checkpoints(session: Session, run_id: int) -> list[Checkpoint]:
    """Moves of a run, latest first, each named by the first entry of its author."""
    moves = session.scalars(select(Move).where(Move.run_id == run_id).order_by(Move.seq)).all()
    rows = session.execute(
        select(JournalEntry.seq, JournalEntry.post, JournalEntry.verb).where(
            JournalEntry.run_id == run_id
        )
    )
    entries = {row.seq: (row.post, row.verb) for row in rows}
    found, before = [], min((move.last_entry for move in moves), default=0) - 1
    for move in moves:
        made = [entries[n] for n in range(before + 1, move.last_entry + 1) if n in entries]
        # What the move's own author did says more than what the world made of it.
        verb = next((verb for post, verb in made if post == move.actor), made[0][1] if made else "")
        what = (
            label(verb)
            if verb and move.use_case not in _SILENT
            else _SILENT.get(move.use_case, "Réglage du formateur")
        )
        found.append(Checkpoint(move, _WHO.get(move.actor, "Jeu"), what))
        before = move.last_entry
    return found[::-1]


_SILENT = {
    "pause_run": "Pause",
    "resume_run": "Reprise",
    "arm_incident": "Incident gardé prêt",
    "cancel_incident": "Incident abandonné",
    "inject_incident": "Incident envoyé",
    "fire_incident": "Incident déclenché",
    "write_as": "Message au nom de quelqu'un",
    "answer_as_post": "Réponse pour la direction",
}
