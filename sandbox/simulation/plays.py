"""Playing a play: in process, by the same door as everybody, one transaction a move."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, cast

from sqlalchemy import Date, Select, select
from sqlalchemy.orm import Session

from sandbox.config import SCENARIOS
from sandbox.core.codec import Malformed, encode
from sandbox.core.context import LEARNER, open_context
from sandbox.core.database import writing
from sandbox.core.errors import DomainError, NotFound
from sandbox.core.orm import Referable
from sandbox.core.run import Run
from sandbox.crm.models import Customer
from sandbox.erp.models import DeliveryNote, Invoice, Order, Quote
from sandbox.journal.use_cases import perform
from sandbox.simulation.playfile import PlayFile, PlayMove, Wait, kinds, working_minutes
from sandbox.simulation.reading import BadFiles
from sandbox.simulation.world import fresh_run
from sandbox.supply.models import PurchaseOrder, Supplier

Report = dict[str, Any]
Judge = Callable[[Session, Run], Report]
Row = tuple[type[Referable], int]
LINKS: dict[str, type[Referable]] = {
    "customer": Customer,
    "supplier": Supplier,
    "quote": Quote,
    "order": Order,
    "delivery": DeliveryNote,
    "invoice": Invoice,
    "purchase_order": PurchaseOrder,
}


class StoppedPlay(Exception):
    """A move that could not be made; the rest of the play makes no sense."""


@dataclass
class Player:
    """A play under way: its run, and the rows that it has named."""

    session: Session
    file: PlayFile
    run_id: int
    named: dict[str, Row] = field(default_factory=dict)
    broken: list[str] = field(default_factory=list)

    def play(self) -> None:
        """Make every move in turn; what does not go as written is kept in ``broken``."""
        for number, move in enumerate(self.file.play.moves):
            try:
                self._move(move)
            except StoppedPlay as stop:
                self.broken.append(str(self.file.problem(number, str(stop))))
                return
            except Malformed as error:
                raise BadFiles([self.file.problem(number, str(error))]) from error

    def _move(self, move: PlayMove) -> None:
        if move.see is not None:
            self._name(move, self._seen(move.see))
        elif move.wait is not None:
            for name, details in _waits(move.wait):
                while self._perform(name, None, details, LEARNER) is False:
                    continue
        else:
            self._act(move)

    def _act(self, move: PlayMove) -> None:
        subject = cast(str | None, self.resolve(move.on))
        by = move.by or LEARNER
        try:
            result = self._perform(move.do or "", subject, self.resolve(move.arguments), by)
        except DomainError as error:
            if error.code != move.refused:
                raise StoppedPlay(f"« {move.do} » a été refusé ({error.code}) : {error}") from error
            return
        if move.refused:
            raise StoppedPlay(f"« {move.do} » aurait dû être refusé ({move.refused}).")
        if move.name:
            self._name(move, result)

    def _perform(self, name: str, subject: str | None, details: dict[str, Any], by: str) -> Any:
        with writing(self.session) as session:
            ctx = open_context(session, self.run_id, by)
            try:
                return perform(ctx, name, subject, details)
            finally:
                session.commit()

    def _name(self, move: PlayMove, row: Any) -> None:
        if not isinstance(row, Referable):
            raise StoppedPlay("rien à nommer : cette action ne rend pas de document.")
        self.named[move.name or ""] = (type(row), row.id)

    def _seen(self, see: dict[str, Any]) -> Referable:
        wanted = {key: value for key, value in self.resolve(see).items() if key != "kind"}
        row = self.session.scalar(self._search(kinds()[see["kind"]], wanted))
        if row is None:
            said = ", ".join(f"{key} = {value}" for key, value in wanted.items())
            raise StoppedPlay(f"aucun élément « {see['kind']} » avec {said or 'ces critères'}.")
        return row

    def _search(self, kind: type[Referable], wanted: dict[str, Any]) -> Select[Referable]:
        """The latest row of a kind with these values; a link is given by its reference."""
        found = select(kind).where(kind.run_id == self.run_id)
        for key, value in wanted.items():
            if key in LINKS and hasattr(kind, f"{key}_id"):
                other = LINKS[key]
                linked = select(other.id).where(
                    other.run_id == self.run_id, other.reference == value
                )
                found = found.where(getattr(kind, f"{key}_id") == linked.scalar_subquery())
            elif hasattr(kind, key):
                column = getattr(kind, key)
                found = found.where(column == _as_stored(column, value))
            else:
                raise StoppedPlay(f"« {key} » : critère inconnu.")
        return found.order_by(kind.id.desc()).limit(1)

    def resolve(self, value: Any) -> Any:
        """A value with every ``$name`` replaced by the reference that the row bears now."""
        if isinstance(value, str) and value.startswith("$"):
            kind, row_id = self.named[value[1:]]
            return self.session.scalar(
                select(kind.reference).where(kind.run_id == self.run_id, kind.id == row_id)
            )
        if isinstance(value, dict):
            return {key: self.resolve(item) for key, item in value.items()}
        if isinstance(value, list):
            return [self.resolve(item) for item in value]
        return value

    def check_expectations(self) -> None:
        """Keep in ``broken`` the documents that are not as the play says."""
        for wanted in self.file.play.expect:
            (name, reference), *values = self.resolve(wanted).items()
            kind = kinds()[name]
            row = self.session.scalar(
                select(kind).where(kind.run_id == self.run_id, kind.reference == reference)
            )
            for key, value in values:
                shown = _shown(row, key)
                if shown != encode(value):
                    self.broken.append(
                        f"{reference} : « {key} » vaut « {shown} », « {value} » était attendu."
                    )

    def check_promises(self, report: Report) -> None:
        """Keep in ``broken`` the verdicts that are not as the play promises."""
        for criterion, promised in self.file.play.promises.items():
            verdict = report.get(criterion, {}).get("verdict", "not_observed")
            if verdict != promised:
                self.broken.append(f"{criterion} : promis « {promised} », obtenu « {verdict} ».")


def _as_stored(column: Any, value: Any) -> Any:
    """A value as the column holds it: days are written as text in files."""
    if not isinstance(column.type, Date) or not isinstance(value, str):
        return value
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise StoppedPlay(f"« {value} » n'est pas une date : écrire 2026-11-05.") from None


def _waits(wait: Wait | str) -> list[tuple[str, dict[str, Any]]]:
    if isinstance(wait, str):
        name = "advance_to_tomorrow" if wait == "tomorrow" else "advance_to_next_event"
        return [(name, {})]
    if wait.until is not None:
        return [("advance_clock", {"until": wait.until})]
    return [("advance_by", {"minutes": working_minutes(wait.length or "")})]


def _shown(row: Referable | None, key: str) -> Any:
    if row is None:
        return "absent"
    if isinstance(row, Invoice) and key == "status":
        return "credited" if row.credited else "open" if row.balance else "paid"
    try:
        return encode(getattr(row, key))
    except AttributeError as error:
        raise NotFound(kind="Le champ", reference=key) from error


@dataclass(frozen=True)
class Played:
    """What came of a play; ``broken`` holds a French sentence for everything not as promised."""

    run: Run
    criteria: Report
    broken: tuple[str, ...]

    def as_json(self) -> Report:
        """The answer of ``flask play --json``, format 1."""
        return {
            "format": 1,
            "scenario": self.run.scenario,
            "seed": self.run.seed,
            "journal": {"entries": self.run.entry_seq, "head_hash": self.run.head_hash},
            "criteria": self.criteria,
            "broken": list(self.broken),
        }


def start(session: Session, file: PlayFile, folder: Path = SCENARIOS) -> Player:
    """A fresh run of the play's scenario and seed, committed; raises BadFiles."""
    with writing(session):
        run = fresh_run(session, file.play.scenario, seed=file.play.seed, folder=folder)
        session.commit()
    return Player(session, file, run.id)


def play_out(
    session: Session, file: PlayFile, judge: Judge | None = None, folder: Path = SCENARIOS
) -> Played:
    """Play a play from its first move to its promises; raises BadFiles."""
    player = start(session, file, folder)
    player.play()
    run = session.get_one(Run, player.run_id, populate_existing=True)
    criteria = judge(session, run) if judge else {}
    if not player.broken:
        player.check_expectations()
    if judge:
        player.check_promises(criteria)
    return Played(run, criteria, tuple(player.broken))
